/** What procedures need of other rooms, as types; the house fills them in when it is composed. */
import type { Day, Fen, Text } from '#kernel'
import type { Ctx } from '#platform'
import type { ItemValues } from './state.ts'

export type RowRef = { readonly register: string; readonly id: number }

/** The thing that a case is about. */
export type SubjectCard = { readonly title: string; readonly area: string }

/** One person of a list, with no more of him than a case shows. */
export type ItemCard = {
  readonly rowId: number
  readonly area: string
  readonly name: string
  /** 二组; empty if not known. */
  readonly groupName: string
  /** The last two digits of the identity number; empty if not known. */
  readonly suffix: string
}

export type Assessed = {
  /** `unknown`: facts are missing, named in `why`. */
  readonly outcome: 'eligible' | 'ineligible' | 'unknown'
  readonly why: Text
  /** Kept with the item: `decisionId` and the results of the policy: amounts in fen, codes of choices. */
  readonly values: ItemValues
}

export type AccountRequest = {
  readonly fund: string
  readonly context: RowRef
  readonly source: string
  readonly day: Day
  readonly items: readonly {
    readonly item: number
    readonly row: RowRef
    readonly area: string
    readonly name: string
    readonly values: ItemValues
  }[]
}

export type Ports = {
  readonly subject: (ctx: Ctx, row: RowRef) => Promise<SubjectCard | undefined>
  /** All persons listed under a subject, in the order of the list. */
  readonly items: (ctx: Ctx, of: { register: string; owner: RowRef }) => Promise<readonly ItemCard[]>
  /** Decides items by a policy; with `keep` the decisions are stored, without it only said. */
  readonly assess: (
    ctx: Ctx,
    of: { policy: string; register: string; rowIds: readonly number[]; keep: boolean },
  ) => Promise<ReadonlyMap<number, Assessed>>
  /** Open findings that stop a decision, by row. */
  readonly findings: (
    ctx: Ctx,
    of: { register: string; rowIds: readonly number[] },
  ) => Promise<ReadonlyMap<number, Text>>
  /** What a project has to bring, part by part; the newest call holds (LS-07, LS-08). */
  readonly setDue: (
    ctx: Ctx,
    of: { fund: string; context: RowRef; source: string; due: Readonly<Record<string, Fen>> },
  ) => Promise<void>
  /** Why accounts cannot be opened yet, part by part: short, or not claimed; empty if they can (LS-09, OF-03). */
  readonly notFunded: (ctx: Ctx, of: { fund: string; context: RowRef }) => Promise<readonly Text[]>
  /** Opens and credits the accounts of the taken items (LS-10); returns what to keep with each, by item. */
  readonly openAccounts: (ctx: Ctx, request: AccountRequest) => Promise<ReadonlyMap<number, ItemValues>>
}
