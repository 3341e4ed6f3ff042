/** Writing rows: one with all checks, many at once, change with version, removal. History is kept by the database. */
import { sql } from 'kysely'
import { invariant, isProblem, t } from '#kernel'
import type { Ctx } from '#platform'
import { platformProblems, translate } from '#platform'
import {
  checkArea,
  checkOverlap,
  checkReferences,
  checkUnique,
  checkUnused,
  identityOf,
} from './check-store.ts'
import { snake } from './columns.ts'
import { conflictOf } from './conflict.ts'
import type { Register } from './define.ts'
import { fillRow, requireAll } from './fill.ts'
import { registerProblems } from './problems.ts'
import { findRow, getRow } from './read-store.ts'
import type { Registry } from './registry.ts'
import type { AnyRow, InsertOf, RowOf } from './row.ts'
import { encodeValues } from './row.ts'
import { searchKeys } from './search-keys.ts'
import type { DbRow } from './sql-store.ts'
import { columnTypes, fetchRows, recordset, selectList, tableOf } from './sql-store.ts'

type Values = Readonly<Record<string, unknown>>

export type Update<R extends Register> = {
  id: number
  version: number
  values: Partial<InsertOf<R>>
  reason: string
}

export type Removal = { register: Register; id: number; version: number; reason: string }

/** Writes one row after all checks; the row as it stands. */
export async function insertRow<R extends Register>(
  ctx: Ctx,
  register: R,
  given: InsertOf<R>,
): Promise<RowOf<R>> {
  const values = fillRow(register, given as Values)
  const area = await areaOf(ctx, register, values)
  await checkArea(ctx, register, area)
  await checkReferences(ctx, register, values)
  const encoded = encodedRow(register, values, area)
  await checkUnique(ctx, register, { values, encoded })
  await checkOverlap(ctx, register, { values, encoded })
  const [row] = await write(ctx, register, [encoded])
  invariant(row, 'an inserted row comes back')
  return row as unknown as RowOf<R>
}

/**
 * Writes many rows in one statement, for demo and bulk acts. Kinds, required fields, area and the constraints of the
 * database hold; what a single insert looks up for a better refusal is not looked up. Returns the ids in order.
 */
export async function insertRows<R extends Register>(
  ctx: Ctx,
  register: R,
  given: readonly InsertOf<R>[],
): Promise<number[]> {
  if (given.length === 0) return []
  const filled = given.map((one) => fillRow(register, one as Values))
  const areas = await ownerAreas(ctx, register, filled)
  const encoded = filled.map((values) => encodedRow(register, values, areas(values)))
  return writeMany(ctx, register, encoded)
}

/** Changes the given fields of one row. Another version than the one opened is the Problem `register.conflict` with the differing fields. */
export async function updateRow<R extends Register>(
  ctx: Ctx,
  register: R,
  given: Update<R>,
): Promise<RowOf<R>> {
  const before = (await getRow(ctx, register, given.id)) as unknown as AnyRow
  if (before.version !== given.version)
    throw await conflictOf(ctx, register, {
      now: before,
      opened: given.version,
      yours: given.values as Values,
    })
  const values = mergedValues(before, given.values as Values)
  requireAll(register, values)
  const area = register.areaField ? String(values[register.areaField]) : before.area
  if (area !== before.area) await checkArea(ctx, register, area)
  await checkReferences(ctx, register, given.values as Values)
  const encoded = { ...encodedRow(register, values, area), change_reason: given.reason }
  await checkUnique(ctx, register, { id: given.id, values, encoded })
  await checkOverlap(ctx, register, { id: given.id, values, encoded })
  return (await replace(ctx, register, { before, encoded })) as unknown as RowOf<R>
}

/** Takes a row out of use: it stays in the history and can be read as of earlier days. */
export async function deleteRow(ctx: Ctx, registry: Registry, given: Removal): Promise<void> {
  const { register } = given
  const before = (await getRow(ctx, register, given.id)) as unknown as AnyRow
  if (before.version !== given.version)
    throw await conflictOf(ctx, register, { now: before, opened: given.version, yours: {} })
  await checkUnused(ctx, registry, given)
  const removed = await sql`
    update ${tableOf(register)} set deleted_at = clock_now(), change_reason = ${given.reason}
    where id = ${given.id} and version = ${given.version} and deleted_at is null`.execute(ctx.tx)
  if (removed.numAffectedRows !== 1n) throw platformProblems.outOfScope({ table: register.table })
}

