/** What follows from a node alone: its operands, the bound names that it needs, whether anything below it branches. */
import { kindRule } from '../kinds/table.ts'
import type { Node } from '../node.ts'

export function partsOf(node: Node): readonly Node[] {
  return kindRule(node).parts(node)
}

const names = new WeakMap<Node, ReadonlySet<string>>()
const branchy = new WeakMap<Node, boolean>()

/** Bound names that a node needs from outside. */
export function freeNames(node: Node): ReadonlySet<string> {
  const known = names.get(node)
  if (known) return known
  const found = new Set(node.kind === 'bound' ? [node.name] : [])
  for (const part of partsOf(node)) {
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

/** Whether the node or anything below it has branches. */
export function branchyParts(node: Node): boolean {
  const known = branchy.get(node)
  if (known !== undefined) return known
  const found = kindRule(node).branches !== undefined || partsOf(node).some(branchyParts)
  branchy.set(node, found)
  return found
}
