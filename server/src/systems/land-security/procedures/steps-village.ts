/** Steps of the village: the list and the members' meeting (LS-01, OF-13). */
import { t } from '#kernel'
import { ask } from '#procedure'
import { meetingForm, meetingRules } from './meeting.ts'
import { noLimit, offices, reason } from './shared.ts'
import type { Steps } from './states.ts'

export const villageSteps = {
  list: {
    label: t('报送名单', 'Send the list'),
    office: offices.village,
    by: 'ls.list',
    level: 'village',
    from: ['draft'],
    to: 'listed',
    form: {},
    noLimit,
    separation: [],
    items: { take: 'all', from: ['draft'], to: 'listed' },
    consequence: t(
      '报送后交成员会议讨论，名单不能再增减，只能退回。',
      'The list goes to the meeting and can only be given back.',
    ),
  },
  drop: {
    label: t('移出名单', 'Take off the list'),
    office: offices.village,
    by: 'ls.list',
    level: 'village',
    from: ['draft'],
    form: { reason },
    noLimit,
    separation: [],
    items: { take: 'chosen', from: ['draft'], to: 'removed' },
  },
  close: {
    label: t('终止案件', 'Close the case'),
    office: offices.village,
    by: 'ls.list',
    level: 'village',
    from: ['draft'],
    to: 'closed',
    form: { reason },
    noLimit,
    separation: [],
    items: { take: 'all', from: ['draft'], to: 'removed' },
    consequence: t('终止后不能恢复，要办须重新立案。', 'A closed case cannot be taken up again.'),
  },
  meeting: {
    label: t('记录会议', 'Record the meeting'),
    office: offices.village,
    by: 'ls.meeting',
    level: 'village',
    from: ['listed'],
    to: 'discussed',
    form: meetingForm,
    rules: meetingRules,
    noLimit,
    separation: [],
    items: { take: 'all', from: ['listed'], to: 'discussed' },
    consequence: t(
      '两项决议都通过后，名单送乡镇核准，从今天起 10 天。',
      'With both resolutions carried the list goes to the township, which has 10 days.',
    ),
  },
  notCarried: {
    label: t('会议没有通过', 'Not carried'),
    office: offices.village,
    by: 'ls.meeting',
    level: 'village',
    back: true,
    from: ['listed'],
    to: 'draft',
    form: { heldOn: ask.day({ label: t('开会日期', 'Held on'), preset: 'today' }), reason },
    noLimit,
    separation: [],
    items: { take: 'all', from: ['listed'], to: 'draft' },
  },
} as const satisfies Steps
