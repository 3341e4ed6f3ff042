/** The second half of a bulk merge: what was told apart goes into the register, as the application, behind the fence. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { columnsOf, mainColumn, ownFields } from './columns.ts'
import type { Register } from './define.ts'
import { identityColumns, stagedValues } from './merge-store.ts'
import { searchKeys } from './search-keys.ts'
import { fetchRows, recordset, selectList, tableOf } from './sql-store.ts'
import type { Stage } from './stage-store.ts'
import { stageColumns } from './stage-store.ts'

export type Applied = { inserted: number; updated: number; elsewhere: number; moved: number }
export type MergeAsk = { from: number; to: number; reason: string }

/**
 * Applies the new and changed lines from `from` to `to`, both included. Running it again changes nothing: what is in is
 * marked unchanged. `elsewhere`: the identity is registered where the actor does not see it. `moved`: changed by someone
 * since the comparison; classify again.
 */
export async function mergeStage(ctx: Ctx, stage: Stage, ask: MergeAsk): Promise<Applied> {
  const inserted = await insertNew(ctx, stage, ask)
  const changed = await updateChanged(ctx, stage, ask)
  return { ...inserted, ...changed }
}

/** As the application, with scope: the fence holds for every row. What an index outside the scope refuses is left out and marked. */
async function insertNew(
  ctx: Ctx,
  { register, table }: Stage,
  { from, to, reason }: MergeAsk,
): Promise<Pick<Applied, 'inserted' | 'elsewhere'>> {
  const columns = stageColumns(register)
  const refs = sql.join([...columns.map((name) => sql.ref(name)), sql.ref('change_reason')])
  const values = columns.map((name) => withDefault(register, name))
  const done = await sql`insert into ${tableOf(register)} (${refs})
    select ${sql.join(values)}, ${reason} from ${sql.table(table)} where class = 'new' and line between ${from} and ${to} order by line
    on conflict do nothing`.execute(ctx.tx)
  const inserted = Number(done.numAffectedRows ?? 0n)
  const elsewhere = await settleNew(ctx, { register, table } as Stage, { from, to, inserted })
  return { inserted: inserted, elsewhere }
}

function withDefault(register: Register, column: string): RawBuilder<unknown> {
  const found = ownFields(register).find(
    ([name, field]) => field.default !== undefined && mainColumn(register, name) === column,
  )
  return found ? sql`coalesce(${sql.ref(column)}, ${found[1].default})` : sql.ref(column)
}

/** Marks the lines that are in; those that an index refused are `elsewhere`. */
async function settleNew(
  ctx: Ctx,
  { register, table }: Stage,
  { from, to, inserted }: { from: number; to: number; inserted: number },
): Promise<number> {
  const lines = sql`class = 'new' and line between ${from} and ${to}`
  const asked = await sql<{
    count: number
  }>`select count(*) as count from ${sql.table(table)} where ${lines}`.execute(ctx.tx)
  const elsewhere = (asked.rows[0]?.count ?? 0) - inserted
  if (elsewhere > 0) {
    const equal = identityColumns(register).map((c) => sql`t.${sql.ref(c)} = s.${sql.ref(c)}`)
    await sql`update ${sql.table(table)} as s set class = 'elsewhere' where ${lines}
      and not exists (select from ${tableOf(register)} as t where ${sql.join(equal, sql` and `)} and t.deleted_at is null)
      and ${sql.join(
        register.identity.map((name) => sql`s.${sql.ref(mainColumn(register, name))} is not null`),
        sql` and `,
      )}`.execute(ctx.tx)
  }
  await sql`update ${sql.table(table)} set class = 'unchanged' where ${lines}`.execute(ctx.tx)
  return elsewhere
}

/** Changed rows go through code, since what the search finds them by follows from old and new values together. */
async function updateChanged(
  ctx: Ctx,
  stage: Stage,
  { from, to, reason }: MergeAsk,
): Promise<Pick<Applied, 'updated' | 'moved'>> {
  const { register, table } = stage
  const found = await sql<{ line: number; targetId: number; changed: string[] }>`
    select line, target_id, changed from ${sql.table(table)} where class = 'changed' and line between ${from} and ${to} order by line`.execute(
    ctx.tx,
  )
  if (found.rows.length === 0) return { updated: 0, moved: 0 }
  const staged = await stagedValues(
    ctx,
    stage,
    found.rows.map((row) => row.line),
  )
  const targets = await fetchRows(
    ctx,
    register,
    sql`
    select ${selectList(register)} from ${tableOf(register)} where id = any(${found.rows.map((row) => row.targetId)}::bigint[]) and deleted_at is null`,
  )
  const byId = new Map(targets.map((row) => [row.id as number, row]))
  const rows = found.rows.flatMap(({ line, targetId, changed }) => {
    const [before, fresh] = [byId.get(targetId), staged.get(line)]
    return before && fresh ? [mergedRow(register, { before, fresh, changed, reason })] : []
  })
  const done = await writeChanged(ctx, register, rows)
  await sql`update ${sql.table(table)} set class = 'unchanged', changed = '{}'
    where class = 'changed' and target_id = any(${done}::bigint[]) and line between ${from} and ${to}`.execute(
    ctx.tx,
  )
  return { updated: done.length, moved: found.rows.length - done.length }
}

type Merging = {
  before: Readonly<Record<string, unknown>>
  fresh: Readonly<Record<string, unknown>>
  changed: readonly string[]
  reason: string
}

function mergedRow(register: Register, { before, fresh, changed, reason }: Merging): Record<string, unknown> {
  const raw = { ...(before.raw as Record<string, string>) }
  const values: Record<string, unknown> = { ...before }
  for (const name of changed) {
    const note = (fresh.raw as Record<string, string> | undefined)?.[name]
    if (fresh[name] === null && note !== undefined) raw[name] = note
    else {
      values[name] = fresh[name]
      delete raw[name]
    }
  }
  return {
    id: before.id,
    version: before.version,
    ...encodedAll(register, values),
    raw,
    change_reason: reason,
  }
}

function encodedAll(register: Register, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const out: Record<string, unknown> = {
    area: values.area,
    ...(register.search ? { search_keys: searchKeys(register, values) } : {}),
  }
  for (const [name, field] of ownFields(register)) {
    const cells = values[name] === null || values[name] === undefined ? [] : field.kind.encode(values[name])
    for (const [i, column] of columnsOf(name, field).entries()) out[column.name] = cells[i] ?? null
  }
  if (register.shape === 'dated')
    Object.assign(out, { valid_from: values.validFrom, valid_to: values.validTo ?? null })
  if (register.areaField && register.areaField !== 'area') out.area = values[register.areaField]
  return out
}

async function writeChanged(
  ctx: Ctx,
  register: Register,
  rows: readonly Record<string, unknown>[],
): Promise<number[]> {
  if (rows.length === 0) return []
  const columns = Object.keys(rows[0] ?? {})
  const sets = columns
    .filter((name) => name !== 'id' && name !== 'version')
    .map((name) => sql`${sql.ref(name)} = r.${sql.ref(name)}`)
  const done = await sql<{ id: number }>`
    update ${tableOf(register)} as t set ${sql.join(sets)} from ${recordset(register, rows, columns)}
    where t.id = r.id and t.version = r.version and t.deleted_at is null returning t.id`.execute(ctx.tx)
  return done.rows.map((row) => row.id)
}
