/** Time limits in working or calendar days (GEN-05). Working days come as a list: weekends, holidays and make-up days are settled in it. */
import { t } from '#kernel'
import type { BooleanTerm, ChoiceTerm, CountTerm, DayTerm, TermsOf } from '#policy'
import { allOf, byChoice, choices, count, dated, days, fact, onlyIf, repeat } from '#policy'
import { clause, since } from './sources.ts'

/** The working days after the event, from the county's calendar; as many as the term needs. */
export const workingDays = fact.list({
  label: t('申请之后的工作日', 'Working days after the application'),
  fields: { day: fact.day({ label: t('工作日', 'Working day') }) },
})
type WorkingDays = TermsOf<{ list: typeof workingDays }>['list']

export const dayCounts = choices({
  working: t('按工作日', 'working days'),
  calendar: t('按自然日', 'calendar days'),
})
export const onHoliday = choices({
  stays: t('不顺延', 'stays'),
  next: t('顺延到下一个工作日', 'next working day'),
})

/** AMB-06: how a time limit of a licence is counted. */
export const dayCount = (zh: string, en: string) =>
  dated(dayCounts.working, { label: t(zh, en), from: since, cite: clause.licences, question: 'AMB-06' })

export type Term = {
  readonly length: CountTerm
  readonly counting: ChoiceTerm<'working' | 'calendar'>
  readonly onHoliday: ChoiceTerm<'stays' | 'next'>
}

/** The last day of a term; the day of the event is day 0 (GEN-05). Not applicable where the list of working days ends before it. */
export function lastDayOf(term: Term, event: DayTerm, list: WorkingDays): DayTerm {
  const due = withDay(t('起算日', 'Day 0'), event, (start) =>
    byChoice(term.counting, {
      working: list.min(({ day }) => onlyIf(hasPassed(start, day, { list, n: term.length }), day)),
      calendar: start.plusDays(days(1).times(term.length)),
    }),
  )
  // AMB-39
  return withDay(t('期满日', 'Last day'), due, (last) =>
    byChoice(term.onHoliday, {
      stays: last,
      next: list.min(({ day }) => onlyIf(day.isAtLeast(last), day)),
    }),
  )
}

/** Names a day, so that it is computed once and not again for each working day of the list. */
function withDay(label: ReturnType<typeof t>, day: DayTerm, next: (day: DayTerm) => DayTerm): DayTerm {
  return repeat(count(1), day, { label, next })
}

/** Whether n working days lie after one day, up to and with another. */
function hasPassed(
  after: DayTerm,
  until: DayTerm,
  { list, n }: { list: WorkingDays; n: CountTerm },
): BooleanTerm {
  const between = list.filter(({ day }) => allOf(day.isAbove(after), day.isAtMost(until)))
  return between.count().isAtLeast(n)
}
