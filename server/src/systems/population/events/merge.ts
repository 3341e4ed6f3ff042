/** 并户: another household comes into this one and ends. */
import { t } from '#kernel'
import { defineEvent, field } from '#register'
import { household, person } from '../registers/index.ts'
import { changeHousehold, closed, homeOf, join, kinThrough, refuse, relationField, together } from './home.ts'
import type { Relation } from './kin.data.ts'

export const merge = defineEvent({
  name: 'merge',
  label: t('并户', 'Merge'),
  help: t('另一户并进本户，那一户销户。', 'The other household comes into this one and ends.'),
  subject: household,
  writes: [household, person],
  day: t('并户日期', 'Merged on'),
  form: {
    other: field.reference('household', {
      label: t('并进来的户', 'The household that comes in'),
      required: true,
    }),
    relation: {
      ...relationField,
      label: t('那户户主与本户户主的关系', 'What its head is to the head of this one'),
    },
  },
  offered: (row) => row.endedOn === null,
  plan: async (asked) => {
    const { subject, on, values, look } = asked
    const [home, other] = [await homeOf(look, subject.id), await homeOf(look, values.other)]
    const shut = closed(home, '') ?? closed(other, 'other')
    if (shut || !home || !other) return shut ?? { effects: [] }
    if (home.row.id === other.row.id)
      return refuse(
        'other',
        '选的就是本户。请选要并进来的另一户。',
        'That is this household itself. Choose the other one.',
      )
    const pivot = values.relation as Relation
    const joining = other.members.map((row) => ({ row, relation: kinThrough(pivot, row.relation) }))
    const gone = typeof other.row.members === 'number' ? { members: 0, endedOn: on } : { endedOn: on }
    return together({ effects: [changeHousehold(other.row, gone)] }, join(asked, home, joining))
  },
})
