/** 雪莲果种植预测: least yield and value of an area (CT-15, AMB-18). */
import { t } from '#kernel'
import type { ParameterTerms, TermsOf } from '#policy'
import { byChoice, choices, dated, definePolicy, fact, largest, money, quantity, step } from '#policy'
import { countBase, oneDecimal } from '../../shown.ts'
import { clause, since } from './sources-village.ts'

const areas = choices({
  poor: t('贫困户种植面积', 'area of the poor growers'),
  all: t('全部种植户面积', 'area of all growers'),
})

const per = <const U extends string>(value: string, unit: U, zh: string, en: string) =>
  dated(quantity(value, unit), { label: t(zh, en), from: since, cite: clause.yacon })

const facts = {
  poorArea: fact.quantity({ label: t('贫困户种植面积', 'Area of the poor growers'), unit: 'mu' }),
  allArea: fact.quantity({ label: t('全部种植面积', 'Area of all growers'), unit: 'mu' }),
  growers: fact.count({ label: t('种植户', 'Growers') }),
  poorGrowers: fact.count({ label: t('其中贫困户', 'Of these poor') }),
  poorHouseholds: fact.count({ label: t('全村帮扶贫困户', 'Poor households of the village') }),
  plantedOn: fact.day({ label: t('种植日', 'Day of planting') }),
}

const parameters = {
  leastYield: per('6000', 'jin', '亩产下限', 'Least yield per mu'),
  mostYield: per('10000', 'jin', '亩产上限', 'Most yield per mu'),
  value: dated(money('4000.00'), {
    label: t('亩产值下限', 'Least value per mu'),
    from: since,
    cite: clause.yacon,
  }),
  seed: per('300', 'jin', '每亩种子产量', 'Seed per mu'),
  goal: per('400', 'mu', '下年种植目标', 'Goal of the next year'),
  area: dated(areas.poor, {
    label: t('“约70亩”指哪部分', 'Whose area "about 70 mu" is'),
    from: since,
    cite: clause.yacon,
    question: 'AMB-18',
  }),
}

const village = { poorArea: mu('70'), growers: 70, poorGrowers: 39, poorHouseholds: 176, plantedOn: since }

export const yacon = definePolicy({
  id: 'assistance.yacon',
  label: t('雪莲果种植预测', 'Forecast of yacon'),
  source: clause.yacon,
  summary: {
    who: t('种雪莲果的贫困户。', 'Poor households that grow yacon.'),
    how: t('面积乘每亩的下限，得出最少产量、产值和种子。', 'The area times the least per mu.'),
  },
  effective: { from: since },
  facts,
  parameters,
  on: (f) => f.plantedOn,
  decide: (f, p) => ({ ...forecast(f, p), ...sharesOf(f) }),
  examples: [
    {
      rule: 'CT-15',
      given: village,
      expect: {
        result: {
          leastYield: jin('420000'),
          mostYield: jin('700000'),
          leastValue: '280000.00',
          seed: jin('21000'),
          price: '0.67',
          goalShort: mu('330'),
          ofGrowers: '55.7',
          ofPoor: '22.2',
        },
      },
    },
    {
      rule: 'CT-15',
      title: t('下年目标 400 亩', 'the goal of 400 mu'),
      given: { ...village, poorArea: mu('400') },
      expect: { result: { leastValue: '1600000.00', goalShort: mu('0') } },
    },
    {
      rule: 'CT-15',
      given: { ...village, poorArea: mu('399.9') },
      expect: { result: { goalShort: mu('0.1') } },
    },
    { rule: 'CT-15', given: { ...village, poorArea: mu('401') }, expect: { result: { goalShort: mu('0') } } },
    {
      rule: 'AMB-18',
      title: t('若指全部种植户：面积不详，预测不出', 'if all growers are meant, their area is unknown'),
      given: village,
      parameters: { area: 'all' },
      expect: { missing: ['allArea'], result: { leastValue: null, price: '0.67' } },
    },
    {
      rule: 'AMB-18',
      given: { ...village, allArea: mu('100') },
      parameters: { area: 'all' },
      expect: { result: { leastYield: jin('600000'), leastValue: '400000.00' } },
    },
    {
      rule: 'GEN-01',
      title: t('正好半分进一分；每斤 2.5 分进为 3 分', 'half a fen goes up'),
      given: { ...village, poorArea: mu('0.00000625') },
      parameters: { leastYield: jin('160000') },
      expect: { result: { leastValue: '0.03', price: '0.03' } },
    },
    {
      rule: 'GEN-01',
      given: { ...village, poorArea: mu('1/3') },
      parameters: { leastYield: jin('3000') },
      expect: { result: { leastValue: '1333.33', price: '1.33' } },
    },
    {
      rule: 'AMB-28',
      given: { ...village, growers: 400, poorGrowers: 49, poorHouseholds: 400 },
      expect: { result: { ofGrowers: '12.3', ofPoor: '12.3' } },
    },
    {
      rule: 'AMB-28',
      given: { ...village, growers: 3, poorGrowers: 1, poorHouseholds: 3 },
      expect: { result: { ofGrowers: '33.3', ofPoor: '33.3' } },
    },
    {
      rule: 'CT-15',
      given: { ...village, growers: 1, poorGrowers: 1, poorHouseholds: 1 },
      expect: { result: { ofGrowers: '100', ofPoor: '100' } },
    },
    {
      rule: 'CT-23',
      given: { ...village, growers: 0, poorGrowers: 0, poorHouseholds: 0 },
      expect: { result: { ofGrowers: { applicable: false }, ofPoor: { applicable: false } } },
    },
  ],
})

function mu(value: string) {
  return { value, unit: 'mu' }
}

function jin(value: string) {
  return { value, unit: 'jin' }
}

function forecast(f: TermsOf<typeof facts>, p: ParameterTerms<typeof parameters>) {
  const area = step(
    'area',
    t('预测面积', 'Area of the forecast'),
    byChoice(p.area, { poor: f.poorArea, all: f.allArea }),
    clause.yacon,
  )
  const price = p.value.dividedBy(p.leastYield)
  return {
    leastYield: step('leastYieldInAll', t('最少产量', 'Least yield'), p.leastYield.times(area), clause.yacon),
    mostYield: step('mostYieldInAll', t('最高产量', 'Most yield'), p.mostYield.times(area), clause.yacon),
    leastValue: step('leastValue', t('最少产值', 'Least value'), p.value.times(area), clause.yacon),
    seed: step('seedInAll', t('种子产量', 'Seed'), p.seed.times(area), clause.yacon),
    price: step('price', t('折合每斤价格', 'Price per jin that follows'), price),
    goalShort: step(
      'goalShort',
      t('距下年目标', 'Short of the goal'),
      largest(p.goal.minus(area), quantity('0', 'mu')),
    ),
  }
}

function sharesOf(f: TermsOf<typeof facts>) {
  const ofGrowers = f.poorGrowers.shareOf(countBase(f.growers, 'growersBase'))
  const ofPoor = f.poorGrowers.shareOf(countBase(f.poorHouseholds, 'poorBase'))
  return {
    ofGrowers: step('ofGrowers', t('贫困户占种植户', 'Poor among growers'), oneDecimal(ofGrowers)),
    ofPoor: step('ofPoor', t('种植户占贫困户', 'Growers among the poor'), oneDecimal(ofPoor)),
  }
}
