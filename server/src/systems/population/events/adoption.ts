/** 收养: a child of the register comes into the household. */
import { completedYears, type Day, t } from '#kernel'
import { defineEvent, field } from '#register'
import { household, person } from '../registers/index.ts'
import { closed, homeOf, isLiving, join, leave, refuse, relationField, together } from './home.ts'
import type { Relation } from './kin.data.ts'

export const adoption = defineEvent({
  name: 'adoption',
  label: t('收养', 'Adoption'),
  help: t('没有档案的孩子，先办“迁入”。', 'A child without a record: enter the arrival first.'),
  subject: household,
  writes: [household, person],
  day: t('收养登记日期', 'Adopted on'),
  form: {
    child: field.reference('person', { label: t('被收养人', 'Child'), required: true }),
    relation: relationField,
  },
  offered: (row) => row.endedOn === null,
  plan: async (asked) => {
    const { subject, on, values, look } = asked
    const [home, child] = [await homeOf(look, subject.id), await look.row(person, Number(values.child))]
    const shut = closed(home, '')
    if (shut || !home) return shut ?? { effects: [] }
    if (!child || !isLiving(child))
      return refuse(
        'child',
        '没有这个人的档案，或已去世、已迁出。请核对。',
        'There is no such person, or it has died or left. Check.',
      )
    if (child.household === home.row.id)
      return refuse(
        'child',
        `${String(child.name)}已在本户。关系变了的，请更正“与户主关系”。`,
        `${String(child.name)} belongs to this household. Correct the relation instead.`,
      )
    // Civil Code, article 1093: those adopted are minors.
    if (typeof child.birthDate === 'string' && completedYears(child.birthDate as Day, on) >= 18)
      return refuse(
        'child',
        `${String(child.name)} ${on} 已满 18 周岁，不是未成年人。请核对收养登记证。`,
        `${String(child.name)} is 18 or older on ${on}. Check the certificate of adoption.`,
      )
    const from = await homeOf(look, child.household)
    return together(
      leave(asked, { home: from, leaving: [child], on, elsewhere: 'child' }),
      join(asked, home, [{ row: child, relation: values.relation as Relation }]),
    )
  },
})
