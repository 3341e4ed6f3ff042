/** 项目出资核对: the sources of a project against its cost (DX-01, AMB-48). */
import { t } from '#kernel'
import {
  applies,
  byChoice,
  choices,
  choose,
  count,
  dated,
  definePolicy,
  fact,
  ifApplies,
  money,
  onlyIf,
  step,
} from '#policy'
import { clause, none, since } from './sources-village.ts'
import { fundingSources } from './words-village.ts'

const verdicts = choices({
  agrees: t('出资与造价一致', 'sources and cost agree'),
  incomplete: t('出资来源不全', 'sources incomplete'),
  mismatch: t('出资与造价不一致', 'sources and cost differ'),
  noCost: t('未列造价', 'no cost given'),
})
const zeroCost = choices({
  agrees: t('视为一致', 'agrees'),
  incomplete: t('视为不全', 'is incomplete'),
})

const project = (cost: unknown, amounts: Record<string, string>) => ({
  cost,
  sources: Object.entries(amounts).map(([source, amount]) => ({ source, amount })),
  plannedOn: since,
})
const agrees = (cost: string, amounts: Record<string, string>) => ({
  rule: 'DX-01',
  given: project(cost, amounts),
  expect: { result: { verdict: 'agrees', assigned: cost, difference: '0.00' } },
})

export const projectSources = definePolicy({
  id: 'assistance.project-sources',
  label: t('项目出资核对', 'Sources of a project against its cost'),
  source: clause.projects,
  summary: {
    who: t('每个帮扶项目。', 'Every assistance project.'),
    how: t(
      '各来源出资合计应等于造价；一项来源也没有的是“不全”，不是 0。',
      'The sources must add up to the cost; none at all is incomplete, not 0.',
    ),
  },
  effective: { from: since },
  facts: {
    cost: fact.money({ label: t('工程造价（未列的填不适用）', 'Cost (not applicable where none is given)') }),
    sources: fact.list({
      label: t('出资来源', 'Sources'),
      fields: {
        source: fact.choice({ label: t('来源', 'Source'), options: fundingSources }),
        amount: fact.money({ label: t('出资额', 'Amount') }),
      },
    }),
    plannedOn: fact.day({ label: t('方案日期', 'Day of the plan') }),
  },
  parameters: {
    zeroCost: dated(zeroCost.agrees, {
      label: t('造价为 0 且无出资', 'Cost 0 without sources'),
      from: since,
      cite: clause.projects,
      question: 'AMB-48',
    }),
  },
  on: (f) => f.plannedOn,
  decide: (f, p) => {
    const assigned = step(
      'assigned',
      t('已落实出资', 'Assigned'),
      f.sources.sum((one) => one.amount),
      clause.projects,
    )
    const costless = byChoice(p.zeroCost, { agrees: verdicts.agrees, incomplete: verdicts.incomplete })
    const verdict = choose()
      .when(f.sources.count().isAbove(count(0)).and(assigned.is(f.cost)), verdicts.agrees)
      .when(f.sources.count().isAbove(count(0)), verdicts.mismatch)
      .when(f.cost.is(money('0.00')), costless)
      .otherwise(verdicts.incomplete)
    const difference = onlyIf(applies(f.cost), f.cost.minus(assigned))
    return {
      verdict: step(
        'verdict',
        t('核对结果', 'Verdict'),
        ifApplies(f.cost, verdict, verdicts.noCost),
        clause.projects,
      ),
      assigned,
      difference: step('difference', t('造价减出资', 'Cost less sources'), difference),
    }
  },
  examples: [
    agrees('280000.00', { province: '200000.00', unit: '80000.00' }),
    agrees('800000.00', {
      province: '320000.00',
      city: '160000.00',
      district: '160000.00',
      village: '160000.00',
    }),
    agrees('60000.00', { city: '50000.00', district: '10000.00' }),
    agrees('167000.00', { district: '43000.00', village: '124000.00' }),
    agrees('100000.00', { city: '100000.00' }),
    agrees('40000.00', { province: '10000.00', city: '18400.00', district: '5200.00', unit: '6400.00' }),
    agrees('6000.00', { province: '6000.00' }),
    agrees('30000.00', { unit: '30000.00' }),
    {
      rule: 'DX-01',
      title: t('第 10 项：造价 10 万，没有出资', 'project 10: cost 100,000, no source'),
      given: project('100000.00', {}),
      expect: { result: { verdict: 'incomplete', assigned: '0.00', difference: '100000.00' } },
    },
    {
      rule: 'DX-01',
      title: t('第 6、8 项：未列造价', 'projects 6 and 8: no cost given'),
      given: project(none, {}),
      expect: { result: { verdict: 'noCost', difference: none } },
    },
    {
      rule: 'AMB-48',
      given: project('0.00', {}),
      expect: { result: { verdict: 'agrees', difference: '0.00' } },
    },
    {
      rule: 'AMB-48',
      given: project('0.00', {}),
      parameters: { zeroCost: 'incomplete' },
      expect: { result: { verdict: 'incomplete' } },
    },
    { rule: 'AMB-48', given: project('0.01', {}), expect: { result: { verdict: 'incomplete' } } },
    {
      rule: 'DX-01',
      title: t('少一分', 'one fen short'),
      given: project('6000.00', { province: '5999.99' }),
      expect: { result: { verdict: 'mismatch', difference: '0.01' } },
    },
    {
      rule: 'DX-01',
      given: project('6000.00', { province: '6000.01' }),
      expect: { result: { verdict: 'mismatch', difference: '-0.01' } },
    },
    {
      rule: 'DX-01',
      given: project('0.00', { society: '1.00' }),
      expect: { result: { verdict: 'mismatch' } },
    },
    {
      rule: 'GEN-07',
      title: t('一笔出资额不详', 'one amount unknown'),
      given: { cost: '6000.00', sources: [{ source: 'province' }], plannedOn: since },
      expect: { missing: ['sources[0].amount'] },
    },
    { rule: 'DX-01', given: { cost: '6000.00', plannedOn: since }, expect: { missing: ['sources'] } },
  ],
})
