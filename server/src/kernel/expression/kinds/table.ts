/** All kinds of nodes, each answering for itself. Shared code looks up here and never switches on a kind. */
import type { Kind, Node, NodeOf } from '../node.ts'
import {
  addRule,
  divideRule,
  multiplyRule,
  partRule,
  proportionRule,
  roundRule,
  subtractRule,
} from './arithmetic.ts'
import { bestPerRule, bestRule } from './best.ts'
import { chooseRule, matchRule } from './choose.ts'
import { compareRule, extremeRule } from './compare.ts'
import { ruleRule } from './exceptions.ts'
import { boundRule, factRule, fieldRule, literalRule, notApplicableRule } from './leaf.ts'
import { allRule, anyRule, boundaryRule, countListRule, filterRule, sumRule } from './list.ts'
import { andRule, appliesRule, notRule, orRule } from './logic.ts'
import { checkRule, repeatRule, stepRule } from './named.ts'
import { parameterRule } from './parameter.ts'
import type { KindRule } from './rule.ts'
import { longestRule, monthsCoveredRule, runsRule } from './spells.ts'
import {
  addDaysRule,
  addMonthsRule,
  completedYearsRule,
  convertRule,
  daysBetweenRule,
  monthEdgeRule,
  monthsBetweenRule,
} from './time.ts'

const rules = {
  literal: literalRule,
  notApplicable: notApplicableRule,
  fact: factRule,
  parameter: parameterRule,
  bound: boundRule,
  field: fieldRule,
  add: addRule,
  subtract: subtractRule,
  multiply: multiplyRule,
  divide: divideRule,
  proportion: proportionRule,
  round: roundRule,
  part: partRule,
  extreme: extremeRule,
  compare: compareRule,
  and: andRule,
  or: orRule,
  not: notRule,
  applies: appliesRule,
  choose: chooseRule,
  match: matchRule,
  rule: ruleRule,
  completedYears: completedYearsRule,
  addMonths: addMonthsRule,
  addDays: addDaysRule,
  monthEdge: monthEdgeRule,
  monthsBetween: monthsBetweenRule,
  daysBetween: daysBetweenRule,
  convert: convertRule,
  sum: sumRule,
  count: countListRule,
  boundary: boundaryRule,
  any: anyRule,
  all: allRule,
  filter: filterRule,
  best: bestRule,
  bestPer: bestPerRule,
  runs: runsRule,
  longest: longestRule,
  monthsCovered: monthsCoveredRule,
  repeat: repeatRule,
  step: stepRule,
  check: checkRule,
} satisfies { readonly [K in Kind]: KindRule<NodeOf<K>> }

export const kinds = Object.keys(rules) as Kind[]

/** The rule of a node's kind. `as`: the table pairs each kind with its own node type. */
export function kindRule<N extends Node>(node: N): KindRule<N> {
  return rules[node.kind] as unknown as KindRule<N>
}
