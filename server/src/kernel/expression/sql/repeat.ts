/** Rounds, each from the state before. */
import { MOST_ROUNDS } from '../kinds/named.ts'
import type { RepeatNode } from '../node.ts'
import type { Column, SqlRule } from './rule.ts'
import { sqlType } from './values.ts'

export const repeatSql: SqlRule<RepeatNode> = (node, place) => {
  const [times, start] = [place.col(node.times), place.col(node.start)]
  const fits = `(${times.s} = 0 and ${times.v} between 0 and ${MOST_ROUNDS})`
  // While the number of rounds is open, one round shows what they would need.
  const rounds = `(case when 1 in (${times.s}, ${start.s}) then 0 when ${fits} then ${times.v} when ${times.s} = 0 then 0 else 1 end)`
  const name = place.name()
  const { rows, at, bodies } = place.inner({
    from: `${name} where ${name}.i < ${rounds}`,
    carried: { i: `${name}.i`, s: `${name}.s`, v: `${name}.v` },
    item: { name: node.state, s: 's', v: 'v' },
    bodies: [node.next],
  })
  const next = bodies[0] as Column
  const type = sqlType(place.typeOf(node))
  const all = `with recursive ${name}(i, s, v) as (select 0, ${start.s}, ${start.v}::${type} union all select z.${at.i} + 1, ${next.s}, ${next.v}::${type} from ${rows} z) select ${name}.s, ${name}.v from ${name} order by ${name}.i desc limit 1`
  const open = `(case when 3 in (${times.s}, ${start.s}, r.s) then 3 else ${times.s} end)`
  const state = `(case when 1 in (${times.s}, ${start.s}) then 1 when ${times.s} <> 0 then ${open} when not ${fits} then 3 else r.s end)`
  return {
    select: `select o.s, (case when o.s = 0 then o.v end) as v from (select ${state} as s, r.v from (${all}) r offset 0) o`,
  }
}
