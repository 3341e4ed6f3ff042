/** A tree as JSON and back, and its canonical text: what makes two rules the same rule. */
import { t } from '../label.ts'
import { Problem } from '../problem.ts'
import type { CheckNode, Node, StepNode, Tree } from './node.ts'
import type { Json } from './shared-parts.ts'
import { shareParts, unshareParts } from './shared-parts.ts'

/** A stored tree: steps and checks stand once, in `named`, and are referred to by id; other equal parts once, in `parts` (older ones have none). */
export type StoredTree = { readonly [key: string]: Json }

/** The tree as JSON, labels included, whatever occurs more than once written once. Throws `expression.doubledStep` where one id names two steps. */
export function store(tree: Tree): StoredTree {
  return shareParts(written(tree))
}

function written(tree: Tree): StoredTree {
  const body = plain(tree, reference) as StoredTree
  return { ...body, named: [...namedIn(tree).values()] }
}

/** All steps and checks by id, each with inner ones replaced by references; operands before what uses them. */
function namedIn(tree: Tree): ReadonlyMap<string, Json> {
  const found = new Map<string, Json>()
  const origin = new Map<string, Node>()
  const visit = (node: StepNode | CheckNode): Json => {
    const earlier = origin.get(node.id)
    if (earlier && earlier !== node && !sameNode(earlier, node)) throw doubled(node.id)
    if (!earlier) {
      origin.set(node.id, node)
      const json = plain({ ...node }, visit, true)
      found.set(node.id, json)
    }
    return reference(node)
  }
  plain(tree, visit)
  return found
}

function reference(node: StepNode | CheckNode): Json {
  return { ref: node.id }
}

function sameNode(a: Node, b: Node): boolean {
  return sorted(plain({ ...a }, reference, true)) === sorted(plain({ ...b }, reference, true))
}

function doubled(id: string): Problem {
  return new Problem({
    code: 'expression.doubledStep',
    status: 422,
    text: t(
      `规则里有两个不同的步骤都叫“${id}”。请改其中一个的名字。`,
      `Two different steps of the rule are called "${id}". Rename one of them.`,
    ),
    details: { id },
  })
}

/** Copies data; a step or check below the top is given to `named`. */
function plain(value: unknown, named: (node: StepNode | CheckNode) => Json, top = false): Json {
  if (Array.isArray(value)) return value.map((item) => plain(item, named))
  if (typeof value !== 'object' || value === null) return value as Json
  if (!top && isNamed(value)) return named(value)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner, named)]))
}

function isNamed(value: object): value is StepNode | CheckNode {
  const { kind, id } = value as { kind?: unknown; id?: unknown }
  return (kind === 'step' || kind === 'check') && typeof id === 'string'
}

/**
 * The inverse of `store`. Equal parts become one node, so that a tree has the same nodes, and its bitmap the same layout,
 * however often it is stored and restored.
 */
export function restore(stored: StoredTree): Tree {
  const { named, ...body } = unshareParts(stored)
  const memory: Memory = { steps: new Map(), parts: new Map() }
  for (const json of named as readonly { readonly id: string }[]) {
    memory.steps.set(json.id, resolve(json as unknown as Json, memory))
  }
  return resolve(body, memory) as Tree
}

type Memory = { readonly steps: Map<string, unknown>; readonly parts: Map<string, unknown> }

function resolve(json: Json, memory: Memory): unknown {
  if (Array.isArray(json)) return json.map((item: Json) => resolve(item, memory))
  if (typeof json !== 'object' || json === null) return json
  const { ref, kind } = json as { ref?: unknown; kind?: unknown }
  if (typeof ref === 'string' && Object.keys(json).length === 1) return memory.steps.get(ref)
  const build = () =>
    Object.fromEntries(Object.entries(json).map(([key, inner]) => [key, resolve(inner, memory)]))
  return typeof kind === 'string' ? interned(sorted(json), memory, build) : build()
}

function interned(key: string, { parts }: Memory, build: () => unknown): unknown {
  const known = parts.get(key)
  if (known !== undefined) return known
  const part = build()
  parts.set(key, part)
  return part
}

/** Words, which a rule may change without becoming another rule. */
const words = new Set(['label', 'message', 'called', 'quote'])

/** Canonical JSON: keys sorted, no labels; options of a choice by name only. Hash this text (`policy` does). */
export function canonical(tree: Tree | StoredTree): string {
  const stored = 'named' in tree ? unshareParts(tree as StoredTree) : written(tree as Tree)
  return sorted(withoutWords(stored))
}

function withoutWords(json: Json): Json {
  if (Array.isArray(json)) return json.map(withoutWords)
  if (typeof json !== 'object' || json === null) return json
  const kept = Object.entries(json).filter(([key, inner]) => !(words.has(key) && !isDeclaration(inner)))
  return Object.fromEntries(
    kept.map(([key, inner]) => [
      key,
      key === 'options' ? Object.keys(inner as object).sort() : withoutWords(inner as Json),
    ]),
  )
}

/** A fact or a field may itself be called `label`: then it holds a type, which words do not. */
function isDeclaration(json: Json): boolean {
  return typeof json === 'object' && json !== null && ('type' in json || 'kind' in json || 'node' in json)
}

function sorted(json: Json): string {
  if (Array.isArray(json)) return `[${json.map(sorted).join(',')}]`
  if (typeof json !== 'object' || json === null) return JSON.stringify(json)
  const keys = Object.keys(json).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${sorted((json as { [k: string]: Json })[key] as Json)}`).join(',')}}`
}
