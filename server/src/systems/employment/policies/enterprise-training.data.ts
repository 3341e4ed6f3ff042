/** Examples of the pre-post training subsidy. */
import { t } from '#kernel'
import { before, none, since } from './sources.ts'

const hired = {
  inPark: true,
  newlyHired: true,
  poor: true,
  contractFrom: '2024-01-15',
  contractUntil: '2024-07-14',
  trainedOn: '2024-07-10',
}
const granted = { eligible: true, reason: 'granted', amount: '300.00' }
const refused = (reason: string) => ({ eligible: false, reason, amount: none })

/** What is changed, and the reason; none where it is granted. */
const cases: readonly (readonly [string, object, string | undefined])[] = [
  ['EP-07', {}, undefined],
  ['EP-07', { trainedOn: '2024-07-20' }, 'notInTime'],
  ['EP-07', { contractUntil: '2024-07-13' }, 'shortContract'],
  ['EP-07', { contractUntil: '2024-07-15' }, undefined],
  ['EP-07', { contractUntil: none }, undefined],
  ['EP-07', { trainedOn: none }, 'notTrained'],
  ['EP-07', { inPark: false }, 'notInPark'],
  ['EP-07', { newlyHired: false }, 'notNew'],
  ['EP-07', { poor: false }, 'notPoor'],
  ['AMB-37', { trainedOn: '2024-07-14' }, undefined],
  ['AMB-37', { trainedOn: '2024-07-15' }, 'notInTime'],
  ['AMB-37', { trainedOn: '2023-12-16' }, undefined],
  ['AMB-37', { trainedOn: '2023-12-15' }, 'notInTime'],
  // 31 August + 6 months is 29 February: clamped first, then the day subtracted.
  ['AMB-52', { contractFrom: '2023-08-31', contractUntil: '2024-02-28', trainedOn: '2023-09-01' }, undefined],
  [
    'AMB-52',
    { contractFrom: '2023-08-31', contractUntil: '2024-02-27', trainedOn: '2023-09-01' },
    'shortContract',
  ],
]

export const enterpriseTrainingExamples = [
  ...cases.map(([rule, change, reason]) => ({
    rule,
    given: { ...hired, ...change },
    expect: { result: reason ? refused(reason) : granted },
  })),
  {
    rule: 'EP-07',
    title: t('参数改为不限园区', 'the parameter opens it to all enterprises'),
    given: { ...hired, inPark: false },
    parameters: { parkOnly: false },
    expect: { result: granted },
  },
  {
    rule: 'GEN-07',
    title: t('培训日不详', 'day of training not known'),
    given: { ...hired, trainedOn: undefined },
    expect: { missing: ['trainedOn'], result: { eligible: null, reason: null, amount: null } },
  },
  {
    rule: 'EP-07',
    title: t('不是园区企业：其余不必问', 'not in the park: nothing else matters'),
    given: { inPark: false, contractFrom: '2024-01-15' },
    expect: { result: refused('notInPark') },
  },
  {
    rule: 'GEN-12',
    title: t('默认值起算日', 'the first day of the defaults'),
    given: { ...hired, contractFrom: since, contractUntil: '2019-06-30', trainedOn: '2019-02-01' },
    expect: { result: granted },
  },
  {
    rule: 'GEN-12',
    title: t('默认值起算日，非园区企业', 'the first day, not in the park'),
    given: {
      ...hired,
      inPark: false,
      contractFrom: since,
      contractUntil: '2019-06-30',
      trainedOn: '2019-02-01',
    },
    expect: { result: refused('notInPark') },
  },
  {
    rule: 'GEN-12',
    title: t('默认值起算前一天', 'the day before'),
    given: { ...hired, inPark: false, contractFrom: before },
    expect: {
      problems: ['policy.notInForce'],
      missingParameters: ['contractMonths', 'lead', 'parkOnly', 'rate', 'trainingMonths'],
    },
  },
]
