/** A merger of places that was recorded by mistake is undone: the places at once, then the rows and the hats. */
import { t } from '#kernel'
import type { Ctx, JobKind } from '#platform'
import { defineJob, moveHats } from '#platform'
import { registerProblems } from '../problems.ts'
import type { Registry } from '../registry.ts'
import { followers } from './merge.ts'
import type { Merger } from './merger-store.ts'
import { changeMerger, findMerger, mergersOf } from './merger-store.ts'
import { undoReasonOf } from './move.ts'
import { mergerProblems } from './problems.ts'
import { freshOf, hatFate, planUndo, type UndoPlan } from './undo-plan.ts'
import {
  beginUndo,
  countFates,
  hatMovesSince,
  lockMerger,
  putBackRows,
  removeAreas,
  reviveArea,
} from './undo-store.ts'

type Ask = { id: number; rest: string | null }

/** What undoing would do; where it cannot be, why. Of one that was undone: `area.undone`. */
export async function foreseeUndo(ctx: Ctx, registry: Registry, { id, rest }: Ask): Promise<UndoPlan> {
  return planUndo(ctx, registry, { merger: await undoable(ctx, id), rest })
}

async function undoable(ctx: Ctx, id: number): Promise<Merger> {
  const merger = await findMerger(ctx, id)
  if (!merger) throw registerProblems.notFound()
  const { state, intoName: name, undoneName } = merger
  if (state === 'undoing' || state === 'undone') throw mergerProblems.undone({ name, by: undoneName ?? '' })
  return merger
}

/** Old places in use again, those that the merger had entered out of use, and the job that puts the rows back. */
export async function startUndo(
  ctx: Ctx,
  registry: Registry,
  { id, rest, reason }: Ask & { reason: string },
): Promise<void> {
  await lockMerger(ctx, id)
  const merger = await undoable(ctx, id)
  if (
    (await mergersOf(ctx)).some((one) => one.id !== id && (one.state === 'moving' || one.state === 'undoing'))
  )
    throw mergerProblems.moving()
  const { issues } = await planUndo(ctx, registry, { merger, rest })
  if (issues.length > 0) throw mergerProblems.refused({ issues })
  const why = undoReasonOf({ ...merger, undoneReason: reason })
  for (const move of merger.moves)
    if (!(await reviveArea(ctx, move, why))) throw mergerProblems.changedSince({ code: move.old })
  await removeAreas(ctx, freshOf(merger.moves), why)
  await beginUndo(ctx, { id, rest, reason })
  const jobId = await ctx.enqueue({
    kind: 'area.putBack',
    input: { id, reason: why },
    key: `area.mergerUndo:${id}`,
  })
  await changeMerger(ctx, id, { jobId })
  ctx.note({
    subject: `area:${merger.intoCode}`,
    before: { merger: id, ...(rest ? { rest } : {}) },
    text: t(why, why),
  })
}

type Input = { id: number; reason: string }

/** Rows a transaction. */
const CHUNK = 5000

/** Puts the rows of every register back a chunk a transaction, then the hats; killed, it goes on where it was. */
export function undoMergerJob(registry: Registry, size = CHUNK): JobKind {
  return defineJob<Input, null>({
    kind: 'area.putBack',
    text: t('撤回村组合并：移回记录', 'Undoing a merger of places: putting records back'),
    can: 'area.mergePlaces',
    chunk: async (ctx, { id, reason }) => {
      const before = (await findMerger(ctx, id))?.putBack ?? {}
      const at = Object.values(before).reduce((sum, n) => sum + n, 0)
      for (const register of followers(registry)) {
        const count = await putBackRows(ctx, { merger: id, register, size, reason })
        if (count === 0) continue
        await changeMerger(ctx, id, {
          putBack: { ...before, [register.name]: (before[register.name] ?? 0) + count },
        })
        return { state: null, done: false, progress: { at: at + count, total: 0 } }
      }
      await finish(ctx, registry, { id, reason })
      return { state: null, done: true, progress: { at, total: at } }
    },
  })
}

/** A row that was being written while the undoing began may have come into a place that is gone: it is not left there unseen. */
async function finish(ctx: Ctx, registry: Registry, { id, reason }: Input): Promise<void> {
  const merger = await findMerger(ctx, id)
  if (merger?.state !== 'undoing') return
  let unclear = 0
  for (const register of followers(registry))
    unclear += (await countFates(ctx, { merger: id, register, rest: merger.rest })).unclear
  if (unclear > 0) throw mergerProblems.unclear({ count: unclear, name: merger.intoName })
  const fate = hatFate(merger, { rest: merger.rest, since: await hatMovesSince(ctx, id) })
  const hats = await moveHats(ctx, {
    codes: [...new Set(merger.moves.map((move) => move.new))],
    to: (hat) => fate(hat) ?? null,
    reason,
  })
  await changeMerger(ctx, id, { state: 'undone', hatsBack: hats })
}
