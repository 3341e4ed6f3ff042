/** Steps of the township: check (核准), refusal, back to the village. */
import { t } from '#kernel'
import { ask, days } from '#procedure'
import { mend, noLimit, offices, reason } from './shared.ts'
import type { Steps } from './states.ts'

export const townshipSteps = {
  check: {
    label: t('核准', 'Check'),
    office: offices.township,
    by: 'ls.check',
    level: 'township',
    from: ['discussed'],
    to: 'checked',
    form: { opinion: ask.note({ label: t('核准意见', 'Opinion') }) },
    within: days(10),
    separation: ['list', 'meeting'],
    items: { take: 'eligible', from: ['discussed', 'returned'], to: 'checked' },
    consequence: t('核准后送县人社局审定，从今天起 10 天。', 'The county decides within 10 days from today.'),
  },
  refuse: {
    label: t('不予核准', 'Refuse'),
    office: offices.township,
    by: 'ls.check',
    level: 'township',
    from: ['discussed'],
    form: { reason },
    noLimit,
    separation: ['list', 'meeting'],
    items: { take: 'chosen', from: ['discussed', 'returned'], to: 'refused' },
    consequence: t(
      '写明理由，告知本人；60 日内可以申请复议，6 个月内可以起诉。',
      'The person is told the reason; review within 60 days, court within 6 months.',
    ),
  },
  returnVillage: {
    label: t('退回村里', 'Give back to the village'),
    office: offices.township,
    by: 'ls.check',
    level: 'township',
    back: true,
    from: ['discussed'],
    to: 'draft',
    form: mend,
    noLimit,
    separation: [],
    items: { take: 'all', from: ['discussed'], to: 'draft' },
    consequence: t('退回村里，期限停钟。', 'Given back; the clock stops.'),
  },
} as const satisfies Steps
