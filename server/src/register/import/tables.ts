/** The tables of imports, as the database gives them. */

import type { SheetPlan } from './mapping/target.ts'
import type { Issue, RowClass } from './stage/draft.ts'

export type BatchState = 'mapping' | 'staging' | 'review' | 'merging' | 'done' | 'undone' | 'dropped'

export type Batch = {
  id: number
  area: string
  register: string
  ownerId: number | null
  fileId: number
  fileName: string
  sha256: string
  format: string
  encoding: string | null
  sheets: SheetPlan[]
  notices: Record<string, number>
  state: BatchState
  /** Who sent the file, where it is not the office that uploaded it. */
  sender: string | null
  accountId: number
  uploadedBy: string
  office: string
  uploadedAt: string
  stagedAt: string | null
  mergedBy: string | null
  mergedAt: string | null
  jobId: number | null
  /** The last row that a merge has dealt with. */
  mergedTo: number
}

export type StagedRow = {
  id: number
  importId: number
  area: string
  sheet: number
  rowNumber: number
  cells: Record<string, string>
  fixes: Record<string, string>
  encoded: Record<string, unknown>
  raw: Record<string, string>
  links: Record<string, string>
  issues: Issue[]
  reasons: string[]
  class: RowClass
  accepted: boolean
  identity: string | null
  targetId: number | null
  targetVersion: number | null
  /** What it sets or changes; null = all that it says (`fieldsOf`). */
  fields: string[] | null
  before: Record<string, unknown>
  state: 'staged' | 'merged' | 'undone'
}

/** What staging writes. `line`: the texts as they stood, as `lineOf` packs them. */
export type NewRow = Omit<StagedRow, 'id' | 'importId' | 'area' | 'state' | 'cells'> & { line: string }
