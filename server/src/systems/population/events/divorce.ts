/** 离婚: both records say it; who moves out is entered as a split or a move. */
import { t } from '#kernel'
import { type AnyRow, defineEvent, field, type Look } from '#register'
import { household, person } from '../registers/index.ts'
import { changePerson, isLiving, type Part, refuse, sayRelation } from './home.ts'
import { lastWedlock, spouseOf, unseen } from './wedlock.ts'

export const divorce = defineEvent({
  name: 'divorce',
  label: t('离婚', 'Divorce'),
  help: t('谁搬走，另办分户或迁移。', 'Who moves out is entered as a split or a move.'),
  subject: person,
  writes: [person, household],
  day: t('离婚登记日期', 'Divorced on'),
  form: {
    spouse: field.reference('person', {
      label: t('原配偶', 'Former spouse'),
      help: t('县外的不填。', 'Leave empty if from outside.'),
    }),
  },
  offered: isLiving,
  plan: async (asked) => {
    const { subject, values, look } = asked
    const spouse = await spouseOf(look, values.spouse)
    const no =
      unseen(values.spouse, spouse) ??
      notMarried(subject, spouse) ??
      (await notTogether(look, subject, spouse))
    if (no) return no
    const pair = [subject, ...(spouse ? [spouse] : [])]
    const part: Part = { issues: [], asks: [], effects: pair.map((row) => changePerson(row, {})) }
    // Who came into the household by this marriage is something else to its head from now on, and only people know what.
    for (const row of pair.filter((one) => ['spouse', 'childInLaw'].includes(String(one.relation))))
      sayRelation(asked, part, { row, known: undefined })
    return part
  },
})

function notMarried(subject: AnyRow, spouse: AnyRow | undefined) {
  if (spouse?.id === subject.id)
    return refuse('spouse', '选的是本人。请选另一人。', 'That is the person itself. Choose another one.')
  const dead = [subject, ...(spouse ? [spouse] : [])].find(({ diedOn }) => diedOn !== null)
  if (!dead) return undefined
  const name = String(dead.name)
  return refuse(
    dead === spouse ? 'spouse' : '',
    `${name}已登记 ${String(dead.diedOn)} 去世，婚姻到那天为止，不用办离婚。去世登记错了的，请先更正。`,
    `${name} died on ${String(dead.diedOn)}, and the marriage ended with that. Correct the death first if it is wrong.`,
  )
}

/** Of marriages that were before the register nothing is entered: these are believed. */
async function notTogether(look: Look, subject: AnyRow, spouse: AnyRow | undefined) {
  for (const [row, partner] of [
    [subject, spouse],
    ...(spouse ? [[spouse, subject] as const] : []),
  ] as const) {
    const last = await lastWedlock(look, row)
    const name = String(row.name)
    if (last?.event.name === 'divorce')
      return refuse(
        row === subject ? 'on' : 'spouse',
        `${name}已登记 ${last.event.on} 离婚，之后没有登记结婚。请核对，不要重复登记。`,
        `A divorce of ${name} on ${last.event.on} is entered and no marriage since. Check, do not enter it twice.`,
      )
    if (last?.other === undefined) continue
    const wed = await look.row(person, last.other)
    if (!wed || wed.id === partner?.id) continue
    return refuse(
      'spouse',
      `${name} ${last.event.on} 登记的配偶是${String(wed.name)}（编号 ${wed.id}）。请选登记的配偶，或先核对婚姻登记。`,
      `${name} was married on ${last.event.on} to ${String(wed.name)} (number ${wed.id}). Choose that one, or check the marriage register.`,
    )
  }
  return undefined
}
