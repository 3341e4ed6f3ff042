/** Why a bank gives a payment back: its words mapped to our codes (OF-08). */
import type { Text } from '#kernel'
import { t } from '#kernel'

export type FailureCode =
  | 'nameMismatch'
  | 'noAccount'
  | 'closed'
  | 'frozen'
  | 'dormant'
  | 'limit'
  | 'expired'
  | 'other'

export const failureReasons: Record<FailureCode, { label: Text; words: readonly string[] }> = {
  nameMismatch: {
    label: t('户名不符', 'name does not match'),
    words: ['户名不符', '户名不一致', '姓名不符', '账户名称不符'],
  },
  noAccount: {
    label: t('账号不存在', 'no such account'),
    words: ['账号不存在', '帐号不存在', '无此账号', '账号有误', '账号错误'],
  },
  closed: { label: t('已销户', 'account closed'), words: ['销户', '账号注销', '账户注销'] },
  frozen: { label: t('止付或冻结', 'stopped or frozen'), words: ['止付', '冻结', '挂失'] },
  dormant: { label: t('长期不动户', 'dormant account'), words: ['不动户', '睡眠户', '久悬'] },
  limit: {
    label: t('二三类户限额', 'limit of the account class'),
    words: ['限额', '二类户', '三类户', 'II类', 'III类'],
  },
  expired: { label: t('证件过期', 'identity document expired'), words: ['证件过期', '证件到期', '证件失效'] },
  other: { label: t('其他', 'other'), words: [] },
}

/** The code of a bank's words; what no word fits is `other` and keeps its text. */
export function failureCode(bankWords: string): FailureCode {
  const found = Object.entries(failureReasons).find(([, { words }]) =>
    words.some((word) => bankWords.includes(word)),
  )
  return (found?.[0] as FailureCode | undefined) ?? 'other'
}
