/** `defineCheck`: what is doubtful, over which register, how sure, by which rule, and what to do about it. Data, no SQL. */
import type { Citation, Text } from '#kernel'
import type { Find } from './finds/find.ts'

export type Check = {
  /** `person.idNumber` */
  id: string
  label: Text
  /** The register whose rows are doubted. */
  on: string
  /** hard: cannot be right. doubt: a person should look. */
  level: 'hard' | 'doubt'
  cite?: Citation
  /** What to look at, and what to do. */
  advice: Text
  find: Find
}

export function defineCheck(check: Check): Check {
  return check
}
