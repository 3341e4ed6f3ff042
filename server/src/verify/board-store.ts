/** What the findings come to: by check and verdict, by handler, by place, over the weeks. Read once for each question (0351). */
import { sql } from 'kysely'
import type { Fen } from '#kernel'
import type { Ctx } from '#platform'
import type { FindingFilter } from './page-store.ts'
import { askJson } from './page-store.ts'
import type { Verdict } from './verdict.ts'

export type LastRun = { checkId: string; at: string; looked: number; found: number }

/** The last run of each check that covered the actor's area. */
export async function lastRuns({ tx }: Ctx): Promise<LastRun[]> {
  const found = await sql<LastRun>`
    select distinct on (check_id) check_id, at, looked, found from check_run order by check_id, id desc`.execute(
    tx,
  )
  return found.rows
}

export type Tally = { checkId: string; verdict: Verdict; count: number; people: number; amount: Fen }
export type HandlerLine = { id: number; name: string; count: number }

/** What there is, by check and verdict; who handled how many of them last, the busiest first. */
export async function sumsOf(
  { tx }: Ctx,
  ask: FindingFilter,
): Promise<{ tallies: Tally[]; handlers: HandlerLine[] }> {
  const found = await sql<{ tallies: Tally[]; handlers: HandlerLine[] }>`
    with s as materialized (select * from finding_sums(${askJson(ask)}::jsonb))
    select
      (select coalesce(jsonb_agg(jsonb_build_object('checkId', check_id, 'verdict', verdict, 'count', count, 'people', people,
          'amount', amount) order by check_id, verdict), '[]')
        from (select check_id, verdict, sum(n) as count, sum(people) as people, sum(amount) as amount from s group by 1, 2) t) as tallies,
      (select coalesce(jsonb_agg(jsonb_build_object('id', handler_id, 'name', name, 'count', count) order by count desc, handler_id), '[]')
        from (select handler_id, max(handler) as name, sum(n) as count from s where handler_id is not null group by 1) h) as handlers`.execute(
    tx,
  )
  return found.rows[0] ?? { tallies: [], handlers: [] }
}

export type WeekLine = { week: string; open: number; found: number; closed: number }
export type PlaceLine = { area: string; open: number; checking: number; oldest: string; days: number }

/**
 * The last twelve weeks: open at the end of each (Monday to Sunday), found and closed in it. And who has how much to do: findings
 * that are not closed, by areas of so many digits; the oldest, and its age in days. `verdicts`: which count.
 */
export async function boardOf(
  { tx }: Ctx,
  { verdicts, digits }: { verdicts: readonly Verdict[]; digits: number },
): Promise<{ weeks: WeekLine[]; places: PlaceLine[] }> {
  const found = await sql<{ weeks: WeekLine[]; places: PlaceLine[] }>`
    with now as (select today, (today - date '2000-01-03') / 7 as week from (select (clock_now() at time zone 'Asia/Shanghai')::date as today) t),
    f as materialized (select f.* from now, finding_weeks(${verdicts}::text[], ${digits}, week - 11) f),
    w as (select w, coalesce(sum(n) filter (where found <= w and (closed is null or closed > w)), 0) as open,
        coalesce(sum(n) filter (where found = w), 0) as found, coalesce(sum(n) filter (where closed = w), 0) as closed
      from now, generate_series(week - 11, week) w left join f on true group by w),
    p as (select place, coalesce(sum(n) filter (where state = 'open'), 0) as open,
        coalesce(sum(n) filter (where state = 'checking'), 0) as checking, sum(n) as n, min(oldest) as oldest
      from f where closed is null group by place)
    select
      (select jsonb_agg(jsonb_build_object('week', date '2000-01-03' + 7 * w, 'open', open, 'found', found, 'closed', closed) order by w)
        from w) as weeks,
      (select coalesce(jsonb_agg(jsonb_build_object('area', place, 'open', open, 'checking', checking, 'oldest', oldest,
          'days', today - (oldest at time zone 'Asia/Shanghai')::date) order by n desc, place), '[]') from now, p) as places`.execute(
    tx,
  )
  return found.rows[0] ?? { weeks: [], places: [] }
}
