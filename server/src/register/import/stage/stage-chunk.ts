/** Reads the next stretch of the file into staged rows; the unit of the job, and of the small file that needs none. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { readFile } from '#platform'
import { allAreas, changeBatch, getBatch, senderOf } from '../batch-store.ts'
import type { Importer } from '../importer.ts'
import { deriveLinks } from '../link-store.ts'
import { rulesWith } from '../mapping/added.ts'
import { readWorkbook } from '../read/index.ts'
import { insertStaged, markRepeated } from '../row-store.ts'
import type { TableRow } from '../table/table.ts'
import { tableRows } from '../table/table.ts'
import type { Batch } from '../tables.ts'
import { areaBook } from './area-book.ts'
import { readRow } from './read-row.ts'
import { takeRows } from './reader-cache.ts'
import { stageRows } from './stage-rows.ts'

export const STAGE_ROWS = 1000

/** `at` counts table rows of the sheet; `rows` the rows of data so far. */
export type StageState = { sheet: number; at: number; rows: number; notices: Record<string, number> }

export const firstStage: StageState = { sheet: 0, at: 0, rows: 0, notices: {} }

/** Does one stretch; `done` after the last row of the last sheet, when doubles are marked and the batch is up for review. */
export async function stageChunk(
  ctx: Ctx,
  importer: Importer,
  { importId, state }: { importId: number; state: StageState },
): Promise<{ state: StageState; done: boolean; text: Text }> {
  const batch = await getBatch(ctx, importId)
  const sheet = batch.sheets.findIndex((plan, at) => at >= state.sheet && plan.use && plan.head)
  if (sheet < 0) return finish(ctx, importer, { batch, state })
  const at = sheet === state.sheet ? state.at : 0
  const found = await takeRows(
    { importId, sheet, at },
    { count: STAGE_ROWS, begin: () => rowsOf(ctx, batch, sheet) },
  )
  const notices = await stageFound(ctx, importer, { batch, sheet, found, notices: state.notices })
  const rows = state.rows + found.filter(({ role }) => role === 'data').length
  const next = found.length < STAGE_ROWS ? { sheet: sheet + 1, at: 0 } : { sheet, at: at + found.length }
  return { state: { ...next, rows, notices }, done: false, text: t(`已读 ${rows} 行`, `${rows} rows read`) }
}

async function* rowsOf(ctx: Ctx, batch: Batch, sheet: number): AsyncIterable<TableRow[]> {
  const { bytes, name } = await readFile(ctx.tx, batch.fileId)
  const book = await readWorkbook(bytes, name)
  const plan = batch.sheets[sheet]
  const found = book.sheets[sheet]
  if (!plan?.head || !found) return
  yield* tableRows(found, { ...plan.head, columns: plan.columns, titles: plan.titles })
}

type Stretch = { batch: Batch; sheet: number; found: readonly TableRow[]; notices: Record<string, number> }

async function stageFound(
  ctx: Ctx,
  importer: Importer,
  { batch, sheet, found, notices }: Stretch,
): Promise<Record<string, number>> {
  const { registry } = importer
  const register = registry.get(batch.register)
  const rules = await rulesWith(ctx, importer, { register: batch.register, sender: senderOf(batch) })
  const plan = batch.sheets[sheet]
  if (!plan) return notices
  const reader = {
    register,
    rules,
    plan,
    sheet,
    areas: areaBook(await allAreas(ctx)),
    scope: batch.area,
    today: ctx.today,
  }
  const drafts = found.filter(({ role }) => role === 'data').map((row) => readRow(reader, row))
  const linking = { registry, register, rules, plans: batch.sheets, areas: reader.areas, scope: batch.area }
  const rows = await stageRows(ctx, {
    linking,
    drafted: drafts.map((draft) => ({ draft, accepted: false, fixes: {} })),
    ownerId: batch.ownerId,
  })
  await insertStaged(ctx, { importId: batch.id, area: batch.area, rows })
  return count(notices, [
    ...found.filter(({ role }) => role !== 'data').map(({ role }) => role),
    ...drafts.flatMap(({ fixed }) => fixed),
  ])
}

function count(notices: Record<string, number>, codes: readonly string[]): Record<string, number> {
  const counted = { ...notices }
  for (const code of codes) counted[code] = (counted[code] ?? 0) + 1
  return counted
}

async function finish(ctx: Ctx, importer: Importer, { batch, state }: { batch: Batch; state: StageState }) {
  await markRepeated(ctx, batch.id)
  await deriveLinks(ctx, importer, batch)
  await changeBatch(ctx, batch.id, { state: 'review', notices: state.notices, stagedAt: ctx.now })
  return { state, done: true, text: t(`读完 ${state.rows} 行`, `all ${state.rows} rows read`) }
}
