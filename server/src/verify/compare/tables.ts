/** The tables of comparisons, as the database gives them. */
import type { Text } from '#kernel'
import type { Draft, Filled, Foreseen, SheetPlan } from '#register'
import type { Pair } from './define.ts'

export type CompareState = 'mapping' | 'running' | 'done' | 'dropped'

export type Compared = {
  id: number
  area: string
  kind: string
  register: string
  fileId: number
  fileName: string
  sha256: string
  sender: string
  listDate: string
  basis: string | null
  sheets: SheetPlan[]
  keys: Pair[][]
  state: CompareState
  read: number
  rest: number
  counts: Record<string, number>
  previousId: number | null
  jobId: number | null
  accountId: number
  maker: string
  office: string
  madeAt: string
  doneAt: string | null
}

export const rowClasses = ['same', 'differs', 'candidate', 'onlyThere', 'unreadable', 'repeated'] as const
export type RowClass = (typeof rowClasses)[number]

/** One thing that the two sides say otherwise; texts as people read them. `now` null: not known here. */
export type Differing = { list: string; here: string; there: string; now: string | null }

/** `reasons` in words; `several`: the key fits more than one row. */
export type Candidate = { id: number; score: number; reasons: Text[] }

export type ComparedRow = {
  id: number
  comparisonId: number
  area: string
  sheet: number
  rowNumber: number
  cells: Record<string, string>
  /** Field of the list -> the columns of its value. */
  encoded: Record<string, unknown[]>
  keys: (string | null)[]
  identity: string | null
  issues: Draft['issues']
  class: RowClass | null
  targets: number[]
  differs: Differing[]
  candidates: Candidate[]
  decision: 'same' | 'none' | null
  decidedName: string | null
  decidedAt: string | null
  isNew: boolean
}

export type NewRow = Pick<
  ComparedRow,
  'sheet' | 'rowNumber' | 'cells' | 'encoded' | 'keys' | 'identity' | 'issues' | 'class'
>

export type ProposedEvent = { event: string; filled: Filled; changes: Foreseen[]; seen: string }

export type Adoption = {
  id: number
  area: string
  register: string
  targetId: number
  comparisonId: number
  rowId: number
  fileName: string
  sheetName: string
  rowNumber: number
  sender: string
  listDate: string
  encoded: Record<string, unknown[]>
  before: Record<string, unknown[]>
  /** Where an event adopts it: which, how its form was filled in, and what it will change. */
  byEvent: ProposedEvent | null
  note: string
  state: 'proposed' | 'adopted' | 'refused'
  proposedBy: number
  proposer: string
  proposedAt: string
  decidedBy: number | null
  decider: string | null
  decidedAt: string | null
  /** Why it was refused. */
  answer: string | null
}
