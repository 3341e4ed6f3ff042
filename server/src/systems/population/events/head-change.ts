/** 变更户主: another member is the head, and everybody's relation is said anew. */
import { t } from '#kernel'
import { defineEvent } from '#register'
import { household, person } from '../registers/index.ts'
import { appoint, closed, homeOf, members, refuse } from './home.ts'

export const headChange = defineEvent({
  name: 'headChange',
  label: t('变更户主', 'Change of head'),
  subject: household,
  writes: [household, person],
  day: t('变更日期', 'Changed on'),
  form: {},
  picks: { newHead: members(t('新户主', 'New head'), { required: true }) },
  offered: (row) => row.endedOn === null,
  plan: async (asked) => {
    const home = await homeOf(asked.look, asked.subject.id)
    const newHead = asked.picks.newHead?.[0]
    const shut = closed(home, '')
    if (shut || !home || !newHead) return shut ?? { effects: [] }
    if (newHead.relation === 'head')
      return refuse(
        'newHead',
        `${String(newHead.name)}现在就是户主。请选另一人。`,
        `${String(newHead.name)} is the head already. Choose another person.`,
      )
    return appoint(asked, { home, newHead })
  },
})
