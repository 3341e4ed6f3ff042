/** Examples of the travel grant; the standards in them are invented, as a county would set them. */
import { t } from '#kernel'

const worker = {
  entitledPerson: true,
  place: 'outside',
  worked: 6,
  paidInYear: false,
  claimUntil: '2025-09-30',
  claimedOn: '2025-08-01',
}
const parameters = { inCounty: '0.00', inPrefecture: '200.00', inProvince: '300.00', outside: '600.00' }
const none = { applicable: false }
const granted = (amount: string) => ({ eligible: true, reason: 'granted', amount })
const refused = (reason: string) => ({ eligible: false, reason, amount: none })

/** What is changed, and the reason; an amount where it is granted. */
const cases: readonly (readonly [object, string])[] = [
  [{}, '600.00'],
  [{ place: 'province' }, '300.00'],
  [{ place: 'prefecture' }, '200.00'],
  [{ place: 'county' }, '0.00'],
  [{ worked: 3 }, '600.00'],
  [{ worked: 2 }, 'short'],
  [{ entitledPerson: false }, 'notHere'],
  [{ paidInYear: true }, 'paid'],
  [{ claimedOn: '2025-09-30' }, '600.00'],
  [{ claimedOn: '2025-10-01' }, 'late'],
  [{ entitledPerson: false, paidInYear: true, worked: 0, claimedOn: '2025-10-01' }, 'notHere'],
  [{ paidInYear: true, worked: 0, claimedOn: '2025-10-01' }, 'paid'],
  [{ worked: 0, claimedOn: '2025-10-01' }, 'short'],
]

export const travelGrantExamples = [
  ...cases.map(([change, found]) => ({
    rule: 'OF-34',
    given: { ...worker, ...change },
    parameters,
    expect: { result: /^\d/.test(found) ? granted(found) : refused(found) },
  })),
  {
    rule: 'OF-34',
    title: t('县里没有定省外标准', 'the county has not set what is paid outside the province'),
    given: worker,
    expect: {
      missingParameters: ['outside'],
      result: { eligible: true, reason: 'granted', amount: null },
    },
  },
  {
    rule: 'GEN-07',
    title: t('务工地点不详', 'place of work not known'),
    given: { ...worker, place: undefined },
    parameters,
    expect: { missing: ['place'], result: { eligible: true, amount: null } },
  },
  {
    rule: 'GEN-07',
    title: t('已经领过：月数不必问', 'paid already: the months do not matter'),
    given: { ...worker, paidInYear: true, worked: undefined },
    parameters,
    expect: { result: refused('paid') },
  },
]
