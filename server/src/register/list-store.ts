/** Lists: a page by key, a count that stops counting, exact totals when asked. Never an offset, never a silent cap. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '#platform'
import { columnsOf, mainColumn } from './columns.ts'
import type { Condition } from './condition.ts'
import { filterable } from './condition.ts'
import type { Register } from './define.ts'
import { whereOf } from './filter-store.ts'
import { askingOf, headOf } from './linked-store.ts'
import { refuseMasked } from './mask.ts'
import { registerProblems } from './problems.ts'
import type { Registry } from './registry.ts'
import type { AnyRow, RowOf } from './row.ts'
import { decodePlainRow } from './row.ts'
import { fetchRows, selectList } from './sql-store.ts'
import { rowsOf } from './versions-store.ts'

export const countCap = 10_000

export type Order = { field: string; desc?: boolean }
export type ListAsk = {
  filter?: readonly Condition[]
  ids?: readonly number[]
  order?: Order
  after?: string
  limit?: number
  /** As it was written by the end of that day, or by that moment (ISO); without it, as it stands. */
  known?: string
  /** Needed where a condition asks rows of another register. */
  registry?: Registry
}
export type Page<Row> = { rows: Row[]; next: string | null }

const cursorShape = z.tuple([z.union([z.string(), z.number(), z.boolean(), z.null()]), z.number()])

/** One page in the order of area and id, or of one field (unknown last) and id. `next` goes into `after`. */
export async function listRows<R extends Register>(
  ctx: Ctx,
  register: R,
  ask: ListAsk = {},
): Promise<Page<RowOf<R>>> {
  const limit = ask.limit ?? 50
  const order = orderOf(ctx, register, ask.order)
  const { head, where } = await conditions(ctx, register, ask)
  const rows = await fetchRows(
    ctx,
    register,
    sql`${head}
    select ${selectList(register)} from ${rowsOf(register, ask.known)}
    where deleted_at is null and ${where} and ${afterOf(order, ask.after)}
    order by ${sql.ref(order.column)} ${sql.raw(order.desc ? 'desc' : 'asc')} nulls last, id limit ${limit + 1}`,
  )
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { rows: page as unknown as RowOf<R>[], next: last ? cursorOf(register, order, last) : null }
}

/** All rows of an ask in its order, as this moment has them, `limit` at a time; the next page is read while one is worked on. */
export async function* pagesOf(ctx: Ctx, register: Register, ask: ListAsk): AsyncGenerator<AnyRow[]> {
  const order = orderOf(ctx, register, ask.order)
  const cursor = sql.ref(`pages_of_${register.table}`)
  const { head, where } = await conditions(ctx, register, ask)
  await sql`declare ${cursor} no scroll cursor for ${head}
    select ${selectList(register)} from ${rowsOf(register, ask.known)}
    where deleted_at is null and ${where}
    order by ${sql.ref(order.column)} ${sql.raw(order.desc ? 'desc' : 'asc')} nulls last, id`.execute(ctx.tx)
  const plain = ctx.tx.withoutPlugins()
  const piece = sql<Record<string, unknown>>`fetch ${sql.raw(String(ask.limit ?? 1_000))} from ${cursor}`
  const fetch = async () => (await piece.execute(plain)).rows.map((row) => decodePlainRow(register, row))
  for (let rows = await fetch(); rows.length > 0; ) {
    const next = fetch()
    next.catch(() => {}) // told below, if anybody still asks
    yield rows
    rows = await next
  }
  await sql`close ${cursor}`.execute(ctx.tx)
}

/** How many rows there are, counted up to `countCap`: beyond it `capped`. */
export async function countRows(
  ctx: Ctx,
  register: Register,
  ask: ListAsk = {},
): Promise<{ count: number; capped: boolean }> {
  const { head, where } = await conditions(ctx, register, ask)
  const found = await sql<{ count: number }>`${head}
    select count(*) as count from (select from ${rowsOf(register, ask.known)}
      where deleted_at is null and ${where} limit ${countCap + 1}) as found`.execute(ctx.tx)
  const count = found.rows[0]?.count ?? 0
  return { count: Math.min(count, countCap), capped: count > countCap }
}

