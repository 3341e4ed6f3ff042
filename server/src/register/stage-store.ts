/** The stage of a bulk import: parsed rows of one job in a table of their own, before anything is in the register. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { invariant } from '#kernel'
import type { Ctx } from '#platform'
import { ownerColumn } from './columns.ts'
import type { Register } from './define.ts'
import { refuseMasked } from './mask.ts'
import { encodeValues } from './row.ts'
import { searchKeys } from './search-keys.ts'
import { columnTypes, recordset } from './sql-store.ts'

/** `job` is the number of the import; the table is dropped by `closeStage`. */
export type Stage = { register: Register; job: number; table: string }

/** One row of a file: typed values by field, the kept text of unknown ones, its line in the file (or row number), owner and span. */
export type StagedRow = {
  line: number
  values: Readonly<Record<string, unknown>>
  raw?: Readonly<Record<string, string>>
  ownerId?: number
  validFrom?: string
  validTo?: string | null
}

/** Makes the stage of a job, or finds the one that a broken run left. */
export async function openStage(ctx: Ctx, register: Register, job: number): Promise<Stage> {
  const made = await sql<{ name: string }>`select open_stage(${register.table}, ${job}) as name`.execute(
    ctx.tx,
  )
  invariant(made.rows[0], 'open_stage returns the name')
  return { register, job, table: made.rows[0].name }
}

export async function closeStage(ctx: Ctx, { register, job }: Stage): Promise<void> {
  await sql`select close_stage(${register.table}, ${job})`.execute(ctx.tx)
}

/**
 * During and after a bulk load: brings up to date what searches and the planner of PostgreSQL read, where the register
 * grew by more than `share` since it was last done (0.25 between the chunks, 0.02 at the end).
 */
export async function settleRegister(ctx: Ctx, register: Register, share: number): Promise<void> {
  await sql`select settle_register(${register.table}, ${share}::float8)`.execute(ctx.tx)
}

/** How many rows stand in the stage. After a crash of the database an unlogged table is empty: stage again. */
export async function stagedCount(ctx: Ctx, { table }: Stage): Promise<number> {
  const found = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
    ctx.tx,
  )
  return found.rows[0]?.count ?? 0
}

/**
 * Puts parsed rows into the stage, a few thousand a call. What follows from other values is filled in (never over a given one);
 * fields that the actor may not see are refused. The same line staged again replaces itself.
 */
export async function stageRows(ctx: Ctx, stage: Stage, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return
  const { register, table } = stage
  for (const name of new Set(rows.flatMap((row) => Object.keys(row.values)))) {
    const field = register.fields[name]
    if (field) refuseMasked(ctx.actor, field)
  }
  const encoded = rows.map((row) => encodedStage(register, row))
  const columns = stageColumns(register)
  const refs = sql.join(['line', ...columns].map((name) => sql.ref(name)))
  await sql`delete from ${sql.table(table)} where line = any(${rows.map((row) => row.line)}::bigint[])`.execute(
    ctx.tx,
  )
  await sql`insert into ${sql.table(table)} (${refs}) select ${refs} from ${withLine(register, encoded, columns)}`.execute(
    ctx.tx,
  )
}

/** All columns that a stage holds beside line and class. */
export function stageColumns(register: Register): string[] {
  return [...columnTypes(register).keys()].filter((name) => name !== 'change_reason' && name !== 'deleted_at')
}

function encodedStage(register: Register, row: StagedRow): Record<string, unknown> {
  const known = Object.fromEntries(
    Object.entries(row.values).filter(([, value]) => value !== null && value !== undefined),
  )
  const values = { ...known, ...register.fill?.(known) }
  const span = {
    ...(row.validFrom ? { validFrom: row.validFrom } : {}),
    ...(row.validTo ? { validTo: row.validTo } : {}),
  }
  const owner = ownerColumn(register)
  return {
    line: row.line,
    ...encodeValues(register, { ...values, ...span }),
    ...(owner ? { [owner]: row.ownerId ?? null } : {}),
    raw: row.raw ?? {},
    ...(register.search ? { search_keys: searchKeys(register, values) } : {}),
  }
}

function withLine(
  register: Register,
  rows: readonly Record<string, unknown>[],
  columns: readonly string[],
): RawBuilder<unknown> {
  return recordset(register, rows, ['line', ...columns])
}
