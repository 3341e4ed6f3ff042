/** New rows of an import into their register, a stretch in one statement, as the application behind its fence. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import { mainColumn, ownerColumn, ownFields, snake } from '../../columns.ts'
import type { Register } from '../../define.ts'
import { KEY_PART, keysText, searchedFields } from '../../search-keys.ts'
import { columnTypes, tableOf } from '../../sql-store.ts'
import { bigintArray, jsonbArray } from '../binary-array.ts'
import { decodeSome } from '../stage/classify.ts'
import type { Batch } from '../tables.ts'
import type { Make, Source } from './coming-store.ts'
import { blockSource, references, singleSource } from './coming-store.ts'
import type { Ready, Stretch } from './ready-store.ts'

type Coming = { register: Register; stretch: Stretch; ready: Pick<Ready, 'fresh' | 'blocks'> }

export type Entering = Coming & { batch: Batch; reason: string }

/**
 * How many went in. What meets a row that is there already, or names one out of sight, is left out: `leftOut` tells which.
 * Mostly nothing is met, and not asking for it spares a look into each unique index for each row.
 */
export async function enterNew(ctx: Ctx, entering: Entering): Promise<number> {
  const sources = await sourcesOf(ctx, entering)
  const all = async (met: RawBuilder<unknown>) => {
    let count = 0
    for (const source of sources) count += await enter(ctx, entering, { source, met })
    return count
  }
  return mostlyUnmet(ctx, all)
}

/** `enter` without asking what is met, and where something was, once more. */
export async function mostlyUnmet<T>(
  { tx }: Ctx,
  enter: (met: RawBuilder<unknown>) => Promise<T>,
): Promise<T> {
  await sql`savepoint entering`.execute(tx)
  try {
    const done = await enter(sql``)
    await sql`release savepoint entering`.execute(tx)
    return done
  } catch (thrown) {
    if ((thrown as { code?: string }).code !== UNIQUE_VIOLATION) throw thrown
    await sql`rollback to savepoint entering`.execute(tx)
    return enter(sql`on conflict do nothing`)
  }
}

const UNIQUE_VIOLATION = '23505'

/** The new rows of a stretch: blocks by their make, and the rows that stand one by one. */
async function sourcesOf(ctx: Ctx, { register, stretch, ready }: Coming): Promise<Source[]> {
  const single = ready.fresh > ready.blocks ? [singleSource(register, stretch)] : []
  if (ready.blocks === 0) return single
  const makes = await sql<Make>`
    select distinct names, json from import_block where import_id = ${stretch.importId} and to_id > ${stretch.after}
      and to_id <= ${stretch.to} and class = 'new' order by 1, 2`.execute(ctx.tx)
  return [...makes.rows.map((make) => blockSource(register, stretch, make)), ...single]
}

/** What the table would ask for anew for each row is asked once. */
const stamped = sql`created_at, created_by, updated_at, updated_by`
const stamps = sql`(select clock_now()), (select acting_account()), (select clock_now()), (select acting_account())`

async function enter(
  ctx: Ctx,
  { batch, register, stretch, reason }: Entering,
  { source, met }: { source: Source; met: RawBuilder<unknown> },
): Promise<number> {
  const columns = writable(register)
  const values = columns.map(({ name, type }) => valueIn(register, { name, type, batch, reason, source }))
  const done = await sql`
    with r as materialized (${source.rows})
    insert into ${tableOf(register)} (id, ${sql.join(columns.map(({ name }) => sql.ref(name)))}, ${stamped}) overriding system value
    select r.fresh_id, ${sql.join(values)}, ${stamps} from r ${joined(register, stretch.importId)}
    where ${inSight(register)} ${met}`.execute(ctx.tx)
  return Number(done.numAffectedRows ?? 0n)
}

type Left = { id: number; link: string | null }

/** Rows of the stretch that are not in; `link`: the reference field whose row is out of sight, where that is why. */
export async function leftOut(ctx: Ctx, coming: Coming): Promise<Left[]> {
  const { register, stretch } = coming
  const why = references(register).map(
    ({ name, alias }) =>
      sql`when ${keyOf(alias)} is not null and coalesce(${idOf(alias)}, -1) < 0 then ${name}::text`,
  )
  const link = why.length > 0 ? sql`case ${sql.join(why, sql` `)} end` : sql`null::text`
  const left: Left[] = []
  for (const { rows } of await sourcesOf(ctx, coming)) {
    const found = await sql<Left>`
      with r as materialized (${rows})
      select r.id, ${link} as link from r ${joined(register, stretch.importId)}
      where not exists (select from ${tableOf(register)} as t where t.id = r.fresh_id)`.execute(ctx.tx)
    left.push(...found.rows)
  }
  return left
}

