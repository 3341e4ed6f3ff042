/** The second reading: why. Lines in the order of reasoning, each with value, formula, clause and parameter; rendering is elsewhere. */
import type { Citation } from '../citation.ts'
import type { Text } from '../label.ts'
import { t } from '../label.ts'
import type { Surroundings } from './evaluate.ts'
import { makeRun, typeOf } from './evaluate.ts'
import type { Folded, Reasoning, Run, Say } from './kinds/rule.ts'
import { kindRule } from './kinds/table.ts'
import type { Node, Tree } from './node.ts'
import type { Finding, Reading, ValueType } from './types.ts'
import type { Wire } from './values/rule.ts'
import { formatValue } from './values/table.ts'
import { encodeReading } from './wire.ts'

export type LineKind = 'result' | 'step' | 'check' | 'fact' | 'parameter' | 'pass'

/** One line of a calculation sheet. */
export type Explanation = {
  readonly id: string
  readonly kind: LineKind
  readonly label: Text
  readonly state: Reading['state']
  readonly value: Wire
  /** The value as an office would write it; unknown and 不适用 in words. */
  readonly text: Text
  readonly type: ValueType['kind']
  /** How it was computed, with the values put in: `征地日 2023-06-30 − 出生日期 1968-06-12，按周岁`. */
  readonly formula?: Text
  readonly citation?: Citation
  readonly parameter?: {
    readonly key: string
    readonly value: unknown
    readonly from: string
    readonly citation?: Citation
  }
  readonly fact?: { readonly name: string; readonly source?: FactOrigin }
  readonly check?: { readonly severity: 'warning' | 'refusal'; readonly message: Text }
  readonly branch?: { readonly taken: number; readonly reason: Text; readonly citation?: Citation }
  readonly notTaken?: readonly { readonly label: Text; readonly reason: Text; readonly citation?: Citation }[]
  readonly missing?: readonly string[]
  readonly missingParameters?: readonly string[]
  readonly findings?: readonly Finding[]
  /** The same line stands above in full. */
  readonly repeated?: true
  readonly children: readonly Explanation[]
}

/** Where a fact comes from: words, and a place that the window can open. */
export type FactOrigin = {
  readonly label: Text
  readonly register?: string
  readonly id?: string
  readonly field?: string
  readonly asOf?: string
}
export type FactOrigins = Readonly<Record<string, FactOrigin>>

type Context = { readonly origins: FactOrigins; readonly seen: Set<Node> }

/** One explanation for each result, in the order of declaration. */
export function explain(
  tree: Tree,
  surroundings: Surroundings,
  origins: FactOrigins = {},
): readonly Explanation[] {
  const run = makeRun(surroundings, () => {})
  const context: Context = { origins, seen: new Set() }
  return Object.entries(tree.results).map(([id, { label, node }]) => ({
    ...line(node, run, context, { id, kind: 'result', label }),
    id,
    label,
  }))
}

type Heading = { readonly id: string; readonly kind: LineKind; readonly label: Text }

/** A line for a node: its own if the node is named, else under the heading given. */
function line(node: Node, run: Run, context: Context, heading: Heading): Explanation {
  const own = named(node)
  const reading = run(node)
  const base = { ...(own ?? heading), ...valuePart(reading, node), ...particulars(node, run, context) }
  if (own && context.seen.has(node)) return { ...base, repeated: true, children: [] }
  if (own) context.seen.add(node)
  const inner = node.kind === 'step' || node.kind === 'check' ? node.of : node
  if (own && inner === node && kindRule(node).parts(node).length === 0) return { ...base, children: [] }
  const why = gather(inner, run)
  return { ...base, formula: words(inner, run), ...branchOf(why, run), children: linesBelow(why, context) }
}

/** What a named node is called, and as what it is shown. */
function named(node: Node): Heading | undefined {
  const heading = headings[node.kind as keyof typeof headings] as ((node: Node) => Heading) | undefined
  return heading?.(node)
}

type Of<K extends Node['kind']> = Extract<Node, { kind: K }>

const headings = {
  step: (node: Of<'step'>): Heading => ({ id: node.id, kind: 'step', label: node.label }),
  check: (node: Of<'check'>): Heading => ({ id: node.id, kind: 'check', label: node.label }),
  fact: (node: Of<'fact'>): Heading => ({ id: node.name, kind: 'fact', label: node.label }),
  parameter: (node: Of<'parameter'>): Heading => ({ id: node.name, kind: 'parameter', label: node.label }),
}

/** What only this kind of line has. */
function particulars(node: Node, run: Run, context: Context): Partial<Explanation> {
  if (node.kind === 'step') return node.cite ? { citation: node.cite } : {}
  if (node.kind === 'check')
    return {
      check: { severity: node.severity, message: node.message },
      ...(node.cite ? { citation: node.cite } : {}),
    }
  if (node.kind === 'fact')
    return {
      fact: {
        name: node.name,
        ...(context.origins[node.name] ? { source: context.origins[node.name] } : {}),
      },
    }
  return node.kind === 'parameter' ? parameterOf(node, run) : {}
}

function parameterOf(node: Of<'parameter'>, run: Run): Partial<Explanation> {
  const found = run.parameters[node.name]
  if (found?.state !== 'known') return {}
  const value = node.keys.length === 0 ? found.wire : encodeReading(run(node), node.of)
  return {
    parameter: {
      key: node.name,
      value,
      from: found.from,
      ...(found.citation ? { citation: found.citation } : {}),
    },
    ...(found.citation ? { citation: found.citation } : {}),
  }
}

