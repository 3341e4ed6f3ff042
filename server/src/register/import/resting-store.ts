/** What rests on an import: why it cannot be taken back as a whole. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Text } from '#kernel'
import type { Ctx } from '#platform'
import { mainColumn, ownerColumn } from '../columns.ts'
import type { Registry } from '../registry.ts'
import { tableOf } from '../sql-store.ts'
import { bigintArray } from './binary-array.ts'
import { madeLinks } from './link-store.ts'
import type { Batch } from './tables.ts'

/** `rows`: so many of the rows of the import were changed by it. */
export type Later = { id: number; fileName: string; mergedAt: string; rows: number }

/** Imports that went in later and changed rows which this one had entered or changed, the latest first: the order in which they go back. */
export async function laterImports({ tx }: Ctx, batch: Batch): Promise<Later[]> {
  const later = await sql<Omit<Later, 'rows'> & { targets: string[] }>`
    select b.id, b.file_name, b.merged_at, array_agg(r.target_id) as targets
    from import_batch b join import_row r on r.import_id = b.id and r.class = 'changed' and r.id <= b.merged_to
    where b.register = ${batch.register} and b.state = 'done' and b.id <> ${batch.id} and b.merged_at >= ${batch.mergedAt}
      and r.target_id is not null
    group by b.id order by b.merged_at desc, b.id desc`.execute(tx)
  const found: Later[] = []
  for (const { targets, ...one } of later.rows) {
    const rows = await enteredOf({ tx }, { importId: batch.id, targets: targets.map(Number) })
    if (rows > 0) found.push({ ...one, rows })
  }
  return found
}

/** How many of these rows of the register an import entered or changed, whether they stand one by one in it or in blocks. */
async function enteredOf(
  { tx }: Pick<Ctx, 'tx'>,
  { importId, targets }: { importId: number; targets: readonly number[] },
): Promise<number> {
  const found = await sql<{ count: number }>`
    with asked as materialized (select unnest(${bigintArray(targets)}::bigint[]) as id)
    select count(*) as count from asked where id in (
      select r.target_id from import_row r where r.import_id = ${importId} and r.class = 'changed'
      union all select r.fresh_id from import_row r where r.import_id = ${importId} and r.class = 'new'
      union all select unnest(b.fresh_ids) from import_block b where b.import_id = ${importId} and b.class = 'new')`.execute(
    tx,
  )
  return Number(found.rows[0]?.count ?? 0)
}

/** `rows` of another register that stand on what the import made. */
export type User = { label: Text; counter: Text; rows: number }

/** Registers whose rows are children of what the import made, or point to it; its own rows aside. */
export async function usersOf(ctx: Ctx, registry: Registry, batch: Batch): Promise<User[]> {
  const made = sql`select r.fresh_id from import_row r where r.import_id = ${batch.id} and r.class = 'new'
    union all select unnest(b.fresh_ids) from import_block b where b.import_id = ${batch.id} and b.class = 'new'`
  const own = sql`${made} union all select r.target_id from import_row r where r.import_id = ${batch.id} and r.class = 'changed'`
  const links = await madeLinks(ctx, batch.id)
  const users = await standingOn(ctx, registry, { batch, register: batch.register, made, own })
  for (const register of new Set(links.map((link) => link.register))) {
    const ids = links.filter((link) => link.register === register).map(({ targetId }) => targetId)
    const linked = sql`select unnest(${bigintArray(ids)}::bigint[])`
    users.push(...(await standingOn(ctx, registry, { batch, register, made: linked, own })))
  }
  return users
}

type Made = { batch: Batch; register: string; made: RawBuilder<unknown>; own: RawBuilder<unknown> }

async function standingOn(
  { tx }: Ctx,
  registry: Registry,
  { batch, register, made, own }: Made,
): Promise<User[]> {
  const children = registry.childrenOf(register).map((of) => ({ of, column: ownerColumn(of) ?? 'id' }))
  const pointers = registry
    .pointersTo(register)
    .map(({ register: of, field }) => ({ of, column: mainColumn(of, field) }))
  const users: User[] = []
  for (const { of, column } of [...children, ...pointers]) {
    const others =
      of.name === batch.register
        ? sql`and not exists (select from (${own}) as own(id) where own.id = t.id)`
        : sql``
    const found = await sql<{ rows: number }>`select count(*) as rows from ${tableOf(of)} as t
      where t.${sql.ref(column)} in (${made}) and t.deleted_at is null ${others}`.execute(tx)
    const rows = Number(found.rows[0]?.rows ?? 0)
    if (rows > 0) users.push({ label: of.label, counter: of.counter, rows })
  }
  return users
}
