/** Kinds of account. Debit kinds say where the money is or who owes it; credit kinds say whose it is. */
import type { Text } from '#kernel'
import { t } from '#kernel'

export type BookEntity = 'agency' | 'treasury'
export type Side = 'D' | 'C'

/** OF-01: two books beside this person-level one. */
export const bookEntities: Record<BookEntity, Text> = {
  agency: t('经办机构基金账', "agency's book"),
  treasury: t('财政专户账', "treasury's book"),
}

const kinds = {
  special: { normal: 'D', label: t('专户存款', 'special account at the bank') },
  deposit: { normal: 'D', label: t('定期存款', 'time deposit') },
  expenditure: { normal: 'D', label: t('支出户存款', 'expenditure account') },
  receivable: { normal: 'D', label: t('应追回款', 'to be recovered') },
  individual: { normal: 'C', label: t('个人账户', 'individual account') },
  pooled: { normal: 'C', label: t('统筹账户', 'pooled account') },
  reserve: { normal: 'C', label: t('风险准备金', 'risk reserve') },
  raised: { normal: 'C', label: t('待开户资金', 'raised, not yet distributed') },
  interest: { normal: 'C', label: t('利息收入', 'bank interest received') },
  payable: { normal: 'C', label: t('应付待遇', 'benefits payable') },
  suspense: { normal: 'C', label: t('暂收款', 'suspense') },
  balance: { normal: 'C', label: t('专户基金结余', 'balance of the special account') },
} as const satisfies Record<string, { normal: Side; label: Text }>

export type AccountKind = keyof typeof kinds

export const accountKinds: Record<AccountKind, { normal: Side; label: Text }> = kinds
