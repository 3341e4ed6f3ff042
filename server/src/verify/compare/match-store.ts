/** Matching as statements over the whole list: doubles, keys, likely ones, who is missing, what is new. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import type { Register } from '#register'
import type { Near, Where } from './define.ts'
import { allHold, columnOf, fromSides, keyOf, liveOn, selectSides } from './side-store.ts'
import type { Side } from './sides.ts'
import type { Compared } from './tables.ts'

/**
 * Until the end of the transaction: a list is joined with a register by a hash, once over both. Behind the fence the planner takes
 * both for small and would go through the register again for every row (3,000 rows by 20,000 persons: 13 s instead of 0.2 s).
 */
export async function joinSets({ tx }: Ctx): Promise<void> {
  await sql`select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true)`.execute(tx)
}

/** The same twice in one list: the later rows are told apart and matched to nothing. */
export async function markRepeated({ tx }: Ctx, id: number): Promise<void> {
  await sql`update comparison_row c set class = 'repeated'
    from (select id, row_number() over (partition by identity order by id) as n from comparison_row
      where comparison_id = ${id} and identity is not null) as s
    where s.id = c.id and s.n > 1 and c.class is null`.execute(tx)
}

type Of = { compared: Compared; register: Register }

/**
 * Rows whose key at this place fits rows of the register get them as targets. Where a surer or an earlier row of the list is the
 * same one already, a person decides, unless the kind lets many rows mean one.
 */
export async function matchByKey(
  { tx }: Ctx,
  { compared, register }: Of,
  { at, sides, many }: { at: number; sides: readonly Side[]; many: boolean },
): Promise<void> {
  await sql`
    with open as materialized (
      select id, keys[${at + 1}] as key from comparison_row
      where comparison_id = ${compared.id} and class is null and targets = '{}' and keys[${at + 1}] is not null),
    met as (
      select open.id, array_agg(r.id order by r.id) as targets
      from open, ${fromSides(register, sides)} where ${keyOf(sides)} = open.key and ${liveOn(register, compared.listDate)}
      group by open.id),
    taken as materialized (
      select targets[1] as id from comparison_row where comparison_id = ${compared.id} and targets <> '{}'),
    told as (
      select id, targets, not ${many} and cardinality(targets) = 1 and (exists (select from taken where taken.id = targets[1])
        or row_number() over (partition by targets order by id) > 1) as twice
      from met)
    update comparison_row c set
      targets = case when told.twice then '{}' else told.targets end,
      class = case when told.twice then 'candidate' end,
      candidates = case when told.twice
        then jsonb_build_array(jsonb_build_object('id', told.targets[1], 'score', 100, 'reasons', ${anotherRow}::jsonb)) else '[]' end
    from told where told.id = c.id`.execute(tx)
}

const anotherRow = JSON.stringify([
  t('键相同，但名单上另一行已是这一条', 'the same key, but another row of the list is this one already'),
])

/** Decisions of people about the same row on earlier lists: who is meant, or that nobody of these is. */
export async function earlierDecisions(
  { tx }: Ctx,
  { compared, identities }: { compared: Compared; identities: readonly string[] },
): Promise<Map<string, { decision: 'same' | 'none'; targets: number[]; candidates: { id: number }[] }>> {
  const found = await sql<{
    identity: string
    decision: 'same' | 'none'
    targets: number[]
    candidates: { id: number }[]
  }>`select distinct on (w.identity) w.identity, w.decision, w.targets, w.candidates
    from comparison_row w join comparison c on c.id = w.comparison_id
    where w.decision is not null and w.identity = any(${[...identities]}::text[]) and c.kind = ${compared.kind}
    order by w.identity, w.decided_at desc`.execute(tx)
  return new Map(found.rows.map(({ identity, ...rest }) => [identity, rest]))
}

export type NearSides = { [K in keyof Near]: { list: string; side: Side } }
export type NearFound = Record<string, unknown> & { openId: number; id: number }

/** More than so many are not scored; the nearest come first. */
const MOST_NEAR = 40

/**
 * Rows of the register that may be meant by these rows of the list: same name and birth date or village, same birth date and
 * village, same birth date and surname. A row comes with the cells of `sides`.
 */
