/** 迁出县外, 迁入: over the border of the county. Who left keeps the record with the day; who comes back goes on in it. */
import { t } from '#kernel'
import { type AnyRow, defineEvent, field } from '#register'
import { household, person } from '../registers/index.ts'
import { hukou, sex } from '../registers/words.ts'
import {
  changePerson,
  closed,
  homeOf,
  isLiving,
  join,
  leave,
  newHeadHelp,
  oneMore,
  others,
  refuse,
  relationField,
  sameOne,
  together,
} from './home.ts'
import type { Relation } from './kin.data.ts'

export const departure = defineEvent({
  name: 'departure',
  label: t('迁出县外', 'Moves out of the county'),
  subject: person,
  writes: [person, household],
  day: t('迁出日期', 'Moved out on'),
  form: {},
  picks: {
    along: others(t('一起迁出的人', 'Who leaves along'), { many: true }),
    newHead: others(t('原户的新户主', 'New head of the old one'), { help: newHeadHelp }),
  },
  offered: isLiving,
  plan: async (asked) => {
    const { subject, on, picks, look } = asked
    if (!isLiving(subject))
      return refuse('', '这个人已去世或已迁出，不能再迁。', 'This person has died or left the county.')
    const leaving = [subject, ...(picks.along ?? [])]
    const home = await homeOf(look, subject.household)
    return together(
      { effects: leaving.map((row) => changePerson(row, { movedOutOn: on })) },
      leave(asked, { home, leaving, newHead: picks.newHead?.[0], on }),
    )
  },
})

export const householdDeparture = defineEvent({
  name: 'householdDeparture',
  label: t('整户迁出县外', 'Household leaves the county'),
  subject: household,
  writes: [household, person],
  day: t('迁出日期', 'Moved out on'),
  form: {},
  offered: (row) => row.endedOn === null,
  plan: async (asked) => {
    const home = await homeOf(asked.look, asked.subject.id)
    const shut = closed(home, '')
    if (shut || !home) return shut ?? { effects: [] }
    return together(
      { effects: home.members.map((row) => changePerson(row, { movedOutOn: asked.on })) },
      leave(asked, { home, leaving: home.members, on: asked.on }),
    )
  },
})

export const arrival = defineEvent({
  name: 'arrival',
  label: t('迁入', 'Moves into the county'),
  help: t(
    '从县外迁回的，选原来的档案；第一次来的，填姓名。',
    'Choose the record of who comes back; name who comes first.',
  ),
  subject: household,
  writes: [household, person],
  day: t('迁入日期', 'Moved in on'),
  form: {
    person: field.reference('person', { label: t('原来的档案', 'Record of who comes back') }),
    name: field.name({ label: t('姓名', 'Name') }),
    sex: field.choice({ label: t('性别', 'Sex'), options: sex }),
    birthDate: field.day({ label: t('出生日期', 'Date of birth') }),
    idNumber: field.idNumber({ label: t('证件号', 'Identity number') }),
    hukou: field.choice({ label: t('户口', 'Registration'), options: hukou }),
    relation: relationField,
  },
  offered: (row) => row.endedOn === null,
  plan: async (asked) => {
    const { subject, on, values, look } = asked
    const home = await homeOf(look, subject.id)
    const shut = closed(home, '')
    if (shut || !home) return shut ?? { effects: [] }
    const { person: id, relation, ...fresh } = values
    if (typeof id === 'number') {
      const back = await look.row(person, id)
      const no = notBack(back, on)
      if (no || !back) return no ?? { effects: [] }
      return together(
        { effects: [changePerson(back, { movedOutOn: null })] },
        join(asked, home, [{ row: back, relation: relation as Relation }]),
      )
    }
    if (fresh.name === null)
      return refuse(
        'name',
        '没有选档案，也没有填姓名。请填一样。',
        'Neither a record nor a name is given. Give one.',
      )
    const there = sameOne(home, { name: fresh.name, birthDate: fresh.birthDate })
    if (there) return there
    const values_ = { ...fresh, relation, household: home.row.id, area: home.row.area }
    return { effects: [{ act: 'insert', register: person, key: 'person', values: values_ }, oneMore(home)] }
  },
})

function notBack(back: AnyRow | undefined, on: string) {
  if (!back)
    return refuse(
      'person',
      '没有这份档案，或不在您的管辖范围。',
      'There is no such record, or it is outside your area.',
    )
  if (typeof back.movedOutOn === 'string' && back.diedOn === null && back.movedOutOn <= on) return undefined
  return refuse(
    'person',
    `${String(back.name)}没有在 ${on} 前迁出县外的登记。在县内的，请办“迁到另一户”。`,
    `${String(back.name)} is not entered as having left the county before ${on}. Inside the county use a move to another household.`,
  )
}
