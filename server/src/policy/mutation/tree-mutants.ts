/** All mutants of a policy's tree: each slip of each node, and of each value at each place where it is written. */
import type { Node, Tree } from '#expression'
import { nodesOf, typeOf } from '#expression'
import { isProblem } from '#kernel'
import { checkTree } from '../checker.ts'
import type { Policy } from '../define.ts'
import { literalSlips, slipsOf } from './kinds.ts'
import type { Change, Mutant } from './mutant.ts'
import { operandsOf, rewrite } from './rewrite.ts'

export type TreeMutants = {
  readonly mutants: readonly Mutant[]
  /** Slips that `definePolicy` itself refuses: units that do not fit, exceptions that overlap, holes. */
  readonly refused: number
  /** Kinds of nodes for which this room knows no slips. */
  readonly strange: readonly string[]
}

export function treeMutants(policy: Policy): TreeMutants {
  const { tree } = policy
  const nodes = nodesOf(tree)
  const strange = new Set<string>()
  const changes = nodes.flatMap((before) => {
    const own = slipsOf(before)
    if (!own) strange.add(before.kind)
    const inPlace = before.kind === 'literal' && !isResult(tree, before) ? [] : (own ?? [])
    return [...inPlace, ...writtenIn(before, tree)].map((change) => ({ before, change }))
  })
  const mutants = changes.flatMap(({ before, change }) => mutantOf(policy, before, change) ?? [])
  return { mutants, refused: changes.length - mutants.length, strange: [...strange] }
}

function isResult(tree: Tree, node: Node): boolean {
  return Object.values(tree.results).some((result) => result.node === node)
}

/** Equal values are one node of the tree and still several places in the rule. */
function writtenIn(node: Node, tree: Tree): readonly Change[] {
  return operandsOf(node, tree).flatMap(({ operand, swap }) =>
    operand.kind === 'literal'
      ? literalSlips(operand).map((change) => ({ ...change, node: swap(change.node) }))
      : [],
  )
}

function mutantOf(policy: Policy, before: Node, { slip, what, node }: Change): Mutant | undefined {
  const tree = rewrite(policy.tree, before, node)
  return isAccepted(policy.id, tree)
    ? { slip, what, policy: { ...policy, tree }, at: { before, after: node } }
    : undefined
}

function isAccepted(id: string, tree: Tree): boolean {
  try {
    for (const node of nodesOf(tree)) typeOf(node)
    checkTree(id, tree)
    return true
  } catch (error) {
    if (isProblem(error)) return false
    throw error
  }
}
