/** Words and choices that several policies of this system share. */
import { t } from '#kernel'
import { choices, fact } from '#policy'

export const sexOptions = { male: t('男', 'man'), female: t('女', 'woman') } as const

/** LS-03: (a), (b), (c) of the source. */
export const categoryOptions = {
  above: t('甲类（劳动年龄段以上）', '(a) above working age'),
  working: t('乙类（劳动年龄段内）', '(b) of working age'),
  minor: t('丙类（未满劳动年龄）', '(c) below working age'),
} as const

export const category = choices(categoryOptions)

export const sex = fact.choice({ label: t('性别', 'Sex'), options: sexOptions })
export const birthDate = fact.day({ label: t('出生日期', 'Date of birth') })
export const protectionCategory = fact.choice({ label: t('保障类别', 'Category'), options: categoryOptions })
