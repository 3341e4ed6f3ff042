/** Parts of a chunk side by side, on two connections: one of them alone does not use what PostgreSQL can do. */
import { sql } from 'kysely'
import { isProblem } from '#kernel'
import type { Ctx, Hands } from '#platform'

type Work<I, T> = (ctx: Ctx, item: I) => Promise<T>

/** How long the second lane waits for a row of the first, which ends only after it. */
const WAIT = '2s'

/**
 * Two lanes take the items one by one; what they give, in no order. The second goes apart, and what it took is done again
 * here if it meets a row of the first (the same number twice): work must give what it gives once when it is done twice.
 */
export async function shareOut<I, T>(
  ctx: Ctx,
  hands: Hands,
  { items, work }: { items: readonly I[]; work: Work<I, T> },
): Promise<T[]> {
  const left = [...items]
  const first = laneOf(left, work)
  if (items.length < 2) return first(ctx)
  const second = laneOf(left, work)
  const beside = hands.apart(async (own) => {
    await sql`select set_config('lock_timeout', ${WAIT}, true)`.execute(own.tx)
    await flushLater(own) // the chunk is flushed after it
    return second(own)
  })
  const [here, there] = await Promise.allSettled([first(ctx), beside])
  if (here.status === 'rejected') throw here.reason
  if (there.status === 'fulfilled') return [...here.value, ...there.value]
  if (!isProblem(there.reason) || there.reason.code !== 'platform.busy') throw there.reason
  return [...here.value, ...(await second(ctx))]
}

/** A lane that is asked again does what it had taken, and what is left. */
function laneOf<I, T>(left: I[], work: Work<I, T>): (ctx: Ctx) => Promise<T[]> {
  const taken: I[] = []
  return async (ctx) => {
    const given: T[] = []
    for (const item of taken) given.push(await work(ctx, item))
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      taken.push(item)
      given.push(await work(ctx, item))
    }
    return given
  }
}

/**
 * The transaction need not be on the disk before work goes on: where the power fails, the last chunks are taken back whole, and
 * the job does them again. The last one is flushed, and all before it.
 */
export async function flushLater({ tx }: Ctx): Promise<void> {
  await sql`select set_config('synchronous_commit', 'off', true)`.execute(tx)
}
