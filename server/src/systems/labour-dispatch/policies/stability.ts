/** Stable employment of three months, and the year for which it counts (GEN-04, AMB-07, AMB-26, AMB-33, AMB-43). */
import { t } from '#kernel'
import type { BooleanTerm, DayTerm, ParameterTerms, TermsOf } from '#policy'
import {
  allOf,
  boolean,
  byChoice,
  choices,
  choose,
  count,
  dated,
  days,
  fact,
  ifApplies,
  largest,
  months,
  monthsBetween,
  notApplicable,
  onlyIf,
  step,
  theDay,
  years,
} from '#policy'
import { clause, since } from './sources.ts'

const word = { from: since, cite: clause.grantA }

const yearOf = choices({
  lastDay: t('满三个月的最后一天所在年', 'year of the last day of the third month'),
  dayAfter: t('满三个月的次日所在年', 'year of the day after'),
})
const yearRules = choices({
  calendar: t('自然年', 'calendar year'),
  rolling: t('自就业之日起每 12 个月', 'each 12 months from the start'),
})

export const stabilityFacts = {
  spells: fact.list({
    label: t('有组织输出的就业经历', 'Spells of organised employment'),
    fields: {
      from: fact.day({ label: t('入职日', 'First day') }),
      until: fact.day({ label: t('离职次日', 'Day after the last') }),
    },
  }),
  year: fact.count({ label: t('申领年度', 'Year of the claim') }),
  claimedOn: fact.day({ label: t('申领日', 'Day of the claim') }),
}

/** What both grants ask: how long is stable, and which gap between two employers does not break it. */
export const stabilityParameters = {
  stableMonths: dated(months(3), { label: t('稳定就业月数', 'Months of stable employment'), ...word }),
  gap: dated(days(15), {
    label: t('更换单位的最长间隔', 'Longest gap between employers'),
    question: 'AMB-43',
    ...word,
  }),
  yearOf: dated(yearOf.lastDay, {
    label: t('满三个月算在哪一年', 'Year in which the months are complete'),
    question: 'AMB-33',
    ...word,
  }),
}
export const yearRule = dated(yearRules.calendar, {
  label: t('每人每年怎么算', 'What a year is'),
  question: 'AMB-26',
  ...word,
})

type Facts = TermsOf<typeof stabilityFacts>
type Parameters = ParameterTerms<typeof stabilityParameters>
type Run = { readonly from: DayTerm; readonly until: DayTerm }

export function yearStart(year: Facts['year']): DayTerm {
  return theDay('2000-01-01').plusMonths(years(1).times(year.minus(count(2000))))
}

function yearEnd(year: Facts['year']): DayTerm {
  return yearStart(year).plusMonths(years(1))
}

/** The day whose parameters hold for a year: its last. */
export function lastDayOfYear(f: { year: Facts['year'] }): DayTerm {
  return yearEnd(f.year).minusDays(days(1))
}

function runsOf(f: Facts, p: Parameters) {
  return f.spells.runs('from', 'until', p.gap)
}

/** GEN-04: start + 3 months at most the day after the end, and at most the day of the claim. */
function reached(run: Run, target: DayTerm, f: Facts): BooleanTerm {
  return target.isAtMost(f.claimedOn).and(ifApplies(run.until, target.isAtMost(run.until), boolean(true)))
}

/** The last day of the third month counted from `start` within a run; AMB-52: clamped first, then the day subtracted. */
function completeOn(run: Run, start: DayTerm, f: Facts, p: Parameters): DayTerm {
  const target = start.plusMonths(p.stableMonths)
  return onlyIf(reached(run, target, f), target.minusDays(days(1)))
}

/** AMB-33: the day whose year, and whose place in the life of the policy, decides. */
export function countedOn(last: DayTerm, p: Parameters): DayTerm {
  return last.plusDays(byChoice(p.yearOf, { lastDay: days(0), dayAfter: days(1) }))
}

/** The first run whose third month is completed in the year: a placement of that year (LM-10). */
export function placedInYear(f: Facts, p: Parameters): DayTerm {
  const inYear = (last: DayTerm) =>
    onlyIf(
      ifApplies(
        last,
        allOf(countedOn(last, p).isAtLeast(yearStart(f.year)), countedOn(last, p).isBelow(yearEnd(f.year))),
        boolean(false),
      ),
      last,
    )
  return runsOf(f, p).min((run) => inYear(completeOn(run, run.from, f, p)))
}

/** The day that makes the year count for grant A: the first year by the first completion, each further one by three months inside it. */
export function stableForYear(f: Facts, p: Parameters & ParameterTerms<{ yearRule: typeof yearRule }>) {
  const first = step(
    'firstComplete',
    t('首次满三个月之日', 'First completion of the months'),
    runsOf(f, p).min((run) => completeOn(run, run.from, f, p)),
    clause.grantA,
  )
  const counted = countedOn(first, p)
  const calendar = choose()
    .when(counted.isBelow(yearStart(f.year)), insideYear(f, p))
    .when(counted.isBelow(yearEnd(f.year)), first)
    .otherwise(notApplicable(first))
  const byYear = step(
    'insideYear',
    t('按自然年算满三个月之日', 'Complete by calendar years'),
    ifApplies(first, calendar, notApplicable(first)),
    clause.grantA,
  )
  return byChoice(p.yearRule, { calendar: byYear, rolling: byAnniversary(f, p) })
}

/** Three months between 1 January and 31 December of the year. */
function insideYear(f: Facts, p: Parameters): DayTerm {
  return runsOf(f, p).min((run) => {
    const last = completeOn(run, largest(run.from, yearStart(f.year)), f, p)
    return onlyIf(ifApplies(last, last.isBelow(yearEnd(f.year)), boolean(false)), last)
  })
}

/** Three months from the anniversary of the start that lies in the year. */
function byAnniversary(f: Facts, p: Parameters): DayTerm {
  return runsOf(f, p).min((run) => {
    const passed = largest(monthsBetween(run.from, yearStart(f.year)), months(0))
    const rounds = count(1).times(passed.ratioTo(months(12)), 'ceil')
    const start = run.from.plusMonths(years(1).times(rounds))
    return onlyIf(start.isBelow(yearEnd(f.year)), completeOn(run, start, f, p))
  })
}
