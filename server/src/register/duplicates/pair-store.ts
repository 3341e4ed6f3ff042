/** SQL of pairs: the list of what may be one, what somebody has said of a pair. */
import { sql } from 'kysely'
import type { Ctx } from '#platform'
import type { Register } from '../define.ts'
import { tableOf } from '../sql-store.ts'
import type { Reason } from './score.ts'

export type PairState = 'open' | 'apart' | 'merged'

export type PairRow = {
  id: number
  area: string
  lowId: number
  highId: number
  score: number
  reasons: Reason[]
  state: PairState
  foundAt: string
  decidedName: string | null
  decidedAt: string | null
  reason: string | null
}

const columns = sql`p.id, p.area, p.low_id, p.high_id, p.score, p.reasons, p.state, p.found_at, p.decided_name, p.decided_at, p.reason`

/** The likeliest first; only pairs of which both rows are in use and seen (those of merges: the one that stayed). */
export async function listPairs(
  ctx: Ctx,
  register: Register,
  { state, after, limit }: { state: PairState; after?: { score: number; id: number }; limit: number },
): Promise<PairRow[]> {
  const from = after ?? { score: 101, id: 0 }
  const standing = (id: 'low_id' | 'high_id') =>
    sql`exists (select from ${tableOf(register)} t where t.id = p.${sql.ref(id)} and t.deleted_at is null)`
  const { rows } = await sql<PairRow>`
    select ${columns} from duplicate_pair p
    where p.register = ${register.name} and p.state = ${state}
      and (p.score < ${from.score} or (p.score = ${from.score} and p.id > ${from.id}))
      and ${standing('low_id')} ${sql.raw(state === 'merged' ? 'or' : 'and')} ${standing('high_id')}
    order by p.score desc, p.id limit ${limit}`.execute(ctx.tx)
  return rows
}

/** How many pairs of each state there are. */
export async function countPairs(ctx: Ctx, register: Register): Promise<Record<PairState, number>> {
  const { rows } = await sql<{ state: PairState; count: number }>`
    select p.state, count(*) as count from duplicate_pair p where p.register = ${register.name}
      and (p.state <> 'open' or (exists (select from ${tableOf(register)} t where t.id = p.low_id and t.deleted_at is null)
        and exists (select from ${tableOf(register)} t where t.id = p.high_id and t.deleted_at is null)))
    group by p.state`.execute(ctx.tx)
  return { open: 0, apart: 0, merged: 0, ...Object.fromEntries(rows.map((row) => [row.state, row.count])) }
}

export async function pairOf(
  ctx: Ctx,
  register: Register,
  ids: readonly [number, number],
): Promise<PairRow | undefined> {
  const { rows } = await sql<PairRow>`
    select ${columns} from duplicate_pair p where p.register = ${register.name}
      and p.low_id = ${Math.min(...ids)} and p.high_id = ${Math.max(...ids)}`.execute(ctx.tx)
  return rows[0]
}

/** That somebody has said of two records that they are two, under whatever ids of theirs; the last word. */
export async function apartOf(
  ctx: Ctx,
  register: Register,
  [a, b]: readonly [number, number],
): Promise<PairRow | undefined> {
  const { rows } = await sql<PairRow>`
    select ${columns} from duplicate_pair p where ${saidOf(register, a, b)} order by p.decided_at desc limit 1`.execute(
    ctx.tx,
  )
  return rows[0]
}

/** Pairs `p` of any ids of the two that were said to be two. */
function saidOf(register: Register, a: number, b: number) {
  const [one, other] = [a, b].map((id) => sql`(select unnest(known_as(${register.name}, ${id}::bigint)))`)
  return sql`p.register = ${register.name} and p.state = 'apart'
    and ((p.low_id in ${one} and p.high_id in ${other}) or (p.low_id in ${other} and p.high_id in ${one}))`
}

/** Takes back that two records are two, under all ids of theirs. */
export async function reopenApart(
  ctx: Ctx,
  register: Register,
  [a, b]: readonly [number, number],
): Promise<void> {
  await sql`update duplicate_pair p set state = 'open', decided_by = null, decided_name = null, decided_at = null, reason = null
    where ${saidOf(register, a, b)}`.execute(ctx.tx)
}

/** The rows of which somebody has said that they are another than this one; of those merged since, where they stand. */
export async function saidApart(ctx: Ctx, register: Register, id: number): Promise<Set<number>> {
  const { rows } = await sql<{ other: number }>`
    with own as materialized (select unnest(known_as(${register.name}, ${id}::bigint)) as id),
    others as (
      select high_id as id from duplicate_pair where register = ${register.name} and state = 'apart' and low_id in (select id from own)
      union
      select low_id from duplicate_pair where register = ${register.name} and state = 'apart' and high_id in (select id from own))
    select coalesce(merged_into(${register.name}, id), id) as other from others`.execute(ctx.tx)
  return new Set(rows.map(({ other }) => other))
}

/** Writes what was said of a pair, also of one that no search has met. `open` takes back what was said. */
export async function markPair(
  ctx: Ctx,
  register: Register,
  {
    ids,
    state,
    reason,
    area,
  }: { ids: readonly [number, number]; state: PairState; reason: string; area: string },
): Promise<void> {
  const said = state !== 'open'
  await sql`
    insert into duplicate_pair as p (area, register, low_id, high_id, score, reasons, state, decided_by, decided_name, decided_at, reason)
    values (${area}, ${register.name}, ${Math.min(...ids)}, ${Math.max(...ids)}, 0, '[]', ${state},
      ${said ? ctx.actor.accountId : null}::bigint, ${said ? ctx.actor.name : null}::text,
      case when ${said} then clock_now() end, ${said ? reason : null}::text)
    on conflict on constraint duplicate_pair_once do update set state = excluded.state, decided_by = excluded.decided_by,
      decided_name = excluded.decided_name, decided_at = excluded.decided_at, reason = excluded.reason`.execute(
    ctx.tx,
  )
}
