/**
 * Two rows made one (`undo.ts` makes them two again). Pointers of other registers are turned, which their history keeps; vouchers,
 * decisions and cases are not touched: who reads them asks `known_as`.
 */
import type { Ctx } from '#platform'
import { conflictOf } from '../conflict.ts'
import type { Register } from '../define.ts'
import { refuseMasked } from '../mask.ts'
import { findRow, getRow } from '../read-store.ts'
import type { Registry } from '../registry.ts'
import type { AnyRow } from '../row.ts'
import { updateRow } from '../write-store.ts'
import { inState, refuseOverlaps, turned } from './merge-guards.ts'
import type { MergeRow, Moved } from './merge-store.ts'
import {
  idsAbout,
  insertMerge,
  markDone,
  markEnded,
  pointingColumns,
  setGone,
  standingMerge,
} from './merge-store.ts'
import { apartOf, markPair } from './pair-store.ts'
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
  const apart = await apartOf(ctx, register, [asked.keptId, asked.goneId])
  if (apart) throw duplicateProblems.saidApart({ name: apart.decidedName ?? '', reason: apart.reason ?? '' })
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

/** Accounts stand at the rows themselves and at rows that point to them: the person on a list. */
async function bothHaveMoney(
  ctx: Ctx,
  room: Room,
  register: Compared,
  { keptId, goneId }: MergeAsked,
): Promise<boolean> {
  return (await hasMoney(ctx, room, register, keptId)) && (await hasMoney(ctx, room, register, goneId))
}

export async function hasMoney(
  ctx: Ctx,
  { registry, ports }: Room,
  register: Compared,
  id: number,
): Promise<boolean> {
  return (await ports.accounts(ctx, await idsAbout(ctx, registry, { register, id }))) > 0
}
