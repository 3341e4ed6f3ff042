/** The pass over a register as a job: one key a chunk, so that it shows how far it is and can be stopped. */
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { defineJob, type JobKind } from '#platform'
import type { Registry } from '../registry.ts'
import { openPass } from './pass.ts'
import { type Compared, dropUnseen, keepPairs, readTable } from './pass-store.ts'
import { comparedRegister } from './room.ts'

type Input = { register: string }
type State = { at: number; since: string; pairs: number; rows: number; crowded: number }
type Open = { of: string; rows: number; pass: ReturnType<typeof openPass> }

/** `duplicate.search` over the register that the input names. */
export function duplicateJobs(registry: Registry): readonly JobKind[] {
  // The table of the pass that is going on; another process, or a later start, reads it again.
  let open: Open | undefined
  const opened = async (ctx: Ctx, register: Compared, since: string): Promise<Open> => {
    const of = `${ctx.actor.county} ${ctx.actor.area} ${register.name} ${since}`
    if (open?.of === of) return open
    const table = await readTable(ctx, register)
    open = { of, rows: table.ids.length, pass: openPass(table, register.duplicates) }
    return open
  }
  return [
    defineJob<Input, State>({
      kind: 'duplicate.search',
      text: t('查重', 'Search for duplicates'),
      can: 'duplicate.search',
      chunk: async (ctx, { register: name }, before) => {
        const register = comparedRegister(registry, name)
        const state = before ?? { at: 0, since: ctx.now, pairs: 0, rows: 0, crowded: 0 }
        const { pass, rows } = await opened(ctx, register, state.since)
        const found = await pass.step(state.at)
        await keepPairs(ctx, register, found.pairs)
        const next = {
          at: state.at + 1,
          since: state.since,
          pairs: state.pairs + found.pairs.length,
          rows,
          crowded: state.crowded + found.crowded.rows,
        }
        const done = next.at >= pass.steps
        if (done) {
          await dropUnseen(ctx, register, state.since)
          open = undefined
        }
        return { state: next, done, progress: { at: next.at, total: pass.steps }, text: textOf(next) }
      },
    }),
  ]
}

/** What was too crowded to compare is said, never left out in silence. */
function textOf({ rows, pairs, crowded }: State) {
  const rest = crowded > 0
  return t(
    `${rows} 条里找出 ${pairs} 对可能相同的${rest ? `；另有 ${crowded} 条名字过于集中，没有逐一比对` : ''}`,
    `${pairs} pairs among ${rows} rows${rest ? `; ${crowded} rows of crowded names were not compared` : ''}`,
  )
}
