/** 三会一章规范率 of one area against its target (CQ-02). */
import { t } from '#kernel'
import { applies, count, dated, definePolicy, fact, largest, onlyIf, percent, step, theDay } from '#policy'
import { countBase, oneDecimal } from '../../shown.ts'
import { clause, none, planSince } from './sources.ts'
import { countedOn, progressOf } from './words.ts'

const area = (complete: number, active: number, day = '2023-12-31') => ({ complete, active, countedOn: day })

export const standardShare = definePolicy({
  id: 'cooperatives.standard-share',
  label: t('三会一章规范率', 'Share of cooperatives with the three meetings and the charter'),
  source: clause.targets,
  summary: {
    who: t('每个县、乡镇。', 'Every county and township.'),
    how: t(
      '规范的合作社数除以在营合作社数，与目标比例比较。',
      'Those up to standard over the active ones, against the target.',
    ),
  },
  effective: { from: planSince },
  facts: {
    complete: fact.count({ label: t('三会一章规范的合作社', 'Cooperatives up to standard') }),
    active: fact.count({ label: t('在营合作社', 'Active cooperatives') }),
    countedOn,
  },
  parameters: {
    target: dated(percent(80), {
      label: t('目标比例', 'Target share'),
      from: planSince,
      cite: clause.targets,
    }),
    dueOn: dated(theDay('2023-12-31'), {
      label: t('到期日', 'Due on'),
      from: planSince,
      cite: clause.targets,
    }),
  },
  on: (f) => f.countedOn,
  decide: (f, p) => {
    const base = countBase(f.active)
    const exact = step('exact', t('规范率（精确）', 'Share, exact'), f.complete.shareOf(base))
    const lacking = largest(f.active.times(p.target, 'ceil').minus(f.complete), count(0))
    const stands = progressOf(exact.isAtLeast(p.target), { countedOn: f.countedOn, dueOn: p.dueOn })
    return {
      share: step('share', t('规范率', 'Share'), oneDecimal(exact), clause.targets),
      status: step('status', t('达标情况', 'How it stands'), onlyIf(applies(base), stands), clause.targets),
      short: step('short', t('还差家数', 'Still lacking'), lacking),
    }
  },
  examples: [
    {
      rule: 'CQ-02',
      given: area(412, 515),
      expect: { result: { share: '80', status: 'reached', short: 0 } },
    },
    { rule: 'CQ-02', given: area(411, 515), expect: { result: { share: '79.8', status: 'open', short: 1 } } },
    {
      rule: 'CQ-02',
      given: area(411, 515, '2024-01-01'),
      expect: { result: { status: 'overdue', short: 1 } },
    },
    { rule: 'CQ-02', given: area(412, 515, '2024-01-01'), expect: { result: { status: 'reached' } } },
    {
      rule: 'AMB-34',
      title: t('79.96% 印成 80.0%，仍未达标', '79.96% prints as 80.0% and is still not reached'),
      given: area(1999, 2500, '2021-01-01'),
      expect: { result: { share: '80', status: 'open', short: 1 } },
    },
    {
      rule: 'AMB-28',
      title: t('12.25% 四舍五入为 12.3%', '12.25% prints as 12.3%'),
      given: area(49, 400),
      expect: { result: { share: '12.3', short: 271 } },
    },
    {
      rule: 'CQ-02',
      title: t('3 家的八成是 2.4，要 3 家', '80% of 3 is 2.4: three are needed'),
      given: area(2, 3),
      expect: { result: { share: '66.7', status: 'open', short: 1 } },
    },
    {
      rule: 'CQ-02',
      title: t('超过目标不倒欠', 'more than the target is not a negative lack'),
      given: area(415, 515),
      expect: { result: { share: '80.6', status: 'reached', short: 0 } },
    },
    { rule: 'CQ-02', given: area(1, 1), expect: { result: { share: '100', status: 'reached', short: 0 } } },
    {
      rule: 'CT-23',
      title: t('没有在营合作社，不计比例', 'no active cooperative: no share'),
      given: area(0, 0),
      expect: { result: { share: none, status: none, short: 0 } },
    },
    { rule: 'CQ-02', given: { active: 515, countedOn: '2023-12-31' }, expect: { missing: ['complete'] } },
  ],
})
