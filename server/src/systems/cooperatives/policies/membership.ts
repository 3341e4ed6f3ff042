/** 成员构成: least members, farmers' share, unit members (AH-06). */
import { t } from '#kernel'
import type { BooleanTerm } from '#policy'
import { allOf, atMost, check, choose, count, dated, definePolicy, fact, percent, step } from '#policy'
import { countBase, oneDecimal } from '../../shown.ts'
import { clause, lawSince, none } from './sources.ts'

const limit = (value: number, zh: string, en: string) =>
  dated(count(value), { label: t(zh, en), from: lawSince, cite: clause.members })
const share = (value: number, zh: string, en: string) =>
  dated(percent(value), { label: t(zh, en), from: lawSince, cite: clause.members })

const words = {
  enough: {
    label: t('核对：成员不少于最少人数', 'Check: enough members'),
    message: t('成员人数少于规定。请补足成员。', 'There are fewer members than required. Find more.'),
  },
  farmersEnough: {
    label: t('核对：农民成员比例', 'Check: share of farmers'),
    message: t(
      '农民成员比例低于规定。请调整成员构成。',
      'The share of farmers is below its floor. Adjust the membership.',
    ),
  },
  unitsWithin: {
    label: t('核对：单位成员不超过上限', 'Check: unit members within their cap'),
    message: t(
      '单位成员多于规定。请调整成员构成。',
      'There are too many unit members. Adjust the membership.',
    ),
  },
} as const

const of = (members: number, farmers: number, units: number) => ({ members, farmers, units, onDay: lawSince })

