/** Rows that the walks of one reading want: each once, and what many walks want in one turn in one statement a table. */
import type { Ctx } from '#platform'
import { wentBefore } from '#platform'
import { mainColumn } from './columns.ts'
import type { Register } from './define.ts'
import type { Step } from './fact-path.ts'
import { knownBefore, ownedRowsOf, pointingRows, rowsAt } from './read-store.ts'
import type { AnyRow } from './row.ts'

/** The rows behind one step from the row or the reference `id`, as they were known at a moment. */
export type RowReader = (ctx: Ctx, step: Step, id: number, known: string) => Promise<AnyRow[]>

type Found = Promise<ReadonlyMap<number, AnyRow[]>>
type Batch = { ids: number[]; found: Found }

/** For the subjects of one act, and no longer: a row that was read is not read again. */
export function rowReader(): RowReader {
  const seen = new Map<string, Promise<AnyRow[]>>()
  const open = new Map<string, Batch>()
  return (ctx, step, id, known) => {
    const kind = `${step.way}:${step.to.name}:${step.field}:${known}`
    const key = `${kind}:${id}`
    const before = seen.get(key)
    if (before) return before
    const batch = open.get(kind) ?? begin(open, kind, (ids) => readAll(ctx, step, ids, known))
    batch.ids.push(id)
    const rows = batch.found.then((found) => found.get(id) ?? [])
    seen.set(key, rows)
    return rows
  }
}

/** Waits for the turn to end, so that every walk has said what it wants. */
function begin(open: Map<string, Batch>, kind: string, read: (ids: number[]) => Found): Batch {
  const ids: number[] = []
  const turn = new Promise<void>((next) => setImmediate(next))
  const found = turn.then(() => {
    open.delete(kind)
    return read(ids)
  })
  const batch = { ids, found }
  open.set(kind, batch)
  return batch
}

async function readAll(
  ctx: Ctx,
  { way, to, field }: Step,
  ids: number[],
  known: string,
): Promise<Map<number, AnyRow[]>> {
  if (way === 'owned') return Map.groupBy(await ownedRowsOf(ctx, to, ids, known), (row) => row.ownerId ?? 0)
  if (way === 'pointing') {
    const rows = await pointingRows(ctx, to, { column: mainColumn(to, field), ids, known })
    return Map.groupBy(rows, (row) => Number(row[field]))
  }
  return Map.groupBy(await rowsAt(ctx, to, ids, known), (row) => row.id)
}

/** The subject's row; where it had been merged into another by then, the one that it was. */
export async function subjectRow(
  ctx: Ctx,
  rows: RowReader,
  { register, id, known }: { register: Register; id: number; known: string },
): Promise<AnyRow | undefined> {
  const subject: Step = { way: 'reference', field: '', to: register }
  const [row] = await rows(ctx, subject, id, known)
  if (row || !register.duplicates) return row
  const into = await wentBefore(ctx.tx, { register: register.name, id }, knownBefore(known))
  if (into === null) return undefined
  const [standing] = await rows(ctx, subject, into, known)
  return standing
}
