/** The same tree with one node changed: what does not lie above it stays the same node. */
import type { Node, Tree } from '#expression'
import { nodesOf } from '#expression'

/** The tree with `before` changed into `after` wherever it stands. */
export function rewrite(tree: Tree, before: Node, after: Node): Tree {
  const nodes = new Set<unknown>(nodesOf(tree))
  const done = new Map<unknown, unknown>([[before, after]])
  const copy = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (!nodes.has(value)) return mapped(value, copy)
    if (!done.has(value)) done.set(value, mapped(value, copy))
    return done.get(value)
  }
  const results = Object.entries(tree.results).map(([name, { label, node }]) => [
    name,
    { label, node: copy(node) },
  ])
  return {
    ...tree,
    ...(tree.on ? { on: copy(tree.on) as Node } : {}),
    results: Object.fromEntries(results) as Tree['results'], // `as`: a copy of a node is a node
  }
}

/** The value itself where nothing in it changed. */
function mapped(value: object, copy: (inner: unknown) => unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(copy)
    return items.some((item, i) => item !== value[i]) ? items : value
  }
  const entries = Object.entries(value).map(([key, inner]) => [key, copy(inner)] as const)
  const changed = entries.some(([key, inner]) => inner !== (value as Record<string, unknown>)[key])
  return changed ? Object.fromEntries(entries) : value
}

/** The operands of a node, each with a way to put another in its place; two equal ones are two places. */
export function operandsOf(node: Node, tree: Tree): readonly { operand: Node; swap(by: Node): Node }[] {
  const nodes = new Set<unknown>(nodesOf(tree))
  const found: { operand: Node; swap(by: Node): Node }[] = []
  const visit = (value: unknown, swap: (by: unknown) => unknown, top: boolean): void => {
    if (typeof value !== 'object' || value === null) return
    if (!top && nodes.has(value))
      return void found.push({ operand: value as Node, swap: swap as (by: Node) => Node })
    for (const [key, inner] of Object.entries(value))
      visit(inner, (by) => swap(withPart(value, key, by)), false)
  }
  visit(node, (by) => by, true)
  return found
}

function withPart(value: object, key: string, by: unknown): unknown {
  return Array.isArray(value)
    ? value.map((item, i) => (String(i) === key ? by : item))
    : { ...value, [key]: by }
}
