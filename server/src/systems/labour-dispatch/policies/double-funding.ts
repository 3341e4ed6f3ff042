/** 两项补助同人同年: both may be paid as they come from different funds; the overlap is always shown (LM-12, AMB-04, AMB-46). */
import { t } from '#kernel'
import type { MoneyTerm } from '#policy'
import {
  allOf,
  applies,
  choices,
  choose,
  dated,
  definePolicy,
  fact,
  notApplicable,
  step,
  sumOf,
} from '#policy'
import { clause, none, since } from './sources.ts'

const rules = choices({
  allowed: t('可以同时补', 'both may be paid'),
  higher: t('只补高的一项', 'only the higher is paid'),
})
const on = '2023-12-31'
const grants = (amountA: unknown, amountB: unknown) => ({ amountA, amountB, decidedOn: on })
const forbidden = { rule: 'higher' }

export const doubleFunding = definePolicy({
  id: 'labour-dispatch.double-funding',
  label: t('两项补助同人同年', 'Both grants for one person and year'),
  source: clause.grantB,
  summary: {
    who: t('同一年两项补助都符合条件的人。', 'Persons for whom both grants are due in one year.'),
    amount: t(
      '默认两项都补；参数改为不可以时，只补高的一项。',
      'Both by default; where the parameter forbids it, the higher one only.',
    ),
    how: t('先看是否重叠，再按参数定补哪一项。', 'The overlap is shown, then the parameter decides.'),
    paidFrom: t('两项各由各的资金付。', 'Each from its own fund.'),
  },
  effective: { from: since },
  facts: {
    amountA: fact.money({ label: t('就业创业服务补助', 'Grant A') }),
    amountB: fact.money({ label: t('转移就业服务补贴', 'Grant B') }),
    decidedOn: fact.day({ label: t('审核日', 'Day of the decision') }),
  },
  parameters: {
    rule: dated(rules.allowed, {
      label: t('同人同年能否都补', 'Both for one person and year'),
      from: since,
      cite: clause.grantB,
      question: 'AMB-04',
    }),
  },
  on: (f) => f.decidedOn,
  decide: (f, p) => {
    const overlap = step(
      'overlap',
      t('两项重叠', 'Both are due'),
      allOf(applies(f.amountA), applies(f.amountB)),
      clause.grantB,
    )
    const forbid = allOf(overlap, p.rule.is('higher'))
    // AMB-46. Of equal amounts the one that names more conditions is paid.
    const bHigher = allOf(forbid, f.amountA.isAtMost(f.amountB))
    const aHigher = allOf(forbid, f.amountA.isAbove(f.amountB))
    const unless = (condition: typeof forbid, amount: MoneyTerm) =>
      choose().when(condition, notApplicable(amount)).otherwise(amount)
    const paidA = step('paidA', t('实补就业创业服务补助', 'Grant A paid'), unless(bHigher, f.amountA))
    const paidB = step('paidB', t('实补转移就业服务补贴', 'Grant B paid'), unless(aHigher, f.amountB))
    return {
      overlap,
      paidA,
      paidB,
      total: step('total', t('两项合计', 'In all'), sumOf(paidA, paidB), clause.grantB),
    }
  },
  examples: [
    {
      rule: 'LM-12',
      given: grants('100.00', '600.00'),
      expect: { result: { overlap: true, paidA: '100.00', paidB: '600.00', total: '700.00' } },
    },
    {
      rule: 'AMB-46',
      title: t('不可以同时：补高的', 'forbidden: the higher'),
      given: grants('100.00', '600.00'),
      parameters: forbidden,
      expect: { result: { overlap: true, paidA: none, paidB: '600.00', total: '600.00' } },
    },
    {
      rule: 'AMB-46',
      title: t('另一项高', 'the other is higher'),
      given: grants('100.00', '99.99'),
      parameters: forbidden,
      expect: { result: { paidA: '100.00', paidB: none, total: '100.00' } },
    },
    {
      rule: 'AMB-46',
      title: t('一样高：只补一项', 'equal: one only'),
      given: grants('100.00', '100.00'),
      parameters: forbidden,
      expect: { result: { paidA: none, paidB: '100.00', total: '100.00' } },
    },
    ...[undefined, forbidden].flatMap((parameters) => [
      {
        rule: 'LM-12',
        title: t('只有一项', 'one only'),
        given: grants('100.00', none),
        parameters,
        expect: { result: { overlap: false, paidA: '100.00', paidB: none, total: '100.00' } },
      },
      {
        rule: 'LM-12',
        given: grants(none, '400.00'),
        parameters,
        expect: { result: { overlap: false, paidA: none, paidB: '400.00', total: '400.00' } },
      },
    ]),
    {
      rule: 'LM-12',
      title: t('都没有', 'neither'),
      given: grants(none, none),
      expect: { result: { overlap: false, paidA: none, paidB: none, total: none } },
    },
    {
      rule: 'GEN-07',
      title: t('一项金额不详', 'one amount not known'),
      given: { amountA: '100.00', decidedOn: on },
      expect: { missing: ['amountB'], result: { overlap: null, paidA: '100.00', total: null } },
    },
    {
      rule: 'GEN-12',
      given: { ...grants('100.00', '600.00'), decidedOn: since },
      expect: { result: { total: '700.00' } },
    },
    {
      rule: 'GEN-12',
      title: t('发文前一天', 'the day before the issue'),
      given: { ...grants('100.00', '600.00'), decidedOn: '2023-08-23' },
      expect: { problems: ['policy.notInForce'], missingParameters: ['rule'], result: { overlap: true } },
    },
  ],
})
