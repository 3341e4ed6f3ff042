/** Words, choices and limits that several policies of this system share. */
import { t } from '#kernel'
import { choices, fact, table, years } from '#policy'
import { clause, since } from './sources.ts'

export const sexOptions = { male: t('男', 'man'), female: t('女', 'woman') } as const

/** LS-03: (a), (b), (c) of the source. */
export const categoryOptions = {
  above: t('甲类（劳动年龄段以上）', '(a) above working age'),
  working: t('乙类（劳动年龄段内）', '(b) of working age'),
  minor: t('丙类（未满劳动年龄）', '(c) below working age'),
} as const

export const categories = choices(categoryOptions)

/** Kinds of work, as the register of spells has them. */
export const workOptions = {
  employee: t('单位就业', 'employee'),
  casual: t('零工', 'casual work'),
  selfEmployed: t('自谋职业', 'self-employed'),
  publicPost: t('公益岗位', 'public post'),
  farming: t('务农', 'farming'),
} as const

export const sex = fact.choice({ label: t('性别', 'Sex'), options: sexOptions })
export const birthDate = fact.day({ label: t('出生日期', 'Date of birth') })
export const category = fact.choice({ label: t('保障类别', 'Category'), options: categoryOptions })

/** A table by sex and birth date, so that a county can move the limit cohort by cohort (OF-17). */
export const pensionAge = table(
  { exact: { sex }, from: { born: birthDate } },
  [
    { sex: 'male', born: '0001-01-01', value: years(60) },
    { sex: 'female', born: '0001-01-01', value: years(55) },
  ],
  { label: t('养老年龄', 'Pension age'), from: since, cite: clause.ages },
)
