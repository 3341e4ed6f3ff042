/** What slips each kind of node invites. A kind without an entry is reported, never passed over. */
import type { Kind, Node, NodeOf } from '#expression'
import { t } from '#kernel'
import {
  addSlips,
  divideSlips,
  multiplySlips,
  partSlips,
  proportionSlips,
  roundSlips,
  subtractSlips,
} from './arithmetic.ts'
import { chooseSlips, matchSlips, ruleSlips } from './branches.ts'
import { andSlips, appliesSlips, compareSlips, extremeSlips, notSlips, orSlips } from './conditions.ts'
import {
  allSlips,
  anySlips,
  bestPerSlips,
  bestSlips,
  boundarySlips,
  filterSlips,
  monthsCoveredSlips,
  repeatSlips,
  sumSlips,
} from './lists.ts'
import type { Change } from './mutant.ts'
import {
  addDaysSlips,
  addMonthsSlips,
  completedYearsSlips,
  daysBetweenSlips,
  monthEdgeSlips,
  monthsBetweenSlips,
} from './time.ts'
import { neighbours } from './values.ts'

/** Values written in the rule, one unit more and less. */
export const literalSlips = (node: NodeOf<'literal'>): readonly Change[] =>
  neighbours(node.wire, node.of).map((wire) => ({
    slip: 'limit',
    what: t(`${shown(node.wire)} → ${shown(wire)}`, `${shown(node.wire)} → ${shown(wire)}`),
    node: { ...node, wire },
  }))

function shown(wire: NodeOf<'literal'>['wire']): string {
  return typeof wire === 'object' ? `${wire.value} ${wire.unit}` : String(wire)
}

/** Only names a value that is changed elsewhere, or has no other form of its own kind. */
const none = (): readonly Change[] => []

const slips = {
  literal: literalSlips,
  notApplicable: none,
  fact: none,
  parameter: none, // its values and days are changed where they are declared
  bound: none,
  field: none,
  add: addSlips,
  subtract: subtractSlips,
  multiply: multiplySlips,
  divide: divideSlips,
  proportion: proportionSlips,
  round: roundSlips,
  part: partSlips,
  extreme: extremeSlips,
  compare: compareSlips,
  and: andSlips,
  or: orSlips,
  not: notSlips,
  applies: appliesSlips,
  choose: chooseSlips,
  match: matchSlips,
  rule: ruleSlips,
  completedYears: completedYearsSlips,
  addMonths: addMonthsSlips,
  addDays: addDaysSlips,
  monthEdge: monthEdgeSlips,
  monthsBetween: monthsBetweenSlips,
  daysBetween: daysBetweenSlips,
  convert: none, // the same number under another name
  sum: sumSlips,
  count: none, // what is counted is changed in its list
  boundary: boundarySlips,
  any: anySlips,
  all: allSlips,
  filter: filterSlips,
  best: bestSlips,
  bestPer: bestPerSlips,
  runs: none, // its gap is an operand
  longest: none,
  monthsCovered: monthsCoveredSlips,
  repeat: repeatSlips,
  step: none,
  check: none,
} satisfies { readonly [K in Kind]: (node: NodeOf<K>) => readonly Change[] }

/** The changes of one node; undefined for a kind that this room does not know. */
export function slipsOf(node: Node): readonly Change[] | undefined {
  const found = Object.hasOwn(slips, node.kind) ? slips[node.kind] : undefined
  return found && (found as (node: Node) => readonly Change[])(node) // `as`: the table pairs each kind with its node
}
