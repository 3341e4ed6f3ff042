/** 出生: a new person in the household, born on the day. */
import { checkResidentId, readResidentId, t } from '#kernel'
import { defineEvent, field } from '#register'
import { household, person } from '../registers/index.ts'
import { hukou, sex } from '../registers/words.ts'
import { closed, homeOf, oneMore, refuse, relationField, sameOne } from './home.ts'

export const birth = defineEvent({
  name: 'birth',
  label: t('出生', 'Birth'),
  subject: household,
  writes: [household, person],
  day: t('出生日期', 'Date of birth'),
  form: {
    name: field.name({ label: t('姓名', 'Name'), required: true }),
    sex: field.choice({ label: t('性别', 'Sex'), options: sex, required: true }),
    relation: relationField,
    idNumber: field.idNumber({ label: t('证件号', 'Identity number') }),
    hukou: field.choice({ label: t('户口', 'Registration'), options: hukou }),
  },
  offered: (row) => row.endedOn === null,
  plan: async ({ subject, on, values, look }) => {
    const home = await homeOf(look, subject.id)
    if (!home) return closed(home, '') ?? { effects: [] }
    const shut = closed(home, '')
    if (shut) return shut
    const there = sameOne(home, { name: values.name, birthDate: on })
    if (there) return there
    const born = bornBy(values.idNumber)
    if (born !== undefined && born !== on)
      return refuse(
        'idNumber',
        `证件号里的出生日期是 ${born}，与填的 ${on} 不同。请对照出生医学证明。`,
        `The number says born on ${born}, the form says ${on}. Check the birth certificate.`,
      )
    const values_ = { ...values, birthDate: on, area: home.row.area, household: home.row.id }
    return { effects: [{ act: 'insert', register: person, key: 'child', values: values_ }, oneMore(home)] }
  },
})

function bornBy(idNumber: unknown): string | undefined {
  const checked = typeof idNumber === 'string' ? checkResidentId(idNumber) : undefined
  return checked?.ok ? readResidentId(checked.value).birth : undefined
}
