/** Lists: a body for each element, then a fold. What a filter could not decide keeps the result open unless the others decide. */
import type { AllNode, AnyNode, BoundaryNode, CountNode, FilterNode, Node, SumNode } from '../node.ts'
import { isWhole } from '../values/table.ts'
import { fractionSum } from './arithmetic.ts'
import type { Column, Place, SqlRule } from './rule.ts'
import { states } from './rule.ts'
import { MOST, orderKey, sqlType } from './values.ts'

export type Weighed = {
  /** Rows of the elements, to stand after `from`. */
  readonly rows: string
  /** Ordinal, presence (0 certain, 2 or 3 doubtful), record. */
  readonly i: string
  readonly p: string
  readonly r: string
  readonly bodies: readonly Column[]
}

/** The elements of a list with what the bodies give for each. */
export function weigh(
  place: Place,
  { list, item, bodies }: { list: Column; item: string; bodies: readonly Node[] },
): Weighed {
  const {
    rows,
    at,
    bodies: columns,
  } = place.inner({
    from: `jsonb_array_elements(${list.v}) with ordinality e(el, ord)`,
    carried: { i: 'e.ord', p: '(e.el ->> 0)::int', r: 'e.el -> 1' },
    item: { name: item, s: '0', v: 'r' },
    bodies,
  })
  const { i = '', p = '', r = '' } = at
  return { rows, i, p, r, bodies: columns }
}

/** A fold over a list: the list's own state where it is not known, else what the aggregates over its elements say. */
export function folded(list: Column, { s, v, from }: { s: string; v: string; from: string }): string {
  return `select (case when ${list.s} <> 0 then ${list.s} else f.s end) as s, (case when ${list.s} = 0 and f.s = 0 then f.v end) as v from (select ${s} as s, ${v} as v from ${from} offset 0) f`
}

/** State of a fold (`openIn`): certain elements without a value, and doubtful ones that are not neutral. */
export function openElements(
  { p, s, neutral }: { p: string; s: string; neutral: string },
  otherwise: string,
): string {
  const doubtful = `(${p} <> 0 and not coalesce(${neutral}, false))`
  return states(
    [
      [`bool_or(${p} = 0 and ${s} = 3)`, 3],
      [`bool_or((${p} = 0 and ${s} = 2) or (${doubtful} and (${p} = 2 or ${s} = 2)))`, 2],
      [`bool_or(${doubtful})`, 3],
    ],
    otherwise,
  )
}

export const sumSql: SqlRule<SumNode> = (node, place) => {
  const list = place.col(node.list)
  const type = place.typeOf(node.value)
  const { rows, i, p, bodies } = weigh(place, { list, item: node.item, bodies: [node.value] })
  const { s, v } = bodies[0] as Column
  const certain = `${p} = 0 and ${s} = 0`
  const zero = isWhole(type) ? `${v} = 0` : `(${v})[1] = 0`
  const running = isWhole(type)
    ? `, sum(case when ${certain} then ${v} end) over (order by ${i}) as running`
    : ''
  const from = `(select z.*, ${i} as i, ${p} as p, ${s} as s, ${v} as v, count(*) filter (where ${certain}) over () as known${running} from ${rows} z) y`
  const neutral = `(y.known > 0 and (y.s = 1 or (y.s = 0 and ${zero.replaceAll(v, 'y.v')})))`
  const none = `count(*) > 0 and coalesce(max(y.known), 0) = 0`
  const given = `coalesce(jsonb_agg(to_jsonb(y.v) order by y.i) filter (where y.p = 0 and y.s = 0), '[]')`
  const value = isWhole(type)
    ? `(case when coalesce(max(abs(y.running)), 0) <= ${MOST} then coalesce(sum(y.v) filter (where y.p = 0 and y.s = 0), 0) end)`
    : given
  const state = openElements({ p: 'y.p', s: 'y.s', neutral }, `(case when ${none} then 1 else 0 end)`)
  return {
    select: folded(
      list,
      isWhole(type) ? { s: state, v: value, from } : fractions({ state, given, from }, place),
    ),
    partial: true,
  }
}

/** Fractions are added one after the other, once they are together. */
function fractions(
  { state, given, from }: { state: string; given: string; from: string },
  place: Place,
): { s: string; v: string; from: string } {
  return {
    s: 'g.s',
    v: `(case when g.s = 0 then ${fractionSum('g.list', place.name())} end)`,
    from: `(select ${state} as s, ${given} as list from ${from} offset 0) g`,
  }
}

