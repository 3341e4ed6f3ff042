/** 结对户数: 3, 2 or 1 household by post, against the households to be paired (PR-02, PR-04). */
import { t } from '#kernel'
import { count, dated, definePolicy, fact, largest, step, sumOf } from '#policy'
import { before, clause, since } from './sources.ts'

const word = { from: since, cite: clause.quota }
const unit = (leaders: number, middle: number, others: number, households = 158) => ({
  leaders,
  middle,
  others,
  households,
  listedOn: '2020-06-01',
})

export const pairingQuota = definePolicy({
  id: 'assistance.pairing-quota',
  label: t('结对帮扶户数', 'Quota of the pairing'),
  source: clause.quota,
  summary: {
    who: t('一个单位参加结对的全体人员。', 'All of a unit who take part.'),
    how: t(
      '各类人员人数乘每人户数；不够的列出没有帮扶人的户数，多的名额空着。',
      'Persons times their quota; a shortage is households without a helper, a surplus stays unused.',
    ),
  },
  effective: { from: since },
  facts: {
    leaders: fact.count({ label: t('党组领导', 'Party-group leaders') }),
    middle: fact.count({ label: t('中层干部', 'Middle-level cadres') }),
    others: fact.count({ label: t('其余在职人员', 'Others in service') }),
    households: fact.count({ label: t('贫困户', 'Poor households') }),
    listedOn: fact.day({ label: t('名单日', 'Day of the list') }),
  },
  parameters: {
    leader: dated(count(3), { label: t('党组领导每人户数', 'Households of a leader'), ...word }),
    cadre: dated(count(2), { label: t('中层干部每人户数', 'Households of a middle-level cadre'), ...word }),
    other: dated(count(1), { label: t('其余每人户数', 'Households of others'), ...word }),
  },
  on: (f) => f.listedOn,
  decide: (f, p) => {
    const places = step(
      'places',
      t('可结对户数', 'Places'),
      sumOf(f.leaders.times(p.leader), f.middle.times(p.cadre), f.others.times(p.other)),
      clause.quota,
    )
    const rest = (of: typeof places) => largest(of, count(0))
    return {
      places,
      enough: step('enough', t('够分', 'Enough'), places.isAtLeast(f.households), clause.households),
      withoutHelper: step(
        'withoutHelper',
        t('没有帮扶人的户数', 'Households without a helper'),
        rest(f.households.minus(places)),
        clause.households,
      ),
      unused: step('unused', t('空余名额', 'Places unused'), rest(places.minus(f.households))),
    }
  },
  examples: [
    {
      rule: 'PR-02',
      title: t('正好 158 户', 'exactly 158'),
      given: unit(6, 30, 80),
      expect: { result: { places: 158, enough: true, withoutHelper: 0, unused: 0 } },
    },
    {
      rule: 'PR-04',
      title: t('少 43 户', '43 households without a helper'),
      given: unit(5, 20, 60),
      expect: { result: { places: 115, enough: false, withoutHelper: 43, unused: 0 } },
    },
    {
      rule: 'PR-04',
      title: t('少一户', 'one short'),
      given: unit(6, 30, 79),
      expect: { result: { places: 157, enough: false, withoutHelper: 1, unused: 0 } },
    },
    {
      rule: 'PR-04',
      title: t('名额有余', 'places unused'),
      given: unit(7, 31, 80),
      expect: { result: { places: 163, enough: true, withoutHelper: 0, unused: 5 } },
    },
    {
      rule: 'PR-02',
      title: t('参数改为其余每人 2 户', 'two households for others'),
      given: unit(6, 30, 80),
      parameters: { other: 2 },
      expect: { result: { places: 238, unused: 80 } },
    },
    {
      rule: 'PR-02',
      title: t('没有人', 'nobody'),
      given: unit(0, 0, 0, 0),
      expect: { result: { places: 0, enough: true, withoutHelper: 0, unused: 0 } },
    },
    {
      rule: 'GEN-07',
      title: t('其余人数不详', 'number of others not known'),
      given: { ...unit(6, 30, 80), others: undefined },
      expect: { missing: ['others'], result: { places: null, enough: null } },
    },
    { rule: 'GEN-12', given: { ...unit(6, 30, 80), listedOn: since }, expect: { result: { places: 158 } } },
    {
      rule: 'GEN-12',
      title: t('默认值起算前一天', 'the day before'),
      given: { ...unit(6, 30, 80), listedOn: before },
      expect: { problems: ['policy.notInForce'], missingParameters: ['cadre', 'leader', 'other'] },
    },
  ],
})