export const membership = definePolicy({
  id: 'cooperatives.membership',
  label: t('合作社成员构成', 'Membership of a cooperative'),
  source: clause.members,
  summary: {
    who: t('每个合作社。', 'Every cooperative.'),
    how: t(
      '成员人数、农民比例、单位成员数都合规定才算合格。',
      'Lawful when members, farmers and unit members each keep their limit.',
    ),
  },
  effective: { from: lawSince },
  facts: {
    members: fact.count({ label: t('成员总数', 'Members') }),
    farmers: fact.count({ label: t('农民成员', 'Farmer members') }),
    units: fact.count({ label: t('单位成员', 'Unit members') }),
    onDay: fact.day({ label: t('检查日', 'Day of the check') }),
  },
  parameters: {
    least: limit(5, '最少成员数', 'Least members'),
    farmerShare: share(80, '农民成员最低比例', 'Least share of farmers'),
    small: limit(20, '小社成员上限', 'A small cooperative has at most'),
    smallUnits: limit(1, '小社单位成员上限', 'Unit members of a small one'),
    unitShare: share(5, '其他合作社单位成员上限', 'Most unit members of others'),
  },
  on: (f) => f.onDay,
  decide: (f, p) => {
    const base = countBase(f.members)
    const allowed = choose(f.members)
      .when(atMost(p.small), p.smallUnits)
      .otherwise(f.members.times(p.unitShare, 'floor'))
    const most = step('unitsAllowed', t('单位成员最多', 'Most unit members'), allowed, clause.members)
    const rules = {
      enough: rule('enough', f.members.isAtLeast(p.least)),
      farmersEnough: rule('farmersEnough', f.farmers.isAtLeast(f.members.times(p.farmerShare, 'ceil'))),
      unitsWithin: rule('unitsWithin', f.units.isAtMost(most)),
    }
    return {
      lawful: step(
        'lawful',
        t('成员构成合规', 'Membership is lawful'),
        allOf(...Object.values(rules)),
        clause.members,
      ),
      ...rules,
      unitsAllowed: most,
      farmerPercent: step(
        'farmerPercent',
        t('农民成员比例', 'Share of farmers'),
        oneDecimal(f.farmers.shareOf(base)),
      ),
      unitPercent: step(
        'unitPercent',
        t('单位成员比例', 'Share of units'),
        oneDecimal(f.units.shareOf(base)),
      ),
    }
  },
  examples: [
    {
      rule: 'AH-06',
      title: t('40 人中 3 个单位，7.5%', '3 units of 40 are 7.5%'),
      given: of(40, 37, 3),
      expect: {
        result: { lawful: false, unitPercent: '7.5', farmerPercent: '92.5', unitsAllowed: 2 },
        checks: { unitsWithin: false },
      },
    },
    {
      rule: 'AH-06',
      title: t('44 人中 2 个单位，4.545…%', '2 units of 44 are 4.545…%'),
      given: of(44, 42, 2),
      expect: { result: { lawful: true, unitPercent: '4.5', farmerPercent: '95.5', unitsAllowed: 2 } },
    },
    {
      rule: 'AH-06',
      given: of(40, 38, 2),
      expect: { result: { lawful: true, unitPercent: '5', farmerPercent: '95' } },
    },
    {
      rule: 'AH-06',
      title: t('120 人：农民 114，单位 6', '120: 114 farmers, 6 units'),
      given: of(120, 114, 6),
      expect: { result: { lawful: true, farmerPercent: '95', unitPercent: '5', unitsAllowed: 6 } },
    },
    {
      rule: 'AH-06',
      given: of(120, 113, 7),
      expect: { result: { lawful: false }, checks: { unitsWithin: false } },
    },
    { rule: 'AH-06', given: of(20, 19, 1), expect: { result: { lawful: true, unitsAllowed: 1 } } },
    {
      rule: 'AH-06',
      given: of(20, 18, 2),
      expect: { result: { lawful: false }, checks: { unitsWithin: false } },
    },
    { rule: 'AH-06', given: of(19, 18, 1), expect: { result: { lawful: true, unitsAllowed: 1 } } },
    {
      rule: 'AH-06',
      given: of(21, 20, 1),
      expect: { result: { lawful: true, unitsAllowed: 1, unitPercent: '4.8' } },
    },
    {
      rule: 'AH-06',
      title: t('39 人的 5% 是 1.95，只能 1 个', '5% of 39 is 1.95: one unit only'),
      given: of(39, 37, 2),
      expect: { result: { lawful: false, unitsAllowed: 1 } },
    },
    { rule: 'AH-06', given: of(5, 4, 1), expect: { result: { lawful: true, farmerPercent: '80' } } },
    {
      rule: 'AH-06',
      given: of(5, 3, 1),
      expect: { result: { lawful: false }, checks: { farmersEnough: false } },
    },
    {
      rule: 'AH-06',
      title: t('44 人的八成是 35.2，35 人不够', '80% of 44 is 35.2: 35 are not enough'),
      given: of(44, 35, 2),
      expect: { result: { lawful: false }, checks: { farmersEnough: false } },
    },
    { rule: 'AH-06', given: of(44, 36, 2), expect: { result: { lawful: true, farmerPercent: '81.8' } } },
    { rule: 'AH-06', given: of(4, 4, 0), expect: { result: { lawful: false }, checks: { enough: false } } },
    {
      rule: 'CT-23',
      given: of(0, 0, 0),
      expect: { result: { lawful: false, farmerPercent: none, unitPercent: none } },
    },
    { rule: 'AH-06', given: of(1, 1, 0), expect: { result: { farmerPercent: '100', unitPercent: '0' } } },
    {
      rule: 'AMB-28',
      given: of(400, 351, 49),
      expect: { result: { farmerPercent: '87.8', unitPercent: '12.3' } },
    },
    {
      rule: 'AMB-28',
      given: of(400, 49, 1),
      expect: { result: { farmerPercent: '12.3', unitPercent: '0.3' } },
    },
    {
      rule: 'AMB-28',
      given: of(3000, 2999, 1),
      expect: { result: { farmerPercent: '100', unitPercent: '0' } },
    },
    {
      rule: 'AH-06',
      given: of(1000, 799, 50),
      expect: { result: { lawful: false, unitsAllowed: 50 }, checks: { farmersEnough: false } },
    },
    {
      rule: 'AH-06',
      given: of(1000, 800, 51),
      expect: { result: { lawful: false }, checks: { farmersEnough: true, unitsWithin: false } },
    },
    {
      rule: 'GEN-02',
      title: t(
        '若小社可有 2 个单位：20 人是小社，21 人不是',
        'if a small one may have two: 20 members are small, 21 are not',
      ),
      given: of(20, 18, 2),
      parameters: { smallUnits: 2 },
      expect: { result: { lawful: true, unitsAllowed: 2 } },
    },
    {
      rule: 'GEN-02',
      given: of(21, 19, 2),
      parameters: { smallUnits: 2 },
      expect: { result: { lawful: false, unitsAllowed: 1 } },
    },
    {
      rule: 'AH-06',
      title: t('4 人已能判断不合规', 'four members decide already'),
      given: { members: 4, onDay: lawSince },
      expect: { missing: ['farmers', 'units'], result: { lawful: false } },
    },
  ],
})

function rule(id: keyof typeof words, holds: BooleanTerm) {
  const { label, message } = words[id]
  return check(id, label, holds, { severity: 'refusal', message, cite: clause.members })
}
