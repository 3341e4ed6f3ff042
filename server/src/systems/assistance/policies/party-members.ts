/** 党员学技术、发展党员: at least half master a technique, new and young members as the plan says (XB-02). */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { BooleanTerm, ParameterTerms, TermsOf } from '#policy'
import { allOf, check, count, dated, definePolicy, fact, largest, percent, step } from '#policy'
import { countBase, oneDecimal } from '../../shown.ts'
import { clause, none, since } from './sources-village.ts'

const village = (members: number, skilled: number, recruited = 2, young = 1) => ({
  ...{ members, skilled, recruited, young },
  countedOn: '2020-12-31',
})
const number = (value: number, zh: string, en: string) =>
  dated(count(value), { label: t(zh, en), from: since, cite: clause.members })

const facts = {
  members: fact.count({ label: t('党员', 'Party members') }),
  skilled: fact.count({ label: t('掌握一门以上实用技术的党员', 'Members who master a technique or more') }),
  recruited: fact.count({ label: t('当年发展党员', 'New members in the year') }),
  young: fact.count({ label: t('参与村级管理的年轻党员', 'Young members in the management') }),
  countedOn: fact.day({ label: t('统计日', 'Day of the count') }),
}
const parameters = {
  share: dated(percent(50), {
    label: t('掌握技术的比例', 'Share with a technique'),
    from: since,
    cite: clause.members,
  }),
  recruits: number(2, '发展党员最少人数', 'Least new members'),
  youngMembers: number(1, '年轻党员最少人数', 'Least young members'),
}
type Facts = TermsOf<typeof facts>
type Parameters = ParameterTerms<typeof parameters>

export const partyMembers = definePolicy({
  id: 'assistance.party-members',
  label: t('党员学技术和发展党员', 'Techniques and new members of the Party branch'),
  source: clause.members,
  summary: {
    who: t('村党组织。', 'The Party branch of the village.'),
    how: t(
      '掌握实用技术的党员不少于规定比例，所需人数向上取整；新发展党员、参与村级管理的年轻党员达到最少人数。',
      'Members who master a technique reach the share, the number needed is rounded up; new and young members reach their least numbers.',
    ),
  },
  effective: { from: since },
  facts,
  parameters,
  on: (f) => f.countedOn,
  decide: (f, p) => ({ ...verdictsOf(f, p), ...skillsOf(f, p), fits: fitsOf(f) }),
  examples: [
    {
      rule: 'XB-02',
      title: t('按 30 名党员要 15 名', 'of 30 members 15'),
      given: village(30, 15),
      expect: {
        result: {
          needed: 15,
          skills: true,
          recruits: true,
          young: true,
          reached: true,
          short: 0,
          share: '50',
        },
      },
    },
    {
      rule: 'XB-02',
      title: t('按 32 名党员要 16 名，15 名不够', 'of 32 members 16: 15 are not enough'),
      given: village(32, 15),
      expect: { result: { needed: 16, skills: false, reached: false, short: 1, share: '46.9' } },
    },
    { rule: 'XB-02', given: village(32, 16), expect: { result: { needed: 16, skills: true, short: 0 } } },
    {
      rule: 'XB-02',
      title: t('31 名的一半是 15.5，要 16 名', 'half of 31 is 15.5: 16 are needed'),
      given: village(31, 15),
      expect: { result: { needed: 16, skills: false, short: 1, share: '48.4' } },
    },
    {
      rule: 'XB-02',
      title: t('县里定为 45%：31 名的 13.95，要 14 名', 'the county sets 45%: 13.95 of 31, so 14'),
      given: village(31, 13),
      parameters: { share: '45' },
      expect: { result: { needed: 14, skills: false, short: 1 } },
    },
    {
      rule: 'XB-02',
      title: t('县里定为 40%：31 名的 12.4，要 13 名', 'the county sets 40%: 12.4 of 31, so 13'),
      given: village(31, 13),
      parameters: { share: '40' },
      expect: { result: { needed: 13, skills: true, short: 0, share: '41.9' } },
    },
    {
      rule: 'XB-02',
      given: village(30, 15, 1),
      expect: { result: { skills: true, recruits: false, young: true, reached: false } },
    },
    {
      rule: 'XB-02',
      given: village(30, 15, 3, 0),
      expect: { result: { skills: true, recruits: true, young: false, reached: false } },
    },
    {
      rule: 'XB-02',
      given: village(30, 30, 3, 2),
      expect: { result: { reached: true, short: 0, share: '100', fits: true } },
    },
    { rule: 'XB-02', given: village(30, 31), expect: { checks: { fits: false } } },
    { rule: 'AMB-28', given: village(400, 49), expect: { result: { share: '12.3', short: 151 } } },
    { rule: 'AMB-28', given: village(3, 1), expect: { result: { share: '33.3', needed: 2 } } },
    { rule: 'XB-02', given: village(1, 1), expect: { result: { share: '100', needed: 1 } } },
    { rule: 'CT-23', given: village(0, 0), expect: { result: { share: none, needed: 0, short: 0 } } },
    {
      rule: 'GEN-07',
      title: t('党员总数不详', 'the number of members is not known'),
      given: { ...village(30, 15), members: undefined },
      expect: { missing: ['members'], result: { needed: null, skills: null, recruits: true } },
    },
    {
      rule: 'GEN-12',
      given: { ...village(30, 15), countedOn: since },
      expect: { result: { reached: true } },
    },
    {
      rule: 'GEN-12',
      given: { ...village(30, 15), countedOn: '2018-12-31' },
      expect: { problems: ['policy.notInForce'], missingParameters: ['recruits', 'share', 'youngMembers'] },
    },
  ],
})

function verdictsOf(f: Facts, p: Parameters) {
  const verdict = (id: string, label: Text, met: BooleanTerm) => step(id, label, met, clause.members)
  const recruits = verdict(
    'recruits',
    t('发展达标', 'New members reached'),
    f.recruited.isAtLeast(p.recruits),
  )
  const young = verdict(
    'youngReached',
    t('年轻党员达标', 'Young members reached'),
    f.young.isAtLeast(p.youngMembers),
  )
  const { skills } = skillsOf(f, p)
  return {
    reached: verdict('reached', t('三项都达标', 'All three reached'), allOf(skills, recruits, young)),
    recruits,
    young,
  }
}

function skillsOf(f: Facts, p: Parameters) {
  const needed = step(
    'needed',
    t('所需人数', 'Members needed'),
    f.members.times(p.share, 'ceil'),
    clause.members,
  )
  const share = oneDecimal(f.skilled.shareOf(countBase(f.members)))
  return {
    skills: step('skills', t('技术达标', 'Techniques reached'), f.skilled.isAtLeast(needed), clause.members),
    needed,
    short: step('short', t('技术还差人数', 'Members lacking'), largest(needed.minus(f.skilled), count(0))),
    share: step('shareShown', t('掌握技术的比例', 'Share'), share),
  }
}

function fitsOf(f: Facts) {
  const label = t('核对：掌握技术的不多于党员', 'Check: not more than members')
  return check('fits', label, f.skilled.isAtMost(f.members), {
    severity: 'refusal',
    cite: clause.members,
    message: t(
      '掌握技术的党员多于党员总数。请核对党员名册。',
      'More have a technique than there are members. Check the roll.',
    ),
  })
}
