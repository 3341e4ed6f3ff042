/** Comparisons, extremes, and Kleene's logic: a value that decides, decides even beside unknown ones and problems. */
import type { AndNode, AppliesNode, CompareNode, Comparison, ExtremeNode, NotNode, OrNode } from '../node.ts'
import type { Answer, Column, SqlRule } from './rule.ts'
import { absorbed, anyIs, skipped, states } from './rule.ts'
import { orderKey, sqlType } from './values.ts'

const signs: Record<Comparison, string> = {
  below: '<',
  atMost: '<=',
  above: '>',
  atLeast: '>=',
  is: '=',
  isNot: '<>',
}

export const compareSql: SqlRule<CompareNode> = (node, place) => {
  const sides = [place.col(node.left), place.col(node.right)] as const
  const type = place.typeOf(node.left)
  const [a, b] = sides.map(({ v }) => (node.op === 'is' || node.op === 'isNot' ? v : orderKey(v, type)))
  const s = absorbed(sides)
  return { s, v: `(case when ${s} = 0 then ${a} ${signs[node.op]} ${b} end)` }
}

export const extremeSql: SqlRule<ExtremeNode> = (node, place) => {
  const type = place.typeOf(node)
  const parts = node.of.map(place.col)
  const s = skipped(parts)
  const pick = node.pick === 'largest' ? 'greatest' : 'least'
  const keys = parts.map(({ v }) => orderKey(v, type))
  const top = `${pick}(${keys.join(', ')})`
  const found = parts.map(({ v }, i) => `when ${keys[i]} then ${v}`).join(' ')
  const value = sqlType(type) === 'numeric[]' ? `(case ${top} ${found} end)` : top
  return { s, v: `(case when ${s} = 0 then ${value} end)` }
}

export const andSql: SqlRule<AndNode> = (node, place) => every(node.of.map(place.col))
export const orSql: SqlRule<OrNode> = (node, place) => some(node.of.map(place.col))

export const notSql: SqlRule<NotNode> = (node, place) => {
  const { s, v } = place.col(node.of)
  return { s: `(case ${s} when 1 then 3 else ${s} end)`, v: `not ${v}` }
}

export const appliesSql: SqlRule<AppliesNode> = (node, place) => {
  const { s } = place.col(node.of)
  return {
    s: `(case ${s} when 1 then 0 else ${s} end)`,
    v: `(case ${s} when 0 then true when 1 then false end)`,
  }
}

/** False if one is false, however open the others are. A condition that does not apply is a problem. */
function every(conditions: readonly Column[]): Answer {
  return kleene(conditions, { decisive: 'false', otherwise: 'true' })
}

function some(conditions: readonly Column[]): Answer {
  return kleene(conditions, { decisive: 'true', otherwise: 'false' })
}

function kleene(
  conditions: readonly Column[],
  { decisive, otherwise }: { decisive: string; otherwise: string },
): Answer {
  const decides = conditions.map(({ v }) => `${v} is ${decisive}`).join(' or ') || 'false'
  const s = states([
    [decides, 0],
    [anyIs(conditions, 2), 2],
    [`${anyIs(conditions, 3)} or ${anyIs(conditions, 1)}`, 3],
  ])
  return { s, v: `(case when ${decides} then ${decisive} when ${s} = 0 then ${otherwise} end)` }
}
