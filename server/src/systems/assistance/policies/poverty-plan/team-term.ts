/** 驻村工作队任期: three years, and on where the village is not out of poverty by then (TP-07). */
import { t } from '#kernel'
import { allOf, choices, choose, dated, days, definePolicy, fact, step, years } from '#policy'
import { before, clause, since } from './sources.ts'

const standings = choices({
  inTerm: t('任期内', 'within the term'),
  extended: t('期满未脱贫，原工作队继续帮扶', 'the term is over and the village not out: the team goes on'),
  ended: t('期满已脱贫，任期结束', 'the term is over and the village out: it ends'),
})
const team = {
  startedOn: '2015-06-01',
  onDay: '2019-06-01',
  outOfPoverty: false,
  leader: 'deputySection',
  firstSecretary: true,
}

export const teamTerm = definePolicy({
  id: 'assistance.team-term',
  label: t('驻村工作队任期和延期', 'Term of a village team'),
  source: clause.teams,
  summary: {
    who: t('派驻贫困村的工作队。', 'Teams in poor villages.'),
    how: t(
      '任期三年；期满时村没有脱贫的，原工作队继续。队长由副科级干部或后备干部担任，兼第一书记。',
      'Three years; the team goes on where the village is not out of poverty. The leader is a deputy section head or reserve cadre and first secretary.',
    ),
  },
  effective: { from: since },
  facts: {
    startedOn: fact.day({ label: t('进驻日', 'Day on which the team came') }),
    onDay: fact.day({ label: t('核定日', 'Day of the check') }),
    outOfPoverty: fact.boolean({ label: t('该村已脱贫', 'The village is out of poverty') }),
    leader: fact.choice({
      label: t('队长身份', 'Who leads the team'),
      options: {
        deputySection: t('副科级干部', 'deputy section head'),
        reserve: t('后备干部', 'reserve cadre'),
        other: t('其他', 'other'),
      },
    }),
    firstSecretary: fact.boolean({ label: t('队长兼第一书记', 'The leader is first secretary') }),
  },
  parameters: {
    term: dated(years(3), { label: t('任期', 'Term'), from: since, cite: clause.teams }),
  },
  on: (f) => f.onDay,
  decide: (f, p) => {
    const lastDay = step(
      'lastDay',
      t('任期止', 'Last day of the term'),
      f.startedOn.plusMonths(p.term).minusDays(days(1)),
      clause.teams,
    )
    const standing = choose()
      .when(f.onDay.isAtMost(lastDay), standings.inTerm)
      .when(f.outOfPoverty, standings.ended)
      .otherwise(standings.extended)
    const stands = step('standing', t('任期情况', 'How the term stands'), standing, clause.teams)
    return {
      standing: stands,
      stays: step('stays', t('工作队留村', 'The team stays'), stands.isNot('ended'), clause.teams),
      lastDay,
      leaderFits: step(
        'leaderFits',
        t('队长符合要求', 'The leader is as required'),
        allOf(f.leader.isOneOf('deputySection', 'reserve'), f.firstSecretary),
        clause.teams,
      ),
    }
  },
  examples: [
    ...(
      [
        ['2019-06-01', false, 'extended'],
        ['2019-06-01', true, 'ended'],
      ] as const
    ).map(([onDay, outOfPoverty, standing]) => ({
      rule: 'TP-07',
      given: { ...team, onDay, outOfPoverty },
      expect: { result: { standing, stays: standing !== 'ended', lastDay: '2018-05-31', leaderFits: true } },
    })),
    ...(
      [
        ['2022-05-31', false, 'inTerm'],
        ['2022-05-31', true, 'inTerm'],
        ['2022-06-01', false, 'extended'],
        ['2022-06-01', true, 'ended'],
      ] as const
    ).map(([onDay, outOfPoverty, standing]) => ({
      rule: 'TP-07',
      given: { ...team, startedOn: '2019-06-01', onDay, outOfPoverty },
      expect: { result: { standing, stays: standing !== 'ended', lastDay: '2022-05-31' } },
    })),
    ...(
      [
        [{ leader: 'reserve' }, true],
        [{ leader: 'other' }, false],
        [{ firstSecretary: false }, false],
      ] as const
    ).map(([change, leaderFits]) => ({
      rule: 'TP-07',
      given: { ...team, ...change },
      expect: { result: { leaderFits, standing: 'extended' } },
    })),
    {
      rule: 'AMB-52',
      title: t(
        '2 月 29 日进驻：先到 2 月 28 日，再减一天',
        'from 29 February: clamped first, then the day subtracted',
      ),
      given: { ...team, startedOn: '2016-02-29', onDay: '2019-02-28' },
      expect: { result: { lastDay: '2019-02-27', standing: 'extended' } },
    },
    {
      rule: 'GEN-07',
      title: t(
        '是否脱贫不详：任期内不必问',
        'out of poverty or not is not known: within the term it does not matter',
      ),
      given: { ...team, startedOn: '2019-06-01', onDay: '2020-06-01', outOfPoverty: undefined },
      expect: { result: { standing: 'inTerm', stays: true } },
    },
    {
      rule: 'GEN-07',
      given: { ...team, outOfPoverty: undefined },
      expect: { missing: ['outOfPoverty'], result: { standing: null, stays: null, lastDay: '2018-05-31' } },
    },
    {
      rule: 'GEN-12',
      given: { ...team, onDay: since },
      expect: { result: { standing: 'extended', lastDay: '2018-05-31' } },
    },
    {
      rule: 'GEN-12',
      given: { ...team, onDay: before },
      expect: { problems: ['policy.notInForce'], missingParameters: ['term'] },
    },
  ],
})
