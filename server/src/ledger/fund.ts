/** A fund as declared: what it is for, what it consists of, who brings the money. */
import type { Text } from '#kernel'
import { invariant, t } from '#kernel'
import type { AccountKind, BookEntity, Side } from './kinds.ts'
import { type PurposeId, purposes } from './purposes.ts'

/** One of the parts that a project has to bring (LS-07, LS-08). */
export type FundingPart = {
  label: Text
  from: Text /** the kind of account that takes it when claimed */
  into: 'raised' | 'reserve'
}

export type Fund = {
  id: string
  label: Text
  /** The clause that binds the money, in a few words. */
  basis: Text
  purposes: readonly PurposeId[]
  accounts: readonly AccountKind[]
  parts: Record<string, FundingPart>
  /** From what interest credited to accounts is taken, in order; what needs an approval is not in it (OF-06). */
  interestFrom: readonly AccountKind[]
  /** A: through the expenditure account; B: the special account pays (OF-02). */
  payment: 'A' | 'B'
}

export type PostingRule = {
  fund: string
  bookEntity: BookEntity
  purpose: PurposeId
  kind: AccountKind
  side: Side
}

/** Declares a fund. The rows of `postingRules` stand in a migration of the same system; a test compares the two. */
export function defineFund(given: Omit<Fund, 'parts' | 'interestFrom' | 'payment'> & Partial<Fund>): Fund {
  invariant(/^[a-z-]+(\.[a-z-]+)+$/.test(given.id), `fund id ${given.id} is system.name`)
  return { parts: {}, interestFrom: ['interest', 'pooled'], payment: 'A', ...given }
}

/** Every debit and credit that the fund allows; what is not among them PostgreSQL refuses. */
export function postingRules(fund: Fund): PostingRule[] {
  const kinds = new Set<AccountKind>([...fund.accounts, 'balance'])
  return fund.purposes.flatMap((purpose) =>
    (['agency', 'treasury'] as const).flatMap((bookEntity) => {
      const movement = purposes[purpose][bookEntity]
      if (!movement) return []
      const rule =
        (side: Side) =>
        (kind: AccountKind): PostingRule => ({ fund: fund.id, bookEntity, purpose, kind, side })
      return [
        ...movement.debit.filter((k) => kinds.has(k)).map(rule('D')),
        ...movement.credit.filter((k) => kinds.has(k)).map(rule('C')),
      ]
    }),
  )
}

/** `待遇、计息、转移接续、继承、退款`: the uses that leave the fund's own accounts, for a refusal or a page head. */
export function usesOf(fund: Fund): Text {
  const uses = fund.purposes.filter(
    (id) => !purposes[id].internal && !['initial', 'contribution', 'recovery'].includes(id),
  )
  return t(
    uses.map((id) => purposes[id].label.zh).join('、'),
    uses.map((id) => purposes[id].label.en).join(', '),
  )
}
