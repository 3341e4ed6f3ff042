/** Names of areas for headers and lists. The register of areas belongs to a system; without it, codes stand for themselves. */
import { sql } from 'kysely'
import { systemActor } from './actor.ts'
import type { Database } from './db.ts'
import { withScope } from './scope.ts'

export async function areaNames(
  db: Pick<Database, 'app'>,
  county: string,
  codes: readonly string[],
): Promise<Map<string, string>> {
  return withScope(db, systemActor(county), async (tx) => {
    const there = await sql<{ there: boolean }>`select to_regclass('area') is not null as there`.execute(tx)
    if (!there.rows[0]?.there) return new Map()
    const found = await sql<{ code: string; name: string }>`
      select code, name from area where code = any(${[...new Set(codes)]}::text[])`.execute(tx)
    return new Map(found.rows.map((row) => [row.code, row.name]))
  })
}
