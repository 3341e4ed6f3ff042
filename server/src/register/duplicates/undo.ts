/** Two rows that were made one are made two again. */
import type { Ctx } from '#platform'
import { same } from '../conflict.ts'
import { getRow, versionsOf } from '../read-store.ts'
import type { Registry } from '../registry.ts'
import type { AnyRow } from '../row.ts'
import { updateRow } from '../write-store.ts'
import { inState, restored, turned } from './merge-guards.ts'
import { type MergeRow, markEnded, type Rests, restsOf, standingMerge } from './merge-store.ts'
import { markPair } from './pair-store.ts'
import type { Compared } from './pass-store.ts'
import { duplicateProblems } from './problems.ts'

/**
 * Makes them two again: the fields that the merge changed get their old values back (save those that somebody has changed
 * since: named in the answer), the row that went comes back, and the pointers that were turned are turned back. `rests`: what
 * came while they were one; nobody can tell whose it is, so a person looks.
 */
export async function undoMerge(
  ctx: Ctx,
  registry: Registry,
  { register, id, reason }: { register: Compared; id: number; reason: string },
): Promise<{ merge: MergeRow; left: string[]; rests: Rests }> {
  const merge = await inState(ctx, register, { id, state: 'done' })
  const { keptId, goneId } = merge
  const later = await standingMerge(ctx, register, { ids: [keptId, goneId], after: id })
  if (later) throw duplicateProblems.laterFirst({ id: later.id })
  const rests = await restsOf(ctx, registry, merge)
  const why = `撤回与编号 ${goneId} 的合并：${reason}`
  const left = await restoreFields(ctx, { register, merge, why })
  await restored(ctx, register, { id: goneId, why })
  for (const { register: name, column, ids } of merge.moved)
    await turned(
      ctx,
      { register: registry.get(name), column, target: register },
      { from: keptId, to: goneId, only: ids, why },
    )
  await markEnded(ctx, { id, state: 'undone', reason })
  await markPair(ctx, register, { ids: [keptId, goneId], state: 'open', reason: '', area: merge.area })
  return { merge, left, rests }
}

/** The old values of the fields that still hold what the merge took; the names of the others. */
async function restoreFields(
  ctx: Ctx,
  { register, merge, why }: { register: Compared; merge: MergeRow; why: string },
): Promise<string[]> {
  const now = (await getRow(ctx, register, merge.keptId)) as unknown as AnyRow
  const gone = (await versionsOf(ctx, register, merge.goneId)).at(-1)
  const untouched = merge.taken.filter((name) => same(register, name, now[name], gone?.[name]))
  if (untouched.length > 0) {
    const { raw, ...old } = merge.before as { raw?: Record<string, string> } & Record<string, unknown>
    const pick = <T>(from: Record<string, T>) =>
      Object.fromEntries(untouched.flatMap((name) => (name in from ? [[name, from[name] as T]] : [])))
    const values = { ...pick(old), raw: pick(raw ?? {}) }
    await updateRow(ctx, register, { id: now.id, version: now.version, values, reason: why })
  }
  return merge.taken.filter((name) => !untouched.includes(name))
}
