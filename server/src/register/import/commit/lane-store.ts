/** Two parts of a chunk side by side, on two connections: one of them alone does not use what PostgreSQL can do. */
import { sql } from 'kysely'
import { isProblem } from '#kernel'
import type { Ctx, Hands } from '#platform'

type Part<T> = (ctx: Ctx) => Promise<T>

/** How long the second part waits for a row of the first, which ends only after it. */
const WAIT = '2s'

/**
 * The second part goes apart, and is done again here if it meets a row of the first (the same number twice). Both must
 * give what they give once when they are done twice.
 */
export async function sideBySide<T>(
  ctx: Ctx,
  hands: Hands,
  [first, second]: readonly [Part<T>, Part<T>],
): Promise<[T, T]> {
  const beside = hands.apart(async (own) => {
    await sql`select set_config('lock_timeout', ${WAIT}, true)`.execute(own.tx)
    return second(own)
  })
  const [here, there] = await Promise.allSettled([first(ctx), beside])
  if (here.status === 'rejected') throw here.reason
  if (there.status === 'fulfilled') return [here.value, there.value]
  if (!isProblem(there.reason) || there.reason.code !== 'platform.busy') throw there.reason
  return [here.value, await second(ctx)]
}