/** The values that will stand: what was there, overwritten by what is given; kept raw text goes where a value comes. */
function mergedValues(before: AnyRow, given: Values): Values {
  const raw = { ...before.raw, ...(given.raw as Record<string, string> | undefined) }
  for (const [name, value] of Object.entries(given)) {
    const keeps = (given.raw as Record<string, string> | undefined)?.[name]
    if (value !== null || keeps === undefined) delete raw[name]
    if (value === null && keeps !== undefined) raw[name] = keeps
  }
  return { ...before, ...given, raw }
}

function encodedRow(register: Register, values: Values, area: string): Record<string, unknown> {
  return {
    ...encodeValues(register, values),
    area,
    raw: values.raw ?? {},
    ...(register.search ? { search_keys: searchKeys(register, values) } : {}),
  }
}

async function write(
  ctx: Ctx,
  register: Register,
  encoded: readonly Record<string, unknown>[],
): Promise<AnyRow[]> {
  const insert = insertion(register, encoded)
  return attempt(register, encoded[0] ?? {}, () =>
    fetchRows(ctx, register, sql`${insert} returning ${selectList(register)}`),
  )
}

/** One statement for many rows; only their ids come back. */
async function writeMany(
  ctx: Ctx,
  register: Register,
  encoded: readonly Record<string, unknown>[],
): Promise<number[]> {
  const insert = insertion(register, encoded)
  const done = await attempt(register, encoded[0] ?? {}, () =>
    sql<{ id: number }>`${insert} returning id`.execute(ctx.tx),
  )
  return done.rows.map((row) => row.id)
}

function insertion(register: Register, encoded: readonly Record<string, unknown>[]) {
  const columns = [...columnTypes(register).keys()].filter((name) => encoded.some((row) => name in row))
  const refs = sql.join(columns.map((name) => sql.ref(name)))
  return sql`insert into ${tableOf(register)} (${refs}) select ${refs} from ${recordset(register, encoded, columns)}`
}

async function replace(
  ctx: Ctx,
  register: Register,
  { before, encoded }: { before: AnyRow; encoded: Record<string, unknown> },
): Promise<AnyRow> {
  const columns = [...columnTypes(register).keys()].filter((name) => name in encoded)
  const sets = columns.map((name) => sql`${sql.ref(name)} = r.${sql.ref(name)}`)
  const [row] = await attempt(register, encoded, () =>
    fetchRows(
      ctx,
      register,
      sql`
      update ${tableOf(register)} as t set ${sql.join(sets)} from ${recordset(register, [encoded], columns)}
      where t.id = ${before.id} and t.version = ${before.version} and t.deleted_at is null
      returning ${sql.join(selectedFrom(register))}`,
    ),
  )
  if (row) return row
  const now = (await findRow(ctx, register, before.id)) as unknown as AnyRow | undefined
  if (now && now.version !== before.version)
    throw await conflictOf(ctx, register, { now, opened: before.version, yours: {} })
  throw platformProblems.outOfScope({ table: register.table })
}

function selectedFrom(register: Register) {
  const owner = register.owner ? [`${snake(register.owner)}_id`] : []
  const all = [
    'id',
    ...columnTypes(register).keys(),
    'version',
    'created_at',
    'created_by',
    'updated_at',
    'updated_by',
    ...owner,
  ]
  return [...new Set(all)].filter((name) => name !== 'search_keys').map((name) => sql`t.${sql.ref(name)}`)
}

/** A double that stands outside the actor's scope is known to the unique index only. */
async function attempt<T>(register: Register, encoded: DbRow, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    const refusal = translate(thrown)
    if (
      isProblem(refusal, 'platform.duplicate') &&
      refusal.details.constraint === `${register.table}_identity`
    )
      throw registerProblems.duplicate({ ...identityOf(register, encoded), other: null })
    throw thrown
  }
}

/** The area of a row: its own field, or what the owner has now. */
async function areaOf(ctx: Ctx, register: Register, values: Values): Promise<string> {
  const areas = await ownerAreas(ctx, register, [values])
  return areas(values)
}

async function ownerAreas(
  ctx: Ctx,
  register: Register,
  rows: readonly Values[],
): Promise<(values: Values) => string> {
  const { areaField } = register
  if (areaField) return (values) => String(values[areaField] ?? '')
  const owner = register.owner ?? ''
  const ids = [...new Set(rows.map((values) => Number(values.ownerId)))]
  const found = await sql<{ id: number; area: string }>`
    select id, area from ${sql.table(snake(owner))} where id = any(${ids}::bigint[]) and deleted_at is null`.execute(
    ctx.tx,
  )
  const areas = new Map(found.rows.map((row) => [row.id, row.area]))
  return (values) => {
    const area = areas.get(Number(values.ownerId))
    if (area === undefined)
      throw registerProblems.referenceMissing({
        label: t(`所属的 ${owner}`, `owner ${owner}`),
        id: Number(values.ownerId),
      })
    return area
  }
}
