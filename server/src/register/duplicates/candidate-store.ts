/** SQL of the search at entry: rows that may be the one that is being entered, and whether there are some elsewhere. */
import { sql } from 'kysely'
import { areaAt } from '#kernel'
import type { Ctx } from '#platform'
import { mainColumn } from '../columns.ts'
import type { AnyRow } from '../row.ts'
import { fetchRows, selectList, tableOf } from '../sql-store.ts'
import type { Compared } from './pass-store.ts'

/** Rows per way of looking: more would not be read. */
const most = 60

/** The ids that search keys find, each key by itself, in the actor's scope. */
export async function idsByKeys(ctx: Ctx, register: Compared, keys: readonly string[]): Promise<number[]> {
  if (keys.length === 0 || !register.search) return []
  const search = sql.ref(`search_${register.table}`)
  const { rows } = await sql<{ id: number }>`
    select distinct f.id from unnest(${keys}::text[]) k cross join lateral ${search}(array[k], '', ${most}) as f(id)`.execute(
    ctx.tx,
  )
  return rows.map(({ id }) => id)
}

/** Rows that have this value in this field. */
export async function idsByValue(
  ctx: Ctx,
  register: Compared,
  { field, value, within }: { field: string; value: string; within?: string },
): Promise<number[]> {
  const village = within ? (areaAt(within, 'village') ?? within) : undefined
  const near = village ? sql`area >= ${village} and area < ${`${village}~`} and` : sql``
  const { rows } = await sql<{ id: number }>`
    select id from ${tableOf(register)}
    where ${near} ${sql.ref(mainColumn(register, field))}::text = ${value} and deleted_at is null limit ${most}`.execute(
    ctx.tx,
  )
  return rows.map(({ id }) => id)
}

export async function rowsOf(ctx: Ctx, register: Compared, ids: readonly number[]): Promise<AnyRow[]> {
  return fetchRows(
    ctx,
    register,
    sql`select ${selectList(register)} from ${tableOf(register)} where id = any(${[...ids]}::bigint[]) and deleted_at is null`,
  )
}

export type Beyond = { township: string; sameName: boolean; sameNumber: boolean; sameBirth: boolean }

/** In which townships outside the actor's area rows have this number, or this name and birth date. Nothing else is told of them. */
export async function rowsBeyond(
  ctx: Ctx,
  register: Compared,
  said: { name: string | null; number: string | null; birth: string | null },
): Promise<Beyond[]> {
  const beyond = sql.ref(`beyond_${register.table}`)
  const { rows } = await sql<Beyond>`
    select township, same_name, same_number, same_birth from ${beyond}(${said.name}, ${said.number}, ${said.birth}::date)`.execute(
    ctx.tx,
  )
  return rows
}

/** Whether the register's table has the function that looks beyond. */
export async function canLookBeyond(ctx: Ctx, register: Compared): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regproc(${`beyond_${register.table}`}) is not null as there`.execute(ctx.tx)
  return rows[0]?.there ?? false
}