/** Rows made from columns -> values, each with the number that it shall have. The numbers of those that went in. */
export async function enterEncoded(
  ctx: Ctx,
  register: Register,
  rows: readonly { id: number; encoded: Readonly<Record<string, unknown>> }[],
): Promise<ReadonlySet<number>> {
  if (rows.length === 0) return new Set()
  const columns = writable(register).filter(({ name }) => name !== 'change_reason')
  const values = columns.map(({ name, type }) =>
    encodedValue(register, { name, type, source: encodedSource }),
  )
  const ids = bigintArray(rows.map(({ id }) => id))
  const encoded = jsonbArray(rows.map((row) => JSON.stringify(withKeys(register, row.encoded))))
  const done = await sql`
    insert into ${tableOf(register)} (id, ${sql.join(columns.map(({ name }) => sql.ref(name)))}, ${stamped}) overriding system value
    select r.id, ${sql.join(values)}, ${stamps} from unnest(${ids}::bigint[], ${encoded}::jsonb[]) as r(id, encoded)
    on conflict do nothing`.execute(ctx.tx)
  if (Number(done.numAffectedRows ?? 0n) === rows.length) return new Set(rows.map(({ id }) => id))
  const there = await sql<{ id: number }>`
    select id from ${tableOf(register)} where id = any(${ids}::bigint[])`.execute(ctx.tx)
  return new Set(there.rows.map(({ id }) => id))
}

function withKeys(register: Register, encoded: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const keys = keysText(register, decodeSome(register, searchedFields(register), encoded))
  return keys === null ? encoded : { ...encoded, search_keys: keys }
}

/** Of rows `r` that are given as they are. */
const encodedSource: Omit<Source, 'rows'> = {
  raw: sql`coalesce(r.encoded -> 'raw', '{}')`,
  text: (name) => sql`(r.encoded ->> ${name})`,
  json: (name) => sql`(r.encoded -> ${name})`,
}

type Cell = { name: string; type: string; source: Omit<Source, 'rows'> }

function encodedValue(register: Register, { name, type, source }: Cell): RawBuilder<unknown> {
  if (name === 'raw') return source.raw
  if (name === 'search_keys') return keysOf(source.text(name))
  const said = type === 'jsonb' ? source.json(name) : sql`${source.text(name)}::${sql.raw(type)}`
  const declared = ownFields(register).find(([field]) => mainColumn(register, field) === name)?.[1].default
  return declared === undefined ? said : sql`coalesce(${said}, ${declared}::${sql.raw(type)})`
}

/** Imports that were staged by an earlier release have keys as the text of an array. */
export function keysOf(text: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce(case when starts_with(${text}, '{') then ${text}::text[] else string_to_array(${text}, ${KEY_PART}) end, '{}')`
}

function writable(register: Register): { name: string; type: string }[] {
  return [...columnTypes(register)]
    .filter(([name]) => name !== 'deleted_at')
    .map(([name, type]) => ({ name, type }))
}

type Value = Cell & { batch: Batch; reason: string }

function valueIn(register: Register, { batch, reason, ...cell }: Value): RawBuilder<unknown> {
  const { name, source } = cell
  if (name === 'change_reason') return sql`${reason}::text`
  if (name === 'area')
    return ownerColumn(register)
      ? sql`coalesce(o.area, ${batch.area})`
      : sql`coalesce(${source.text('area')}, ${batch.area})`
  const said = encodedValue(register, cell)
  const link = references(register).find(({ column }) => column === name)
  return link ? sql`coalesce(${said}, ${idOf(link.alias)})` : said
}

/**
 * A child stands where its owner stands. Keys of rows that the import made become their numbers: looked up one by
 * one (`offset 0` keeps it so), since the planner knows nothing of links that were noted a moment ago.
 */
function joined(register: Register, importId: number): RawBuilder<unknown> {
  const owner = ownerColumn(register)
  const owners =
    owner && register.owner
      ? sql`left join ${sql.table(snake(register.owner))} as o on o.id = r.owner_key and o.deleted_at is null`
      : sql``
  const links = references(register).map(
    ({ target, alias }) => sql`left join lateral (select target_id, fresh_id from import_link
      where import_id = ${importId} and register = ${target} and key = ${keyOf(alias)} offset 0) as ${sql.ref(alias)} on true`,
  )
  return sql.join([owners, ...links], sql` `)
}

function inSight(register: Register): RawBuilder<unknown> {
  const all = references(register).map(({ alias }) => sql`(${keyOf(alias)} is null or ${idOf(alias)} > 0)`)
  return all.length > 0 ? sql.join(all, sql` and `) : sql`true`
}

function keyOf(alias: string): RawBuilder<unknown> {
  return sql`r.${sql.ref(`${alias}_key`)}`
}

function idOf(alias: string): RawBuilder<unknown> {
  return sql`coalesce(${sql.ref(alias)}.target_id, ${sql.ref(alias)}.fresh_id)`
}
