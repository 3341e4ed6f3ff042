/** The ledger's tables as Kysely sees them (columns in camelCase). */

import type { ColumnType, Generated } from 'kysely'
import type { Day, Fen } from '#kernel'
import type { AccountKind, BookEntity, Side } from './kinds.ts'
import type { PurposeId } from './purposes.ts'

/** Written by PostgreSQL, never by an insert from here. */
type Given<T> = ColumnType<T, never, never>

export type FundAccountTable = {
  id: Generated<number>
  area: string
  fund: string
  bookEntity: BookEntity
  kind: AccountKind
  part: string
  subjectRegister: string
  subjectId: number
  contextRegister: string
  contextId: number
  label: string
  openedOn: Day
  balance: Given<Fen>
}

export type VoucherTable = {
  id: Generated<number>
  area: string
  fund: string
  bookEntity: BookEntity
  period: string
  serial: number
  number: Given<string>
  day: Day
  purpose: PurposeId
  textZh: string
  textEn: string
  source: string
  attachments: Generated<number>
  reverses: number | null
  runId: number | null
  preparedBy: number
  preparedName: string
  reviewedBy: number | null
  reviewedName: string | null
  createdAt: string
}

export type EntryTable = {
  id: Generated<number>
  year: number
  area: string
  voucherId: number
  accountId: number
  side: Side
  amount: Fen
  day: Day
  purpose: PurposeId
  subjectRegister: string
  subjectId: number
  decisionId: number | null
}

export type LedgerTables = {
  fundAccount: FundAccountTable
  voucher: VoucherTable
  entry: EntryTable
  postingRule: { fund: string; bookEntity: BookEntity; purpose: PurposeId; kind: AccountKind; side: Side }
  postingRun: { id: Generated<number>; area: string; source: string; openedAt: Generated<string> }
  postingSeal: { runId: number; area: string; sealedAt: Generated<string> }
  voucherDigest: { voucherId: number; entries: number; total: Fen; digest: Buffer }
  chainLink: { seq: number; kind: 'voucher' | 'run'; ref: number; digest: Buffer; hash: Buffer }
  ledgerHead: { one: boolean; seq: number; hash: Buffer }
  ledgerMonth: {
    fund: string
    bookEntity: BookEntity
    period: string
    state: 'open' | 'closing' | 'closed'
    reason: string | null
    preparedBy: number | null
    closedBy: number | null
    closedAt: string | null
  }
  refusal: {
    id: Generated<number>
    area: string
    fund: string
    purpose: string
    purposeText: string
    amount: Fen
    reasonZh: string
    reasonEn: string
    askedBy: number
    askedName: string
    askedAt: Generated<string>
  }
}
