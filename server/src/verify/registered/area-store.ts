/** The places of a level in the actor's area, in the order of their codes. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'

/** Those that still are: a dissolved village has no rows of its own any more. */
export async function areasOf(
  { tx, actor }: Ctx,
  level: 'county' | 'township' | 'village',
): Promise<string[]> {
  const found = await sql<{ code: string }>`
    select code from area where level = ${level} and deleted_at is null and until is null
      and code >= ${actor.area} and code < ${`${actor.area}~`} order by code`.execute(tx)
  return found.rows.map(({ code }) => code)
}
