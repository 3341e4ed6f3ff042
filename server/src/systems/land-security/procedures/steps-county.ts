/** Steps of the county bureau: decision (审定) by the policy, denial, back to the township. */
import { t } from '#kernel'
import { ask, assessItems, days, findingsClear } from '#procedure'
import { due, mend, noLimit, offices, reason } from './shared.ts'
import type { Steps } from './states.ts'

export const countySteps = {
  decide: {
    label: t('审定', 'Decide'),
    office: offices.bureau,
    by: 'ls.decide',
    level: 'county',
    from: ['checked'],
    to: 'decided',
    form: {
      document: ask.text({ label: t('审定文号', 'Document number'), required: false }),
      opinion: ask.note({ label: t('审定意见', 'Opinion') }),
    },
    within: days(10),
    separation: ['list', 'meeting', 'check'],
    items: { take: 'eligible', from: ['checked'], to: 'decided' },
    effects: [
      findingsClear(),
      assessItems('land-security.protection', ['government', 'collective', 'individual']),
      due,
    ],
    consequence: t(
      '按政策逐人算出类别和金额；还不能判断的留在原处。',
      'Category and amount of each person are decided by the policy; who cannot be decided yet stays.',
    ),
  },
  deny: {
    label: t('不予认定', 'Deny'),
    office: offices.bureau,
    by: 'ls.decide',
    level: 'county',
    from: ['checked'],
    form: { reason },
    noLimit,
    separation: ['list', 'meeting', 'check'],
    items: { take: 'chosen', from: ['checked', 'decided'], to: 'refused' },
    consequence: t(
      '发不予认定告知书；60 日内可以申请复议，6 个月内可以起诉。',
      'A letter gives the reason; review within 60 days, court within 6 months.',
    ),
  },
  returnTownship: {
    label: t('退回乡镇', 'Give back to the township'),
    office: offices.bureau,
    by: 'ls.decide',
    level: 'county',
    back: true,
    from: ['checked'],
    to: 'discussed',
    form: mend,
    noLimit,
    separation: [],
    items: { take: 'all', from: ['checked'], to: 'discussed' },
    consequence: t('退回乡镇，期限停钟。', 'Given back; the clock stops.'),
  },
} as const satisfies Steps
