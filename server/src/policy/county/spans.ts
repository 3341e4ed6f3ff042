/** A book of dated values as spans of days: between two changes of any parameter all of them stand still. */
import type { KernelBook } from '#expression'
import type { Policy } from '../define.ts'
import type { Overrides, ParameterBook } from '../lookup.ts'
import { lookUp, openParameters } from '../lookup.ts'

const FIRST = '0001-01-01'

/** All values of a policy's parameters, looked up once for each span. `overrides` hold on every day. */
export function spansOf(policy: Policy, book: ParameterBook, overrides?: Overrides): KernelBook {
  const changes = [
    ...Object.values(book.defaults).flatMap((values) => values.map(({ from }) => from)),
    ...book.values.flatMap(({ from, until }) => (until === null ? [from] : [from, until])),
  ]
  const starts = [...new Set([FIRST, ...changes])].sort()
  const spans = starts.map((from) => ({ from, parameters: lookUp(policy.tree, from, { book, overrides }) }))
  return { spans, open: openParameters(policy.tree, []) }
}
