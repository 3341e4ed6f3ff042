/** Notice, objections and the confirmation of the result (GEN-14, AMB-38, OF-13). */
import { t } from '#kernel'
import { ask, closeNotice, days } from '#procedure'
import { NOTICE_DAYS, protectionNotice } from './notice.ts'
import { due, mend, noLimit, offices } from './shared.ts'
import type { Steps } from './states.ts'

export const publicitySteps = {
  post: {
    label: t('发布公示', 'Post the notice'),
    office: offices.bureau,
    by: 'ls.notice',
    level: 'county',
    from: ['decided'],
    to: 'noticed',
    form: {
      photo: ask.file({ label: t('村公开栏张贴照片', 'Photo of the village board'), required: false }),
    },
    noLimit,
    separation: ['list', 'meeting', 'check'],
    items: { take: 'eligible', from: ['decided'], to: 'noticed' },
    effects: [protectionNotice],
    consequence: t(
      '公开姓名、组、类别、金额，不含证件号、电话、卡号。当天为第 0 天，公示 7 天。',
      'Name, group, category and amount become public for 7 days.',
    ),
  },
  object: {
    label: t('受理异议', 'Take up an objection'),
    office: offices.bureau,
    by: 'ls.notice',
    level: 'county',
    from: ['noticed'],
    noLimit,
    separation: [],
    objection: 'take',
    form: {
      text: ask.note({ label: t('异议原话', 'In their words') }),
      received: ask.day({ label: t('收到日期', 'Received on'), preset: 'today' }),
    },
    items: { take: 'chosen', from: ['noticed'], to: 'noticed' },
    consequence: t(
      '只暂缓被提异议的人，其余的人继续办；从收到那天起 3 天内答复。',
      'Only that person is held; answered within 3 days of receipt.',
    ),
  },
  answer: {
    label: t('答复异议', 'Answer the objection'),
    office: offices.bureau,
    by: 'ls.answer',
    level: 'county',
    from: ['draft', 'listed', 'discussed', 'checked', 'decided', 'noticed'],
    objection: 'answer',
    within: days(3),
    separation: ['list', 'meeting', 'check', 'decide'],
    form: {
      objection: ask.count({ label: t('异议', 'Objection'), least: 1 }),
      outcome: ask.choice({
        label: t('结论', 'Outcome'),
        options: {
          uphold: t('异议不成立，维持', 'Not upheld, the list stands'),
          remove: t('异议成立，移出名单', 'Upheld, taken off the list'),
          return: t('要再核实，退回乡镇', 'To be looked into, back to the township'),
        },
      }),
      answer: ask.note({ label: t('答复', 'Answer') }),
      attachment: ask.file({ label: t('附件', 'Attachment'), required: false }),
    },
    items: {
      take: 'chosen',
      from: ['draft', 'listed', 'discussed', 'noticed', 'returned', 'refused', 'removed'],
      to: { field: 'outcome', cases: { uphold: 'same', remove: 'removed', return: 'returned' } },
    },
    effects: [due],
    consequence: t(
      '异议记为“已结”，答复发出后不能修改。',
      'The objection is closed; the answer cannot be changed.',
    ),
  },
  withdraw: {
    label: t('撤回公示，退回乡镇', 'Withdraw the notice'),
    office: offices.bureau,
    by: 'ls.approve',
    level: 'county',
    back: true,
    from: ['noticed'],
    to: 'discussed',
    form: mend,
    noLimit,
    separation: [],
    items: { take: 'all', from: ['decided', 'noticed'], to: 'discussed' },
    effects: [closeNotice(), due],
    consequence: t(
      '公示页马上撤下，全部退回乡镇重新核准，期限停钟。',
      'The page is taken down and all persons go back to the township; the clock stops.',
    ),
  },
  approve: {
    label: t('确认公示结果', 'Confirm the result'),
    office: offices.bureau,
    by: 'ls.approve',
    level: 'county',
    from: ['noticed'],
    to: 'approved',
    form: { note: ask.note({ label: t('公示情况说明', 'Statement on the notice'), required: false }) },
    noLimit,
    stays: days(NOTICE_DAYS),
    separation: ['list', 'meeting', 'check', 'decide', 'post'],
    items: { take: 'eligible', from: ['noticed'], to: 'approved', batch: true },
    effects: [due],
    consequence: t(
      '没有异议的人作为一批继续办；有异议的留下，答复后另成一批。',
      'Those without objection go on as one batch, the others follow.',
    ),
  },
} as const satisfies Steps
