/** 更换帮扶人: three years fixed; only the named causes, an age exemption at the yearly review (PR-03, PR-05). */
import { t } from '#kernel'
import { allOf, anyOf, choices, choose, count, dated, days, definePolicy, fact, step, years } from '#policy'
import { before, clause, since } from './sources.ts'

const conclusions = choices({
  allowed: t('可以更换', 'may be replaced'),
  over: t('三年期满且已脱贫，结对结束', 'the term is over and the household out of poverty'),
  wait: t('到龄的等下次年度复核', 'an age exemption waits for the yearly review'),
  fixed: t('三年不变，不能更换', 'fixed for the term'),
})
const paired = {
  pairedOn: '2020-06-01',
  onDay: '2021-03-01',
  outOfPoverty: false,
  cause: 'transfer',
  atReview: false,
}
const conclusion = (of: string) => ({ conclusion: of, mayChange: of === 'allowed' || of === 'over' })

export const pairingReplacement = definePolicy({
  id: 'assistance.pairing-replacement',
  label: t('更换帮扶人', 'Replacement of a helper'),
  source: clause.term,
  summary: {
    who: t('结对期内的帮扶人和贫困户。', 'Helpers and households of a pairing.'),
    how: t(
      '三年不变；退休、调离、去世可以更换，到龄免除在年度复核时更换，接任者接手原户。',
      'Fixed for three years; retirement, transfer and death allow a replacement, age at the yearly review; the successor takes the household over.',
    ),
  },
  effective: { from: since },
  facts: {
    pairedOn: fact.day({ label: t('结对日', 'Day of the pairing') }),
    onDay: fact.day({ label: t('申请日', 'Day of the request') }),
    outOfPoverty: fact.boolean({ label: t('该户已脱贫', 'The household is out of poverty') }),
    cause: fact.choice({
      label: t('更换原因', 'Cause'),
      options: {
        retirement: t('退休', 'retirement'),
        transfer: t('调离', 'transfer'),
        death: t('去世', 'death'),
        age: t('到龄免除', 'age exemption'),
        other: t('其他', 'other'),
      },
    }),
    atReview: fact.boolean({ label: t('年度复核时提出', 'At the yearly review') }),
    helpers: fact.count({ label: t('该户现有帮扶责任人', 'Responsible helpers of the household') }),
  },
  parameters: {
    term: dated(years(3), { label: t('结对年限', 'Term'), from: since, cite: clause.term }),
    helpers: dated(count(1), {
      label: t('每户帮扶责任人', 'Responsible helpers of a household'),
      from: since,
      cite: clause.term,
    }),
  },
  on: (f) => f.onDay,
  decide: (f, p) => {
    const lastDay = step(
      'lastDay',
      t('结对期止', 'Last day of the term'),
      f.pairedOn.plusMonths(p.term).minusDays(days(1)),
      clause.term,
    )
    const over = allOf(f.onDay.isAbove(lastDay), f.outOfPoverty)
    const named = f.cause.isOneOf('retirement', 'transfer', 'death')
    const found = choose()
      .when(over, conclusions.over)
      .when(anyOf(named, allOf(f.cause.is('age'), f.atReview)), conclusions.allowed)
      .when(f.cause.is('age'), conclusions.wait)
      .otherwise(conclusions.fixed)
    const conclusion = step('conclusion', t('结论', 'Conclusion'), found, clause.term)
    return {
      mayChange: step('mayChange', t('可以变动', 'May change'), conclusion.isOneOf('allowed', 'over')),
      conclusion,
      lastDay,
      oneHelper: step(
        'oneHelper',
        t('该户帮扶责任人数符合', 'As many helpers as there should be'),
        f.helpers.is(p.helpers),
        clause.term,
      ),
    }
  },
  examples: [
    ...(
      [
        [{}, 'allowed'],
        [{ cause: 'retirement' }, 'allowed'],
        [{ cause: 'death' }, 'allowed'],
        [{ cause: 'other' }, 'fixed'],
        [{ cause: 'other', atReview: true }, 'fixed'],
        [{ cause: 'other', outOfPoverty: true }, 'fixed'],
        [{ cause: 'other', outOfPoverty: true, onDay: '2023-05-31' }, 'fixed'],
        [{ cause: 'other', outOfPoverty: true, onDay: '2023-06-01' }, 'over'],
        [{ cause: 'other', onDay: '2023-06-01' }, 'fixed'],
      ] as const
    ).map(([change, of]) => ({
      rule: 'PR-03',
      given: { ...paired, helpers: 1, ...change },
      expect: { result: { ...conclusion(of), lastDay: '2023-05-31', oneHelper: true } },
    })),
    {
      rule: 'PR-05',
      title: t('到龄，不在复核时', 'of age between two reviews'),
      given: { ...paired, cause: 'age', helpers: 1 },
      expect: { result: conclusion('wait') },
    },
    {
      rule: 'PR-05',
      title: t('到龄，在复核时', 'of age at the review'),
      given: { ...paired, cause: 'age', atReview: true, helpers: 1 },
      expect: { result: conclusion('allowed') },
    },
    ...[0, 2].map((helpers) => ({
      rule: 'PR-05',
      title: t('没有帮扶人，或有两个', 'no helper, or two'),
      given: { ...paired, helpers },
      expect: { result: { oneHelper: false } },
    })),
    {
      rule: 'GEN-07',
      title: t('原因不详', 'cause not known'),
      given: { ...paired, cause: undefined, helpers: 1 },
      expect: { missing: ['cause'], result: { conclusion: null, mayChange: null } },
    },
    {
      rule: 'GEN-12',
      given: { ...paired, pairedOn: '2018-06-01', onDay: since, helpers: 1 },
      expect: { result: { lastDay: '2021-05-31', oneHelper: true } },
    },
    {
      rule: 'GEN-12',
      title: t('默认值起算前一天', 'the day before'),
      given: { ...paired, pairedOn: '2018-06-01', onDay: before, helpers: 1 },
      expect: { problems: ['policy.notInForce'], missingParameters: ['helpers', 'term'] },
    },
  ],
})
