/** Reading and proving the two chains: the county's log and the directory's log of access. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from './db.ts'

/** `broken`: the first link that does not hold, and why; null if every link holds. `head` in hex is worth writing down. */
export type ChainState = { count: number; head: string; broken: { seq: number; why: string } | null }

export type LogFilter = {
  accountId?: number | undefined
  operation?: string | undefined
  subject?: string | undefined
  kind?: string | undefined
  from?: string | undefined
  to?: string | undefined
  before?: number | undefined
  limit: number
}

export type LogRow = { seq: number; at: string; body: string; hash: string }

/** Newest first, keyset by `before`. */
export async function listAudit(tx: Tx, f: LogFilter): Promise<LogRow[]> {
  const found = await sql<LogRow>`
    select seq, at, body, encode(hash, 'hex') as hash from audit_record
    where ${times(f)} and ${f.accountId === undefined ? sql`true` : sql`account_id = ${f.accountId}`}
      and ${f.operation === undefined ? sql`true` : sql`starts_with(operation, ${f.operation})`}
      and ${f.subject === undefined ? sql`true` : sql`subject = ${f.subject}`}
      and ${f.kind === undefined ? sql`true` : sql`kind = ${f.kind}`}
    order by seq desc limit ${f.limit}`.execute(tx)
  return found.rows
}

export async function listAccess(tx: Tx, f: LogFilter): Promise<LogRow[]> {
  const found = await sql<LogRow>`
    select seq, at, body, encode(hash, 'hex') as hash from access_record
    where ${times(f)} and ${f.accountId === undefined ? sql`true` : sql`(account_id = ${f.accountId} or by = ${f.accountId})`}
      and ${f.operation === undefined ? sql`true` : sql`starts_with(kind, ${f.operation})`}
      and ${f.subject === undefined ? sql`true` : sql`login = ${f.subject}`}
    order by seq desc limit ${f.limit}`.execute(tx)
  return found.rows
}

function times(f: LogFilter): RawBuilder<unknown> {
  return sql`seq < ${f.before ?? Number.MAX_SAFE_INTEGER}::bigint
    and at >= ${f.from ?? '-infinity'}::timestamptz and at < ${f.to ?? 'infinity'}::timestamptz`
}

/** Proves the county's log. The transaction must see the whole county and the group `audit`, else the chain has gaps. */
export function verifyAudit(tx: Tx): Promise<ChainState> {
  return verify(tx, {
    rows: sql`select seq, body, hash, at = (body::jsonb ->> 'at')::timestamptz
        and account_id = (body::jsonb ->> 'accountId')::bigint and actor_name = body::jsonb ->> 'actor'
        and role = body::jsonb ->> 'role' and area = body::jsonb ->> 'area' and operation = body::jsonb ->> 'operation'
        and kind = body::jsonb ->> 'kind' and subject is not distinct from body::jsonb ->> 'subject' as agrees
      from audit_record`,
    head: sql`select seq, hash from audit_head`,
    seed: 'xiangce audit',
  })
}

/** Proves the log of access. */
export function verifyAccess(tx: Tx): Promise<ChainState> {
  return verify(tx, {
    rows: sql`select seq, body, hash, at = (body::jsonb ->> 'at')::timestamptz and kind = body::jsonb ->> 'kind'
        and account_id is not distinct from (body::jsonb ->> 'accountId')::bigint
        and login is not distinct from body::jsonb ->> 'login' as agrees
      from access_record`,
    head: sql`select seq, hash from access_head`,
    seed: 'xiangce access',
  })
}

type Chain = { rows: RawBuilder<unknown>; head: RawBuilder<unknown>; seed: string }

async function verify(tx: Tx, chain: Chain): Promise<ChainState> {
  const found = await sql<{ count: number; head: string; seq: number | null; why: string | null }>`
    with row as (${chain.rows}),
    linked as (
      select seq, agrees, body, hash, row_number() over w as n, lag(hash) over w as previous from row window w as (order by seq)),
    judged as (
      select seq, case
        when seq <> n then 'missing'
        when hash <> sha256(coalesce(previous, sha256(${chain.seed}::bytea)) || convert_to(body, 'UTF8')) then 'hash'
        when not agrees or (body::jsonb ->> 'seq')::bigint <> seq then 'columns' end as why from linked
      union all
      select h.seq, 'head' from (${chain.head}) h
      where h.seq <> (select count(*) from row)
         or h.hash <> coalesce((select hash from row order by seq desc limit 1), sha256(${chain.seed}::bytea)))
    select (select count(*) from row) as count, (select encode(h.hash, 'hex') from (${chain.head}) h) as head, bad.seq, bad.why
    from (select 1) one left join (select seq, why from judged where why is not null order by seq limit 1) bad on true`.execute(
    tx,
  )
  const { count, head, seq, why } = found.rows[0] as {
    count: number
    head: string
    seq: number | null
    why: string | null
  }
  return { count, head, broken: seq === null ? null : { seq, why: why ?? '' } }
}
