/** 村就业层面 by the share that works in village enterprises (LS-21). */
import { t } from '#kernel'
import { atLeast, choices, choose, dated, definePolicy, fact, percent, step } from '#policy'
import { clause, since } from './sources.ts'

const tiers = choices({
  tier1: t('第一层面', 'tier 1'),
  tier2: t('第二层面', 'tier 2'),
  tier3: t('第三层面', 'tier 3'),
})
const village = (inVillageEnterprises: number, labour: number) => ({
  inVillageEnterprises,
  labour,
  countedOn: '2019-12-31',
})

export const employmentTier = definePolicy({
  id: 'land-security.employment-tier',
  label: t('村就业层面', 'Employment tier of a village'),
  source: clause.employmentTiers,
  summary: {
    who: t('每个村。', 'Every village.'),
    how: t('按村办企业吸纳劳力的比例分层。', 'By the share of labour in village enterprises.'),
  },
  effective: { from: since },
  facts: {
    inVillageEnterprises: fact.count({ label: t('在本村企业工作的劳动力', 'Labour in village enterprises') }),
    labour: fact.count({ label: t('劳动力', 'Labour') }),
    countedOn: fact.day({ label: t('统计日', 'Day of the count') }),
  },
  parameters: {
    first: dated(percent(80), {
      label: t('第一层面下限', 'Least share of tier 1'),
      from: since,
      cite: clause.employmentTiers,
    }),
    second: dated(percent(30), {
      label: t('第二层面下限', 'Least share of tier 2'),
      from: since,
      cite: clause.employmentTiers,
    }),
  },
  on: (f) => f.countedOn,
  decide: (f, p) => {
    const share = step(
      'share',
      t('在本村企业工作的比例', 'Share in village enterprises'),
      f.inVillageEnterprises.shareOf(f.labour),
    )
    const tier = choose(share)
      .when(atLeast(p.first), tiers.tier1)
      .when(atLeast(p.second), tiers.tier2)
      .otherwise(tiers.tier3)
    return { tier: step('tier', t('层面', 'Tier'), tier, clause.employmentTiers), share }
  },
  examples: [
    {
      rule: 'LS-21',
      title: t('南屯 73.7%：按数字是第二层面（INC-08）', 'Nantun 73.7%: tier 2 by the number (INC-08)'),
      given: village(737, 1000),
      expect: { result: { tier: 'tier2', share: '73.7' } },
    },
    { rule: 'LS-21', given: village(1300, 1764), expect: { result: { tier: 'tier2' } } },
    {
      rule: 'GEN-02',
      title: t('正好 80%', 'exactly 80%'),
      given: village(80, 100),
      expect: { result: { tier: 'tier1' } },
    },
    {
      rule: 'GEN-02',
      title: t('正好 30%', 'exactly 30%'),
      given: village(30, 100),
      expect: { result: { tier: 'tier2' } },
    },
    { rule: 'LS-21', given: village(79, 100), expect: { result: { tier: 'tier2' } } },
    {
      rule: 'LS-21',
      title: t('施行首日', 'on the first day'),
      given: { ...village(29, 100), countedOn: since },
      expect: { result: { tier: 'tier3' } },
    },
    { rule: 'LS-21', given: village(29, 100), expect: { result: { tier: 'tier3' } } },
    { rule: 'LS-21', given: village(0, 0), expect: { problems: ['number.divisionByZero'] } },
  ],
})
