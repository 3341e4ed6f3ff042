/** The columnar reading of every kind of node; a kind without one does not compile. */
import type { Kind, Node, NodeOf } from '../node.ts'
import {
  addColumn,
  convertColumn,
  divideColumn,
  multiplyColumn,
  proportionColumn,
  roundColumn,
  subtractColumn,
} from './arithmetic.ts'
import { bestColumn, bestPerColumn } from './best.ts'
import { chooseColumn, matchColumn } from './choose.ts'
import { compareColumn, extremeColumn } from './compare.ts'
import { ruleColumn } from './exceptions.ts'
import { boundColumn, factColumn, fieldColumn, literalColumn, notApplicableColumn } from './leaf.ts'
import { allColumn, anyColumn, boundaryColumn, countColumn, filterColumn, sumColumn } from './list.ts'
import { andColumn, appliesColumn, checkColumn, notColumn, orColumn, stepColumn } from './logic.ts'
import { parameterColumn } from './parameter.ts'
import { repeatColumn } from './repeat.ts'
import type { ColumnarRule } from './rule.ts'
import { longestColumn, monthsCoveredColumn, runsColumn } from './spells.ts'
import { partColumn } from './split.ts'
import {
  addDaysColumn,
  addMonthsColumn,
  completedYearsColumn,
  daysBetweenColumn,
  monthEdgeColumn,
  monthsBetweenColumn,
} from './time.ts'

const rules = {
  literal: literalColumn,
  notApplicable: notApplicableColumn,
  fact: factColumn,
  parameter: parameterColumn,
  bound: boundColumn,
  field: fieldColumn,
  add: addColumn,
  subtract: subtractColumn,
  multiply: multiplyColumn,
  divide: divideColumn,
  proportion: proportionColumn,
  round: roundColumn,
  part: partColumn,
  extreme: extremeColumn,
  compare: compareColumn,
  and: andColumn,
  or: orColumn,
  not: notColumn,
  applies: appliesColumn,
  choose: chooseColumn,
  match: matchColumn,
  rule: ruleColumn,
  completedYears: completedYearsColumn,
  addMonths: addMonthsColumn,
  addDays: addDaysColumn,
  monthEdge: monthEdgeColumn,
  monthsBetween: monthsBetweenColumn,
  daysBetween: daysBetweenColumn,
  convert: convertColumn,
  sum: sumColumn,
  count: countColumn,
  boundary: boundaryColumn,
  any: anyColumn,
  all: allColumn,
  filter: filterColumn,
  best: bestColumn,
  bestPer: bestPerColumn,
  runs: runsColumn,
  longest: longestColumn,
  monthsCovered: monthsCoveredColumn,
  repeat: repeatColumn,
  step: stepColumn,
  check: checkColumn,
} satisfies { readonly [K in Kind]: ColumnarRule<NodeOf<K>> }

/** The columnar rule of a node's kind. `as`: the table pairs each kind with its own node type. */
export function columnarRule(node: Node): ColumnarRule<Node> {
  return rules[node.kind] as unknown as ColumnarRule<Node>
}
