/** 精准扶贫对象: five conditions, all of them needed (TP-01, AMB-05). */
import { t } from '#kernel'
import {
  allOf,
  boolean,
  choices,
  choose,
  completedYears,
  dated,
  definePolicy,
  fact,
  step,
  years,
} from '#policy'
import { before, clause, since } from './sources.ts'

const reasons = choices({
  eligible: t('五项都符合', 'all five conditions met'),
  tooOld: t('主要劳动力超过年龄', 'the main labourer is above the age'),
  unable: t('没有劳动能力', 'not able to work'),
  noWish: t('没有脱贫愿望', 'no wish to leave poverty'),
  aboveLine: t('在扶贫标准线以上', 'not below the line'),
  notRegistered: t('当年没有建档立卡', "not in the year's list"),
})
const household = {
  mainLabourerBorn: '1960-05-01',
  ableToWork: true,
  wish: true,
  belowLine: true,
  registered: true,
  onDay: '2020-12-31',
}
const isEligible = { eligible: true, reason: 'eligible' }
const isNot = (reason: string) => ({ eligible: false, reason })

export const povertyEligibility = definePolicy({
  id: 'assistance.poverty-eligibility',
  label: t('精准扶贫对象', 'Target persons of the poverty plan'),
  source: clause.persons,
  summary: {
    who: t('农村家庭居民。', 'Residents of rural households.'),
    how: t(
      '年龄、劳动能力、愿望、标准线、建档立卡五项都符合才算。',
      'Age, ability, wish, line and register: all five are needed.',
    ),
  },
  effective: { from: since },
  facts: {
    mainLabourerBorn: fact.day({ label: t('主要劳动力出生日期', 'Birth of the main labourer') }),
    ableToWork: fact.boolean({ label: t('有劳动能力', 'Able to work') }),
    wish: fact.boolean({ label: t('有脱贫愿望', 'Wants to leave poverty') }),
    belowLine: fact.boolean({ label: t('在扶贫标准线下', 'Below the line') }),
    registered: fact.boolean({ label: t('当年已建档立卡', "In the year's list") }),
    onDay: fact.day({ label: t('认定日', 'Day of the decision') }),
  },
  parameters: {
    ageLimit: dated(years(60), {
      label: t('主要劳动力年龄', 'Age of the main labourer'),
      from: since,
      cite: clause.persons,
    }),
    inclusive: dated(boolean(true), {
      label: t('“以下”包含本数', 'The limit itself is included'),
      from: since,
      cite: clause.persons,
      question: 'AMB-05',
    }),
  },
  on: (f) => f.onDay,
  decide: (f, p) => {
    const age = step(
      'age',
      t('主要劳动力年龄', 'Age of the main labourer'),
      completedYears(f.mainLabourerBorn, f.onDay),
      clause.persons,
    )
    const within = choose().when(p.inclusive, age.isAtMost(p.ageLimit)).otherwise(age.isBelow(p.ageLimit))
    const ofAge = step('ofAge', t('年龄符合', 'Of the age'), within, clause.persons)
    const all = allOf(ofAge, f.ableToWork, f.wish, f.belowLine, f.registered)
    const reason = choose()
      .when(ofAge.not(), reasons.tooOld)
      .when(f.ableToWork.not(), reasons.unable)
      .when(f.wish.not(), reasons.noWish)
      .when(f.belowLine.not(), reasons.aboveLine)
      .when(f.registered.not(), reasons.notRegistered)
      .otherwise(reasons.eligible)
    return {
      eligible: step('eligible', t('符合条件', 'Eligible'), all, clause.persons),
      reason: step('reason', t('理由', 'Reason'), reason, clause.persons),
      age,
    }
  },
  examples: [
    {
      rule: 'TP-01',
      title: t('60 岁，符合', '60: eligible'),
      given: household,
      expect: { result: { ...isEligible, age: 60 } },
    },
    {
      rule: 'GEN-03',
      title: t('61 周岁前一天', 'the day before 61'),
      given: { ...household, mainLabourerBorn: '1960-01-01' },
      expect: { result: { ...isEligible, age: 60 } },
    },
    {
      rule: 'TP-01',
      title: t('61 岁生日当天', 'on the day of 61'),
      given: { ...household, mainLabourerBorn: '1959-12-31' },
      expect: { result: { ...isNot('tooOld'), age: 61 } },
    },
    {
      rule: 'AMB-05',
      title: t('参数改为不含本数', 'the limit itself excluded'),
      given: household,
      parameters: { inclusive: false },
      expect: { result: isNot('tooOld') },
    },
    {
      rule: 'AMB-05',
      given: { ...household, mainLabourerBorn: '1961-01-01' },
      parameters: { inclusive: false },
      expect: { result: { ...isEligible, age: 59 } },
    },
    {
      rule: 'TP-01',
      title: t('45 岁，没有愿望', '45 without the wish'),
      given: { ...household, mainLabourerBorn: '1975-03-01', wish: false },
      expect: { result: { ...isNot('noWish'), age: 45 } },
    },
    ...(
      [
        [{ ableToWork: false }, 'unable'],
        [{ belowLine: false }, 'aboveLine'],
        [{ registered: false }, 'notRegistered'],
      ] as const
    ).map(([change, reason]) => ({
      rule: 'TP-01',
      given: { ...household, ...change },
      expect: { result: isNot(reason) },
    })),
    {
      rule: 'GEN-07',
      title: t('愿望不详', 'wish not known'),
      given: { ...household, wish: undefined },
      expect: { missing: ['wish'], result: { eligible: null, age: 60 } },
    },
    {
      rule: 'TP-01',
      title: t('超过年龄：其余不必问', 'above the age: nothing else matters'),
      given: { mainLabourerBorn: '1950-01-01', onDay: '2020-12-31' },
      expect: { result: isNot('tooOld') },
    },
    {
      rule: 'GEN-12',
      title: t('默认值起算日', 'the first day of the defaults'),
      given: { ...household, mainLabourerBorn: '1959-01-01', onDay: since },
      expect: { result: { ...isEligible, age: 60 } },
    },
    {
      rule: 'GEN-12',
      title: t('默认值起算前一天', 'the day before'),
      given: { ...household, onDay: before },
      expect: { problems: ['policy.notInForce'], missingParameters: ['ageLimit', 'inclusive'] },
    },
  ],
})
