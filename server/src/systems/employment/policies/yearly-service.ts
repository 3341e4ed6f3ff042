/** 每年一次免费就业服务: who wishes to work is served at least once a year (EP-01, AMB-20). */
import { t } from '#kernel'
import type { BooleanTerm, CountTerm, TermsOf } from '#policy'
import {
  allOf,
  byChoice,
  choices,
  choose,
  count,
  dated,
  definePolicy,
  fact,
  largest,
  onlyIf,
  step,
  sumOf,
} from '#policy'
import { before, clause, none, since } from './sources.ts'

const meanings = choices({
  any: t('各种服务合并计次', 'any of the services counts'),
  each: t('每种服务都要有', 'each kind of service is due'),
})
const word = { from: since, cite: clause.services }

const served = (zh: string, en: string) => fact.count({ label: t(`${zh}次数`, `Times: ${en}`) })
const facts = {
  poor: fact.boolean({ label: t('贫困劳动力', 'Poor labourer') }),
  wish: fact.boolean({ label: t('有转移就业愿望', 'Wishes to move into work') }),
  information: served('信息服务', 'information'),
  advice: served('政策咨询', 'advice on policies'),
  guidance: served('就业指导', 'guidance'),
  placement: served('职业介绍', 'placement'),
  training: served('就业创业培训', 'training'),
  yearEnd: fact.day({ label: t('统计截止日', 'Counted through') }),
}
type Facts = TermsOf<typeof facts>
const kindsOf = (f: Facts) => [f.information, f.advice, f.guidance, f.placement, f.training] as const

const person = {
  poor: true,
  wish: true,
  information: 0,
  advice: 0,
  guidance: 0,
  placement: 0,
  training: 0,
  yearEnd: '2020-12-31',
}
const once = { information: 1, advice: 1, guidance: 1, placement: 1, training: 1 }
const often = { information: 3, advice: 3, guidance: 3, placement: 3, training: 3 }
const kindNames = ['information', 'advice', 'guidance', 'placement', 'training'] as const

export const yearlyService = definePolicy({
  id: 'employment.yearly-service',
  label: t('每年至少一次免费就业服务', 'A free employment service every year'),
  source: clause.services,
  summary: {
    who: t('有转移就业愿望的贫困劳动力。', 'Poor labourers who wish to move into work.'),
    how: t(
      '一年内五种服务合计达到次数即为落实；县里可以改为每种都要达到。',
      'Done when the five services together reach the number in the year; the county may ask it of each kind.',
    ),
  },
  effective: { from: since },
  facts,
  parameters: {
    least: dated(count(1), { label: t('每年最少次数', 'Least times a year'), ...word }),
    meaning: dated(meanings.any, {
      label: t('“至少一次服务”指什么', 'What "at least one service" means'),
      question: 'AMB-20',
      ...word,
    }),
  },
  on: (f) => f.yearEnd,
  decide: (f, p) => {
    const due = step('due', t('应当服务', 'Service is due'), allOf(f.poor, f.wish), clause.services)
    const services = step('services', t('服务次数', 'Services in the year'), sumOf(...kindsOf(f)))
    const lacking = (of: CountTerm) => largest(p.least.minus(of), count(0))
    const [first, ...others] = kindsOf(f)
    const missing = byChoice(p.meaning, {
      any: lacking(services),
      each: sumOf(lacking(first), ...others.map(lacking)),
    })
    const short = step('short', t('还差次数', 'Times lacking'), onlyIf(due, missing), clause.services)
    return {
      due,
      services,
      short,
      reached: step('reached', t('已落实', 'Done'), short.is(count(0)), clause.services),
      kinds: step(
        'kinds',
        t('服务了几种', 'Kinds of service given'),
        sumOf(...(kindsOf(f).map(given) as [CountTerm])),
      ),
    }
  },
  examples: [
    {
      rule: 'EP-01',
      title: t('一次服务也没有：列入名单', 'no service at all: listed'),
      given: person,
      expect: { result: { due: true, services: 0, short: 1, reached: false, kinds: 0 } },
    },
    ...kindNames.map((kind) => ({
      rule: 'EP-01',
      given: { ...person, [kind]: 1 },
      expect: { result: { services: 1, short: 0, reached: true, kinds: 1 } },
    })),
    {
      rule: 'EP-01',
      given: { ...person, placement: 3, training: 1 },
      expect: { result: { services: 4, short: 0, reached: true, kinds: 2 } },
    },
    ...kindNames.map((kind) => ({
      rule: 'AMB-20',
      title: t('要求每种都有，缺一种', 'each kind is due and one is lacking'),
      given: { ...person, ...often, [kind]: 0 },
      parameters: { meaning: 'each' },
      expect: { result: { services: 12, short: 1, reached: false, kinds: 4 } },
    })),
    {
      rule: 'AMB-20',
      title: t('一种做了五次，不顶其余四种', 'five of one kind do not stand for the other four'),
      given: { ...person, information: 5 },
      parameters: { meaning: 'each' },
      expect: { result: { services: 5, short: 4, reached: false, kinds: 1 } },
    },
    {
      rule: 'AMB-20',
      given: { ...person, ...once },
      parameters: { meaning: 'each' },
      expect: { result: { short: 0, reached: true, kinds: 5 } },
    },
    ...[{ wish: false }, { poor: false }].map((change) => ({
      rule: 'EP-01',
      title: t('不在服务对象内', 'no service is due'),
      given: { ...person, ...change },
      expect: { result: { due: false, services: 0, short: none, reached: none } },
    })),
    {
      rule: 'GEN-07',
      title: t('一种服务次数不详', 'one number is not known'),
      given: { ...person, guidance: undefined },
      expect: { missing: ['guidance'], result: { due: true, services: null, reached: null } },
    },
    {
      rule: 'GEN-12',
      given: { ...person, guidance: 2, yearEnd: since },
      expect: { result: { short: 0, reached: true } },
    },
    {
      rule: 'GEN-12',
      given: { ...person, yearEnd: before },
      expect: { problems: ['policy.notInForce'], missingParameters: ['least', 'meaning'] },
    },
  ],
})

function given(times: CountTerm): CountTerm {
  const some: BooleanTerm = times.isAbove(count(0))
  return choose().when(some, count(1)).otherwise(count(0))
}
