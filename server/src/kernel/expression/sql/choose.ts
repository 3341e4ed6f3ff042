/** Branches. Where a condition is open, the value is known only if every branch that can still be reached gives the same. */
import type { ChooseNode, MatchNode, RuleNode } from '../node.ts'
import type { Column, SqlRule } from './rule.ts'
import { anyIs, same, states } from './rule.ts'
import { nothing, quote } from './values.ts'

type Branch = { readonly when: Column; readonly gives: Column }

const holds = ({ when }: { when: Column }) => `${when.v} is true`
const fails = ({ when }: { when: Column }) => `${when.v} is false`

export const chooseSql: SqlRule<ChooseNode> = (node, place) => {
  if (node.cases.length === 0 && node.otherwise) return { same: node.otherwise }
  const cases = node.cases.map((c): Branch => ({ when: place.col(c.when), gives: place.col(c.value) }))
  // No clause for the case is a problem.
  const rest = node.otherwise ? place.col(node.otherwise) : { s: '3', v: nothing(place.typeOf(node)) }
  const answers = cases.map((one, i) => {
    const later = cases.slice(i + 1)
    const agreed = `(${one.gives.s} in (0, 1) and ${agrees(one.gives, later, rest)})`
    const open = `(case when ${agreed} then ${one.gives.s} when ${lacks([one, ...later], rest)} then 2 else 3 end)`
    return { one, open, value: `(case when ${agreed} then ${one.gives.v} end)` }
  })
  const s = answers.map(
    ({ one, open }) => `when ${holds(one)} then ${one.gives.s} when not (${fails(one)}) then ${open}`,
  )
  const v = answers.map(
    ({ one, value }) => `when ${holds(one)} then ${one.gives.v} when not (${fails(one)}) then ${value}`,
  )
  return { s: `(case ${s.join(' ')} else ${rest.s} end)`, v: `(case ${v.join(' ')} else ${rest.v} end)` }
}

/** Every later branch that can be reached gives what `first` gives. */
function agrees(first: Column, later: readonly Branch[], rest: Column): string {
  const [next, ...others] = later
  if (!next) return same(first, rest)
  const own = `(${fails(next)} or ${same(first, next.gives)})`
  return `(${own} and (${holds(next)} or ${agrees(first, others, rest)}))`
}

/** Something is missing in a condition that is open or in a branch that can be reached. */
function lacks(branches: readonly Branch[], rest: Column): string {
  const [next, ...others] = branches
  if (!next) return `${rest.s} = 2`
  const own = `(not (${fails(next)}) and (${next.when.s} = 2 or ${next.gives.s} = 2))`
  return `(${own} or (not (${holds(next)}) and ${lacks(others, rest)}))`
}

export const matchSql: SqlRule<MatchNode> = (node, place) => {
  const subject = place.col(node.subject)
  const cases = node.cases.map(({ is, value }) => ({ is: quote(is), gives: place.col(value) }))
  const [first, ...others] = cases.map(({ gives }) => gives)
  const agreed = first
    ? [`${first.s} in (0, 1)`, ...others.map((other) => same(first, other))].join(' and ')
    : 'false'
  const taken = (of: 's' | 'v', otherwise: string) =>
    `(case ${subject.v} ${cases.map(({ is, gives }) => `when ${is} then ${gives[of]}`).join(' ')} else ${otherwise} end)`
  const s = states(
    [
      [`${subject.s} = 1`, 1],
      [`${subject.s} = 0`, taken('s', '3')],
      [agreed, first?.s ?? '3'],
      [anyIs([subject, ...cases.map(({ gives }) => gives)], 2), 2],
    ],
    '3',
  )
  const empty = nothing(place.typeOf(node))
  return {
    s,
    v: `(case when ${subject.s} = 1 then ${empty} when ${subject.s} = 0 then ${taken('v', empty)} when ${agreed} then ${first?.v ?? empty} end)`,
  }
}

/** All exceptions are looked at: two that hold with different values are a problem, never a pick. */
export const ruleSql: SqlRule<RuleNode> = (node, place) => {
  if (node.exceptions.length === 0) return { same: node.base }
  const base = place.col(node.base)
  const cases = node.exceptions.map((e): Branch => ({ when: place.col(e.when), gives: place.col(e.value) }))
  const settled = (one: Branch) => `(${holds(one)} and ${one.gives.s} in (0, 1))`
  const clashes = cases.flatMap((one, i) =>
    cases
      .slice(i + 1)
      .map((other) => `(${settled(one)} and ${settled(other)} and not ${same(one.gives, other.gives)})`),
  )
  const holdsWith = (state: number) =>
    cases.map((one) => `(${holds(one)} and ${one.gives.s} = ${state})`).join(' or ')
  const firstOf = (of: 's' | 'v') =>
    `(case ${cases.map((one) => `when ${holds(one)} then ${one.gives[of]}`).join(' ')} else ${base[of]} end)`
  const inner = [
    `(${clashes.join(' or ') || 'false'}) as clash`,
    `${states(
      [
        [holdsWith(3), 3],
        [holdsWith(2), 2],
      ],
      firstOf('s'),
    )} as s`,
    `${firstOf('v')} as v`,
  ]
  const isOpen = (one: Branch) => `${one.when.v} is null`
  const differs = cases.map((one) => `(${isOpen(one)} and not ${same(one.gives, { s: 'c.s', v: 'c.v' })})`)
  const missing = cases.map((one) => `(${isOpen(one)} and (${one.when.s} = 2 or ${one.gives.s} = 2))`)
  const s = states(
    [
      ['c.clash', 3],
      [`not (${differs.join(' or ')})`, 'c.s'],
      [`c.s = 2 or ${missing.join(' or ')}`, 2],
    ],
    '3',
  )
  return {
    select: `select d.s, (case when d.s = 0 then d.v end) as v from (select ${s} as s, c.v from (select ${inner.join(', ')} offset 0) c offset 0) d`,
  }
}
