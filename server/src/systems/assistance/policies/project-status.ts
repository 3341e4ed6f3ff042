/** 项目进度: what is not done after its due date is overdue (DX-04, AMB-48). */
import { t } from '#kernel'
import {
  allOf,
  boolean,
  byChoice,
  choices,
  choose,
  dated,
  daysBetween,
  definePolicy,
  fact,
  ifApplies,
  onlyIf,
  step,
} from '#policy'
import { clause, none, since } from './sources-village.ts'
import { projectStates } from './words-village.ts'

const shown = choices({ ...projectStates, overdue: t('逾期', 'overdue') })
const equipped = choices({
  untilDone: t('完成前仍算逾期', 'overdue until done'),
  asDone: t('视同完成', 'as good as done'),
})

const project = (status: string, onDay: string) => ({ status, dueOn: '2021-09-30', onDay })
const inTime = (status: string) => ({
  rule: 'DX-04',
  given: project(status, '2021-09-30'),
  expect: { result: { shown: status, overdue: false, daysLate: none } },
})
const late = (status: string) => ({
  rule: 'DX-04',
  given: project(status, '2021-10-01'),
  expect: { result: { shown: 'overdue', overdue: true, daysLate: { value: '1', unit: 'day' } } },
})

export const projectStatus = definePolicy({
  id: 'assistance.project-status',
  label: t('项目进度', 'Status of a project'),
  source: clause.projects,
  summary: {
    who: t('每个帮扶项目。', 'Every assistance project.'),
    how: t('过了完成期限还没完成的，列为逾期。', 'What is not done after its due date is overdue.'),
  },
  effective: { from: since },
  facts: {
    status: fact.choice({ label: t('登记的进度', 'Status entered'), options: projectStates }),
    dueOn: fact.day({
      label: t('完成期限（没有的填不适用）', 'Due on (not applicable where there is none)'),
    }),
    onDay: fact.day({ label: t('查看日', 'Day of looking') }),
  },
  parameters: {
    equipped: dated(equipped.untilDone, {
      label: t('到期时“设备到位”', '"Equipped" past the due date'),
      from: since,
      cite: clause.projects,
      question: 'AMB-48',
    }),
  },
  on: (f) => f.onDay,
  decide: (f, p) => {
    const settled = f.status.is('done').or(allOf(f.status.is('equipped'), p.equipped.is('asDone')))
    const finished = step('finished', t('算作完成', 'Counts as done'), settled, clause.projects)
    const past = ifApplies(f.dueOn, f.onDay.isAbove(f.dueOn), boolean(false))
    const overdue = step('overdue', t('逾期', 'Overdue'), allOf(finished.not(), past), clause.projects)
    const entered = byChoice(f.status, {
      planning: shown.planning,
      measured: shown.measured,
      applying: shown.applying,
      inProgress: shown.inProgress,
      equipped: shown.equipped,
      done: shown.done,
    })
    return {
      shown: step('shown', t('进度', 'Status'), choose().when(overdue, shown.overdue).otherwise(entered)),
      overdue,
      daysLate: step('daysLate', t('逾期天数', 'Days late'), onlyIf(overdue, daysBetween(f.dueOn, f.onDay))),
    }
  },
  examples: [
    inTime('planning'),
    inTime('measured'),
    inTime('applying'),
    inTime('inProgress'),
    inTime('equipped'),
    inTime('done'),
    late('planning'),
    late('measured'),
    late('applying'),
    late('inProgress'),
    late('equipped'),
    {
      rule: 'DX-04',
      given: project('done', '2021-10-01'),
      expect: { result: { shown: 'done', overdue: false } },
    },
    {
      rule: 'AMB-48',
      title: t('县里定为设备到位视同完成', 'the county takes "equipped" for done'),
      given: project('equipped', '2021-10-01'),
      parameters: { equipped: 'asDone' },
      expect: { result: { shown: 'equipped', overdue: false } },
    },
    {
      rule: 'AMB-48',
      given: project('applying', '2021-10-01'),
      parameters: { equipped: 'asDone' },
      expect: { result: { overdue: true } },
    },
    {
      rule: 'DX-04',
      given: { ...project('planning', '2021-10-01'), dueOn: none },
      expect: { result: { shown: 'planning', overdue: false } },
    },
    {
      rule: 'GEN-12',
      given: { status: 'equipped', dueOn: '2018-12-31', onDay: since },
      expect: { result: { overdue: true } },
    },
    { rule: 'GEN-07', given: { status: 'planning', onDay: since }, expect: { missing: ['dueOn'] } },
    {
      rule: 'DX-04',
      title: t('已完成的不问期限', 'a project that is done needs no due date'),
      given: { status: 'done', onDay: since },
      expect: { status: 'known', result: { shown: 'done', overdue: false } },
    },
  ],
})
