/** Spells of time, half-open; an `until` that does not apply has no end. Joined one after the other, as they begin. */
import type { LongestNode, MonthsCoveredNode, RunsNode } from '../node.ts'
import type { Column, SqlRule } from './rule.ts'
import { absorbed, states } from './rule.ts'
import { firstOfMonth, monthNumber } from './time.ts'
import { divided, quote } from './values.ts'

const NO_END = `date '9999-12-31'`

type Fields = { readonly from: string; readonly until: string }

/** All spells of a list that has any: `i`, presence, states and days. A field that a record lacks does not apply. */
function spellsOf(list: Column, { from, until }: Fields): string {
  const state = (name: string) => `coalesce((e.el -> 1 -> ${quote(name)} ->> 0)::int, 1)`
  const day = (name: string) => `(e.el -> 1 -> ${quote(name)} ->> 1)::date`
  return `(select e.ord as i, (e.el ->> 0)::int as p, e.el -> 1 as r, ${state(from)} as fs, ${day(from)} as f, ${state(until)} as us, (case when ${state(until)} = 1 then ${NO_END} else ${day(until)} end) as u from jsonb_array_elements(${list.v}) with ordinality e(el, ord) where ${state(from)} <> 1 offset 0)`
}

/** Open where one of them is, a problem where one ends before it begins. */
function stateOfSpells(spells: string): string {
  const state = states([
    ['bool_or(3 in (x.p, x.fs, x.us))', 3],
    ['bool_or(2 in (x.p, x.fs, x.us))', 2],
    ['bool_or(x.u < x.f)', 3],
  ])
  return `(select ${state} from ${spells} x)`
}

/** Joins spells with at most `gap` whole days between: rows `f`, `u` in order of time. */
function runsOf(spells: string, gap: string, name: string): string {
  const sorted = `(select row_number() over (order by x.f, x.i) as k, x.f, x.u from ${spells} x where x.f < x.u)`
  const joins = `s.f - ${name}.u <= ${gap}`
  return `(with recursive s as materialized ${sorted}, ${name}(k, run, f, u) as (select s.k, 1, s.f, s.u from s where s.k = 1 union all select s.k, (case when ${joins} then ${name}.run else ${name}.run + 1 end), (case when ${joins} then ${name}.f else s.f end), (case when ${joins} then greatest(s.u, ${name}.u) else s.u end) from ${name} join s on s.k = ${name}.k + 1) select distinct on (run) f, u from ${name} order by run, k desc)`
}

function overSpells(
  operands: readonly Column[],
  spells: string,
  value: string,
): { select: string; partial: true } {
  const open = absorbed(operands)
  return {
    select: `select o.s, (case when o.s = 0 then ${value} end) as v from (select (case when ${open} <> 0 then ${open} else ${stateOfSpells(spells)} end) as s offset 0) o`,
    partial: true,
  }
}

export const runsSql: SqlRule<RunsNode> = (node, place) => {
  const [list, gap] = [place.col(node.list), place.col(node.maxGap)]
  const spells = spellsOf(list, node)
  const days = divided(`(${gap.v})[1]`, `(${gap.v})[2]`, 'floor')
  const until = `(case when m.u = ${NO_END} then '[1, null]'::jsonb else jsonb_build_array(0, m.u) end)`
  const run = `jsonb_build_array(0, jsonb_build_object('from', jsonb_build_array(0, m.f), 'until', ${until}))`
  const runs = runsOf(spells, days, place.name())
  return overSpells(
    [list, gap],
    spells,
    `(select coalesce(jsonb_agg(${run} order by m.f), '[]') from ${runs} m)`,
  )
}

/** Of equal ones the first in time; of none, not applicable. */
export const longestSql: SqlRule<LongestNode> = (node, place) => {
  const list = place.col(node.list)
  const { select } = overSpells(
    [list],
    spellsOf(list, node),
    `(select x.r from ${spellsOf(list, node)} x where x.f < x.u order by x.u - x.f desc, x.f, x.i limit 1)`,
  )
  return {
    select: `select (case when w.s = 0 and w.v is null then 1 else w.s end) as s, w.v from (${select}) w`,
  }
}

/** Calendar months of [start, end) that the joined spells cover wholly, or touch. December 9999 has no month after it. */
export const monthsCoveredSql: SqlRule<MonthsCoveredNode> = (node, place) => {
  const [list, start, end] = [place.col(node.list), place.col(node.start), place.col(node.end)]
  const spells = spellsOf(list, node)
  const { months, within, beyond } = coverage(node, start, end)
  const runs = runsOf(spells, '0', place.name())
  const value = `(with m as materialized ${runs} select case when not (${beyond}) then (select count(*)::numeric from ${months} where ${within}) end)`
  return overSpells([list, start, end], spells, value)
}

function coverage({ counting }: MonthsCoveredNode, start: Column, end: Column) {
  const first = firstOfMonth(start.v)
  const apart = `(${monthNumber(end.v)} - ${monthNumber(start.v)})`
  const months = `(select (${first} + n * interval '1 month')::date as day, (${first} + (n + 1) * interval '1 month')::date as next from generate_series(0, ${apart}::int) n offset 0) c`
  const reachesLast = `${end.v} >= date '9999-12-01'`
  if (counting === 'whole')
    return {
      months,
      within: `c.day >= ${start.v} and c.next <= ${end.v} and exists (select from m where m.f <= c.day and c.next <= m.u)`,
      beyond: `${reachesLast} and ${start.v} <= date '9999-12-01'`,
    }
  return {
    months,
    within: `exists (select from m where greatest(m.f, c.day, ${start.v}) < least(m.u, c.next, ${end.v}))`,
    beyond: `${reachesLast} and exists (select from m)`,
  }
}
