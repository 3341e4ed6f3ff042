import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { columnsOf, mainColumn, ownerColumn, ownFields, snake } from './columns.ts'
import { uniqueColumns } from './ddl.ts'
import type { Register } from './define.ts'
import { decodeRow } from './row.ts'
import { tableOf } from './sql-store.ts'
import type { Stage } from './stage-store.ts'
import { stageColumns } from './stage-store.ts'

/**
 * new, changed, unchanged; double: the same identity stands earlier in the file; ambiguous: several rows of the register
 * fit; outside: not in the actor's area; elsewhere: registered outside the actor's area (found when it is applied).
 */
export const mergeClasses = [
  'new',
  'changed',
  'unchanged',
  'double',
  'ambiguous',
  'outside',
  'elsewhere',
] as const
export type MergeClass = (typeof mergeClasses)[number]
export type MergeCounts = Record<MergeClass, number>

/** Compares the whole stage with what the actor sees of the register; may be called again. */
export async function classifyStage(ctx: Ctx, stage: Stage): Promise<MergeCounts> {
  const { register, job } = stage
  await sql`select measure_stage(${register.table}, ${job})`.execute(ctx.tx)
  await sql`update ${sql.table(stage.table)} set class = null, target_id = null, changed = '{}'
    where class is distinct from 'elsewhere' and (class is not null or target_id is not null)`.execute(ctx.tx)
  await takeOwnersArea(ctx, stage)
  await markOutside(ctx, stage)
  await markDoubles(ctx, stage)
  await matchBy(ctx, stage, {
    columns: register.identity.map((name) => stageColumn(register, name)),
    exact: true,
  })
  if (register.identityElse)
    await matchBy(ctx, stage, {
      columns: register.identityElse.map((name) => stageColumn(register, name)),
      exact: false,
    })
  await markChanged(ctx, stage)
  return countClasses(ctx, stage)
}

export async function countClasses(ctx: Ctx, stage: Stage): Promise<MergeCounts> {
  const found = await sql<{ class: MergeClass; count: number }>`
    select class, count(*) as count from ${sql.table(stage.table)} where class is not null group by class`.execute(
    ctx.tx,
  )
  const counts = Object.fromEntries(mergeClasses.map((name) => [name, 0])) as MergeCounts
  for (const { class: name, count } of found.rows) counts[name] = count
  return counts
}

export type MergeDifference = { line: number; class: MergeClass; targetId: number | null; changed: string[] }

/** Staged lines of a class in line order, with the fields that would change; a page at a time. */
export async function stagedLines(
  ctx: Ctx,
  stage: Stage,
  ask: { class: MergeClass; after?: number; limit?: number },
): Promise<MergeDifference[]> {
  const found = await sql<MergeDifference>`
    select line, class, target_id, changed from ${sql.table(stage.table)}
    where class = ${ask.class} and line > ${ask.after ?? 0} order by line limit ${ask.limit ?? 100}`.execute(
    ctx.tx,
  )
  return found.rows
}

/** Staged and registered values of some changed lines, by field, typed as rows are. */
export async function stagedValues(
  ctx: Ctx,
  stage: Stage,
  lines: readonly number[],
): Promise<Map<number, Readonly<Record<string, unknown>>>> {
  const { register } = stage
  const columns = sql.join(
    stageColumns(register)
      .filter((c) => c !== 'search_keys')
      .map((name) => sql.ref(name)),
  )
  const found = await sql<Record<string, unknown>>`
    select line, ${columns} from ${sql.table(stage.table)} where line = any(${lines}::bigint[])`.execute(
    ctx.tx,
  )
  return new Map(found.rows.map((row) => [Number(row.line), decodeRow(register, row)]))
}

function stageColumn(register: Register, name: string): string {
  return name === 'ownerId'
    ? (ownerColumn(register) ?? '')
    : name === 'area'
      ? 'area'
      : mainColumn(register, name)
}

/** Child and dated rows stand in the area of their owner; without an owner in sight they are outside. */
async function takeOwnersArea(ctx: Ctx, { register, table }: Stage): Promise<void> {
  const owner = ownerColumn(register)
  if (!owner) return
  await sql`update ${sql.table(table)} as s set area = o.area from ${sql.table(snake(register.owner ?? ''))} as o
    where o.id = s.${sql.ref(owner)} and o.deleted_at is null and s.area is distinct from o.area`.execute(
    ctx.tx,
  )
}

async function markOutside(ctx: Ctx, { table }: Stage): Promise<void> {
  const scope = ctx.actor.area
  await sql`update ${sql.table(table)} set class = 'outside'
    where class is null and (area is null or area < ${scope} or area >= ${`${scope}~`})`.execute(ctx.tx)
}

