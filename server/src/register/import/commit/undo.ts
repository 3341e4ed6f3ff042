/** Takes a whole import back while nothing rests on it: new rows are removed, changed ones get their old values again. */
import type { Ctx } from '#platform'
import type { Register } from '../../define.ts'
import { findRows } from '../../read-store.ts'
import type { AnyRow } from '../../row.ts'
import { encodeValues } from '../../row.ts'
import type { Importer } from '../importer.ts'
import { madeLinks } from '../link-store.ts'
import { importProblems } from '../problems.ts'
import type { Batch, StagedRow } from '../tables.ts'
import type { Change } from './bulk-store.ts'
import { updateLoose, withSearchKeys } from './bulk-store.ts'
import { mergedRows } from './ready-store.ts'
import { pointedAt, removeRows, rowsAgain } from './undo-store.ts'

const STRETCH = 1000

/** All or nothing, in the transaction of the operation. A row changed since, or used by another, stops it with the Problem `import.inUse`. */
export async function undoImport(
  ctx: Ctx,
  importer: Importer,
  { batch, reason }: { batch: Batch; reason: string },
): Promise<{ removed: number; restored: number }> {
  const register = importer.registry.get(batch.register)
  const done = { removed: 0, restored: 0 }
  for (let after = 0; ; ) {
    const rows = await mergedRows(ctx, { importId: batch.id, after, limit: STRETCH })
    if (rows.length === 0) break
    await requireUntouched(ctx, importer, { register, rows })
    done.removed += await remove(ctx, register, { ids: targets(rows, 'new'), reason })
    done.restored += await restore(ctx, register, {
      rows: rows.filter((row) => row.class === 'changed'),
      reason,
    })
    after = rows.at(-1)?.id ?? after
  }
  await removeLinks(ctx, importer, { batch, reason })
  return done
}

function targets(rows: readonly StagedRow[], only: StagedRow['class']): number[] {
  return rows.flatMap((row) => (row.class === only && row.targetId !== null ? [row.targetId] : []))
}

/**
 * Every row stands as the import left it, or again as it left it (a later import that was taken back), and nobody points
 * to a new one.
 */
async function requireUntouched(
  ctx: Ctx,
  importer: Importer,
  { register, rows }: { register: Register; rows: readonly StagedRow[] },
): Promise<void> {
  const ids = rows.flatMap(({ targetId }) => targetId ?? [])
  const standing = (await findRows(ctx, register, ids)) as unknown as AnyRow[]
  const versions = new Map(standing.map((row) => [row.id, row.version]))
  const later = rows.filter((row) => versions.get(row.targetId ?? 0) !== versionLeft(row))
  const again = await rowsAgain(
    ctx,
    register,
    later.map((row) => ({ id: row.targetId ?? 0, version: versionLeft(row) })),
  )
  const touched = later.filter((row) => !again.has(row.targetId ?? 0))
  const used = await pointedAt(ctx, importer.registry, { register, ids: targets(rows, 'new') })
  const count = touched.length + used
  if (count > 0) throw importProblems.inUse({ count, rows: touched.map(({ rowNumber }) => rowNumber) })
}

/** The version that a register row had when the import had entered it. */
function versionLeft(row: StagedRow): number {
  return row.class === 'new' ? 1 : (row.targetVersion ?? 0) + 1
}

async function remove(
  ctx: Ctx,
  register: Register,
  { ids, reason }: { ids: readonly number[]; reason: string },
): Promise<number> {
  const removed = await removeRows(ctx, register, { ids, reason })
  if (removed !== ids.length) throw importProblems.inUse({ count: ids.length - removed })
  return removed
}

async function restore(
  ctx: Ctx,
  register: Register,
  { rows, reason }: { rows: readonly StagedRow[]; reason: string },
): Promise<number> {
  const standing = (await findRows(
    ctx,
    register,
    rows.flatMap(({ targetId }) => targetId ?? []),
  )) as unknown as AnyRow[]
  const byId = new Map(standing.map((row) => [row.id, row]))
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row.before)))]
  const changes = rows.flatMap((row): Change[] => {
    const now = byId.get(row.targetId ?? 0)
    if (!now) return []
    const standingCells = { ...encodeValues(register, now), area: now.area }
    const set = Object.fromEntries(
      columns.map((column) => [
        column,
        column in row.before ? row.before[column] : standingCells[column as keyof typeof standingCells],
      ]),
    )
    const full = withSearchKeys(register, { ...standingCells, ...set })
    return [
      {
        id: now.id,
        version: now.version,
        set: { ...set, change_reason: reason, ...(register.search ? { search_keys: full.search_keys } : {}) },
      },
    ]
  })
  return (await updateLoose(ctx, register, changes)).size
}

/** Rows that the import made in other registers go too, unless somebody uses them by now. */
async function removeLinks(
  ctx: Ctx,
  importer: Importer,
  { batch, reason }: { batch: Batch; reason: string },
): Promise<void> {
  const links = await madeLinks(ctx, batch.id)
  for (const name of new Set(links.map(({ register }) => register))) {
    const register = importer.registry.get(name)
    const ids = links.filter((link) => link.register === name).map(({ targetId }) => targetId)
    const used = await pointedAt(ctx, importer.registry, { register, ids })
    if (used > 0) throw importProblems.inUse({ count: used })
    await remove(ctx, register, { ids, reason })
  }
}