export async function nearRows(
  { tx }: Ctx,
  { compared, register }: Of,
  { ids, near, sides }: { ids: readonly number[]; near: NearSides; sides: readonly Side[] },
): Promise<NearFound[]> {
  const of = nearColumns(near)
  const branch = (rank: number, on: RawBuilder<unknown>) => sql`
    select open.open_id, ${rank}::int as rank, ${selectSides(sides)} from open, ${fromSides(register, sides)}
    where ${liveOn(register, compared.listDate)} and ${on}`
  const found = await sql<NearFound>`
    with open as materialized (
      select c.id as open_id, ${of.said.name} as name, (${of.said.birth})::date as birth, left(${of.said.area}, 12) as village
      from comparison_row c where c.id = any(${[...ids]}::bigint[])),
    met as (
      ${branch(
        0,
        sql`${of.name} = open.name and (${of.birth} = open.birth or ${of.village} = open.village
        or (open.birth is null and open.village is null))`,
      )}
      union all ${branch(1, sql`${of.birth} = open.birth and ${of.village} = open.village`)}
      union all ${branch(2, sql`${of.birth} = open.birth and left(${of.name}, 1) = left(open.name, 1)`)}),
    once as (select distinct on (open_id, id) * from met order by open_id, id, rank)
    select * from (select *, row_number() over (partition by open_id order by rank, id) as place from once) as ranked
    where place <= ${MOST_NEAR}`.execute(tx)
  return found.rows
}

function nearColumns({ name, birth, area }: NearSides) {
  const said = (pair: { list: string } | undefined) =>
    pair ? sql`c.encoded -> ${pair.list}::text ->> 0` : sql`null::text`
  return {
    said: { name: said(name), birth: said(birth), area: said(area) },
    name: columnOf(name.side),
    birth: birth ? columnOf(birth.side) : sql`null::date`,
    village: area ? sql`left(${columnOf(area.side)}, 12)` : sql`null::text`,
  }
}

/** Rows of the register that are expected on the list and are nobody's target there, nor may be. Returns how many others there are. */
export async function keepMissing(
  { tx }: Ctx,
  { compared, register }: Of,
  {
    expects,
    sides,
    sideAt,
  }: { expects: readonly Where[] | undefined; sides: readonly Side[]; sideAt: (path: string) => Side },
): Promise<number> {
  const meant = sql`meant as materialized (
    select unnest(targets) as id from comparison_row where comparison_id = ${compared.id}
    union select (one ->> 'id')::bigint from comparison_row, jsonb_array_elements(candidates) as one where comparison_id = ${compared.id} and class = 'candidate')`
  if (expects) {
    await sql`with ${meant} insert into comparison_missing (comparison_id, area, row_id)
      select ${compared.id}, ${compared.area}, r.id from ${fromSides(register, sides)}
      where ${liveOn(register, compared.listDate)} and ${allHold(expects, sideAt)} and not exists (select from meant where meant.id = r.id)
      order by r.id`.execute(tx)
    return 0
  }
  const rest = await sql<{ count: number }>`with ${meant}
    select count(*) as count from ${sql.table(register.table)} as r
    where ${liveOn(register, compared.listDate)} and not exists (select from meant where meant.id = r.id)`.execute(
    tx,
  )
  return rest.rows[0]?.count ?? 0
}

/** Which rows were on the sender's list before; returns how many of that list are gone. */
export async function markKnown(
  { tx }: Ctx,
  { id, before }: { id: number; before: number },
): Promise<number> {
  await sql`update comparison_row c set is_new = false
    where c.comparison_id = ${id} and c.identity is not null
      and exists (select from comparison_row o where o.comparison_id = ${before} and o.identity = c.identity)`.execute(
    tx,
  )
  const gone = await sql<{ count: number }>`
    select count(distinct o.identity) as count from comparison_row o
    where o.comparison_id = ${before} and o.identity is not null
      and not exists (select from comparison_row c where c.comparison_id = ${id} and c.identity = o.identity)`.execute(
    tx,
  )
  return gone.rows[0]?.count ?? 0
}

/** The cells of the sides for these rows of the register. */
export async function sideRows(
  { tx }: Ctx,
  { register, sides, ids }: { register: Register; sides: readonly Side[]; ids: readonly number[] },
): Promise<Map<number, Record<string, unknown>>> {
  const found = await sql<Record<string, unknown> & { id: number }>`
    select ${selectSides(sides)} from ${fromSides(register, sides)} where r.id = any(${[...ids]}::bigint[])`.execute(
    tx,
  )
  return new Map(found.rows.map((row) => [row.id, row]))
}

export type Met = { id: number; area: string; updatedBy: number }

/** Of these rows of the register those on which all conditions hold, with their place and who wrote them last. */
export async function rowsWhere(
  { tx }: Ctx,
  { register, sides, ids }: { register: Register; sides: readonly Side[]; ids: readonly number[] },
  { where, sideAt }: { where: readonly Where[]; sideAt: (path: string) => Side },
): Promise<Met[]> {
  const found = await sql<Met>`
    select r.id, r.area, r.updated_by from ${fromSides(register, sides)}
    where r.id = any(${[...ids]}::bigint[]) and r.deleted_at is null and ${allHold(where, sideAt)} order by r.id`.execute(
    tx,
  )
  return found.rows
}
