/** What rests on an import: why it cannot be taken back as a whole. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Text } from '#kernel'
import type { Ctx } from '#platform'
import { mainColumn, ownerColumn } from '../columns.ts'
import type { Register } from '../define.ts'
import type { Registry } from '../registry.ts'
import { tableOf } from '../sql-store.ts'
import { bigintArray } from './binary-array.ts'
import { madeLinks } from './link-store.ts'
import type { Batch } from './tables.ts'

/** An import that went in later: so many of its `rows` changed what this one had entered, or stand on it. */
export type Later = { id: number; fileName: string; mergedAt: string; rows: number }
/** `rows` of a register that stand on what the import made, and came with no import. */
export type User = { label: Text; counter: Text; rows: number }

/** Later imports, the latest first: the order in which they go back; and who else uses what the import made. */
export async function restingOn(
  ctx: Ctx,
  registry: Registry,
  batch: Batch,
): Promise<{ later: Later[]; users: User[] }> {
  const later = await laterImports(ctx, batch, await rowsOnLinks(ctx, registry, batch))
  return { later, users: await usersOf(ctx, registry, batch) }
}

/** New rows, one by one and in blocks. */
const freshOf = (importId: number) =>
  sql`select r.fresh_id as id from import_row r where r.import_id = ${importId} and r.class = 'new'
    union all select unnest(b.fresh_ids) from import_block b where b.import_id = ${importId} and b.class = 'new'`
const changedOf = (importId: number) =>
  sql`select r.target_id as id from import_row r where r.import_id = ${importId} and r.class = 'changed'`

/** Later imports whose changed rows are this one's, or whose rows are among `standing`. */
async function laterImports({ tx }: Ctx, batch: Batch, standing: RawBuilder<unknown>): Promise<Later[]> {
  const found = await sql<Later>`
    with own as materialized (${freshOf(batch.id)} union all ${changedOf(batch.id)}),
      others as materialized (
        select * from import_batch b where b.register = ${batch.register} and b.state = 'done' and b.id <> ${batch.id}
          and b.merged_at >= ${batch.mergedAt}),
      resting as (
        select b.id, r.target_id as row from others b join import_row r on r.import_id = b.id and r.class = 'changed' and r.id <= b.merged_to
          where r.target_id in (select id from own)
        union
        select b.id, r.fresh_id from others b join import_row r on r.import_id = b.id and r.class = 'new'
          where r.fresh_id in (${standing})
        union
        select b.id, k.id from others b join import_block on import_block.import_id = b.id and import_block.class = 'new',
          unnest(import_block.fresh_ids) as k(id) where k.id in (${standing}))
    select b.id, b.file_name, b.merged_at, count(*)::int as rows from others b join resting r on r.id = b.id
    group by b.id, b.file_name, b.merged_at order by b.merged_at desc, b.id desc`.execute(tx)
  return found.rows
}

type Pointing = { of: Register; column: string }

function pointingTo(registry: Registry, register: string): Pointing[] {
  const children = registry.childrenOf(register).map((of) => ({ of, column: ownerColumn(of) ?? 'id' }))
  const pointers = registry
    .pointersTo(register)
    .map(({ register: of, field }) => ({ of, column: mainColumn(of, field) }))
  return [...children, ...pointers]
}

/** What the import made in its own register and in those that it implied. */
async function madeBy(ctx: Ctx, batch: Batch): Promise<{ register: string; made: RawBuilder<unknown> }[]> {
  const links = await madeLinks(ctx, batch.id)
  const linked = [...new Set(links.map(({ register }) => register))].map((register) => {
    const ids = links.filter((link) => link.register === register).map(({ targetId }) => targetId)
    return { register, made: sql`select unnest(${bigintArray(ids)}::bigint[])` }
  })
  return [{ register: batch.register, made: freshOf(batch.id) }, ...linked]
}

/** Rows of the same register, not its own, that stand on what the import made. */
async function rowsOnLinks(ctx: Ctx, registry: Registry, batch: Batch): Promise<RawBuilder<unknown>> {
  const parts = (await madeBy(ctx, batch)).flatMap(({ register, made }) =>
    pointingTo(registry, register)
      .filter(({ of }) => of.name === batch.register)
      .map((one) => sql`select t.id from ${standing(batch, one, made)}`),
  )
  return parts.length > 0 ? sql.join(parts, sql` union all `) : sql`select null::bigint`
}

function standing(batch: Batch, { of, column }: Pointing, made: RawBuilder<unknown>): RawBuilder<unknown> {
  const own = sql`and not exists (select from (${freshOf(batch.id)} union all ${changedOf(batch.id)}) as own where own.id = t.id)`
  return sql`${tableOf(of)} as t where t.${sql.ref(column)} in (${made}) and t.deleted_at is null
    ${of.name === batch.register ? own : sql``}`
}

/** Rows that came with another import are told with that import. */
async function usersOf(ctx: Ctx, registry: Registry, batch: Batch): Promise<User[]> {
  const users: User[] = []
  for (const { register, made } of await madeBy(ctx, batch))
    for (const one of pointingTo(registry, register)) {
      const found = await sql<{ rows: number }>`
        select count(*)::int as rows from (select t.id from ${standing(batch, one, made)}) as u where not exists (
          select from import_batch b where b.register = ${one.of.name} and b.state = 'done' and (
            exists (select from import_row r where r.import_id = b.id and r.class = 'new' and r.fresh_id = u.id)
            or exists (select from import_block k where k.import_id = b.id
              and int8range(k.fresh_from, k.fresh_to, '[]') @> u.id and u.id = any(k.fresh_ids))))`.execute(
        ctx.tx,
      )
      const rows = found.rows[0]?.rows ?? 0
      if (rows > 0) users.push({ label: one.of.label, counter: one.of.counter, rows })
    }
  return users
}
