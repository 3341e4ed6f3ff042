/** 农产品可追溯平台入网率: every demonstration cooperative by the due date (CQ-04). */
import { t } from '#kernel'
import {
  applies,
  check,
  count,
  dated,
  definePolicy,
  fact,
  largest,
  onlyIf,
  percent,
  step,
  theDay,
} from '#policy'
import { countBase, oneDecimal } from '../../shown.ts'
import { clause, none, planSince } from './sources.ts'
import { countedOn, progressOf } from './words.ts'

const area = (enrolled: number, demonstration: number, day = '2021-10-31') => ({
  enrolled,
  demonstration,
  countedOn: day,
})

export const traceability = definePolicy({
  id: 'cooperatives.traceability',
  label: t('示范社纳入可追溯平台', 'Demonstration cooperatives in the traceability platform'),
  source: clause.traceability,
  summary: {
    who: t('国家、省、市、县级示范社。', 'Demonstration cooperatives of every level.'),
    how: t(
      '已入网家数除以示范社家数，到期应达到目标比例。',
      'Those enrolled over all of them; the target must be met by the due date.',
    ),
  },
  effective: { from: planSince },
  facts: {
    demonstration: fact.count({ label: t('示范社家数', 'Demonstration cooperatives') }),
    enrolled: fact.count({ label: t('已纳入平台家数', 'Enrolled in the platform') }),
    countedOn,
  },
  parameters: {
    target: dated(percent(100), {
      label: t('目标比例', 'Target share'),
      from: planSince,
      cite: clause.traceability,
    }),
    dueOn: dated(theDay('2021-10-31'), {
      label: t('到期日', 'Due on'),
      from: planSince,
      cite: clause.traceability,
    }),
  },
  on: (f) => f.countedOn,
  decide: (f, p) => {
    const base = countBase(f.demonstration)
    const exact = step('exact', t('入网率（精确）', 'Share, exact'), f.enrolled.shareOf(base))
    const stands = progressOf(exact.isAtLeast(p.target), { countedOn: f.countedOn, dueOn: p.dueOn })
    const fits = check(
      'fits',
      t('核对：入网家数不多于示范社家数', 'Check: no more enrolled than there are'),
      f.enrolled.isAtMost(f.demonstration),
      {
        severity: 'refusal',
        message: t(
          '已纳入平台家数多于示范社家数。请核对名单。',
          'More are enrolled than there are demonstration cooperatives. Check the list.',
        ),
        cite: clause.traceability,
      },
    )
    return {
      share: step('share', t('入网率', 'Share enrolled'), oneDecimal(exact), clause.traceability),
      outside: step(
        'outside',
        t('未纳入家数', 'Not enrolled'),
        largest(f.demonstration.minus(f.enrolled), count(0)),
      ),
      status: step(
        'status',
        t('达标情况', 'How it stands'),
        onlyIf(applies(base), stands),
        clause.traceability,
      ),
      fits,
    }
  },
  examples: [
    {
      rule: 'CQ-04',
      given: area(34, 36),
      expect: { result: { share: '94.4', outside: 2, status: 'open', fits: true } },
    },
    {
      rule: 'CQ-04',
      given: area(34, 36, '2021-11-01'),
      expect: { result: { outside: 2, status: 'overdue' } },
    },
    {
      rule: 'CQ-04',
      given: area(36, 36, '2021-11-01'),
      expect: { result: { share: '100', outside: 0, status: 'reached' } },
    },
    {
      rule: 'CQ-04',
      given: area(35, 36, '2021-01-01'),
      expect: { result: { share: '97.2', outside: 1, status: 'open' } },
    },
    {
      rule: 'AMB-34',
      title: t('99.96% 印成 100.0%，仍未达标', '99.96% prints as 100.0% and is still not reached'),
      given: area(2499, 2500),
      expect: { result: { share: '100', outside: 1, status: 'open' } },
    },
    { rule: 'CQ-04', given: area(1, 1), expect: { result: { status: 'reached' }, checks: { fits: true } } },
    { rule: 'AMB-28', given: area(49, 400), expect: { result: { share: '12.3', outside: 351 } } },
    {
      rule: 'CT-23',
      title: t('没有示范社', 'no demonstration cooperative'),
      given: area(0, 0),
      expect: { result: { share: none, outside: 0, status: none } },
    },
    {
      rule: 'CQ-04',
      title: t('多报', 'more than there are'),
      given: area(37, 36),
      expect: { result: { outside: 0 }, checks: { fits: false } },
    },
    {
      rule: 'CQ-04',
      given: { demonstration: 36, countedOn: '2021-10-31' },
      expect: { missing: ['enrolled'] },
    },
  ],
})
