/** 分户: some of the members stand as a household of their own. */
import { t } from '#kernel'
import { defineEvent, field, made } from '#register'
import { household, person } from '../registers/index.ts'
import {
  appoint,
  changePerson,
  closed,
  homeOf,
  leave,
  members,
  newHeadHelp,
  refuse,
  together,
} from './home.ts'

export const split = defineEvent({
  name: 'split',
  label: t('分户', 'Split'),
  subject: household,
  writes: [household, person],
  day: t('分户日期', 'Split on'),
  form: {
    number: field.text({ label: t('新户户号', 'Number of the new household'), required: true }),
    area: field.area({
      label: t('新户村组', 'Where it stands'),
      help: t('不填就在原村组。', 'The same place unless said.'),
    }),
    address: field.text({ label: t('新户住址', 'Address') }),
  },
  picks: {
    leaving: members(t('分出去的人', 'Who leaves'), { many: true, required: true }),
    head: members(t('新户的户主', 'Head of the new household'), { required: true }),
    newHead: members(t('原户的新户主', 'New head of the old one'), { help: newHeadHelp }),
  },
  offered: (row) => row.endedOn === null,
  plan: async (asked) => {
    const { subject, on, values, picks, look } = asked
    const home = await homeOf(look, subject.id)
    const [leaving, head] = [picks.leaving ?? [], picks.head?.[0]]
    const shut = closed(home, '')
    if (shut) return shut
    if (!home || !head || !leaving.some(({ id }) => id === head.id))
      return refuse(
        'head',
        '新户的户主不在分出去的人里。请在分出去的人里选。',
        'The new head is not among those who leave. Choose one of them.',
      )
    if (leaving.length === home.members.length)
      return refuse(
        'leaving',
        '全家都选上了，那不是分户。换户主请办“变更户主”，搬走请办“整户迁移”。',
        'Everybody was chosen, which is no split. Use a change of head, or a move of the household.',
      )
    const area = values.area ?? home.row.area
    const { number, address } = values
    const fresh = {
      number,
      headName: head.name,
      area,
      address: address ?? home.row.address,
      members: leaving.length,
    }
    const standing = { row: home.row, members: leaving }
    const relations = appoint(asked, { home: standing, newHead: head })
    return together(
      { effects: [{ act: 'insert', register: household, key: 'home', values: fresh }] },
      { effects: leaving.map((row) => changePerson(row, { household: made('home'), area })) },
      // Of the new household only the relations: its head's name was entered with it.
      { ...relations, effects: relations.effects.filter(({ register }) => register === person) },
      leave(asked, { home, leaving, newHead: picks.newHead?.[0], on }),
    )
  },
})
