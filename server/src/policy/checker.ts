/** What can be seen at declaration: exceptions that overlap, cases that leave a hole. Only for limits written over one term. */
import type { Node, NodeOf, Tree, Value, ValueType } from '#expression'
import { compareValues, evaluateNode, formatValue, nodesOf, sameReading, typeOf } from '#expression'
import { sortedJson } from './hash.ts'
import { policyProblems } from './problems.ts'

/** An interval over one term; an absent end is open. */
type Interval = { readonly term: string; readonly type: ValueType; readonly low?: End; readonly high?: End }
type End = { readonly value: Value; readonly included: boolean }

/** Throws where two exceptions apply to one value with different results, or where cases without `otherwise` leave a hole. */
export function checkTree(policy: string, tree: Tree): void {
  for (const node of nodesOf(tree)) {
    if (node.kind === 'rule') checkExceptions(policy, node)
    if (node.kind === 'choose' && !node.otherwise) checkCover(policy, node)
  }
}

function checkExceptions(policy: string, node: NodeOf<'rule'>): void {
  for (const [i, first] of node.exceptions.entries()) {
    for (const second of node.exceptions.slice(i + 1)) {
      if (sameLiteral(first.value, second.value)) continue
      const [a, b] = [intervalOf(first.when), intervalOf(second.when)]
      if (!a || !b || a.term !== b.term || !overlap(a, b)) continue
      throw policyProblems.overlap({
        policy,
        first: `${first.cite.source} ${first.cite.clause}`,
        second: `${second.cite.source} ${second.cite.clause}`,
      })
    }
  }
}

/** Values that are not both written in the rule may be equal, so they are not judged here. */
function sameLiteral(a: Node, b: Node): boolean {
  if (a.kind !== 'literal' || b.kind !== 'literal') return true
  return sameReading(evaluateNode(a, nothing), evaluateNode(b, nothing))
}

const nothing = { facts: {}, parameters: {} }

function checkCover(policy: string, node: NodeOf<'choose'>): void {
  const intervals = node.cases.map((c) => intervalOf(c.when))
  const [first] = intervals
  if (!first || intervals.some((x) => x?.term !== first.term)) return
  const hole = holeIn(intervals as readonly Interval[])
  if (hole) throw policyProblems.uncovered({ policy, gap: hole })
}

function intervalOf(when: Node): Interval | undefined {
  if (when.kind === 'step') return intervalOf(when.of)
  if (when.kind === 'and') return meet(when.of.map(intervalOf))
  if (when.kind !== 'compare' || when.right.kind !== 'literal') return undefined
  const reading = evaluateNode(when.right, nothing)
  const ends = endsOf[when.op]
  if (reading.state !== 'known' || !ends) return undefined
  return { term: sortedJson(when.left), type: typeOf(when.left), ...ends(reading.value) }
}

const endsOf: Partial<Record<NodeOf<'compare'>['op'], (value: Value) => Pick<Interval, 'low' | 'high'>>> = {
  below: (value) => ({ high: { value, included: false } }),
  atMost: (value) => ({ high: { value, included: true } }),
  above: (value) => ({ low: { value, included: false } }),
  atLeast: (value) => ({ low: { value, included: true } }),
  is: (value) => ({ low: { value, included: true }, high: { value, included: true } }),
}

function meet(parts: readonly (Interval | undefined)[]): Interval | undefined {
  const [first, ...rest] = parts
  if (!first || rest.some((x) => x?.term !== first.term)) return undefined
  const all = [first, ...(rest as readonly Interval[])]
  const { term, type } = first
  const low = all.map((x) => x.low).reduce((a, b) => tighter(a, b, type, 1))
  const high = all.map((x) => x.high).reduce((a, b) => tighter(a, b, type, -1))
  return { term, type, low, high }
}

function tighter(a: End | undefined, b: End | undefined, type: ValueType, sign: 1 | -1): End | undefined {
  if (!a || !b) return a ?? b
  const order = sign * compareValues(a.value, b.value, type)
  return order > 0 || (order === 0 && !a.included) ? a : b
}

function overlap(a: Interval, b: Interval): boolean {
  return (
    below(a.low, b.high, a.type) &&
    below(b.low, a.high, a.type) &&
    below(a.low, a.high, a.type) &&
    below(b.low, b.high, b.type)
  )
}

/** Whether something lies between a lower and an upper end. */
function below(low: End | undefined, high: End | undefined, type: ValueType): boolean {
  if (!low || !high) return true
  const order = compareValues(low.value, high.value, type)
  return order < 0 || (order === 0 && low.included && high.included)
}

/** The first hole in a union of intervals, in words. */
function holeIn(intervals: readonly Interval[]): string | undefined {
  const type = (intervals[0] as Interval).type
  const sorted = [...intervals].sort((a, b) => byLow(a.low, b.low, type))
  if (sorted[0]?.low) return `< ${formatValue(sorted[0].low.value, type).zh}`
  let reach = sorted[0]?.high
  for (const next of sorted.slice(1)) {
    if (!reach) return undefined
    if (next.low && !touches(reach, next.low, type))
      return `${formatValue(reach.value, type).zh} – ${formatValue(next.low.value, type).zh}`
    if (!next.high || compareValues(next.high.value, reach.value, type) > 0) reach = next.high
    else if (compareValues(next.high.value, reach.value, type) === 0 && next.high.included) reach = next.high
  }
  return reach ? `> ${formatValue(reach.value, type).zh}` : undefined
}

function touches(high: End, low: End, type: ValueType): boolean {
  const order = compareValues(low.value, high.value, type)
  return order < 0 || (order === 0 && (low.included || high.included))
}

function byLow(a: End | undefined, b: End | undefined, type: ValueType): number {
  if (!a || !b) return a ? 1 : b ? -1 : 0
  return compareValues(a.value, b.value, type) || Number(b.included) - Number(a.included)
}
