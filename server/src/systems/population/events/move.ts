/** 迁移 inside the county: a whole household to another place, or persons to another household. */
import { t } from '#kernel'
import { defineEvent, field } from '#register'
import { household, person } from '../registers/index.ts'
import {
  changeHousehold,
  changePerson,
  closed,
  homeOf,
  isLiving,
  join,
  leave,
  newHeadHelp,
  others,
  refuse,
  relationField,
  together,
} from './home.ts'
import type { Relation } from './kin.data.ts'

export const householdMove = defineEvent({
  name: 'householdMove',
  label: t('整户迁移', 'Move of the household'),
  help: t('县内迁移，户号不变。', 'Inside the county; it keeps its number.'),
  subject: household,
  writes: [household, person],
  day: t('迁移日期', 'Moved on'),
  form: {
    area: field.area({ label: t('迁入村组', 'To'), required: true }),
    address: field.text({ label: t('新住址', 'New address') }),
  },
  offered: (row) => row.endedOn === null,
  plan: async ({ subject, values, look }) => {
    const home = await homeOf(look, subject.id)
    const shut = closed(home, '')
    if (shut || !home) return shut ?? { effects: [] }
    if (values.area === home.row.area)
      return refuse(
        'area',
        '迁入的村组就是现在的村组。请选另一处。',
        'It stands there already. Choose another place.',
      )
    const address = values.address === null ? {} : { address: values.address }
    return {
      effects: [
        changeHousehold(home.row, { area: values.area, ...address }),
        ...home.members.map((row) => changePerson(row, { area: values.area })),
      ],
    }
  },
})

export const personMove = defineEvent({
  name: 'personMove',
  label: t('迁到另一户', 'Move to another household'),
  subject: person,
  writes: [person, household],
  day: t('迁移日期', 'Moved on'),
  form: {
    household: field.reference('household', { label: t('迁入的户', 'To the household'), required: true }),
    relation: relationField,
  },
  picks: {
    along: others(t('一起迁的人', 'Who comes along'), { many: true }),
    newHead: others(t('原户的新户主', 'New head of the old one'), { help: newHeadHelp }),
  },
  offered: isLiving,
  plan: async (asked) => {
    const { subject, on, values, picks, look } = asked
    const [from, to] = [await homeOf(look, subject.household), await homeOf(look, values.household)]
    const shut = closed(to, 'household')
    if (shut || !to) return shut ?? { effects: [] }
    if (!isLiving(subject))
      return refuse('', '这个人已去世或已迁出，不能再迁。', 'This person has died or left the county.')
    if (to.row.id === subject.household)
      return refuse(
        'household',
        '这个人已经在那一户。请选另一户。',
        'This person belongs to it already. Choose another one.',
      )
    const along = picks.along ?? []
    const joining = [
      { row: subject, relation: values.relation as Relation },
      ...along.map((row) => ({ row, relation: undefined })),
    ]
    return together(
      leave(asked, { home: from, leaving: [subject, ...along], newHead: picks.newHead?.[0], on }),
      join(asked, to, joining),
    )
  },
})
