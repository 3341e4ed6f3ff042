/** All kinds of nodes in SQL. A kind without a line here does not compile. */
import type { Kind, Node, NodeOf } from '../node.ts'
import {
  addSql,
  convertSql,
  divideSql,
  multiplySql,
  proportionSql,
  roundSql,
  subtractSql,
} from './arithmetic.ts'
import { bestPerSql, bestSql } from './best.ts'
import { chooseSql, matchSql, ruleSql } from './choose.ts'
import { andSql, appliesSql, compareSql, extremeSql, notSql, orSql } from './compare.ts'
import {
  boundSql,
  checkSql,
  factSql,
  fieldSql,
  literalSql,
  notApplicableSql,
  parameterSql,
  stepSql,
} from './leaf.ts'
import { allSql, anySql, boundarySql, countSql, filterSql, sumSql } from './list.ts'
import { partSql } from './part.ts'
import { repeatSql } from './repeat.ts'
import type { SqlRule } from './rule.ts'
import { longestSql, monthsCoveredSql, runsSql } from './spells.ts'
import {
  addDaysSql,
  addMonthsSql,
  completedYearsSql,
  daysBetweenSql,
  monthEdgeSql,
  monthsBetweenSql,
} from './time.ts'

const rules = {
  literal: literalSql,
  notApplicable: notApplicableSql,
  fact: factSql,
  parameter: parameterSql,
  bound: boundSql,
  field: fieldSql,
  add: addSql,
  subtract: subtractSql,
  multiply: multiplySql,
  divide: divideSql,
  proportion: proportionSql,
  round: roundSql,
  part: partSql,
  extreme: extremeSql,
  compare: compareSql,
  and: andSql,
  or: orSql,
  not: notSql,
  applies: appliesSql,
  choose: chooseSql,
  match: matchSql,
  rule: ruleSql,
  completedYears: completedYearsSql,
  addMonths: addMonthsSql,
  addDays: addDaysSql,
  monthEdge: monthEdgeSql,
  monthsBetween: monthsBetweenSql,
  daysBetween: daysBetweenSql,
  convert: convertSql,
  sum: sumSql,
  count: countSql,
  boundary: boundarySql,
  any: anySql,
  all: allSql,
  filter: filterSql,
  best: bestSql,
  bestPer: bestPerSql,
  runs: runsSql,
  longest: longestSql,
  monthsCovered: monthsCoveredSql,
  repeat: repeatSql,
  step: stepSql,
  check: checkSql,
} satisfies { readonly [K in Kind]: SqlRule<NodeOf<K>> }

/** `as`: the table pairs each kind with its own node type. */
export function sqlRule<N extends Node>(node: N): SqlRule<N> {
  return rules[node.kind] as unknown as SqlRule<N>
}
