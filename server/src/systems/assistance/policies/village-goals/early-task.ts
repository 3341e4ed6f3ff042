/** 三年任务两年完成: the day by which a task of three years is to be done (CT-12). */
import { t } from '#kernel'
import type { DayTerm } from '#policy'
import { boolean, choices, choose, dated, days, definePolicy, fact, ifApplies, step, years } from '#policy'
import { before, clause, none, since } from './sources.ts'

const standings = choices({
  early: t('两年内完成', 'done within the short term'),
  full: t('两年后、三年内完成', 'done after the short term, within the full one'),
  late: t('超过三年完成', 'done after the full term'),
  open: t('未完成，未满两年', 'open, within the short term'),
  behind: t('未完成，已满两年', 'open, the short term is over'),
  overdue: t('未完成，已满三年', 'open, the full term is over'),
})
const task = (doneOn: string | typeof none, onDay: string, startedOn = '2020-03-01') => ({
  given: { startedOn, doneOn, onDay },
})
const result = (standing: string) => ({
  result: { standing, asPlanned: standing === 'early', shortUntil: '2022-02-28', fullUntil: '2023-02-28' },
})

export const earlyTask = definePolicy({
  id: 'assistance.goal-early-task',
  label: t('三年任务两年完成', 'A task of three years done in two'),
  source: clause.preamble,
  summary: {
    who: t('每项三年帮扶任务。', 'Every task of the three years.'),
    how: t(
      '从任务开始日起满两年的前一天为限；超过但在三年内的另记。',
      'By the day before two years after the start; later but within three years is told apart.',
    ),
  },
  effective: { from: since },
  facts: {
    startedOn: fact.day({ label: t('任务开始日', 'Start of the task') }),
    doneOn: fact.day({ label: t('完成日', 'Done on') }),
    onDay: fact.day({ label: t('检查日', 'Day of the check') }),
  },
  parameters: {
    short: dated(years(2), { label: t('要求完成年限', 'Short term'), from: since, cite: clause.preamble }),
    full: dated(years(3), { label: t('任务年限', 'Full term'), from: since, cite: clause.preamble }),
  },
  on: (f) => f.onDay,
  decide: (f, p) => {
    const shortUntil = step(
      'shortUntil',
      t('两年期止', 'Last day of the short term'),
      f.startedOn.plusMonths(p.short).minusDays(days(1)),
      clause.preamble,
    )
    const fullUntil = step(
      'fullUntil',
      t('三年期止', 'Last day of the full term'),
      f.startedOn.plusMonths(p.full).minusDays(days(1)),
      clause.preamble,
    )
    const standing = step(
      'standing',
      t('完成情况', 'How it stands'),
      ifApplies(f.doneOn, doneOf(f.doneOn, shortUntil, fullUntil), openOf(f.onDay, shortUntil, fullUntil)),
      clause.preamble,
    )
    const early = ifApplies(f.doneOn, f.doneOn.isAtMost(shortUntil), boolean(false))
    return {
      asPlanned: step('asPlanned', t('两年内完成', 'Done within the short term'), early, clause.preamble),
      standing,
      shortUntil,
      fullUntil,
    }
  },
  examples: [
    ...(
      [
        ['2022-02-28', '2022-06-30', 'early'],
        ['2022-03-01', '2022-06-30', 'full'],
        ['2023-02-28', '2023-06-30', 'full'],
        ['2023-03-01', '2023-06-30', 'late'],
        [none, '2022-02-28', 'open'],
        [none, '2022-03-01', 'behind'],
        [none, '2023-02-28', 'behind'],
        [none, '2023-03-01', 'overdue'],
      ] as const
    ).map(([doneOn, onDay, standing]) => ({
      rule: 'CT-12',
      ...task(doneOn, onDay),
      expect: result(standing),
    })),
    {
      rule: 'AMB-52',
      title: t(
        '2 月 29 日开始：先到 2 月 28 日，再减一天',
        'from 29 February: clamped first, then the day subtracted',
      ),
      ...task('2022-02-27', '2022-06-30', '2020-02-29'),
      expect: { result: { standing: 'early', shortUntil: '2022-02-27', fullUntil: '2023-02-27' } },
    },
    {
      rule: 'GEN-07',
      title: t('完成日不详', 'the day is not known'),
      given: { startedOn: '2020-03-01', onDay: '2022-06-30' },
      expect: { missing: ['doneOn'], result: { asPlanned: null, standing: null, shortUntil: '2022-02-28' } },
    },
    {
      rule: 'GEN-12',
      ...task(none, since, '2018-01-01'),
      expect: { result: { standing: 'open', shortUntil: '2019-12-31', fullUntil: '2020-12-31' } },
    },
    {
      rule: 'GEN-12',
      ...task(none, before, '2018-01-01'),
      expect: { problems: ['policy.notInForce'], missingParameters: ['full', 'short'] },
    },
  ],
})

function doneOf(doneOn: DayTerm, short: DayTerm, full: DayTerm) {
  return choose()
    .when(doneOn.isAtMost(short), standings.early)
    .when(doneOn.isAtMost(full), standings.full)
    .otherwise(standings.late)
}

function openOf(onDay: DayTerm, short: DayTerm, full: DayTerm) {
  return choose()
    .when(onDay.isAtMost(short), standings.open)
    .when(onDay.isAtMost(full), standings.behind)
    .otherwise(standings.overdue)
}
