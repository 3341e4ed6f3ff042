/** The second reading: why. Lines in the order of reasoning; rendering is elsewhere. */
import type { Citation } from '../citation.ts'
import type { Text } from '../label.ts'
import type { Surroundings } from './evaluate.ts'
import { makeRun, typeOf, unmarked } from './evaluate.ts'
import { denier, formulaOf, readingText, sayer } from './formula.ts'
import type { Folded, Line, Pass, Reasoning, Run } from './kinds/rule.ts'
import { kindRule } from './kinds/table.ts'
import type { Node, Tree } from './node.ts'
import { isFalse } from './reading.ts'
import type { After } from './settle.ts'
import type { Finding, Reading, ValueType } from './types.ts'
import type { Wire } from './values/rule.ts'
import { encodeReading } from './wire.ts'

/** One line of a calculation sheet. */
export type Explanation = Line & {
  readonly state: Reading['state']
  readonly value: Wire
  /** The value as an office would write it; unknown and 不适用 in words. */
  readonly text: Text
  readonly type: ValueType['kind']
  /** How it was computed, with the values put in. */
  readonly formula?: Text
  /** Of a condition that does not hold: what holds instead, where one operand decides only that one. */
  readonly because?: Text
  readonly fact?: { readonly name: string; readonly source?: FactOrigin }
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
  after?: After,
): readonly Explanation[] {
  const run = makeRun(surroundings, unmarked, { after })
  const context: Context = { origins, seen: new Set() }
  return Object.entries(tree.results).map(([id, { label, node }]) => ({
    ...explainNode(node, run, context, { id, kind: 'result', label }),
    id,
    label,
  }))
}

/** A node's line: its own if the kind has one, else under the heading given. */
function explainNode(node: Node, run: Run, context: Context, heading: Line): Explanation {
  const rule = kindRule(node)
  const own = rule.line?.(node, run)
  const base = { ...(own ?? heading), ...valuePart(run(node), node), ...factPart(own, context) }
  if (own && context.seen.has(node)) return { ...base, repeated: true, children: [] }
  if (own) context.seen.add(node)
  if (own && rule.parts(node).length === 0) return { ...base, children: [] }
  const body = rule.body?.(node) ?? node
  const why = gather(body, run)
  const below = why.parts.filter(
    (part, i) => part.pass || why.parts.findIndex((other) => other.node === part.node) === i,
  )
  return {
    ...base,
    formula: told(body, run),
    ...becausePart(body, run),
    ...branchPart(why, run),
    children: below.map((part) => explainPart(part, context)),
  }
}

/** A body that is itself a line (a fact, another step) is told with its value. */
function told(body: Node, run: Run): Text {
  return kindRule(body).line && kindRule(body).parts(body).length === 0
    ? sayer(run)(body)
    : formulaOf(body, run)
}

/** `保障类别 甲类 ≠ 乙类` of three conditions that had to hold together. */
function becausePart(body: Node, run: Run): Partial<Explanation> {
  const rule = kindRule(body)
  if (!rule.denied || rule.line || !isFalse(run(body))) return {}
  const deny = denier(run)
  const used = rule.reason?.(body, run, { run, say: sayer(run), deny, typeOf }).used ?? [body]
  const [first = body] = used
  return { because: deny(used.length < rule.parts(body).length ? first : body) }
}

function valuePart(reading: Reading, node: Node) {
  const type = typeOf(node)
  return {
    state: reading.state,
    value: encodeReading(reading, type),
    text: readingText(reading, type),
    type: type.kind,
    ...lackPart(reading),
  }
}

function lackPart(reading: Reading): Partial<Explanation> {
  if (reading.state === 'problem') return { findings: reading.findings }
  return reading.state === 'unknown'
    ? { missing: reading.missing, missingParameters: reading.missingParameters }
    : {}
}

function factPart(own: Line | undefined, { origins }: Context): Partial<Explanation> {
  if (own?.kind !== 'fact') return {}
  const source = origins[own.id]
  return { fact: source ? { name: own.id, source } : { name: own.id } }
}

/** What a line rests on: nodes with lines of their own, and passes through bodies. */
type Part = { readonly node: Node; readonly run: Run; readonly pass?: Line }
type Gathered = {
  readonly parts: readonly Part[]
  readonly taken?: Reasoning['taken']
  readonly folded: readonly Folded[]
}

/** The reasoning of a node together with that of the nameless operands that it used. */
function gather(node: Node, run: Run): Gathered {
  const rule = kindRule(node)
  const why: Reasoning = rule.reason?.(node, run, { run, say: sayer(run), deny: denier(run), typeOf }) ?? {
    used: rule.parts(node),
  }
  const below = why.used.map(
    (part): Gathered =>
      kindRule(part).line ? { parts: [{ node: part, run }], folded: [] } : gather(part, run),
  )
  return {
    parts: [...below.flatMap((b) => b.parts), ...(why.passes ?? []).map(passPart)],
    taken: why.taken ?? below.find((b) => b.taken)?.taken,
    folded: [...(why.folded ?? []), ...below.flatMap((b) => b.folded)],
  }
}

function passPart({ label, node, run }: Pass, i: number): Part {
  return { node, run, pass: { id: String(i + 1), kind: 'pass', label } }
}

/** Each pass shows its own lines in full: the same step has another value there. */
function explainPart({ node, run, pass }: Part, context: Context): Explanation {
  if (!pass) return explainNode(node, run, context, { id: '', kind: 'step', label: formulaOf(node, run) })
  return { ...explainNode(node, run, { ...context, seen: new Set() }, pass), ...pass }
}

function branchPart({ taken, folded }: Gathered, run: Run): Partial<Explanation> {
  const notTaken = folded.map(({ node, reason, cite }) => ({
    label: kindRule(node).line?.(node, run).label ?? formulaOf(node, run.speculative),
    reason,
    ...(cite ? { citation: cite } : {}),
  }))
  const branch = taken
    ? {
        branch: {
          taken: taken.branch,
          reason: taken.reason,
          ...(taken.cite ? { citation: taken.cite } : {}),
        },
      }
    : {}
  return { ...branch, ...(notTaken.length > 0 ? { notTaken } : {}) }
}
