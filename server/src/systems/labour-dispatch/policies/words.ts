/** Words and facts that several policies of labour dispatch share. */
import { t } from '#kernel'
import { boolean, dated, fact } from '#policy'
import { clause, since } from './sources.ts'

/** LM-21: where the work place lies, seen from the home county. `province`: another prefecture of the same province. */
export const placeOptions = {
  county: t('县内', 'in the county'),
  prefecture: t('州内县外', 'in the prefecture'),
  province: t('省内州外', 'in the province'),
  outside: t('省外', 'outside the province'),
} as const

export const outcomeOptions = {
  granted: t('符合条件', 'granted'),
  undecided: t('待人工决定', 'undecided'),
  refused: t('不符合条件', 'refused'),
} as const

/** LM-13, AMB-27: a permit held on the day of the claim. */
export const permitFacts = {
  permitFrom: fact.day({ label: t('人力资源服务许可证起始日', 'HR service permit from') }),
  permitUntil: fact.day({ label: t('人力资源服务许可证截止日', 'HR service permit until') }),
}
export const cooperatives = dated(boolean(true), {
  label: t('村劳务合作社可以申领', 'Village labour cooperatives may claim'),
  from: since,
  cite: clause.licensed,
  question: 'AMB-27',
})
export const claimedElsewhere = fact.boolean({
  label: t('同年已由其他单位申领', 'Claimed by another claimant in the same year'),
})
