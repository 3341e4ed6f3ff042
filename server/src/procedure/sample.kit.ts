/** A small procedure for the tests of this room: three steps, a notice, objections, a way back. Invented. */
import type { Day } from '#kernel'
import { day, t } from '#kernel'
import { OPEN } from './built-in.ts'
import { defineProcedure } from './define.ts'
import type { Around, Asker } from './eligible.ts'
import { ask } from './form.ts'
import { days, workingDays } from './limit.ts'
import type { Act } from './state.ts'

const town = t('镇政府', 'township')
const bureau = t('县局', 'county bureau')
const none = t('来文没有规定', 'the source sets none')

export const sample = defineProcedure({
  id: 'test.allowance',
  label: t('补贴认定', 'Allowance'),
  purpose: t('认定谁领补贴', 'Decides who gets the allowance'),
  subject: 'project',
  open: { by: 'test.list', level: 'village' },
  items: { register: 'claimant', label: t('申请人', 'Claimants'), counter: t('人', 'persons') },
  states: {
    draft: { label: t('拟名单', 'Draft'), step: t('报名单', 'List') },
    listed: { label: t('已报送', 'Listed'), step: t('乡镇核准', 'Check') },
    checked: { label: t('已核准', 'Checked'), step: t('公示', 'Notice') },
    noticed: { label: t('公示中', 'Noticed'), step: t('确认', 'Approve') },
    approved: { label: t('已确认', 'Approved') },
    done: { label: t('已办结', 'Done'), final: true },
    closed: { label: t('已终止', 'Closed'), final: true },
  },
  start: 'draft',
  done: 'done',
  itemStates: {
    draft: { label: t('待报', 'Draft'), mark: 'todo' },
    listed: { label: t('已报', 'Listed'), mark: 'doing' },
    checked: { label: t('已核准', 'Checked'), mark: 'doing' },
    noticed: { label: t('公示中', 'Noticed'), mark: 'doing' },
    returned: { label: t('退回核实', 'Returned'), mark: 'returned' },
    approved: { label: t('已确认', 'Approved'), mark: 'done', final: true },
    removed: { label: t('已移出', 'Removed'), mark: 'refused', final: true },
  },
  itemStart: 'draft',
  within: days(60),
  actions: {
    list: {
      label: t('报送名单', 'Send list'),
      office: t('村委会', 'village'),
      by: 'test.list',
      level: 'village',
      from: ['draft'],
      to: 'listed',
      form: {},
      noLimit: none,
      separation: [],
      items: { take: 'all', from: ['draft'], to: 'listed' },
    },
    close: {
      label: t('终止', 'Close'),
      office: t('村委会', 'village'),
      by: 'test.list',
      level: 'village',
      from: ['draft'],
      to: 'closed',
      form: { reason: ask.note({ label: t('理由', 'Reason') }) },
      noLimit: none,
      separation: [],
      items: { take: 'all', from: ['draft'], to: 'removed' },
    },
    check: {
      label: t('核准', 'Check'),
      office: town,
      by: 'test.check',
      level: 'township',
      from: ['listed'],
      to: 'checked',
      form: { opinion: ask.note({ label: t('意见', 'Opinion') }) },
      within: workingDays(10),
      separation: ['list'],
      items: { take: 'eligible', from: ['listed', 'returned'], to: 'checked' },
    },
    giveBack: {
      label: t('退回村里', 'Give back'),
      office: town,
      by: 'test.check',
      level: 'township',
      back: true,
      from: ['listed'],
      to: 'draft',
      form: { reason: ask.note({ label: t('要补什么', 'What to mend') }) },
      noLimit: none,
      separation: [],
      items: { take: 'all', from: ['listed'], to: 'draft' },
    },
    post: {
      label: t('发布公示', 'Post'),
      office: bureau,
      by: 'test.post',
      level: 'county',
      from: ['checked'],
      to: 'noticed',
      form: {},
      within: days(10),
      separation: ['list', 'check'],
      items: { take: 'eligible', from: ['checked'], to: 'noticed' },
    },
    object: {
      label: t('受理异议', 'Take objection'),
      office: bureau,
      by: 'test.post',
      level: 'county',
      from: ['noticed'],
      form: {
        text: ask.note({ label: t('原话', 'Words') }),
        received: ask.day({ label: t('收到', 'Received') }),
      },
      noLimit: none,
      separation: [],
      objection: 'take',
      items: { take: 'chosen', from: ['noticed'], to: 'noticed' },
    },
    answer: {
      label: t('答复异议', 'Answer'),
      office: bureau,
      by: 'test.approve',
      level: 'county',
      from: ['noticed'],
      objection: 'answer',
      within: days(3),
      separation: ['check', 'post'],
      form: {
        objection: ask.count({ label: t('异议', 'Objection') }),
        answer: ask.note({ label: t('答复', 'Answer') }),
        outcome: ask.choice({
          label: t('结论', 'Outcome'),
          options: { uphold: t('维持', 'Uphold'), remove: t('移出', 'Remove'), return: t('退回', 'Return') },
        }),
      },
      items: {
        take: 'chosen',
        from: ['noticed', 'removed', 'returned'],
        to: { field: 'outcome', cases: { uphold: 'same', remove: 'removed', return: 'returned' } },
      },
    },
    approve: {
      label: t('确认公示结果', 'Approve'),
      office: bureau,
      by: 'test.approve',
      level: 'county',
      from: ['noticed'],
      to: 'approved',
      form: {},
      noLimit: none,
      stays: days(7),
      separation: ['list', 'check', 'post'],
      items: { take: 'eligible', from: ['noticed'], to: 'approved', batch: true },
    },
  },
})

export const may1: Day = day('2025-09-01')

let people = 0
/** An asker with verbs at the area that the county of the demo uses. */
export function asker(area: string, ...verbs: string[]): Asker {
  people += 1
  return { accountId: people, may: (verb) => verbs.includes(verb), area }
}

/** Weekdays are worked, weekends not; enough for 2025. */
export const plainYear = { '2025': { off: [], work: [] } }

export function around(today: string, more: Partial<Around> = {}): Around {
  return {
    today: day(today),
    holidays: plainYear,
    name: (id) => `第${id}人`,
    waitingOn: new Set(),
    waitingUnnamed: 0,
    findings: new Map(),
    ...more,
  }
}

/** An act as the store would hold it. */
export function act(sequence: number, action: string, on: string, more: Partial<Act> = {}): Act {
  return {
    sequence,
    action,
    on: day(on),
    at: `${on}T02:00:00Z`,
    accountId: 1,
    actorName: '周立民',
    office: '上坝村',
    items: [],
    form: {},
    outcomes: {},
    ...more,
  }
}

export function opening(on: string, ...items: number[]): Act {
  return act(1, OPEN, on, { items })
}
