/** A goal that is a share of one area: reached by the exact share, nothing where there is nobody (CT-23, AMB-34). */
import type { Citation, Text } from '#kernel'
import { t } from '#kernel'
import type { CountTerm, PercentTerm, Policy } from '#policy'
import { applies, check, count, dated, definePolicy, fact, largest, onlyIf, percent, step } from '#policy'
import { countBase, oneDecimal } from '../../../shown.ts'
import { before, none, since } from './sources.ts'

/** One area as it was counted, and what follows; the numbers are worked out by hand from the catalogue. */
export type CountedArea = {
  readonly rule?: string
  readonly title?: Text
  readonly done: number
  readonly all: number
  readonly share: string | typeof none
  readonly reached: boolean | typeof none
  readonly short: number
}

export type ShareGoal = {
  readonly id: string
  readonly rule: string
  readonly label: Text
  readonly cite: Citation
  readonly who: Text
  readonly how: Text
  readonly done: Text
  readonly all: Text
  /** In percent. */
  readonly target: string
  readonly areas: readonly CountedArea[]
}

export function shareGoal(goal: ShareGoal): Policy {
  const { cite } = goal
  return definePolicy({
    id: goal.id,
    label: goal.label,
    source: cite,
    summary: { who: goal.who, how: goal.how },
    effective: { from: since },
    facts: {
      done: fact.count({ label: goal.done }),
      all: fact.count({ label: goal.all }),
      countedOn: fact.day({ label: t('统计日', 'Day of the count') }),
    },
    parameters: {
      target: dated(percent(goal.target), { label: t('目标比例', 'Target share'), from: since, cite }),
    },
    on: (f) => f.countedOn,
    decide: (f, p) => ({ ...verdictOf(f, p.target, cite), fits: fitsOf(f, cite) }),
    examples: examplesOf(goal),
  })
}

type Area = { readonly done: CountTerm; readonly all: CountTerm }

function verdictOf(f: Area, target: PercentTerm, cite: Citation) {
  const base = countBase(f.all)
  const exact = step('exact', t('比例（精确）', 'Share, exact'), f.done.shareOf(base))
  const shown = oneDecimal(exact)
  const reached = step('reached', t('达标', 'Reached'), exact.isAtLeast(target), cite)
  const lacking = largest(f.all.times(target, 'ceil').minus(f.done), count(0))
  return {
    share: step('share', t('比例', 'Share'), shown, cite),
    reached,
    short: step('short', t('还差', 'Still lacking'), lacking, cite),
    moreDecimals: step(
      'moreDecimals',
      t('四舍五入会掩盖结论，请多显示一位', 'Rounding would hide the verdict: show one more decimal'),
      onlyIf(applies(base), shown.isAtLeast(target).and(reached.not())),
    ),
  }
}

function fitsOf(f: Area, cite: Citation) {
  const label = t('核对：已落实的不多于应落实的', 'Check: not more are done than there are')
  return check('fits', label, f.done.isAtMost(f.all), {
    severity: 'refusal',
    cite,
    message: t('已落实的数大于应落实的数。请核对名单。', 'More are done than there are. Check the list.'),
  })
}

/** Those of the goal, and those that every share has: rounding, nobody at all, what is not known, the first day. */
function examplesOf({ rule, areas, target }: ShareGoal) {
  const given = (done: number, all: number) => ({ done, all, countedOn: '2020-12-31' })
  return [
    ...areas.map(({ rule: other, title, done, all, ...result }) => ({
      rule: other ?? rule,
      ...(title ? { title } : {}),
      given: given(done, all),
      expect: { result: { ...result, moreDecimals: result.reached === none ? none : false, fits: true } },
    })),
    {
      rule: 'AMB-28',
      title: t('12.25% 显示为 12.3%', '12.25% is shown as 12.3%'),
      given: given(49, 400),
      expect: { result: { share: '12.3', reached: false } },
    },
    { rule: 'AMB-28', given: given(1, 3), expect: { result: { share: '33.3' } } },
    { rule: 'AMB-28', given: given(2, 3), expect: { result: { share: '66.7' } } },
    hiddenVerdict(target, given),
    ...loweredTarget(rule, given),
    { rule, given: given(1, 1), expect: { result: { share: '100', reached: true, short: 0, fits: true } } },
    {
      rule: 'CT-23',
      title: t('没有对象：不计比例', 'nobody: no share'),
      given: given(0, 0),
      expect: { result: { share: none, reached: none, moreDecimals: none, short: 0 } },
    },
    {
      rule,
      title: t('已落实的比应落实的多', 'more done than there are'),
      given: given(6, 5),
      expect: { checks: { fits: false }, result: { short: 0 } },
    },
    {
      rule: 'GEN-07',
      title: t('已落实数不详', 'what is done is not known'),
      given: { all: 40, countedOn: '2020-12-31' },
      expect: { missing: ['done'], result: { share: null, reached: null, short: null } },
    },
    {
      rule: 'GEN-12',
      given: { ...given(50, 50), countedOn: since },
      expect: { result: { reached: true } },
    },
    {
      rule: 'GEN-12',
      title: t('默认值起算前一天', 'the day before'),
      given: { ...given(50, 50), countedOn: before },
      expect: { problems: ['policy.notInForce'], missingParameters: ['target'], result: { share: '100' } },
    },
  ]
}

/** One of 20,000 short of the target: 19,999 where it is 100%. */
function hiddenVerdict(target: string, given: (done: number, all: number) => object) {
  return {
    rule: 'AMB-34',
    title: t('差一个，四舍五入后看似达标', 'one short, and rounding would show the target'),
    given: given(Number(target) * 200 - 1, 20000),
    expect: { result: { share: target, reached: false, short: 1, moreDecimals: true } },
  }
}

/** 80% of 3 is 2.4, so three are needed; of 10 it is 8. */
function loweredTarget(rule: string, given: (done: number, all: number) => object) {
  const cases = [
    [1, 3, 2],
    [0, 10, 8],
  ] as const
  return cases.map(([done, all, short]) => ({
    rule,
    title: t('县里把目标定为 80%', 'the county sets the target at 80%'),
    given: given(done, all),
    parameters: { target: '80' },
    expect: { result: { reached: false, short } },
  }))
}
