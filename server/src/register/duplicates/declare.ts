/** What a register says of its duplicates: `duplicates: { names: 'person', name: 'name', number: 'idNumber', … }`. */
import type { Day } from '#kernel'
import { isDay } from '#kernel'
import type { Register } from '../define.ts'
import type { NameKind } from './names.ts'
import type { Likeness } from './score.ts'

type Values = Readonly<Record<string, unknown>>

/** The fields that are compared, by what they say. Only `name` must be there. */
export type DuplicateRule = {
  /** Whose names they are: of persons, or of bodies with legal endings. */
  names: NameKind
  name: string
  /** Identity number or credit code. */
  number?: string
  /** Day of birth or founding. */
  birth?: string
  sex?: string
  household?: string
  /** Fields of which the same value speaks for one: telephone, card. */
  marks?: readonly string[]
  /** A count that is not 0 where it is proved that two have one number: such a pair is not asked about. */
  shared?: string
}

/** The fields that a rule names, for the check at start. */
export function mentionedBy(rule: DuplicateRule | undefined): (string | undefined)[] {
  if (!rule) return []
  const { names: _, marks = [], ...fields } = rule
  return [...Object.values(fields), ...marks].filter((one): one is string => typeof one === 'string')
}

/** What is compared of a row, as far as it may be seen: `hidden` fields say nothing. A number that nobody could read is taken as it was written. */
export function likenessOf(
  register: Register & { duplicates: DuplicateRule },
  row: Readonly<Record<string, unknown>> & { raw?: Readonly<Record<string, string>> },
  hidden: (field: string) => boolean = () => false,
): Likeness {
  const rule = register.duplicates
  const text = (field: string | undefined) => {
    const value = field === undefined || hidden(field) ? undefined : (row[field] ?? row.raw?.[field])
    return value === null || value === undefined || value === '' ? null : String(value)
  }
  const birth = text(rule.birth)
  return {
    name: text(rule.name),
    number: text(rule.number),
    birth: birth && isDay(birth) ? (birth as Day) : null,
    sex: text(rule.sex),
    area: typeof row.area === 'string' ? row.area : null,
    household: text(rule.household),
    marks: Object.fromEntries((rule.marks ?? []).map((field) => [field, text(field)])),
  }
}

/** Whether it is proved of two rows of one number that they are two. */
export function provedTwo(rule: DuplicateRule, a: Values, b: Values): boolean {
  const { number, shared } = rule
  if (!number || !shared || !a[number] || a[number] !== b[number]) return false
  return Number(a[shared] ?? 0) !== Number(b[shared] ?? 0)
}
