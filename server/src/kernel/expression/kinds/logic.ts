/** Kleene's three-valued logic. A value that decides, decides even beside unknown ones and problems. */
import { t } from '../../label.ts'
import type { AndNode, AppliesNode, Node, NotNode, OrNode } from '../node.ts'
import { absorbing, condition, isFalse, isTrue, known, lacking, missingOf, no, yes } from '../reading.ts'
import type { Reading } from '../types.ts'
import type { KindRule, Run, TypeOf } from './rule.ts'
import { joined, misfit } from './rule.ts'

export const andRule: KindRule<AndNode> = {
  brackets: true,
  parts: (node) => node.of,
  type: (node, typeOf) => booleans(node.of, typeOf),
  evaluate: (node, run) => every(node.of.map(run)),
  words: (node, say) => joined(node.of.map(say), ' 且 ', ' and '),
  denied: (node, _say, deny) => joined(node.of.map(deny), ' 或 ', ' or '),
  reason: (node, run) => ({ used: deciding(node.of, run, isFalse) }),
}

export const orRule: KindRule<OrNode> = {
  brackets: true,
  parts: (node) => node.of,
  type: (node, typeOf) => booleans(node.of, typeOf),
  evaluate: (node, run) => some(node.of.map(run)),
  words: (node, say) => joined(node.of.map(say), ' 或 ', ' or '),
  denied: (node, _say, deny) => joined(node.of.map(deny), ' 且 ', ' and '),
  reason: (node, run) => ({ used: deciding(node.of, run, isTrue) }),
}

export const notRule: KindRule<NotNode> = {
  parts: (node) => [node.of],
  type: (node, typeOf) => booleans([node.of], typeOf),
  evaluate: (node, run) => absorbing([condition(run(node.of))], ([value]) => known(value !== true)),
  words: (node, _say, { deny }) => deny(node.of),
  denied: (node, say) => say(node.of),
}

export const appliesRule: KindRule<AppliesNode> = {
  parts: (node) => [node.of],
  type: () => ({ kind: 'boolean' }),
  evaluate: (node, run) => {
    const reading = run(node.of)
    return reading.state === 'na' ? no : reading.state === 'known' ? yes : reading
  },
  words: (node, say) => t(`有${say(node.of).zh}`, `there is ${say(node.of).en}`),
  // Of what does not apply its value already says so.
  denied: (node, say) => say(node.of),
}

/** `and` of readings: false if one is false, however open the others are. */
export function every(readings: readonly Reading[]): Reading {
  const conditions = readings.map(condition)
  return conditions.some(isFalse) ? no : undecided(conditions, yes)
}

/** `or` of readings: true if one is true. */
export function some(readings: readonly Reading[]): Reading {
  const conditions = readings.map(condition)
  return conditions.some(isTrue) ? yes : undecided(conditions, no)
}

/** An open condition may still decide, so it outranks a problem beside it. */
function undecided(conditions: readonly Reading[], otherwise: Reading): Reading {
  if (conditions.some((c) => c.state === 'unknown')) return missingOf(conditions)
  return lacking(conditions) ?? otherwise
}

/** The operands that a person would name: the one that decides, or all of them. */
function deciding(nodes: readonly Node[], run: Run, decides: (r: Reading) => boolean): readonly Node[] {
  const one = nodes.find((node) => decides(run(node)))
  return one ? [one] : nodes
}

function booleans(nodes: readonly Node[], typeOf: TypeOf): { kind: 'boolean' } {
  if (nodes.some((node) => typeOf(node).kind !== 'boolean'))
    throw misfit('“且、或、不是”只能连接条件。', 'Only conditions can be joined by and, or, not.')
  return { kind: 'boolean' }
}
