/** What follows from a node alone: its operands, whether anything below it branches. */
import { kindRule } from '../kinds/table.ts'
import type { Node } from '../node.ts'

export function partsOf(node: Node): readonly Node[] {
  return kindRule(node).parts(node)
}

const branchy = new WeakMap<Node, boolean>()

/** Whether the node or anything below it has branches. */
export function branchyParts(node: Node): boolean {
  const known = branchy.get(node)
  if (known !== undefined) return known
  const found = kindRule(node).branches !== undefined || partsOf(node).some(branchyParts)
  branchy.set(node, found)
  return found
}