function valuePart(reading: Reading, node: Node) {
  const type = typeOf(node)
  return {
    state: reading.state,
    value: encodeReading(reading, type),
    text: readingText(reading, type),
    type: type.kind,
    ...lackOf(reading),
  }
}

function lackOf(reading: Reading): Partial<Explanation> {
  if (reading.state === 'problem') return { findings: reading.findings }
  return reading.state === 'unknown'
    ? { missing: reading.missing, missingParameters: reading.missingParameters }
    : {}
}

/** A reading in words: `50,000.00 元`, `不详`, `不适用`. */
export function readingText(reading: Reading, type: ValueType): Text {
  if (reading.state === 'known') return formatValue(reading.value, type)
  return stateWords[reading.state]
}

const stateWords = {
  na: t('不适用', 'not applicable'),
  unknown: t('不详', 'not known'),
  problem: t('有问题', 'has a problem'),
}

/** The reasoning of a node together with that of the nameless operands that it used. */
type Gathered = {
  readonly lines: readonly { node: Node; run: Run }[]
  readonly passes: readonly { label: Text; node: Node; run: Run }[]
  readonly first?: Reasoning['taken']
  readonly folded: readonly Folded[]
}

function gather(node: Node, run: Run): Gathered {
  const rule = kindRule(node)
  const reasoning: Reasoning = rule.reason?.(node, run, { say: sayer(run), typeOf }) ?? {
    used: hasOwnItem(node) ? rule.parts(node).slice(0, 1) : rule.parts(node),
  }
  const below = reasoning.used.map((part) =>
    named(part) ? { lines: [{ node: part, run }], passes: [], folded: [] } : gather(part, run),
  )
  return {
    lines: below.flatMap((b) => b.lines),
    passes: [...below.flatMap((b) => b.passes), ...(reasoning.passes ?? [])],
    first: reasoning.taken ?? below.find((b: Gathered) => b.first)?.first,
    folded: [...(reasoning.folded ?? []), ...below.flatMap((b) => b.folded)],
  }
}

/** Bodies over list elements make sense per element only; without passes just the list is shown. */
function hasOwnItem(node: Node): boolean {
  return 'item' in node
}

function linesBelow(why: Gathered, context: Context): readonly Explanation[] {
  const parts = why.lines.filter(({ node }, i) => why.lines.findIndex((other) => other.node === node) === i)
  const lines = parts.map((part) => line(part.node, part.run, context, named(part.node) as Heading))
  const passes = why.passes.map((pass, i) =>
    line(
      pass.node,
      pass.run,
      { ...context, seen: new Set() },
      { id: `${i + 1}`, kind: 'pass', label: pass.label },
    ),
  )
  return [...lines, ...passes]
}

function branchOf(why: Gathered, run: Run): Partial<Explanation> {
  const notTaken = why.folded.map((f) => ({
    label: foldedLabel(f.node, run),
    reason: f.reason,
    ...(f.cite ? { citation: f.cite } : {}),
  }))
  const branch = why.first
    ? {
        branch: {
          taken: why.first.branch,
          reason: why.first.reason,
          ...(why.first.cite ? { citation: why.first.cite } : {}),
        },
      }
    : {}
  return { ...branch, ...(notTaken.length > 0 ? { notTaken } : {}) }
}

/** A branch is named by its value where that is a word, else by its formula. */
function foldedLabel(node: Node, run: Run): Text {
  return named(node)?.label ?? kindRule(node).words(node, sayer(run), { run: run.speculative, typeOf })
}

function words(node: Node, run: Run): Text {
  const own = named(node)
  return own && node.kind !== 'parameter'
    ? own.label
    : kindRule(node).words(node, sayer(run), { run, typeOf })
}

/** Operands in a formula: a named one as `出生日期 1968-06-12`, a value of the rule as itself, a formula in brackets where it needs them. */
function sayer(run: Run): Say {
  return (node) => {
    const own = named(node)
    const text = own ? own.label : kindRule(node).words(node, sayer(run), { run, typeOf })
    if (own || node.kind === 'bound' || node.kind === 'field') return withValue(text, node, run)
    return bracketed.has(node.kind) ? t(`（${text.zh}）`, `(${text.en})`) : text
  }
}

const bracketed: ReadonlySet<Node['kind']> = new Set([
  'add',
  'subtract',
  'multiply',
  'divide',
  'and',
  'or',
  'choose',
  'rule',
  'match',
])

function withValue(label: Text, node: Node, run: Run): Text {
  const reading = run.speculative(node)
  const type = typeOf(node)
  if (type.kind === 'boolean' || type.kind === 'record') return booleanWords(label, reading)
  const value = readingText(reading, type)
  return t(`${label.zh} ${value.zh}`, `${label.en} ${value.en}`)
}

/** A condition is said as itself, or as its opposite. */
function booleanWords(label: Text, reading: Reading): Text {
  if (reading.state === 'known')
    return reading.value === false ? t(`${label.zh}：否`, `${label.en}: no`) : label
  const value = reading.state === 'problem' ? stateWords.problem : stateWords[reading.state]
  return t(`${label.zh}：${value.zh}`, `${label.en}: ${value.en}`)
}
