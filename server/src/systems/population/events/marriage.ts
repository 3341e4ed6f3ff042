/** 结婚: both records say it; who moves is said with it, or entered as a move of its own. */
import { completedYears, type Day, t } from '#kernel'
import { type AnyRow, type Asked, defineEvent, field, type Look } from '#register'
import { household, person } from '../registers/index.ts'
import {
  changePerson,
  closed,
  homeOf,
  isLiving,
  join,
  leave,
  newHeadHelp,
  others,
  type Part,
  refuse,
  together,
} from './home.ts'
import { byMarriage, type Relation } from './kin.data.ts'
import { isMarried, spouseOf, unseen } from './wedlock.ts'

/** Civil Code, article 1047: men from 22, women from 20. */
const ages = { male: 22, female: 20 } as const

export const marriage = defineEvent({
  name: 'marriage',
  label: t('结婚', 'Marriage'),
  subject: person,
  writes: [person, household],
  day: t('结婚登记日期', 'Married on'),
  form: {
    spouse: field.reference('person', {
      label: t('配偶', 'Spouse'),
      help: t('名册里有档案的，从名册选。', 'If the register has a record.'),
    }),
    spouseName: field.name({ label: t('配偶姓名（县外）', 'Name of a spouse from outside') }),
    moves: field.choice({
      label: t('户口', 'Who moves'),
      options: {
        none: t('都不迁', 'nobody'),
        here: t('配偶迁来', 'the spouse comes here'),
        there: t('迁到配偶家', 'this person goes there'),
      },
      required: true,
    }),
  },
  picks: { newHead: others(t('原户的新户主', 'New head of the old one'), { help: newHeadHelp }) },
  offered: isLiving,
  plan: async (asked) => {
    const { subject, values, look, on } = asked
    const spouse = await spouseOf(look, values.spouse)
    const no = unseen(values.spouse, spouse) ?? (await notFree(look, { subject, spouse, values, on }))
    if (no) return no
    const both = [subject, ...(spouse ? [spouse] : [])].map((row) => changePerson(row, {}))
    if (!spouse || values.moves === 'none') return { effects: both }
    const [mover, stays] = values.moves === 'here' ? [spouse, subject] : [subject, spouse]
    return together({ effects: both }, await moveIn(asked, mover, stays))
  },
})

async function moveIn(asked: Asked, mover: AnyRow, stays: AnyRow) {
  const [from, to] = [await homeOf(asked.look, mover.household), await homeOf(asked.look, stays.household)]
  const shut = closed(to, 'moves')
  if (shut || !to) return shut as Part
  if (to.row.id === mover.household)
    return refuse(
      'moves',
      '两人已在同一户，不用迁。请选“都不迁”。',
      'Both belong to one household. Choose that nobody moves.',
    ) as Part
  const relation = byMarriage[stays.relation as Relation]
  return together(
    leave(asked, {
      ...{ home: from, leaving: [mover], newHead: asked.picks.newHead?.[0], on: asked.on },
      ...(mover.id === asked.subject.id ? {} : { elsewhere: 'spouse' }),
    }),
    join(asked, to, [{ row: mover, relation }]),
  ) as Part
}

type Couple = { subject: AnyRow; spouse: AnyRow | undefined; values: Asked['values']; on: Day }

async function notFree(look: Look, { subject, spouse, values, on }: Couple) {
  if (!spouse && values.spouseName === null)
    return refuse(
      'spouse',
      '没有写配偶是谁。请从名册选，县外的写姓名。',
      'The spouse is missing. Choose from the register, or name who is from outside.',
    )
  if (!spouse && values.moves !== 'none')
    return refuse(
      'moves',
      '配偶没有档案，不能一起迁。配偶迁来的先办“迁入”，本人迁走的再办“迁出县外”。',
      'The spouse has no record. Enter the arrival first, or the departure afterwards.',
    )
  if (spouse?.id === subject.id)
    return refuse('spouse', '配偶选的是本人。请选另一人。', 'That is the person itself. Choose another one.')
  if (spouse && spouse.sex !== null && spouse.sex === subject.sex)
    return refuse(
      'spouse',
      `${String(subject.name)}和${String(spouse.name)}登记的性别相同。请核对性别，或重新选配偶。`,
      `${String(subject.name)} and ${String(spouse.name)} are registered with one sex. Check it, or choose the spouse again.`,
    )
  for (const row of [subject, ...(spouse ? [spouse] : [])]) {
    const no = await cannotMarry(look, row, on)
    if (no) return no
  }
  return undefined
}

async function cannotMarry(look: Look, row: AnyRow, on: Day) {
  const name = String(row.name)
  if (!isLiving(row))
    return refuse('spouse', `${name}已去世或已迁出。请核对。`, `${name} has died or left the county. Check.`)
  const least = ages[row.sex as keyof typeof ages]
  if (least && typeof row.birthDate === 'string' && completedYears(row.birthDate as Day, on) < least)
    return refuse(
      'on',
      `${name} ${on} 不满 ${least} 周岁，不到法定婚龄。请核对日期和出生日期。`,
      `${name} is under ${least} on ${on}, below the age of marriage. Check both days.`,
    )
  if (await isMarried(look, row, on))
    return refuse(
      'spouse',
      `${name}登记过结婚，没有登记离婚。请先核对婚姻登记。`,
      `A marriage of ${name} is entered and no divorce. Check the marriage register.`,
    )
  return undefined
}
