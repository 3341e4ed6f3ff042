/** What stood in an account through a year, span by span: the facts of its interest by each method (LS-11, OF-06). Pure. */
import { addDays, type Day, day, daysBetween, type Fen, fen, firstOfMonth } from '#kernel'
import type { InterestMethod } from './interest-store.ts'

/** `opening`: what stood before the year; `moves` within it, by day. */
export type YearMoves = { year: number; opening: Fen; moves: readonly { day: Day; amount: Fen }[] }

/** A balance and for how many units (days, months, the year's end) it counts. */
export type Span = { from: Day; balance: Fen; units: number }

/** The spans of the year in order; their units are those of the whole year. */
export function spansOf(method: InterestMethod, { year, opening, moves }: YearMoves): Span[] {
  const spans: Span[] = []
  for (const { from, until } of unitsOf(method, year)) {
    const held = moves
      .filter((one) => one.day <= until)
      .reduce<number>((sum, one) => sum + one.amount, opening)
    const before = spans.at(-1)
    if (before?.balance === held) before.units += 1
    else spans.push({ from, balance: fen(held), units: 1 })
  }
  return spans
}

/** Each unit of the year: a balance counts for it as it stands at its end. */
function unitsOf(method: InterestMethod, year: number): { from: Day; until: Day }[] {
  const [first, last] = [day(`${year}-01-01`), day(`${year}-12-31`)]
  if (method === 'yearEnd') return [{ from: last, until: last }]
  const days = Array.from({ length: daysBetween(first, last) + 1 }, (_, i) => addDays(first, i))
  if (method === 'daily') return days.map((one) => ({ from: one, until: one }))
  const ends = days.filter((one) => addDays(one, 1).endsWith('-01'))
  return ends.map((until) => ({ from: firstOfMonth(until), until }))
}
