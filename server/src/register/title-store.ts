/** The titles of rows, for references: a protected person is called as the person that it points to. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { mainColumn } from './columns.ts'
import type { Register } from './define.ts'
import type { Registry } from './registry.ts'
import { tableOf } from './sql-store.ts'

/** Titles by id; a row that the actor may not see has none. */
export async function titlesOf(
  ctx: Ctx,
  registry: Registry,
  given: { register: Register; ids: readonly number[] },
): Promise<Map<number, string>> {
  const { register } = given
  const ids = [...new Set(given.ids)]
  if (ids.length === 0) return new Map()
  const field = register.fields[register.title]
  const found = await sql<{ id: number; title: string | number | null }>`
    select id, ${sql.ref(mainColumn(register, register.title))} as title from ${tableOf(register)} where id = any(${ids}::bigint[])`.execute(
    ctx.tx,
  )
  const target = field?.kind.target?.(field)
  if (!field || !target) return new Map(found.rows.map((row) => [row.id, titleText(field, row.title)]))
  const further = await titlesOf(ctx, registry, {
    register: registry.get(target),
    ids: found.rows.map((row) => Number(row.title)),
  })
  return new Map(
    found.rows.flatMap((row) =>
      further.has(Number(row.title))
        ? [[row.id, further.get(Number(row.title)) ?? ''] as [number, string]]
        : [],
    ),
  )
}

/** Titles are said in Chinese: they are data. */
function titleText(field: Register['fields'][string] | undefined, value: string | number | null): string {
  if (value === null || !field) return ''
  const decoded = field.kind.decode([value])
  return decoded === null ? '' : field.kind.format(decoded, field, 'zh')
}
