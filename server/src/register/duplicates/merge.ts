/**
 * Two rows made one, and made two again. Pointers of other registers are turned, which their history keeps; vouchers,
 * decisions and cases are not touched: who reads them asks `known_as`.
 */
import { isProblem, t } from '#kernel'
import type { Ctx } from '#platform'
import { translate } from '#platform'
import { conflictOf, same } from '../conflict.ts'
import type { Register } from '../define.ts'
import { refuseMasked } from '../mask.ts'
import { findRow, getRow, versionsOf } from '../read-store.ts'
import type { Registry } from '../registry.ts'
import type { AnyRow } from '../row.ts'
import { updateRow } from '../write-store.ts'
import type { MergeRow, Moved } from './merge-store.ts'
import {
  idsAbout,
  insertMerge,
  lockMerge,
  markDone,
  markEnded,
  pointingColumns,
  setGone,
  spansClash,
  standingMerge,
  turnPointers,
} from './merge-store.ts'
import { markPair, pairOf } from './pair-store.ts'
import { commonArea } from './pass.ts'
import type { Compared } from './pass-store.ts'
import { duplicateProblems } from './problems.ts'

/** What the room asks of those above it: how many accounts rows hold, their former ids included. */
export type DuplicatePorts = {
  accounts(ctx: Ctx, rows: readonly { register: string; ids: readonly number[] }[]): Promise<number>
}

export type MergeAsked = {
  keptId: number
  goneId: number
  /** As they were opened. */
  keptVersion: number
  goneVersion: number
  /** Fields whose value of the row that goes is taken. */
  taken: readonly string[]
  reason: string
}

type Room = { registry: Registry; ports: DuplicatePorts }

/** Proposes a merge, and does it at once where no second person is needed. */
export async function askMerge(
  ctx: Ctx,
  room: Room,
  { register, asked }: { register: Compared; asked: MergeAsked },
): Promise<MergeRow> {
  const { kept, gone } = await opened(ctx, register, asked)
  for (const name of asked.taken) if (register.fields[name]) refuseMasked(ctx.actor, register.fields[name])
  const pair = await pairOf(ctx, register, [asked.keptId, asked.goneId])
  if (pair?.state === 'apart')
    throw duplicateProblems.saidApart({ name: pair.decidedName ?? '', reason: pair.reason ?? '' })
  if (await standingMerge(ctx, register, { ids: [asked.keptId, asked.goneId] }))
    throw duplicateProblems.open()
  const second = await bothHaveMoney(ctx, room, register, asked)
  const area = commonArea(kept.area, gone.area) ?? ctx.actor.area
  const taken = asked.taken.filter((name) => name in register.fields)
  const merge = await insertMerge(ctx, { ...asked, area, register: register.name, taken, second })
  if (!merge) throw duplicateProblems.open()
  return second ? merge : doMerge(ctx, room.registry, { register, merge })
}

/** The second person says yes. */
export async function confirmMerge(
  ctx: Ctx,
  room: Room,
  { register, id }: { register: Compared; id: number },
): Promise<MergeRow> {
  const merge = await inState(ctx, register, { id, state: 'proposed' })
  if (merge.proposedBy === ctx.actor.accountId) throw duplicateProblems.samePerson()
  return doMerge(ctx, room.registry, { register, merge })
}

export async function withdrawMerge(
  ctx: Ctx,
  register: Compared,
  { id, reason }: { id: number; reason: string },
): Promise<void> {
  await inState(ctx, register, { id, state: 'proposed' })
  await markEnded(ctx, { id, state: 'withdrawn', reason })
}

async function doMerge(
  ctx: Ctx,
  registry: Registry,
  { register, merge }: { register: Compared; merge: MergeRow },
): Promise<MergeRow> {
  const { keptId, goneId } = merge
  const { kept, gone } = await opened(ctx, register, merge)
  const why = `与编号 ${goneId} 合并：${merge.reason}`
  await refuseOverlaps(ctx, registry, { register, merge })
  const moved: Moved[] = []
  for (const at of pointingColumns(registry, register))
    moved.push({
      register: at.register.name,
      column: at.column,
      ids: await turned(ctx, { ...at, target: register }, { from: goneId, to: keptId, why }),
    })
  await setGone(ctx, register, { id: goneId, gone: true, why: `并入编号 ${keptId}：${merge.reason}` })
  if (merge.taken.length > 0) {
    const now = await findRow(ctx, register, keptId)
    const values = valuesOf(gone, merge.taken)
    await updateRow(ctx, register, { id: keptId, version: now?.version ?? 0, values, reason: why })
  }
  const before = valuesOf(kept, merge.taken)
  const after = moved.filter(({ ids }) => ids.length > 0)
  await markDone(ctx, { id: merge.id, before, moved: after })
  await markPair(ctx, register, {
    ids: [keptId, goneId],
    state: 'merged',
    reason: merge.reason,
    area: merge.area,
  })
  return { ...merge, state: 'done', before, moved: after }
}

