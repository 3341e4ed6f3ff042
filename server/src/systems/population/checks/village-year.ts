/** Reported figures against each other and against who is registered. */
import { t } from '#kernel'
import { addsUp, countAgainst, defineCheck } from '#verify'
import { sums } from './sources.ts'

const advice = t(
  '请填报单位核对各项和总数，更正错的一项。',
  'Let the reporting office compare the parts with the total and correct the wrong one.',
)

export const villageYearChecks = [
  defineCheck({
    id: 'villageYear.population',
    label: t('上报人口与在册人数不符', 'Reported population against the register'),
    on: 'villageYear',
    level: 'doubt',
    cite: sums,
    advice: t(
      '逐人登记的村，报数应等于在册人数。先查漏登、重登和去世未注销的。',
      'Where everybody is registered, the report equals the register: look for missing, double and deceased entries.',
    ),
    find: countAgainst({
      figure: 'population',
      only: { field: 'registered', is: 'full' },
      latest: 'year',
      counted: 'person',
      without: ['diedOn', 'movedOutOn'],
    }),
  }),
  defineCheck({
    id: 'villageYear.ages',
    label: t('劳动力各年龄段之和不等于总数', 'Labour by age against its total'),
    on: 'villageYear',
    level: 'doubt',
    cite: sums,
    advice,
    find: addsUp(['under20', 'from20', 'from40'], 'labour'),
  }),
  defineCheck({
    id: 'villageYear.work',
    label: t('劳动力各去向之和不等于总数', 'Labour by work against its total'),
    on: 'villageYear',
    level: 'doubt',
    cite: sums,
    advice,
    find: addsUp(['farming', 'employed', 'selfEmployed', 'jobless'], 'labour'),
  }),
] as const
