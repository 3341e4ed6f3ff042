/** 公益性岗位补贴: at most 36 months where no department pays (EP-05, AMB-17, AMB-22, AMB-42). */
import { t } from '#kernel'
import type { DayTerm, MonthsTerm, ParameterTerms, TermsOf } from '#policy'
import {
  allOf,
  boolean,
  byChoice,
  choices,
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
  step,
} from '#policy'
import { publicPostExamples } from './public-post.data.ts'
import { clause, since } from './sources.ts'

const holders = choices({ person: t('按人', 'per person'), post: t('按岗位', 'per post') })
const firstMonths = choices({
  same: t('上岗当月', 'month of the start'),
  next: t('上岗次月', 'month after the start'),
})
const word = { from: since, cite: clause.publicPost }

const facts = {
  poor: fact.boolean({ label: t('贫困劳动力', 'Poor labourer') }),
  ownChannel: fact.boolean({ label: t('岗位有部门资金渠道', 'A department pays the post') }),
  startedOn: fact.day({ label: t('上岗日', 'Start on the post') }),
  endedOn: fact.day({ label: t('离岗日', 'Last day on the post') }),
  claimMonth: fact.day({ label: t('补贴月份', 'Month of the subsidy') }),
  monthsOfPerson: fact.months({ label: t('本人以前已补月数', 'Months subsidised before, this person') }),
  monthsOfPost: fact.months({ label: t('本岗位以前已补月数', 'Months subsidised before, this post') }),
}
const parameters = {
  cap: dated(months(36), { label: t('最多补贴月数', 'Most months'), ...word }),
  countedBy: dated(holders.person, {
    label: t('三年按人还是按岗位算', 'Three years of whom'),
    question: 'AMB-17',
    ...word,
  }),
  firstMonth: dated(firstMonths.same, {
    label: t('月中上岗的第一个月', 'First month of a start within a month'),
    question: 'AMB-42',
    ...word,
  }),
  monthly: required(fact.money({ label: t('岗位补贴月标准', 'Monthly subsidy') }), 'AMB-22'),
}
type Facts = TermsOf<typeof facts>
type Parameters = ParameterTerms<typeof parameters>

export const publicPost = definePolicy({
  id: 'employment.public-post',
  label: t('公益性岗位补贴', 'Subsidy of public posts'),
  source: clause.publicPost,
  summary: {
    who: t(
      '在没有部门资金渠道的公益性岗位上就业的贫困劳动力。',
      'Poor labourers on public posts that no department pays.',
    ),
    amount: t(
      '每月按县定标准，累计不超过最多补贴月数。',
      "The county's monthly standard, for the most months.",
    ),
    how: t(
      '从上岗当月起算，以前补过的月数扣除，离岗当月止。',
      'From the month of the start through the month of leaving; months subsidised before count.',
    ),
    paidFrom: t('就业专项资金；工资由用人单位付。', 'Employment funds; the employer pays the wage.'),
  },
  effective: { from: since },
  facts,
  parameters,
  on: (f) => f.claimMonth,
  decide: (f, p) => {
    const start = firstMonthOf(f, p)
    const left = monthsLeft(f, p)
    const within = withinTerm(f, start, left)
    const entitled = step(
      'entitled',
      t('当月可补', 'Subsidised in this month'),
      allOf(f.poor, f.ownChannel.not(), within),
      clause.publicPost,
    )
    const through = onlyIf(left.isAbove(months(0)), start.plusMonths(left).minusDays(days(1)))
    return {
      entitled,
      amount: step('amount', t('当月补贴', 'Subsidy'), onlyIf(entitled, p.monthly), clause.publicPost),
      left,
      paidThrough: step('paidThrough', t('最多补至', 'Paid through at most'), through, clause.publicPost),
    }
  },
  examples: publicPostExamples,
})

function firstMonthOf(f: Facts, p: Parameters): DayTerm {
  const month = f.startedOn.firstOfMonth()
  return step(
    'start',
    t('第一个补贴月', 'First month'),
    byChoice(p.firstMonth, { same: month, next: month.plusMonths(months(1)) }),
    clause.publicPost,
  )
}

function monthsLeft(f: Facts, p: Parameters): MonthsTerm {
  const before = byChoice(p.countedBy, { person: f.monthsOfPerson, post: f.monthsOfPost })
  return step(
    'left',
    t('还可补月数', 'Months left'),
    largest(p.cap.minus(before), months(0)),
    clause.publicPost,
  )
}

function withinTerm(f: Facts, start: DayTerm, left: MonthsTerm) {
  const ofPosition = t('是第几个月（从 0 起）', 'Position of the month (from 0)')
  const position = step('position', ofPosition, monthsBetween(start, f.claimMonth))
  const stillThere = ifApplies(f.endedOn, f.claimMonth.firstOfMonth().isAtMost(f.endedOn), boolean(true))
  return allOf(position.isAtLeast(months(0)), position.isBelow(left), stillThere)
}
