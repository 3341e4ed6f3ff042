/** The clauses of the pairing plan on which its policies rest. */
import { cite, t } from '#kernel'
import { fact } from '#policy'
import { documents } from '../../../documents.ts'

const plan = (zh: string, en: string, says: string, inEnglish: string) =>
  cite(documents.villagePlans, t(`方案6 ${zh}`, `plan 6, ${en}`), t(says, inEnglish))

export const clause = {
  staff: plan(
    '四（一）',
    'IV(1)',
    '在编人员参加，女同志 50 岁、男同志 55 岁以上的除外',
    'All established staff take part, except women from 50 and men from 55',
  ),
  households: plan(
    '四（二）',
    'IV(2)',
    '结对对象是二龙村 158 户贫困户',
    'Paired are the 158 poor households of Erlong village',
  ),
  term: plan(
    '四（三）',
    'IV(3)',
    '结对三年不变，对象不脱贫不脱钩',
    'A pairing stands for three years and does not end before the household is out of poverty',
  ),
  quota: plan(
    '四（四）',
    'IV(4)',
    '党组领导 3 户，中层干部 2 户，其余在职人员 1 户',
    'Leaders take 3 households, heads of section 2, other staff 1',
  ),
} as const

/** The years of the plan are masked; from this day the defaults of the catalogue hold. */
export const since = '2019-01-01'
/** The day before: nothing holds yet. */
export const before = '2018-12-31'
/** 不适用 on the wire. */
export const none = { applicable: false } as const

export const sex = fact.choice({
  label: t('性别', 'Sex'),
  options: { male: t('男', 'man'), female: t('女', 'woman') },
})
