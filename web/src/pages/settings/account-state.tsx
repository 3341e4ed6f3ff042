// The state of an account as a mark.
import { t } from '../../app/text.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import type { Account } from './hat-sentence.tsx'

/** On, off, locked, or waiting for its first password change. */
export function AccountState({ account }: { account: Account }) {
  if (account.state === 'off') return <StateMark mark="paused" word={t('已停用', 'Off')} />
  if (isLocked(account)) return <StateMark mark="refused" word={t('已锁定', 'Locked')} />
  if (account.mustChange) return <StateMark mark="soon" word={t('待改密码', 'Must change')} />
  return <StateMark mark="done" word={t('在用', 'In use')} />
}

export function isLocked(account: Account): boolean {
  return account.lockedUntil !== null && account.lockedUntil > new Date().toISOString()
}
