/** The long rest of a merger: its rows, a chunk a transaction, and the hats; and going on with what stopped. */
import { t } from '#kernel'
import type { Ctx, JobKind } from '#platform'
import { defineJob, moveHats } from '#platform'
import { registerProblems } from '../problems.ts'
import type { Registry } from '../registry.ts'
import { followers } from './merge.ts'
import type { Merger } from './merger-store.ts'
import { changeMerger, findMerger, moveRows } from './merger-store.ts'
import { mergerProblems } from './problems.ts'

/** Rows a transaction; the rows of a village are locked that long. */
const CHUNK = 5000

/** Starts the job again where it was cancelled or gave up; moving twice moves nothing twice. Only who began goes on with it. */
export async function resumeMerger(ctx: Ctx, id: number): Promise<void> {
  const merger = await findMerger(ctx, id)
  if (!merger) throw registerProblems.notFound()
  const { state, intoName: name } = merger
  if (state === 'done' || state === 'undone') throw mergerProblems.over({ name })
  const begun = state === 'moving' ? merger.accountId : merger.undoneBy
  if (begun !== ctx.actor.accountId)
    throw mergerProblems.others({ name: (state === 'moving' ? merger.accountName : merger.undoneName) ?? '' })
  const jobId = await ctx.enqueue({
    kind: state === 'moving' ? 'area.move' : 'area.putBack',
    input: { id, reason: state === 'moving' ? reasonOf(merger) : undoReasonOf(merger) },
    key: `area.merger:${id}:${ctx.now}`,
  })
  await changeMerger(ctx, id, { jobId })
  ctx.note({ subject: `area:${merger.intoCode}` })
}

function reasonOf({ intoName, validOn, paper }: Merger): string {
  return `并入${intoName}（${validOn}，${paper}）`
}

export function undoReasonOf({ intoName, validOn, undoneReason }: Merger): string {
  return `撤回并入${intoName}（${validOn}）：${undoneReason ?? ''}`
}

type Input = { id: number; reason: string }

/** Moves the rows of every register a chunk a transaction, then the hats; killed, it goes on where it was. */
export function mergerJob(registry: Registry, size = CHUNK): JobKind {
  return defineJob<Input, null>({
    kind: 'area.move',
    text: t('村组合并：移动记录', 'Merger of places: moving records'),
    can: 'area.mergePlaces',
    chunk: async (ctx, { id, reason }) => {
      const before = (await findMerger(ctx, id))?.moved ?? {}
      const at = Object.values(before).reduce((sum, n) => sum + n, 0)
      for (const register of followers(registry)) {
        const count = await moveRows(ctx, { merger: id, register, size, reason })
        if (count === 0) continue
        await changeMerger(ctx, id, {
          moved: { ...before, [register.name]: (before[register.name] ?? 0) + count },
        })
        return { state: null, done: false, progress: { at: at + count, total: 0 } }
      }
      await finish(ctx, { id, reason })
      return { state: null, done: true, progress: { at, total: at } }
    },
  })
}

/** Moving the rows has locked the merger, so that it is not undone while its hats move. */
async function finish(ctx: Ctx, { id, reason }: Input): Promise<void> {
  const merger = await findMerger(ctx, id)
  if (merger?.state !== 'moving') return
  const next = new Map(merger.moves.map((move) => [move.old, move.new]))
  const to = ({ area }: { area: string }) => next.get(area) ?? null
  const hatMoves = await moveHats(ctx, { codes: [...next.keys()], to, reason })
  await changeMerger(ctx, id, { state: 'done', hatMoves })
}
