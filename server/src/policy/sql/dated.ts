/** A book of parameters as SQL looks it up: all values with their spans, in the order in which they count. */
import type { DatedRows, SqlParameters } from '#expression'
import type { Policy } from '../define.ts'
import type { ParameterBook } from '../lookup.ts'
import { rowsOf } from '../lookup.ts'
import type { DatedValue } from '../parameter.ts'

/** Throws `policy.parameterForm` where a value is not in its form. */
export function datedParameters(policy: Policy, book: ParameterBook): SqlParameters {
  const entries = Object.entries(policy.tree.parameters).map(([key, declared]) => {
    const rows = (value: unknown) => (value === null ? null : rowsOf(key, declared, value))
    const file = inTime(book.defaults[key] ?? []).map(
      ({ from, value }): DatedRows => ({ by: 'file', from, until: null, rows: rows(value) }),
    )
    const county = book.values
      .filter((one) => one.key === key)
      .map(({ from, until, value }): DatedRows => ({ by: 'county', from, until, rows: rows(value) }))
    return [key, [...file, ...county]] as const
  })
  return Object.fromEntries(entries)
}

/** The latest counts; of two from one day the one that is written first. */
function inTime(values: readonly DatedValue[]): readonly DatedValue[] {
  return values.toReversed().sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}