/**
 * Makes them two again: the fields that the merge changed get their old values back (save those that somebody has changed
 * since: named in the answer), the row that went comes back, and the pointers that were turned are turned back.
 */
export async function undoMerge(
  ctx: Ctx,
  registry: Registry,
  { register, id, reason }: { register: Compared; id: number; reason: string },
): Promise<{ merge: MergeRow; left: string[] }> {
  const merge = await inState(ctx, register, { id, state: 'done' })
  const { keptId, goneId } = merge
  const later = await standingMerge(ctx, register, { ids: [keptId, goneId], after: id })
  if (later) throw duplicateProblems.laterFirst({ id: later.id })
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
  return { merge, left }
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

/** These fields of a row, with the raw text of those that are unknown. */
function valuesOf(row: AnyRow, names: readonly string[]): Record<string, unknown> {
  const raw = Object.fromEntries(Object.entries(row.raw ?? {}).filter(([name]) => names.includes(name)))
  return { ...Object.fromEntries(names.map((name) => [name, row[name] ?? null])), raw }
}

async function opened(
  ctx: Ctx,
  register: Register,
  asked: Pick<MergeAsked, 'keptId' | 'goneId' | 'keptVersion' | 'goneVersion'>,
) {
  const kept = (await getRow(ctx, register, asked.keptId)) as unknown as AnyRow
  const gone = (await getRow(ctx, register, asked.goneId)) as unknown as AnyRow
  for (const [row, version] of [
    [kept, asked.keptVersion],
    [gone, asked.goneVersion],
  ] as const)
    if (row.version !== version)
      throw await conflictOf(ctx, register, { now: row, opened: version, yours: {} })
  return { kept, gone }
}

async function inState(
  ctx: Ctx,
  register: Register,
  { id, state }: { id: number; state: MergeRow['state'] },
): Promise<MergeRow> {
  const merge = await lockMerge(ctx, register, id)
  if (!merge) throw duplicateProblems.noMerge()
  if (merge.state !== state) throw duplicateProblems.state({ state: stateWords[merge.state] })
  return merge
}

export const stateWords = {
  proposed: t('在等另一人确认', 'is waiting for a second person'),
  done: t('已经合并', 'is done'),
  withdrawn: t('已经收回', 'was withdrawn'),
  undone: t('已经撤回', 'was undone'),
}

/** Accounts stand at the rows themselves and at rows that point to them: the person on a list. */
async function bothHaveMoney(
  ctx: Ctx,
  { registry, ports }: Room,
  register: Compared,
  { keptId, goneId }: MergeAsked,
): Promise<boolean> {
  for (const id of [keptId, goneId])
    if ((await ports.accounts(ctx, await idsAbout(ctx, registry, { register, id }))) === 0) return false
  return true
}

async function refuseOverlaps(
  ctx: Ctx,
  registry: Registry,
  { register, merge }: { register: Compared; merge: MergeRow },
): Promise<void> {
  for (const child of registry.childrenOf(register.name)) {
    if (child.shape !== 'dated' || !child.overlap) continue
    const spans = { by: child.overlap.by ?? [], a: merge.keptId, b: merge.goneId }
    if (await spansClash(ctx, child, spans)) throw duplicateProblems.clash({ label: child.label })
  }
}

/** What the unique indexes of the other register refuse is said as a clash of the two. */
async function turned(...[ctx, at, turn]: Parameters<typeof turnPointers>): Promise<number[]> {
  try {
    return await turnPointers(ctx, at, turn)
  } catch (thrown) {
    if (isProblem(translate(thrown), 'platform.duplicate'))
      throw duplicateProblems.clash({ label: at.register.label })
    throw thrown
  }
}

/** The row that went stands again; its number may have been given to another since. */
async function restored(
  ctx: Ctx,
  register: Register,
  { id, why }: { id: number; why: string },
): Promise<void> {
  try {
    await setGone(ctx, register, { id, gone: false, why })
  } catch (thrown) {
    if (isProblem(translate(thrown), 'platform.duplicate'))
      throw duplicateProblems.clash({ label: register.label })
    throw thrown
  }
}