export type Sum = { field: string; sum: string | null; unknown: number }

/** The exact count, and for each field that is summed the sum of the known values and how many are unknown (GEN-07). */
export async function totalRows(
  ctx: Ctx,
  register: Register,
  ask: ListAsk = {},
): Promise<{ count: number; sums: Sum[] }> {
  const summed = Object.entries(register.fields).filter(([, field]) => field.sum)
  const parts = summed.flatMap(([name]) => {
    const column = sql.ref(mainColumn(register, name))
    return [
      sql`sum(${column})::text as ${sql.ref(`${name}Sum`)}`,
      sql`count(*) filter (where ${column} is null) as ${sql.ref(`${name}Unknown`)}`,
    ]
  })
  const { head, where } = await conditions(ctx, register, ask)
  const found = await sql<Record<string, unknown>>`${head}
    select ${sql.join([sql`count(*) as count`, ...parts])} from ${rowsOf(register, ask.known)}
    where deleted_at is null and ${where}`.execute(ctx.tx)
  const row = found.rows[0] ?? {}
  const sums = summed.map(([name, field]) => ({
    field: name,
    sum: sumWire(field, row[`${name}Sum`]),
    unknown: Number(row[`${name}Unknown`] ?? 0),
  }))
  return { count: Number(row.count ?? 0), sums }
}

function sumWire(field: Register['fields'][string], sum: unknown): string | null {
  if (sum === null || sum === undefined) return null
  const value = field.kind.decode(columnsOf('sum', field).map((_, i) => (i === 0 ? sum : null)))
  return value === null ? null : String(field.kind.toWire(value))
}

/** `head`: what the statement begins with, `where` its conditions. */
async function conditions(
  ctx: Ctx,
  register: Register,
  { filter = [], ids, ...given }: ListAsk,
): Promise<{ head: RawBuilder<unknown>; where: RawBuilder<unknown> }> {
  const asking = await askingOf(ctx, register, { ...given, filters: [filter] })
  const where = whereOf(register, asking, filter)
  return { head: headOf(asking), where: ids ? sql`id = any(${ids}::bigint[]) and ${where}` : where }
}

type DbOrder = { field: string | null; column: string; desc: boolean }

function orderOf(ctx: Ctx, register: Register, order: Order | undefined): DbOrder {
  if (!order) return { field: null, column: 'area', desc: false }
  const field = filterable(register, order.field)
  if (!field) throw registerProblems.filter({ field: order.field, op: 'order' })
  refuseMasked(ctx.actor, field)
  return { field: order.field, column: mainColumn(register, order.field), desc: order.desc ?? false }
}

/** Behind the last row of the page before; unknown values stand last in both directions. */
function afterOf({ column, desc }: DbOrder, after: string | undefined): RawBuilder<unknown> {
  if (after === undefined) return sql`true`
  const [value, id] = readCursor(after)
  const ref = sql.ref(column)
  if (value === null) return sql`(${ref} is null and id > ${id})`
  if (column === 'area') return sql`(area, id) > (${value}, ${id})`
  const beyond = desc ? sql`${ref} < ${value}` : sql`${ref} > ${value}`
  return sql`(${beyond} or (${ref} = ${value} and id > ${id}) or ${ref} is null)`
}

function cursorOf(register: Register, order: DbOrder, row: AnyRow): string {
  const value = order.field === null ? row.area : encoded(register, order.field, row[order.field])
  return Buffer.from(JSON.stringify([value ?? null, row.id])).toString('base64url')
}

function encoded(register: Register, name: string, value: unknown): unknown {
  if (value === null || value === undefined) return null
  return filterable(register, name)?.kind.encode(value)[0]
}

function readCursor(after: string): [string | number | boolean | null, number] {
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(after, 'base64url').toString()))
  } catch {
    throw registerProblems.cursor()
  }
}
