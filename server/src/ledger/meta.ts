/** What the web page knows of the ledger: funds, words of purposes, kinds, states and acts. */
import type { Actor } from '#platform'
import { may } from '#platform'
import { failureReasons } from './batch/reasons.ts'
import { batchActs, batchStates } from './batch/states.ts'
import { usesOf } from './fund.ts'
import { accountKinds, bookEntities } from './kinds.ts'
import { purposes, refusedUses } from './purposes.ts'
import { recoveryCauses } from './recovery.ts'
import type { Funds } from './registry.ts'

/** Null for who may not read the books. */
export function ledgerMeta(funds: Funds, actor: Actor) {
  if (!may(actor, 'ledger.read')) return null
  const labels = <T extends Record<string, { label: unknown }>>(of: T) =>
    Object.fromEntries(Object.entries(of).map(([key, { label }]) => [key, label])) as {
      [K in keyof T]: T[K]['label']
    }
  return {
    funds: funds.all.map((fund) => ({
      id: fund.id,
      label: fund.label,
      basis: fund.basis,
      uses: usesOf(fund),
      accounts: fund.accounts,
      parts: Object.entries(fund.parts).map(([part, { label, from }]) => ({ part, label, from })),
    })),
    kinds: accountKinds,
    books: bookEntities,
    purposes: labels(purposes),
    refusedUses: labels(refusedUses),
    batchStates,
    batchActs: Object.entries(batchActs).map(([act, { label, office, to }]) => ({ act, label, office, to })),
    failureReasons: labels(failureReasons),
    recoveryCauses,
  }
}