/** The first line of an identity goes on, the later ones wait for a person (OF-31). */
async function markDoubles(ctx: Ctx, { register, table }: Stage): Promise<void> {
  const columns = within(
    register,
    register.identity.map((name) => stageColumn(register, name)),
  )
  const refs = sql.join(columns.map((name) => sql.ref(name)))
  const known = sql.join(
    columns.map((name) => sql`${sql.ref(name)} is not null`),
    sql` and `,
  )
  await sql`update ${sql.table(table)} as s set class = 'double'
    from (select line, row_number() over (partition by ${refs} order by line) as nth from ${sql.table(table)} where ${known}) as d
    where d.line = s.line and d.nth > 1 and s.class is null`.execute(ctx.tx)
}

function within(register: Register, columns: string[]): string[] {
  const owner = ownerColumn(register)
  return owner ? [owner, ...columns] : columns
}

/**
 * Finds the registered row of each open line. Exact: all identity columns are known and equal. Else: by the other fields,
 * unknown equal to unknown, among rows whose identity is unknown on one side at least (a person who got a number later).
 */
async function matchBy(
  ctx: Ctx,
  { register, table }: Stage,
  { columns, exact }: { columns: string[]; exact: boolean },
): Promise<void> {
  const all = within(register, columns)
  const identity = sql.ref(stageColumn(register, register.identity[0] ?? ''))
  // Where both sides always know the value, plain equality lets the planner hash; `is not distinct from` never does.
  const always = new Set(['area', ...requiredColumns(register)])
  const equal = all.map((name) =>
    exact || always.has(name)
      ? sql`t.${sql.ref(name)} = s.${sql.ref(name)}`
      : sql`t.${sql.ref(name)} is not distinct from s.${sql.ref(name)}`,
  )
  // Behind the fence the planner takes the scope for small and reads all of it for any few lines. So what has a key is
  // looked up by key, line for line (`offset 0` keeps it so), and what is compared by area stays in the areas of the stage.
  const byKey = exact && all.includes(uniqueColumns(register)?.[0] ?? '')
  const nearby = all.includes('area')
    ? [
        sql`t.area between (select min(area) from ${sql.table(table)}) and (select max(area) from ${sql.table(table)})`,
      ]
    : []
  const open = exact ? sql`true` : sql`(t.${identity} is null or s.${identity} is null)`
  await sql`update ${sql.table(table)} as s set target_id = m.id, class = case when m.hits > 1 then 'ambiguous' end
    from (select s.line, min(t.id) as id, count(*) as hits from ${sql.table(table)} as s
      cross join lateral (select t.id from ${tableOf(register)} as t
        where ${sql.join([...equal, ...nearby], sql` and `)} and ${open} and t.deleted_at is null ${byKey ? sql`offset 0` : sql``}) as t
      where s.class is null and s.target_id is null group by s.line) as m
    where m.line = s.line`.execute(ctx.tx)
}

function requiredColumns(register: Register): string[] {
  return ownFields(register).flatMap(([name, field]) => (field.required ? [mainColumn(register, name)] : []))
}

/** A blank cell changes nothing: only known values that differ, and kept texts where the register knows nothing either. */
async function markChanged(ctx: Ctx, { register, table }: Stage): Promise<void> {
  const differs = comparable(register).map(({ name, columns }) => {
    const known = sql`s.${sql.ref(columns[0] ?? '')} is not null`
    const other = sql.join(
      columns.map((c) => sql`s.${sql.ref(c)} is distinct from t.${sql.ref(c)}`),
      sql` or `,
    )
    const noted = sql`s.${sql.ref(columns[0] ?? '')} is null and t.${sql.ref(columns[0] ?? '')} is null and s.raw ? ${name} and s.raw -> ${name} is distinct from t.raw -> ${name}`
    return sql`case when (${known} and (${other})) or (${noted}) then ${name}::text end`
  })
  await sql`update ${sql.table(table)} as s set changed = array_remove(array[${sql.join(differs)}], null)
    from ${tableOf(register)} as t where t.id = s.target_id and s.class is null`.execute(ctx.tx)
  await sql`update ${sql.table(table)} set class = case when target_id is null then 'new' when changed = '{}' then 'unchanged' else 'changed' end
    where class is null`.execute(ctx.tx)
}

function comparable(register: Register): { name: string; columns: string[] }[] {
  const own = ownFields(register).map(([name, field]) => ({
    name,
    columns: columnsOf(name, field).map((c) => c.name),
  }))
  const span =
    register.shape === 'dated'
      ? [
          { name: 'validFrom', columns: ['valid_from'] },
          { name: 'validTo', columns: ['valid_to'] },
        ]
      : []
  return [...own, ...span, ...(register.areaField === 'area' ? [{ name: 'area', columns: ['area'] }] : [])]
}

/** The columns that tell rows apart, the owner first. */
export function identityColumns(register: Register): string[] {
  return within(
    register,
    register.identity.map((name) => stageColumn(register, name)),
  )
}
