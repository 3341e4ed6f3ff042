/** Ages, months, days (GEN-03, GEN-04). No date is made outside the years 1 to 9999: it would be a problem. */
import type {
  AddDaysNode,
  AddMonthsNode,
  CompletedYearsNode,
  DaysBetweenNode,
  MonthEdgeNode,
  MonthsBetweenNode,
} from '../node.ts'
import type { SqlRule } from './rule.ts'
import { absorbed, computed } from './rule.ts'
import { divided } from './values.ts'

const part = (field: 'year' | 'month' | 'day', day: string) => `extract(${field} from ${day})`

/** The month of a day as a number: year × 12 + month − 1. */
export const monthNumber = (day: string) => `(${part('year', day)} * 12 + ${part('month', day)} - 1)`

/** The last day of the month with that number. */
const daysIn = (month: string) =>
  `extract(day from make_date(div(${month}, 12)::int, mod(${month}, 12)::int + 1, 1) + interval '1 month' - interval '1 day')`

const FIRST_MONTH = 12
const LAST_MONTH = 9999 * 12 + 11
const FIRST_DAY = `date '0001-01-01'`
/** 9999-12-31, in days after the first. */
const LAST_DAY = 3652058

/** The day of the month with that number, at most its last; null outside the calendar. */
function dayIn(month: string, day: string): string {
  const kept = `least(greatest(${month}, ${FIRST_MONTH}), ${LAST_MONTH})`
  const date = `make_date(div(${kept}, 12)::int, mod(${kept}, 12)::int + 1, least(${day}, ${daysIn(kept)})::int)`
  return `(case when ${month} between ${FIRST_MONTH} and ${LAST_MONTH} then ${date} end)`
}

export const firstOfMonth = (day: string) =>
  `make_date(${part('year', day)}::int, ${part('month', day)}::int, 1)`

export const monthLater = (day: string) => `((${day} + interval '1 month')::date)`

/** Who was born on 29 February has the birthday on 1 March in common years (GEN-03). */
export const completedYearsSql: SqlRule<CompletedYearsNode> = (node, place) => {
  const [birth, on] = [place.col(node.birth), place.col(node.on)]
  const order = (day: string, leapDay = '') => `(${part('month', day)} * 100 + ${part('day', day)}${leapDay})`
  // 29 February as 1 March and as itself stand on the same side of every day of a common year.
  const reached = node.turns === 'birthday' ? '<=' : '<'
  const leapless = `(case when ${order(birth.v)} = 229 and ${daysIn(`(${part('year', on.v)} * 12 + 1)`)} = 28 then 301 else ${order(birth.v)} end)`
  const years = `(${part('year', on.v)} - ${part('year', birth.v)} - (case when ${leapless} ${reached} ${order(on.v)} then 0 else 1 end))`
  return computed(absorbed([birth, on]), `(case when ${years} >= 0 then ${years} end)`)
}

export const addMonthsSql: SqlRule<AddMonthsNode> = (node, place) => {
  const [day, months] = [place.col(node.day), place.col(node.months)]
  const each = node.sign * (place.typeOf(node.months).kind === 'years' ? 12 : 1)
  const month = `(${monthNumber(day.v)} + (${each}) * ${months.v})`
  return computed(absorbed([day, months]), dayIn(month, part('day', day.v)))
}

/** Whole days only: a fraction of a day does not count. */
export const addDaysSql: SqlRule<AddDaysNode> = (node, place) => {
  const [day, days] = [place.col(node.day), place.col(node.days)]
  const whole = divided(`(${days.v})[1]`, `(${days.v})[2]`, 'floor')
  const far = `least(greatest(${whole}, -4000000), 4000000)`
  // Counted as a number first: PostgreSQL refuses a date before 4713 BC even where the branch is not taken.
  const at = `((${day.v} - ${FIRST_DAY}) + (${node.sign}) * ${far})`
  const kept = `(${FIRST_DAY} + least(greatest(${at}, 0), ${LAST_DAY})::int)`
  return computed(absorbed([day, days]), `(case when ${at} between 0 and ${LAST_DAY} then ${kept} end)`)
}

export const monthEdgeSql: SqlRule<MonthEdgeNode> = (node, place) => {
  const day = place.col(node.day)
  const first = firstOfMonth(day.v)
  const value = node.edge === 'first' ? first : `(${monthLater(first)} - 1)`
  return computed(absorbed([day]), value)
}

export const monthsBetweenSql: SqlRule<MonthsBetweenNode> = (node, place) => {
  const [from, to] = [place.col(node.from), place.col(node.to)]
  const apart = `(${monthNumber(to.v)} - ${monthNumber(from.v)})`
  const early = `least(${part('day', from.v)}, ${daysIn(monthNumber(to.v))}) > ${part('day', to.v)}`
  const value = node.counting === 'completed' ? `(${apart} - (case when ${early} then 1 else 0 end))` : apart
  return computed(absorbed([from, to]), value)
}

export const daysBetweenSql: SqlRule<DaysBetweenNode> = (node, place) => {
  const [from, to] = [place.col(node.from), place.col(node.to)]
  return computed(absorbed([from, to]), `array[(${to.v} - ${from.v})::numeric, 1]`)
}