export const countSql: SqlRule<CountNode> = (node, place) => {
  const list = place.col(node.list)
  const s = `(case when bool_or((e.el ->> 0) = '3') then 3 when bool_or((e.el ->> 0) = '2') then 2 else 0 end)`
  return {
    select: folded(list, { s, v: 'count(*)::numeric', from: `jsonb_array_elements(${list.v}) e(el)` }),
  }
}

export const boundarySql: SqlRule<BoundaryNode> = (node, place) => {
  const list = place.col(node.list)
  const { rows, p, bodies } = weigh(place, { list, item: node.item, bodies: [node.value] })
  const { s, v } = bodies[0] as Column
  const type = place.typeOf(node.value)
  const [pick, beaten] = node.pick === 'largest' ? ['max', '<='] : ['min', '>=']
  const key = orderKey(v, type)
  const from = `(select ${p} as p, ${s} as s, ${v} as v, ${key} as key, ${pick}(${key}) filter (where ${p} = 0 and ${s} = 0) over () as best from ${rows} z) y`
  const neutral = `(y.best is not null and (y.s = 1 or (y.s = 0 and y.key ${beaten} y.best)))`
  const state = openElements(
    { p: 'y.p', s: 'y.s', neutral },
    '(case when max(y.best) is null then 1 else 0 end)',
  )
  const best = `(array_agg(y.v) filter (where y.p = 0 and y.s = 0 and y.key = y.best))`
  const value = sqlType(type) === 'numeric[]' ? `(select ${firstOf('g.all', 'numeric')})` : `${best}[1]`
  if (sqlType(type) !== 'numeric[]') return { select: folded(list, { s: state, v: value, from }) }
  const json = `(jsonb_agg(to_jsonb(y.v)) filter (where y.p = 0 and y.s = 0 and y.key = y.best)) -> 0`
  return {
    select: folded(list, {
      s: 'g.s',
      v: firstOf('g.v', 'numeric'),
      from: `(select ${state} as s, ${json} as v from ${from} offset 0) g`,
    }),
  }
}

function firstOf(pair: string, of: string): string {
  return `array[(${pair} ->> 0)::${of}, (${pair} ->> 1)::${of}]`
}

export const anySql: SqlRule<AnyNode> = (node, place) => {
  const list = place.col(node.list)
  const { rows, p, bodies } = weigh(place, { list, item: node.item, bodies: [node.when] })
  const { s, v } = bodies[0] as Column
  const notFalse = `not coalesce(${v} is false, false)`
  const hit = `bool_or(${p} = 0 and ${v} is true)`
  const state = states([
    [hit, 0],
    [`bool_or(${notFalse} and (${p} = 2 or ${s} = 2))`, 2],
    [`bool_or(${notFalse} and not (${p} = 0 and ${v} is true))`, 3],
  ])
  return { select: folded(list, { s: state, v: `coalesce(${hit}, false)`, from: `${rows} z` }) }
}

export const allSql: SqlRule<AllNode> = (node, place) => {
  const list = place.col(node.list)
  const { rows, p, bodies } = weigh(place, { list, item: node.item, bodies: [node.when] })
  const { s, v } = bodies[0] as Column
  const miss = `bool_or(${p} = 0 and ${v} is false)`
  const notTrue = `not coalesce(${v} is true, false)`
  const state = states([
    [miss, 0],
    [`bool_or(${notTrue} and (${p} = 2 or ${s} = 2))`, 2],
    [`bool_or(${notTrue} and not (${p} = 0 and ${v} is false))`, 3],
  ])
  return { select: folded(list, { s: state, v: `not coalesce(${miss}, false)`, from: `${rows} z` }) }
}

/** Keeps what holds and what is open; the presence of an element says which. */
export const filterSql: SqlRule<FilterNode> = (node, place) => {
  const list = place.col(node.list)
  const { rows, i, p, r, bodies } = weigh(place, { list, item: node.item, bodies: [node.when] })
  const { s, v } = bodies[0] as Column
  const presence = `(case when ${p} = 2 or ${s} = 2 then 2 when ${p} = 0 and ${v} is true then 0 else 3 end)`
  const kept = `jsonb_agg(jsonb_build_array(${presence}, ${r}) order by ${i}) filter (where ${v} is not false)`
  return { select: folded(list, { s: '0', v: `coalesce(${kept}, '[]')`, from: `${rows} z` }) }
}
