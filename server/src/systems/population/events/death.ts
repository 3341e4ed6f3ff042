/** 去世: the day and its source; the membership ends with it, and what the person receives is computed anew (LS-15, OF-19). */
import { t } from '#kernel'
import { defineEvent, field } from '#register'
import { household, person } from '../registers/index.ts'
import { changePerson, homeOf, isLiving, leave, newHeadHelp, others, refuse, together } from './home.ts'

export const death = defineEvent({
  name: 'death',
  label: t('去世', 'Death'),
  help: t(
    '待遇发到当月，多发的会列出来追回。',
    'Benefits run through the month of death; what was paid beyond is listed.',
  ),
  subject: person,
  writes: [person, household],
  day: t('去世日期', 'Date of death'),
  form: {
    diedSource: field.choice({
      label: t('信息来源', 'Source'),
      options: person.fields.diedSource.options ?? {},
      required: true,
    }),
  },
  picks: { newHead: others(t('新户主', 'New head'), { help: newHeadHelp }) },
  offered: (row) => row.diedOn === null,
  plan: async (asked) => {
    const { subject, on, values, picks, look } = asked
    if (subject.diedOn !== null)
      return refuse(
        'on',
        `${String(subject.name)}已登记 ${String(subject.diedOn)} 去世。日期错了的，请更正事实。`,
        `A death on ${String(subject.diedOn)} is entered already. Correct the fact if the day is wrong.`,
      )
    if (typeof subject.birthDate === 'string' && on < subject.birthDate)
      return refuse(
        'on',
        `去世日期 ${on} 早于出生日期 ${subject.birthDate}。请对照证明核对。`,
        `The death on ${on} is before the birth on ${subject.birthDate}. Check the certificate.`,
      )
    if (typeof subject.movedOutOn === 'string' && on < subject.movedOutOn)
      return refuse(
        'on',
        `${String(subject.name)}登记 ${subject.movedOutOn} 迁出县外，在 ${on} 之后。请对照证明核对两个日期。`,
        `The person is entered as having left the county on ${subject.movedOutOn}, after ${on}. Check both days.`,
      )
    const dies = { effects: [changePerson(subject, { diedOn: on, diedSource: values.diedSource })] }
    if (!isLiving(subject)) return dies
    const home = await homeOf(look, subject.household)
    return together(dies, leave(asked, { home, leaving: [subject], newHead: picks.newHead?.[0], on }))
  },
})
