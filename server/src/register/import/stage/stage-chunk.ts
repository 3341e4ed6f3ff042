/** Reads the next stretch of the file into staged rows; the unit of the job, and of the small file that needs none. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { readFile } from '#platform'
import { allAreas, changeBatch, getBatch, readingOf } from '../batch-store.ts'
import { flushLater } from '../commit/lane-store.ts'
import type { Importer } from '../importer.ts'
import { deriveLinks } from '../link-store.ts'
import { rulesWith } from '../mapping/added.ts'
import { markNamesakes } from '../namesake-store.ts'
import { insertStaged, markRepeated } from '../row-store.ts'
import type { Batch } from '../tables.ts'
import { areaBook } from './area-book.ts'
import type { Place, Reading, RowSource, Slice } from './row-source.ts'
import { sourceHere } from './row-source.ts'
import { sourceApart } from './source-apart.ts'
import type { Held } from './source-cache.ts'
import { holdSource } from './source-cache.ts'
import type { Staged } from './stage-slice.ts'
import { stageSlice } from './stage-slice.ts'

/** Rows of one transaction of the job, and of one stretch within a request. */
export const STAGE_ROWS = 20_000
export const REQUEST_ROWS = 1000
/** Rows of one statement: while PostgreSQL takes them, the next are read. */
const SLICE_ROWS = 1000
/** A thread takes a fifth of a second to start; some 20,000 rows are read in that. */
export const LARGE_BYTES = 2_000_000

/** `at` counts table rows of the sheet; `rows` the rows of data so far. */
export type StageState = Place & { rows: number; notices: Record<string, number> }

export const firstStage: StageState = { sheet: 0, at: 0, rows: 0, notices: {} }

type StageStep = { state: StageState; done: boolean; text: Text }

/** `apart`: a large file may be read in a thread of its own. */
type Stretch = { importId: number; state: StageState; size?: number; apart?: boolean }

/**
 * Does about `size` rows, over the ends of sheets; `done` after the last row of the last sheet, when doubles are marked
 * and the batch is up for review.
 */
export async function stageChunk(ctx: Ctx, importer: Importer, stretch: Stretch): Promise<StageStep> {
  const staging = await openStaging(ctx, importer, stretch)
  try {
    const step = await takeSlices(staging, stretch)
    if (!step.done) {
      staging.source.keep()
      await flushLater(ctx)
    } else {
      staging.source.close()
      await finish(ctx, importer, { batch: staging.batch, state: step.state })
    }
    return step
  } catch (thrown) {
    staging.source.close()
    await staging.written().catch(() => {}) // else a statement could come behind the end of the transaction
    throw thrown
  }
}

async function takeSlices(staging: Staging, { state, size = STAGE_ROWS }: Stretch): Promise<StageStep> {
  let now = { ...state, notices: { ...state.notices } }
  for (let taken = 0; taken < size; ) {
    const slice = await staging.source.next()
    if (!slice) {
      await staging.written()
      return { state: now, done: true, text: t(`读完 ${now.rows} 行`, `all ${now.rows} rows read`) }
    }
    await staging.take(slice)
    add(now.notices, slice.notices)
    const plain = slice.plain?.places.length ?? 0
    now = { ...now, ...slice.next, rows: now.rows + slice.drafts.length + plain }
    taken += Math.max(slice.taken, 1)
  }
  await staging.written()
  return { state: now, done: false, text: t(`已读 ${now.rows} 行`, `${now.rows} rows read`) }
}

function add(notices: Record<string, number>, found: Readonly<Record<string, number>>): void {
  for (const [code, count] of Object.entries(found)) notices[code] = (notices[code] ?? 0) + count
}

type Staging = {
  batch: Batch
  source: Held
  take(slice: Slice): Promise<void>
  written(): Promise<void>
}

/** What the slices of a chunk share. `take` begins to look one up; at most two before it are still being looked up or written. */
async function openStaging(ctx: Ctx, importer: Importer, stretch: Stretch): Promise<Staging> {
  const batch = await getBatch(ctx, stretch.importId)
  const { registry } = importer
  const register = registry.get(batch.register)
  const rules = await rulesWith(ctx, importer, readingOf(batch))
  const areas = await allAreas(ctx)
  const linking = {
    registry,
    register,
    rules,
    plans: batch.sheets,
    areas: areaBook(areas),
    scope: batch.area,
  }
  const size = Math.min(SLICE_ROWS, stretch.size ?? STAGE_ROWS)
  const { fileName: name, area: scope, sheets: plans } = batch
  const reading = { name, rules, plans, areas, scope, today: ctx.today, size }
  const source = await holdSource({
    importId: batch.id,
    place: stretch.state,
    guard: JSON.stringify([stretch.apart ?? false, reading]),
    open: () => openSource(ctx, importer, { batch, reading, stretch }),
  })
  let writing: Promise<void> = Promise.resolve()
  let before = writing
  return {
    batch,
    source,
    take: async (slice) => {
      const earlier = before
      before = writing
      const staged = stageSlice(ctx, { linking, slice, ownerId: batch.ownerId })
      writing = behind(before, staged, (found) =>
        insertStaged(ctx, { importId: batch.id, area: batch.area, register, ...found }),
      )
      writing.catch(() => {}) // it is awaited by whoever comes next
      await earlier
    },
    written: () => writing,
  }
}

/** Slices are written in the order of the file. Ends when nothing is under way any more, well or not. */
async function behind(
  before: Promise<void>,
  staged: Promise<Staged>,
  write: (found: Staged) => Promise<void>,
): Promise<void> {
  await Promise.allSettled([before, staged])
  await before
  await write(await staged)
}

type Opening = { batch: Batch; reading: Reading; stretch: Stretch }

async function openSource(
  ctx: Ctx,
  { registry, registersAt }: Importer,
  { batch, reading, stretch }: Opening,
): Promise<RowSource> {
  const { bytes, name } = await readFile(ctx.tx, batch.fileId)
  const file = { bytes, register: registry.get(batch.register), reading: { ...reading, name } }
  return stretch.apart && registersAt && bytes.length >= LARGE_BYTES
    ? sourceApart(file, stretch.state, registersAt)
    : sourceHere(file, stretch.state)
}

async function finish(
  ctx: Ctx,
  importer: Importer,
  { batch, state }: { batch: Batch; state: StageState },
): Promise<void> {
  const found = { importId: batch.id, register: importer.registry.get(batch.register) }
  await markRepeated(ctx, found)
  await markNamesakes(ctx, found)
  await deriveLinks(ctx, importer, batch)
  await changeBatch(ctx, batch.id, { state: 'review', notices: state.notices, stagedAt: ctx.now })
}
