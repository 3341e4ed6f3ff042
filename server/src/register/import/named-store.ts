/** Imports by their file's name, for logs. */
import { sql } from 'kysely'
import type { Ctx, Hit } from '#platform'
import { asData, may } from '#platform'

/** Only those of registers that the person may read. */
export async function namedImports(
  ctx: Ctx,
  ids: readonly number[],
): Promise<Map<string, Omit<Hit, 'note'>>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: number; fileName: string; register: string }>`
    select id, file_name, register from import_batch where id = any(${[...ids]}::bigint[])`.execute(ctx.tx)
  const seen = rows.filter(({ register }) => may(ctx.actor, `${register}.read`))
  return new Map(
    seen.map(({ id, fileName }) => [`import:${id}`, { title: asData(fileName), to: `/import/${id}` }]),
  )
}
