/** What a kind of node answers for itself. Every reading of the language is one member of this type. */
import type { Citation } from '../../citation.ts'
import type { Text } from '../../label.ts'
import { t } from '../../label.ts'
import { Problem } from '../../problem.ts'
import type { Node } from '../node.ts'
import type { Facts, Parameters, Reading, ValueType } from '../types.ts'

/** Evaluates an operand in the surroundings of its node. */
export type Run = {
  (node: Node): Reading
  readonly facts: Facts
  readonly parameters: Parameters
  bound(name: string): Reading | undefined
  /** The same surroundings with one more bound name (a list's element, the state of a repeat). */
  with(name: string, reading: Reading): Run
  /** Marks a branch as decided: bit `branch` of this node in the bitmap. */
  decided(node: Node, branch: number): void
  /** The same surroundings, where branches are only looked at and none is marked. */
  readonly speculative: Run
}

export type TypeOf = (node: Node) => ValueType

/** Words of an operand: a named one by its name and value, another by its formula. */
export type Say = (node: Node) => Text

/** `deny` says a condition as its opposite. */
export type Context = { readonly run: Run; readonly typeOf: TypeOf; readonly deny: Say }

/** One pass through the body of a list node or of a repeat. */
export type Pass = { readonly label: Text; readonly node: Node; readonly run: Run }

/** A branch not taken, with the reason. */
export type Folded = {
  readonly node: Node
  readonly reason: Text
  readonly cite?: Citation
}

/** One way of a node with branches: under which condition, or under which word, what holds, by which clause. */
export type CaseOf = {
  readonly when?: Node
  readonly word?: Text
  readonly value: Node
  readonly cite?: Citation
}

/** What led to a node's value: the operands that counted, passes through a body, branches not taken. */
export type Reasoning = {
  readonly used: readonly Node[]
  readonly passes?: readonly Pass[]
  readonly taken?: {
    readonly branch: number
    readonly reason: Text
    readonly cite?: Citation
  }
  readonly folded?: readonly Folded[]
}

export type LineKind = 'result' | 'step' | 'check' | 'fact' | 'parameter' | 'pass'

/** What a kind that stands on a line of its own puts there. */
export type Line = {
  readonly id: string
  readonly kind: LineKind
  readonly label: Text
  readonly citation?: Citation
  readonly parameter?: {
    readonly key: string
    readonly value: unknown
    readonly from: string
    readonly citation?: Citation
  }
  readonly check?: { readonly severity: 'warning' | 'refusal'; readonly message: Text }
}

export type KindRule<N extends Node> = {
  /** All operands, in the order in which a person reasons. */
  parts(node: N): readonly Node[]
  /** Kind of the result; throws `expression.type` where the operands do not fit. */
  type(node: N, typeOf: TypeOf): ValueType
  evaluate(node: N, run: Run, typeOf: TypeOf): Reading
  /** The formula in words. `run` tells values, for the kinds whose words depend on them. */
  words(node: N, say: Say, context: Context): Text
  /** Present: the node has a line of its own in an explanation. */
  line?(node: N, run: Run): Line
  /** Of a line that only names another node: that node, whose formula is told. */
  body?(node: N): Node
  /** Its formula stands in brackets inside another. */
  readonly brackets?: true
  /** The ways that the node can go, told without values: for the rule as a text. */
  cases?(node: N, typeOf: TypeOf): readonly CaseOf[]
  /** How many branches it has, for the bitmap; absent: none. */
  branches?(node: N): number
  /** A condition that does not hold, said as what holds instead: `55 ≥ 16` for `55 < 16`. */
  denied?(node: N, say: Say, deny: Say): Text
  /** Absent: all parts were used. */
  reason?(node: N, run: Run, context: Context & { say: Say }): Reasoning
}

export function misfit(zh: string, en: string): Problem {
  return new Problem({ code: 'expression.type', status: 422, text: t(zh, en) })
}

/** Joins words of operands with a sign between them. */
export function joined(texts: readonly Text[], sign: string, en = sign): Text {
  return t(texts.map((x) => x.zh).join(sign), texts.map((x) => x.en).join(en))
}

export function phrase(
  zh: (say: (i: number) => string) => string,
  en: (say: (i: number) => string) => string,
  texts: readonly Text[],
): Text {
  return t(
    zh((i) => texts[i]?.zh ?? ''),
    en((i) => texts[i]?.en ?? ''),
  )
}

export function sameType(a: ValueType, b: ValueType): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === 'quantity' && b.kind === 'quantity') return a.unit === b.unit
  return true
}

/** One type that holds all of them: equal kinds, choices united. */
export function unite(types: readonly ValueType[]): ValueType {
  const [first, ...rest] = types
  if (!first) throw misfit('规则里有一处没有任何值。', 'A place in the rule has no value at all.')
  for (const other of rest) {
    if (!sameType(first, other))
      throw misfit(
        `同一处的值有的是 ${first.kind}，有的是 ${other.kind}。请统一。`,
        `The values of one place are partly ${first.kind}, partly ${other.kind}. Make them one kind.`,
      )
  }
  if (first.kind !== 'choice') return first
  return {
    kind: 'choice',
    options: Object.assign({}, ...types.map((x) => (x.kind === 'choice' ? x.options : {}))),
  }
}
