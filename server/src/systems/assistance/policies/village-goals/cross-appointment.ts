/** 两委交叉任职: who sits in both committees, over the members of one of them (CT-11, AMB-19). */
import { t } from '#kernel'
import {
  byChoice,
  check,
  choices,
  dated,
  definePolicy,
  fact,
  largest,
  percent,
  smallest,
  step,
} from '#policy'
import { countBase, oneDecimal } from '../../../shown.ts'
import { before, clause, none, since } from './sources.ts'

const bases = choices({
  smaller: t('人数较少的一方', 'the smaller committee'),
  larger: t('人数较多的一方', 'the larger committee'),
  persons: t('两委全部人员', 'all persons of both'),
})
const village = (party: number, villagers: number, both: number, base?: string) => ({
  rule: base ? 'AMB-19' : 'CT-11',
  given: { party, villagers, both, countedOn: '2020-12-31' },
  ...(base ? { parameters: { base } } : {}),
})

export const crossAppointment = definePolicy({
  id: 'assistance.goal-cross-appointment',
  label: t('两委交叉任职比例', 'Cross-appointment of the two committees'),
  source: clause.committees,
  summary: {
    who: t('村党支部（党委）和村民委员会。', "The Party committee and the villagers' committee."),
    how: t(
      '两边都任职的人数除以人数较少一方的人数；县里可以改用别的分母。',
      'Persons in both over the members of the smaller one; the county may take another base.',
    ),
  },
  effective: { from: since },
  facts: {
    party: fact.count({ label: t('党组织委员', 'Members of the Party committee') }),
    villagers: fact.count({ label: t('村委会成员', "Members of the villagers' committee") }),
    both: fact.count({ label: t('两边都任职的人', 'Persons in both') }),
    countedOn: fact.day({ label: t('统计日', 'Day of the count') }),
  },
  parameters: {
    target: dated(percent(100), {
      label: t('目标比例', 'Target share'),
      from: since,
      cite: clause.committees,
    }),
    base: dated(bases.smaller, {
      label: t('交叉任职的分母', 'Base of the cross-appointment'),
      from: since,
      cite: clause.committees,
      question: 'AMB-19',
    }),
  },
  on: (f) => f.countedOn,
  decide: (f, p) => {
    const smaller = smallest(f.party, f.villagers)
    const whole = byChoice(p.base, {
      smaller,
      larger: largest(f.party, f.villagers),
      persons: f.party.plus(f.villagers).minus(f.both),
    })
    const exact = step('exact', t('比例（精确）', 'Share, exact'), f.both.shareOf(countBase(whole)))
    return {
      share: step('share', t('交叉任职比例', 'Cross-appointment'), oneDecimal(exact), clause.committees),
      reached: step('reached', t('达标', 'Reached'), exact.isAtLeast(p.target), clause.committees),
      fits: check(
        'fits',
        t('核对：交叉任职的不多于任一方', 'Check: not more in both than in either'),
        f.both.isAtMost(smaller),
        {
          severity: 'refusal',
          cite: clause.committees,
          message: t(
            '两边都任职的人多于其中一方的成员。请核对名单。',
            'More persons are in both than one committee has. Check the lists.',
          ),
        },
      ),
    }
  },
  examples: [
    { ...village(5, 5, 5), expect: { result: { share: '100', reached: true, fits: true } } },
    { ...village(5, 5, 4), expect: { result: { share: '80', reached: false, fits: true } } },
    { ...village(7, 5, 5), expect: { result: { share: '100', reached: true, fits: true } } },
    { ...village(3, 5, 3), expect: { result: { share: '100', reached: true } } },
    { ...village(3, 5, 2), expect: { result: { share: '66.7', reached: false } } },
    { ...village(3, 5, 1), expect: { result: { share: '33.3', reached: false } } },
    { ...village(7, 5, 5, 'larger'), expect: { result: { share: '71.4', reached: false } } },
    { ...village(5, 7, 7, 'larger'), expect: { checks: { fits: false }, result: { share: '100' } } },
    { ...village(5, 5, 4, 'persons'), expect: { result: { share: '66.7', reached: false } } },
    { ...village(7, 5, 5, 'persons'), expect: { result: { share: '71.4', reached: false } } },
    { ...village(5, 5, 5, 'persons'), expect: { result: { share: '100', reached: true } } },
    { ...village(7, 5, 6), expect: { checks: { fits: false } } },
    { ...village(5, 7, 6), expect: { checks: { fits: false } } },
    {
      ...village(2000, 2000, 1999),
      rule: 'AMB-34',
      title: t('99.95% 显示为 100%，没有达标', '99.95% is shown as 100% and not reached'),
      expect: { result: { share: '100', reached: false } },
    },
    { ...village(400, 400, 49), rule: 'AMB-28', expect: { result: { share: '12.3' } } },
    { ...village(0, 5, 0), rule: 'CT-23', expect: { result: { share: none, reached: none } } },
    { ...village(1, 1, 1), expect: { result: { share: '100' } } },
    {
      rule: 'GEN-07',
      title: t('村委会人数不详', 'members not known'),
      given: { party: 5, both: 5, countedOn: '2020-12-31' },
      expect: { missing: ['villagers'], result: { share: null, reached: null } },
    },
    {
      rule: 'GEN-12',
      given: { party: 7, villagers: 5, both: 5, countedOn: since },
      expect: { result: { share: '100', reached: true } },
    },
    {
      rule: 'GEN-12',
      title: t(
        '默认值起算前一天；三种分母一样，不缺分母',
        'the day before; the three bases are the same, so the base is not missing',
      ),
      given: { party: 5, villagers: 5, both: 5, countedOn: before },
      expect: { problems: ['policy.notInForce'], missingParameters: ['target'], result: { share: '100' } },
    },
  ],
})
