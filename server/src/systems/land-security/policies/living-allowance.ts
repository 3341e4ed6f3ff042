/** 生活补助费: category (b) without work, at most 24 paid months; a first job ends it for good (LS-14, LS-15, LS-16). */
import { t } from '#kernel'
import type { BooleanTerm, DayTerm, MonthsTerm, ParameterTerms, TermsOf } from '#policy'
import {
  allOf,
  applies,
  boolean,
  byChoice,
  choices,
  choose,
  dated,
  days,
  definePolicy,
  fact,
  ifApplies,
  largest,
  months,
  monthsBetween,
  onlyIf,
  required,
  smallest,
  step,
} from '#policy'
import { livingAllowanceExamples } from './living-allowance.data.ts'
import { clause, since } from './sources.ts'
import { category, workOptions } from './words.ts'

const jobMonths = choices({ notPaid: t('不发', 'not paid'), paid: t('发', 'paid') })
const ways = choices({
  allowance: t('发生活补助费', 'living allowance'),
  employees: t('参加职工养老保险', "employees' pension insurance"),
  unemployment: t('走失业保险', 'unemployment insurance'),
  dibao: t('纳入城市低保', 'urban minimum living allowance'),
  nothing: t('不再补助', 'nothing further'),
})

const facts = {
  category,
  unemployedFrom: fact.day({ label: t('未就业起始日', 'Without work since') }),
  claimMonth: fact.day({ label: t('申领月份', 'Month claimed') }),
  takenOn: fact.day({ label: t('征地日', 'Day of the taking') }),
  jobs: fact.list({
    label: t('就业经历', 'Spells of work'),
    fields: {
      kind: fact.choice({ label: t('就业形式', 'Kind of work'), options: workOptions }),
      from: fact.day({ label: t('入职日', 'First day') }),
      until: fact.day({ label: t('离职日', 'Day after the last') }),
    },
  }),
  paidBefore: fact.months({ label: t('期初已发月数', 'Months paid before our records') }),
  meetsDibao: fact.boolean({ label: t('符合城市低保条件', 'Meets the conditions of the urban minimum') }),
}

const parameters = {
  monthly: required(fact.money({ label: t('生活补助费月标准', 'Monthly allowance') }), 'AMB-22'),
  cap: dated(months(24), {
    label: t('最多发放月数', 'Most months'),
    from: since,
    cite: clause.working,
    question: 'AMB-31',
  }),
  jobMonth: dated(jobMonths.notPaid, {
    label: t('首次就业当月', 'Month of the first job'),
    from: since,
    cite: clause.working,
    question: 'AMB-41',
  }),
}

type Facts = TermsOf<typeof facts>
type Parameters = ParameterTerms<typeof parameters>

export const livingAllowance = definePolicy({
  id: 'land-security.living-allowance',
  label: t('未就业生活补助费', 'Living allowance without work'),
  source: clause.working,
  summary: {
    who: t('征地后没有就业的乙类保障对象。', 'Persons of (b) without work since the taking.'),
    amount: t(
      '每月按项目或县定标准，累计不超过最多发放月数。',
      'The monthly standard, for the most months at the longest.',
    ),
    how: t(
      '从未就业当月起算，首次就业即止，旧台账已发的月数扣除。',
      'From the month without work until the first job; months paid before count.',
    ),
    paidFrom: t('调剂资金。', 'The regulating fund.'),
  },
  effective: { from: since },
  facts,
  parameters,
  on: (f) => f.claimMonth,
  decide: (f, p) => {
    const start = step('start', t('起发月', 'First month'), f.unemployedFrom.firstOfMonth())
    const concerned = f.category.is('working')
    const allowed = allowedMonths(f, p, start)
    const ofPosition = t('申领月是第几个月（从 0 起）', 'Position of the month claimed (from 0)')
    const position = step('position', ofPosition, monthsBetween(start, f.claimMonth))
    const ofAmount = t('当月补助', 'Allowance of this month')
    const within = allOf(concerned, position.isAtLeast(months(0)), position.isBelow(allowed))
    const entitled = step('entitled', t('当月可领', 'Entitled in this month'), within, clause.working)
    const end = step('paidThrough', t('发至', 'Paid through'), start.plusMonths(allowed).minusDays(days(1)))
    return {
      entitled,
      amount: step('amount', ofAmount, onlyIf(entitled, p.monthly), clause.working),
      months: allowed,
      paidThrough: end,
      total: step('totalAllowance', t('可领合计', 'In all'), p.monthly.times(allowed)),
      next: step('next', t('办理方式', 'What follows'), nextWay(f, entitled), clause.working),
    }
  },
  examples: livingAllowanceExamples,
})

/** Months up to the first job, at most the cap less what was paid before; without a job only the cap counts. */
function allowedMonths(f: Facts, p: Parameters, start: DayTerm): MonthsTerm {
  const firstJob = step(
    'firstJob',
    t('首次就业日', 'First job'),
    jobsOf(f).min((job) => job.from),
  )
  const before = monthsBetween(start, firstJob)
  const counted = byChoice(p.jobMonth, { notPaid: before, paid: before.plus(months(1)) })
  const untilJob = step(
    'untilJob',
    t('就业前的月数', 'Months before the first job'),
    onlyIf(applies(firstJob), largest(counted, months(0))),
    clause.working,
  )
  const left = step(
    'left',
    t('剩余月数', 'Months left of the cap'),
    largest(p.cap.minus(f.paidBefore), months(0)),
    clause.working,
  )
  return step('months', t('可发月数', 'Months to be paid'), smallest(left, untilJob))
}

/** LS-15, LS-16. */
function nextWay(f: Facts, entitled: BooleanTerm) {
  const month = f.claimMonth.firstOfMonth()
  const inWork = jobsOf(f).any((job) =>
    job.from.isAtMost(month).and(ifApplies(job.until, job.until.isAbove(month), boolean(true))),
  )
  const way = choose()
    .when(entitled, ways.allowance)
    .when(inWork, ways.employees)
    .when(
      jobsOf(f).any((job) => job.from.isBelow(month)),
      ways.unemployment,
    )
    .when(f.meetsDibao, ways.dibao)
    .otherwise(ways.nothing)
  return onlyIf(f.category.is('working'), way)
}

/** Work since the taking. Farming is what the person did before; it is not the job that ends the allowance. */
function jobsOf(f: Facts) {
  return f.jobs.filter((job) => job.from.isAtLeast(f.takenOn).and(job.kind.isNot('farming')))
}
