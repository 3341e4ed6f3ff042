/** Reads the next stretch of the file into staged rows; the unit of the job, and of the small file that needs none. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { readFile } from '#platform'
import { allAreas, changeBatch, getBatch, readingOf } from '../batch-store.ts'
import type { Importer } from '../importer.ts'
import { deriveLinks } from '../link-store.ts'
import { rulesWith } from '../mapping/added.ts'
import type { SheetPlan } from '../mapping/target.ts'
import { markNamesakes } from '../namesake-store.ts'
import { readWorkbook } from '../read/index.ts'
import { insertStaged, markRepeated } from '../row-store.ts'
import type { TableRow } from '../table/table.ts'
import { tableRows } from '../table/table.ts'
import type { Batch } from '../tables.ts'
import { areaBook } from './area-book.ts'
import type { CellMemo } from './cell-memo.ts'
import type { Draft } from './draft.ts'
import type { Reader } from './read-row.ts'
import { readRow } from './read-row.ts'
import { closeBook, openBook, takeRows } from './reader-cache.ts'
import { stageRows } from './stage-rows.ts'

/** Rows of one transaction of the job, and of one stretch within a request. */
export const STAGE_ROWS = 20_000
export const REQUEST_ROWS = 1000
/** Rows of one statement: while PostgreSQL takes them, the next are read. */
const SLICE_ROWS = 1000

/** `at` counts table rows of the sheet; `rows` the rows of data so far. */
export type StageState = { sheet: number; at: number; rows: number; notices: Record<string, number> }

export const firstStage: StageState = { sheet: 0, at: 0, rows: 0, notices: {} }

type StageStep = { state: StageState; done: boolean; text: Text }

/**
 * Does about `size` rows, over the ends of sheets; `done` after the last row of the last sheet, when doubles are marked
 * and the batch is up for review.
 */
export async function stageChunk(
  ctx: Ctx,
  importer: Importer,
  { importId, state, size = STAGE_ROWS }: { importId: number; state: StageState; size?: number },
): Promise<StageStep> {
  const batch = await getBatch(ctx, importId)
  const staging = await openStaging(ctx, importer, batch)
  let now = { ...state, notices: { ...state.notices } }
  for (let taken = 0; taken < size; ) {
    const sheet = batch.sheets.findIndex((plan, at) => at >= now.sheet && plan.use && plan.head)
    if (sheet < 0) {
      await staging.written()
      return finish(ctx, importer, { batch, state: now })
    }
    const at = sheet === now.sheet ? now.at : 0
    const count = Math.min(SLICE_ROWS, size - taken)
    const found = await takeRows({ importId, sheet, at }, { count, begin: () => rowsOf(ctx, batch, sheet) })
    await staging.take(sheet, found, now.notices)
    const rows = now.rows + found.filter(({ role }) => role === 'data').length
    const next = found.length < count ? { sheet: sheet + 1, at: 0 } : { sheet, at: at + found.length }
    now = { ...next, rows, notices: now.notices }
    taken += Math.max(found.length, 1)
  }
  await staging.written()
  return { state: now, done: false, text: t(`已读 ${now.rows} 行`, `${now.rows} rows read`) }
}

async function* rowsOf(ctx: Ctx, batch: Batch, sheet: number): AsyncIterable<TableRow[]> {
  const book = await openBook(batch.id, async () => {
    const { bytes, name } = await readFile(ctx.tx, batch.fileId)
    return readWorkbook(bytes, name)
  })
  const plan = batch.sheets[sheet]
  const found = book.sheets[sheet]
  if (!plan?.head || !found) return
  yield* tableRows(found, { ...plan.head, columns: plan.columns, titles: plan.titles })
}

/** What the slices of a chunk share. `take` reads one and lets PostgreSQL write it while the next is read. */
async function openStaging(ctx: Ctx, importer: Importer, batch: Batch) {
  const register = importer.registry.get(batch.register)
  const rules = await rulesWith(ctx, importer, readingOf(batch))
  const areas = areaBook(await allAreas(ctx))
  const { registry } = importer
  const linking = { registry, register, rules, plans: batch.sheets, areas, scope: batch.area }
  const memo = memoOf(batch.id, JSON.stringify([rules?.words, ctx.today]))
  const readers = new Map<number, Reader>()
  const readerOf = (sheet: number) => {
    const plan = batch.sheets[sheet] as SheetPlan // only sheets of the batch are taken
    const known = readers.get(sheet) ?? { ...linking, plan, sheet, today: ctx.today, memo }
    readers.set(sheet, known)
    return known
  }
  let writing: Promise<void> = Promise.resolve()
  return {
    take: async (sheet: number, found: readonly TableRow[], notices: Record<string, number>) => {
      const reader = readerOf(sheet)
      const drafts = found.flatMap((row) => (row.role === 'data' ? [readRow(reader, row)] : []))
      count(notices, found, drafts)
      await writing
      const drafted = drafts.map((draft) => ({ draft, accepted: false, fixes: unmended }))
      const rows = await stageRows(ctx, { linking, drafted, ownerId: batch.ownerId })
      writing = insertStaged(ctx, { importId: batch.id, area: batch.area, table: register.table, rows })
      writing.catch(() => {}) // it is awaited by whoever comes next
    },
    written: () => writing,
  }
}

const unmended: Record<string, string> = {}

function count(notices: Record<string, number>, found: readonly TableRow[], drafts: readonly Draft[]): void {
  const add = (code: string) => {
    notices[code] = (notices[code] ?? 0) + 1
  }
  for (const { role } of found) if (role !== 'data') add(role)
  for (const { fixed } of drafts) for (const code of fixed) add(code)
}

const memos = new Map<number, { guard: string; memo: CellMemo }>()
/** Imports whose cells are remembered at a time. */
const MOST_MEMOS = 2

/** Kept from chunk to chunk, as long as words and day are the same. */
function memoOf(importId: number, guard: string): CellMemo {
  const known = memos.get(importId)
  if (known?.guard === guard) return known.memo
  memos.delete(importId)
  if (memos.size >= MOST_MEMOS) memos.delete(memos.keys().next().value ?? 0)
  const memo: CellMemo = new Map()
  memos.set(importId, { guard, memo })
  return memo
}

async function finish(
  ctx: Ctx,
  importer: Importer,
  { batch, state }: { batch: Batch; state: StageState },
): Promise<StageStep> {
  memos.delete(batch.id)
  closeBook(batch.id)
  const found = { importId: batch.id, register: importer.registry.get(batch.register) }
  await markRepeated(ctx, found)
  await markNamesakes(ctx, found)
  await deriveLinks(ctx, importer, batch)
  await changeBatch(ctx, batch.id, { state: 'review', notices: state.notices, stagedAt: ctx.now })
  return { state, done: true, text: t(`读完 ${state.rows} 行`, `all ${state.rows} rows read`) }
}
