/** Which bound names a node needs from outside: an element of a list, the state of a repeat. */
import { kindRule } from './kinds/table.ts'
import type { Node } from './node.ts'

const names = new WeakMap<Node, ReadonlySet<string>>()

export function freeNames(node: Node): ReadonlySet<string> {
  const known = names.get(node)
  if (known) return known
  const found = new Set(node.kind === 'bound' ? [node.name] : [])
  for (const part of kindRule(node).parts(node)) {
    const own = boundIn(node, part)
    for (const name of freeNames(part)) if (name !== own) found.add(name)
  }
  names.set(node, found)
  return found
}

/** The name that a node binds for one of its parts; its list, its start and its number of rounds stand outside. */
function boundIn(node: Node, part: Node): string | undefined {
  if (node.kind === 'repeat') return part === node.next ? node.state : undefined
  return 'item' in node && part !== node.list ? node.item : undefined
}
