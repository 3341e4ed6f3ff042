/** Reading rows: one, those of an owner, as of a day. The area fence of the transaction decides what is seen. */
import { sql } from 'kysely'
import type { Day } from '#kernel'
import { addDays, isDay } from '#kernel'
import type { Ctx } from '#platform'
import { goneTo } from '#platform'
import { ownerColumn } from './columns.ts'
import type { Register } from './define.ts'
import { registerProblems } from './problems.ts'
import type { AnyRow, RowOf } from './row.ts'
import { fetchRows, selectList, tableOf } from './sql-store.ts'

/** `valid`: what was true on that day. `known`: what was written by the end of that day, or by that moment (ISO). */
export type AsOf = { valid?: Day; known?: Day | string }

/** The row, or undefined where there is none in the actor's scope or it was removed. */
export async function findRow<R extends Register>(
  ctx: Ctx,
  register: R,
  id: number,
): Promise<RowOf<R> | undefined> {
  const rows = await findRows(ctx, register, [id])
  return rows[0]
}

/** As `findRow`; of a row that was merged into another, that one. */
export async function standingRow<R extends Register>(
  ctx: Ctx,
  register: R,
  id: number,
): Promise<RowOf<R> | undefined> {
  const row = await findRow(ctx, register, id)
  if (row || !register.duplicates) return row
  const into = (await goneTo(ctx.tx, register.name, [id])).get(id)
  return into === undefined ? undefined : findRow(ctx, register, into)
}

/** As `findRow`; a row that is not there is the Problem `register.notFound`. */
export async function getRow<R extends Register>(ctx: Ctx, register: R, id: number): Promise<RowOf<R>> {
  const row = await findRow(ctx, register, id)
  if (!row) throw registerProblems.notFound()
  return row
}

/** The rows of these ids that are there, in id order. */
export async function findRows<R extends Register>(
  ctx: Ctx,
  register: R,
  ids: readonly number[],
): Promise<RowOf<R>[]> {
  const rows = await fetchRows(
    ctx,
    register,
    sql`
    select ${selectList(register)} from ${tableOf(register)}
    where id = any(${ids.filter(Number.isSafeInteger)}::bigint[]) and deleted_at is null order by id`,
  )
  return rows as unknown as RowOf<R>[] // `as`: decoded by this register's own fields
}

/** The row as it was known then (`valid` says nothing of a row without a span, and leaves out one whose span does not hold the day). */
export async function asOf<R extends Register>(
  ctx: Ctx,
  register: R,
  id: number,
  when: AsOf = {},
): Promise<RowOf<R> | undefined> {
  const [row] = await versionsAt(ctx, register, { column: 'id', ids: [id], known: when.known })
  return row && isValid(row, when.valid) ? (row as unknown as RowOf<R>) : undefined
}

/** The rows of an owner, in id order; dated ones only if their span holds `valid`, where that is given. */
export async function ownedRows<R extends Register>(
  ctx: Ctx,
  register: R,
  ownerId: number,
  when: AsOf = {},
): Promise<RowOf<R>[]> {
  const rows = await ownedRowsOf(ctx, register, [ownerId], when.known)
  return rows.filter((row) => isValid(row, when.valid)) as unknown as RowOf<R>[]
}

/** The rows of many owners as they were known then, whatever their spans; in order of owner and id. */
export async function ownedRowsOf(
  ctx: Ctx,
  register: Register,
  ownerIds: readonly number[],
  known?: Day | string,
): Promise<AnyRow[]> {
  const rows = await versionsAt(ctx, register, {
    column: ownerColumn(register) ?? 'id',
    ids: ownerIds,
    known,
  })
  return rows.sort((a, b) => (a.ownerId ?? 0) - (b.ownerId ?? 0) || a.id - b.id)
}

/** Many rows by id as they were known then. */
export function rowsAt(
  ctx: Ctx,
  register: Register,
  ids: readonly number[],
  known?: Day | string,
): Promise<AnyRow[]> {
  return versionsAt(ctx, register, { column: 'id', ids, known })
}

/** The rows whose field points to one of these ids, as they were known then. */
export function pointingRows(
  ctx: Ctx,
  register: Register,
  given: { column: string; ids: readonly number[]; known?: Day | string },
): Promise<AnyRow[]> {
  return versionsAt(ctx, register, given)
}

/** Whether the row's span holds the day; a row without span, and no day, always does. */
export function isValid(row: AnyRow, valid: Day | undefined): boolean {
  if (!valid || row.validFrom === undefined) return true
  return row.validFrom <= valid && (row.validTo === null || row.validTo === undefined || valid < row.validTo)
}

type Wanted = { column: string; ids: readonly number[]; known?: Day | string }

/** The newest version of each row that was written by `known`; removed rows are left out. */
async function versionsAt(ctx: Ctx, register: Register, { column, ids, known }: Wanted): Promise<AnyRow[]> {
  const columns = selectList(register)
  const at = sql.ref(column)
  if (known === undefined)
    return fetchRows(
      ctx,
      register,
      sql`
      select ${columns} from ${tableOf(register)} where ${at} = any(${ids}::bigint[]) and deleted_at is null order by id`,
    )
  const history = sql.table(`${register.table}_history`)
  const before = knownBefore(known)
  return fetchRows(
    ctx,
    register,
    sql`
    select * from (
      select distinct on (id) * from (
        select ${columns} from ${tableOf(register)} where ${at} = any(${ids}::bigint[]) and updated_at < ${before}
        union all
        select ${columns} from ${history} where ${at} = any(${ids}::bigint[]) and known_from < ${before}
      ) as versions order by id, version desc
    ) as newest where deleted_at is null order by id`,
  )
}

/** The first moment that is too late: a day counts to its end in China, a moment counts itself. */
export function knownBefore(known: string) {
  if (isDay(known)) return sql`${`${addDays(known, 1)}T00:00:00+08:00`}::timestamptz`
  return sql`${known}::timestamptz + interval '1 microsecond'`
}

/** Every version of a row, the oldest first, the standing one last. */
export async function versionsOf(ctx: Ctx, register: Register, id: number): Promise<AnyRow[]> {
  const columns = selectList(register)
  return fetchRows(
    ctx,
    register,
    sql`
    select ${columns} from ${sql.table(`${register.table}_history`)} where id = ${id}
    union all select ${columns} from ${tableOf(register)} where id = ${id} order by version`,
  )
}
