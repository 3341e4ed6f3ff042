/** The clauses of the pairing plan on which its policies rest. */
import { cite, t } from '#kernel'
import { fact } from '#policy'

const plan = (clause: string, quote: string) => cite('S004', `方案6 ${clause}`, quote)

export const clause = {
  staff: plan('四（一）', '在编人员参加，女同志 50 岁、男同志 55 岁以上的除外'),
  households: plan('四（二）', '结对对象是二龙村 158 户贫困户'),
  term: plan('四（三）', '结对三年不变，对象不脱贫不脱钩'),
  quota: plan('四（四）', '党组领导 3 户，中层干部 2 户，其余在职人员 1 户'),
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
