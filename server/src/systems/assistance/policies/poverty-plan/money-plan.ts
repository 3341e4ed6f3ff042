/** 资金安排: villages and liaison points against the total, and the floor of each village (TP-06, INC-22, INC-32). */
import { t } from '#kernel'
import { check, dated, definePolicy, fact, largest, money, step } from '#policy'
import { before, clause, since } from './sources.ts'

const word = { from: since, cite: clause.money }
const plan = {
  villages: 2,
  points: 24,
  total: '1000000.00',
  otherPerVillage: '0.00',
  plannedOn: '2020-01-15',
}

export const moneyPlan = definePolicy({
  id: 'assistance.money-plan',
  label: t('扶贫资金安排', 'Money plan'),
  source: clause.money,
  summary: {
    who: t('省级扶贫村和其他联系点。', 'Provincial poor villages and the other liaison points.'),
    amount: t('每村、每点按标准。', 'The standard per village and per point.'),
    how: t(
      '先算已安排和未安排，再看每村整合投入是否达到下限。',
      'What is assigned and what is not; then whether each village reaches its floor.',
    ),
    paidFrom: t('整合的各单位、各行业资金。', 'Integrated money of units and departments.'),
  },
  effective: { from: since },
  facts: {
    villages: fact.count({ label: t('省级扶贫村', 'Provincial poor villages') }),
    points: fact.count({ label: t('其他联系点', 'Other liaison points') }),
    total: fact.money({ label: t('整合资金总额', 'Integrated money in all') }),
    otherPerVillage: fact.money({ label: t('每村其他项目资金', 'Other project money of each village') }),
    plannedOn: fact.day({ label: t('方案日期', 'Day of the plan') }),
  },
  parameters: {
    perVillage: dated(money('100000.00'), { label: t('每村标准', 'Per village'), ...word }),
    perPoint: dated(money('20000.00'), { label: t('每点标准', 'Per point'), ...word }),
    floor: dated(money('200000.00'), {
      label: t('每村整合投入下限', 'Least money of a village'),
      from: since,
      cite: clause.villages,
    }),
  },
  on: (f) => f.plannedOn,
  decide: (f, p) => {
    const nothing = money('0.00')
    const ofVillages = step(
      'ofVillages',
      t('扶贫村合计', 'Villages'),
      p.perVillage.times(f.villages),
      clause.money,
    )
    const ofPoints = step('ofPoints', t('联系点合计', 'Points'), p.perPoint.times(f.points), clause.money)
    const assigned = step('assigned', t('已安排', 'Assigned'), ofVillages.plus(ofPoints), clause.money)
    const missing = step(
      'missingPerVillage',
      t('每村还差', 'Missing in each village'),
      largest(p.floor.minus(p.perVillage).minus(f.otherPerVillage), nothing),
      clause.villages,
    )
    return {
      ofVillages,
      ofPoints,
      assigned,
      unassigned: step('unassigned', t('未安排', 'Unassigned'), largest(f.total.minus(assigned), nothing)),
      missingPerVillage: missing,
      missing: step('missing', t('各村共差', 'Missing in all'), missing.times(f.villages), clause.villages),
      within: check(
        'within',
        t('核对：安排不超过总额', 'Check: within the total'),
        assigned.isAtMost(f.total),
        {
          severity: 'warning',
          message: t(
            '已安排的资金超过总额。请核减或增加来源。',
            'More is assigned than there is. Cut it or add a source.',
          ),
          cite: clause.money,
        },
      ),
    }
  },
  examples: [
    {
      rule: 'TP-06',
      title: t('68 万元已安排，32 万元未安排', '680,000 assigned, 320,000 not'),
      given: plan,
      expect: {
        result: {
          ofVillages: '200000.00',
          ofPoints: '480000.00',
          assigned: '680000.00',
          unassigned: '320000.00',
          missingPerVillage: '100000.00',
          missing: '200000.00',
          within: true,
        },
      },
    },
    {
      rule: 'TP-06',
      title: t('每村另有 10 万元：达到下限', 'each village has 100,000 more: the floor is reached'),
      given: { ...plan, otherPerVillage: '100000.00' },
      expect: { result: { missingPerVillage: '0.00', missing: '0.00' } },
    },
    {
      rule: 'GEN-02',
      title: t('差一分', 'a fen short'),
      given: { ...plan, otherPerVillage: '99999.99' },
      expect: { result: { missingPerVillage: '0.01', missing: '0.02' } },
    },
    {
      rule: 'TP-06',
      title: t('超过下限不出现负数', 'above the floor nothing falls below 0'),
      given: { ...plan, otherPerVillage: '150000.00' },
      expect: { result: { missingPerVillage: '0.00' } },
    },
    {
      rule: 'VR-08',
      title: t('正好安排完', 'all of it assigned'),
      given: { ...plan, total: '680000.00' },
      expect: { result: { unassigned: '0.00' }, checks: { within: true } },
    },
    {
      rule: 'VR-08',
      title: t('多安排一分', 'a fen more than there is'),
      given: { ...plan, total: '679999.99' },
      expect: { result: { unassigned: '0.00' }, checks: { within: false } },
    },
    {
      rule: 'TP-06',
      title: t('一个村也没有', 'no village'),
      given: { ...plan, villages: 0, points: 0 },
      expect: { result: { assigned: '0.00', unassigned: '1000000.00', missing: '0.00' } },
    },
    {
      rule: 'GEN-07',
      title: t('其他项目资金不详', 'other money not known'),
      given: { ...plan, otherPerVillage: undefined },
      expect: { missing: ['otherPerVillage'], result: { assigned: '680000.00', missing: null } },
    },
    { rule: 'GEN-12', given: { ...plan, plannedOn: since }, expect: { result: { missing: '200000.00' } } },
    {
      rule: 'GEN-12',
      title: t('默认值起算前一天', 'the day before'),
      given: { ...plan, plannedOn: before },
      expect: { problems: ['policy.notInForce'], missingParameters: ['floor', 'perPoint', 'perVillage'] },
    },
  ],
})
