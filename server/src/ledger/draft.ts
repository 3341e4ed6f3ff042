/** What other rooms hand to the ledger: references to accounts, lines, a voucher not yet written. */
import type { Day, Fen, Month, Text } from '#kernel'
import type { AccountKind, BookEntity } from './kinds.ts'
import type { PurposeId } from './purposes.ts'

export type Ref = { register: string; id: number }

/** Which account of a fund's book: by its id, or by what it is for. */
export type AccountRef =
  | { id: number }
  | { kind: AccountKind; part?: string; subject?: Ref; context?: Ref; area?: string; label?: string }

export type AccountOf = {
  fund: string
  bookEntity?: BookEntity
  kind: AccountKind
  part?: string
  subject?: Ref
  context?: Ref
}

export type Account = AccountOf & { id: number; area: string; label: string; openedOn: Day; balance: Fen }

/** One line: exactly one of debit and credit, above 0, in fen. */
export type Line = {
  account: AccountRef
  debit?: Fen
  credit?: Fen
  subject?: Ref
  decisionId?: number | null
}

export type VoucherDraft = {
  fund: string
  bookEntity?: BookEntity
  purpose: PurposeId
  day: Day
  text: Text
  lines: readonly Line[]
  /** Opaque: `case:12/item:5`, `run:7`, `receipt:3`. */
  source: string
  attachments?: number
  /** The second person, where an act has one. */
  reviewed?: { id: number; name: string }
  /** Vouchers of one run are one link of the chain, made when the run is sealed. */
  runId?: number
}

/** What posting returns: `number` counts within book and month (`记-0001`). */
export type Posted = { voucherId: number; number: string; period: Month }
