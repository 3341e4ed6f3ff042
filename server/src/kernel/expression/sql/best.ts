/** The best record of a list, and the best for each key. Of equal ones the first. */
import type { BestNode, BestPerNode } from '../node.ts'
import { folded, openElements, weigh } from './list.ts'
import type { Column, SqlRule } from './rule.ts'
import { states } from './rule.ts'
import { orderKey } from './values.ts'

export const bestSql: SqlRule<BestNode> = (node, place) => {
  const list = place.col(node.list)
  const { rows, i, p, r, bodies } = weigh(place, { list, item: node.item, bodies: [node.by] })
  const { s, v } = bodies[0] as Column
  const key = orderKey(v, place.typeOf(node.by))
  const from = `(select ${i} as i, ${p} as p, ${r} as r, ${s} as s, ${key} as key, max(${key}) filter (where ${p} = 0 and ${s} = 0) over () as best from ${rows} z) y`
  const neutral = '(y.best is not null and (y.s = 1 or (y.s = 0 and y.key < y.best)))'
  const state = openElements(
    { p: 'y.p', s: 'y.s', neutral },
    '(case when max(y.best) is null then 1 else 0 end)',
  )
  const top = '(array_agg(y.r order by y.i) filter (where y.p = 0 and y.s = 0 and y.key = y.best))[1]'
  return { select: folded(list, { s: state, v: top, from }) }
}

/** A key that is open leaves open which elements stand together; an element without a key belongs to none. */
export const bestPerSql: SqlRule<BestPerNode> = (node, place) => {
  const list = place.col(node.list)
  const { rows, i, p, r, bodies } = weigh(place, { list, item: node.item, bodies: [node.key, node.by] })
  const [key, by] = bodies as [Column, Column]
  const rank = orderKey(by.v, place.typeOf(node.by))
  const of = `(partition by ${key.s}, ${key.v})`
  const order = `(partition by ${key.s}, ${key.v}, ${by.s} order by ${rank} desc, ${i})`
  const from = `(select ${p} as p, ${r} as r, ${key.s} as ks, ${by.s} as s, min(${i}) over ${of} as place, row_number() over ${order} as rank from ${rows} z) y`
  const keys = openElements({ p: 'y.p', s: 'y.ks', neutral: 'false' }, '0')
  const state = states([
    [`${keys} <> 0`, keys],
    ['bool_or(y.ks = 0 and y.s = 3)', 3],
    ['bool_or(y.ks = 0 and y.s = 2)', 2],
  ])
  const tops = `jsonb_agg(jsonb_build_array(0, y.r) order by y.place) filter (where y.ks = 0 and y.s = 0 and y.rank = 1)`
  return { select: folded(list, { s: state, v: `coalesce(${tops}, '[]')`, from }) }
}
