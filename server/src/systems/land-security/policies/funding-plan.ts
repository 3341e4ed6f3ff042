/** 资金筹集方案核对: the three shares of a plan against their floors (LS-07, AMB-08, AMB-35). */
import { t } from '#kernel'
import { allOf, check, dated, definePolicy, fact, percent, sumOf } from '#policy'
import { clause, since } from './sources.ts'

const plan = (government: string, collective: string, individual: string) => ({
  government,
  collective,
  individual,
  plannedOn: '2019-06-30',
})

export const fundingPlan = definePolicy({
  id: 'land-security.funding-plan',
  label: t('资金筹集方案核对', 'Check of a funding plan'),
  source: clause.funding,
  summary: {
    who: t('每个征地项目的资金筹集方案。', 'The funding plan of each taking.'),
    how: t(
      '政府、集体都不低于下限，三份合计 100%，方案才成立。',
      'It holds when government and collective reach their floors and the three shares make 100%.',
    ),
  },
  effective: { from: since },
  facts: {
    government: fact.percent({ label: t('政府出资比例', 'Government share') }),
    collective: fact.percent({ label: t('集体补助比例', 'Collective share') }),
    individual: fact.percent({ label: t('个人缴费比例', 'Individual share') }),
    plannedOn: fact.day({ label: t('方案日期', 'Day of the plan') }),
  },
  parameters: {
    governmentFloor: dated(percent(30), {
      label: t('政府出资下限', 'Least government share'),
      from: since,
      cite: clause.funding,
    }),
    collectiveFloor: dated(percent(40), {
      label: t('集体补助下限', 'Least collective share'),
      from: since,
      cite: clause.funding,
    }),
  },
  on: (f) => f.plannedOn,
  decide: (f, p) => {
    const refusal = { severity: 'refusal', cite: clause.funding } as const
    const governmentEnough = check(
      'governmentEnough',
      t('政府出资不低于下限', 'Government share reaches its floor'),
      f.government.isAtLeast(p.governmentFloor),
      {
        ...refusal,
        message: t(
          '政府出资比例低于下限。请提高政府出资。',
          'The government share is below its floor. Raise it.',
        ),
      },
    )
    const collectiveEnough = check(
      'collectiveEnough',
      t('集体补助不低于下限', 'Collective share reaches its floor'),
      f.collective.isAtLeast(p.collectiveFloor),
      {
        ...refusal,
        message: t(
          '集体补助比例低于下限。请提高集体补助。',
          'The collective share is below its floor. Raise it.',
        ),
      },
    )
    const whole = check(
      'whole',
      t('三部分合计 100%', 'The three shares make 100%'),
      sumOf(f.government, f.collective, f.individual)
        .is(percent(100))
        .and(f.individual.isAtLeast(percent(0))),
      {
        ...refusal,
        message: t(
          '三部分比例合计不是 100%，或个人部分小于 0。请调整。',
          'The three shares do not make 100%, or the individual share is below 0. Adjust them.',
        ),
      },
    )
    return {
      valid: allOf(governmentEnough, collectiveEnough, whole),
      governmentEnough,
      collectiveEnough,
      whole,
    }
  },
  results: { valid: t('方案成立', 'The plan stands') },
  examples: [
    { rule: 'LS-07', given: plan('30', '40', '30'), expect: { result: { valid: true } } },
    { rule: 'LS-07', given: plan('35', '40', '25'), expect: { result: { valid: true } } },
    {
      rule: 'LS-07',
      given: plan('25', '45', '30'),
      expect: {
        result: { valid: false },
        checks: { governmentEnough: false, collectiveEnough: true, whole: true },
      },
    },
    {
      rule: 'LS-07',
      given: plan('30', '35', '35'),
      expect: {
        result: { valid: false },
        checks: { governmentEnough: true, collectiveEnough: false, whole: true },
      },
    },
    {
      rule: 'LS-07',
      given: plan('40', '70', '-10'),
      expect: { result: { valid: false }, checks: { whole: false } },
    },
    {
      rule: 'LS-07',
      title: t('政府差一个百分点', 'government one per cent short'),
      given: plan('29', '40', '31'),
      expect: { result: { valid: false, governmentEnough: false, whole: true } },
    },
    {
      rule: 'LS-07',
      title: t('集体差一个百分点', 'collective one per cent short'),
      given: plan('30', '39', '31'),
      expect: { result: { valid: false, collectiveEnough: false, whole: true } },
    },
    {
      rule: 'LS-07',
      title: t('合计 101%', '101% in all'),
      given: plan('30', '40', '31'),
      expect: { result: { valid: false, whole: false } },
    },
    {
      rule: 'LS-07',
      title: t('合计 99%', '99% in all'),
      given: plan('30', '40', '29'),
      expect: { result: { valid: false, whole: false } },
    },
    {
      rule: 'LS-07',
      title: t('个人部分差一个百分点到 0', 'one per cent less than nothing for the person'),
      given: plan('51', '50', '-1'),
      expect: { result: { valid: false, whole: false } },
    },
    {
      rule: 'LS-07',
      title: t('个人部分为 0，也成立', 'nothing left for the person: it stands'),
      given: plan('50', '50', '0'),
      expect: { result: { valid: true, whole: true } },
    },
    {
      rule: 'LS-07',
      title: t('施行首日', 'on the first day'),
      given: { ...plan('30', '40', '30'), plannedOn: since },
      expect: { result: { valid: true } },
    },
    {
      rule: 'LS-07',
      title: t('一项不够已能判断', 'one floor missed decides already'),
      given: { government: '25', plannedOn: '2019-06-30' },
      expect: { missing: ['collective', 'individual'], result: { valid: false } },
    },
  ],
})
