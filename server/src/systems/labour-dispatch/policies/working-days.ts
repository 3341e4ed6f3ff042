/** Working days in a rule (GEN-05): weekends from the calendar, holidays and make-up days from the list that is given. */
import { t } from '#kernel'
import type { ChoiceTerm, CountTerm, DayTerm, TermsOf } from '#policy'
import {
  byChoice,
  choices,
  choose,
  count,
  dated,
  days,
  daysBetween,
  fact,
  ifApplies,
  repeat,
  theDay,
} from '#policy'
import { clause, since } from './sources.ts'

const kinds = { off: t('放假', 'holiday'), work: t('补班', 'worked') } as const

/** The year's arrangement by the State Council; an empty list says that nothing is arranged, an unknown one leaves the day open. */
export const arrangedDays = fact.list({
  label: t('节假日和补班安排', 'Holidays and make-up days'),
  fields: {
    day: fact.day({ label: t('日期', 'Day') }),
    kind: fact.choice({ label: t('安排', 'Arrangement'), options: kinds }),
  },
})
type ArrangedDays = TermsOf<{ arranged: typeof arrangedDays }>['arranged']

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

/** A Saturday; weeks are counted from it. */
const saturday = theDay('2000-01-01')
/** So many days off in a row are no holiday: the rule finds no day then, it does not guess one. */
const rounds = count(15)

function isDayOff(day: DayTerm, arranged: ArrangedDays) {
  const elapsed = daysBetween(saturday, day)
  const weeks = count(1).times(elapsed.ratioTo(days(7)), 'floor')
  const weekend = elapsed.minus(days(7).times(weeks)).isBelow(days(2))
  const own = arranged.filter((a) => a.day.is(day)).argmaxBy((a) => a.day).at.kind
  return ifApplies(own, own.is('off'), weekend)
}

function nextWorkingDay(day: DayTerm, arranged: ArrangedDays): DayTerm {
  const found = repeat(rounds, day.plusDays(days(1)), {
    label: t('往后看的日子', 'Day looked at'),
    next: (at) =>
      choose()
        .when(isDayOff(at, arranged), at.plusDays(days(1)))
        .otherwise(at),
  })
  // One round, so that the day found is written once. Moved in every round, it may still be a day off.
  return repeat(count(1), found, {
    label: t('找到的日子', 'Day found'),
    next: (at) =>
      choose()
        .when(at.isAtMost(day.plusDays(days(1).times(rounds))), at)
        .end(),
  })
}

export type Term = {
  readonly length: CountTerm
  readonly counting: ChoiceTerm<'working' | 'calendar'>
  readonly onHoliday: ChoiceTerm<'stays' | 'next'>
}

/** The last day of a term; the day of the event is day 0 (GEN-05). */
export function lastDayOf({ length, counting, onHoliday }: Term, event: DayTerm, arranged: ArrangedDays) {
  const due = repeat(length, event, {
    label: t('数到的日子', 'Day reached'),
    next: (at) =>
      byChoice(counting, { working: nextWorkingDay(at, arranged), calendar: at.plusDays(days(1)) }),
  })
  // AMB-39. The next working day after the day before is the day itself, where it is worked.
  const rolls = byChoice(onHoliday, { stays: count(0), next: count(1) })
  return repeat(rolls, due.minusDays(days(1).times(rolls)), {
    label: t('顺延到的日子', 'Day moved to'),
    next: (at) => nextWorkingDay(at, arranged),
  })
}
