/** The first reading: recursive and direct, the oracle of the other three. Runs in the server and in the browser. */

import { freeNames } from './free-names.ts'
import type { Run, TypeOf } from './kinds/rule.ts'
import { kindRule } from './kinds/table.ts'
import type { Node, Tree } from './node.ts'
import type { After } from './settle.ts'
import type { Facts, Parameters, Reading, ValueType } from './types.ts'

export type Surroundings = { readonly facts: Facts; readonly parameters: Parameters }

export type Evaluation = {
  /** By result name. */
  readonly results: Readonly<Record<string, Reading>>
  /** Branches decided, one character a branch in the order of `branchesOf(tree)`: '1' taken, '0' not. */
  readonly branches: string
}

const types = new WeakMap<Node, ValueType>()

/** Kind of a node's value; throws `expression.type` where operands do not fit. */
export const typeOf: TypeOf = (node) => {
  const known = types.get(node)
  if (known) return known
  const type = kindRule(node).type(node, typeOf)
  types.set(node, type)
  return type
}

/** Evaluates every result of a tree. Never throws for what facts and parameters hold: problems are readings. */
export function evaluate(tree: Tree, facts: Facts, parameters: Parameters, after?: After): Evaluation {
  const taken = new Map<Node, Set<number>>()
  const run = makeRun(
    { facts, parameters },
    (node, branch) => void (taken.get(node) ?? put(taken, node)).add(branch),
    { after },
  )
  const results = Object.entries(tree.results).map(([name, { node }]) => [name, run(node)] as const)
  const branches = branchesOf(tree).map(([node, branch]) => (taken.get(node)?.has(branch) ? '1' : '0'))
  return { results: Object.fromEntries(results), branches: branches.join('') }
}

/** Evaluates one node, for instance the day on which parameters are looked up. */
export function evaluateNode(node: Node, surroundings: Surroundings, after?: After): Reading {
  return readerOf(surroundings, after)(node)
}

/** Evaluates many nodes in the same surroundings, what they share once. */
export function readerOf(surroundings: Surroundings, after?: After): (node: Node) => Reading {
  return makeRun(surroundings, unmarked, { after })
}

function put(taken: Map<Node, Set<number>>, node: Node): Set<number> {
  const set = new Set<number>()
  taken.set(node, set)
  return set
}

type Marker = (node: Node, branch: number) => void

type Scope = {
  readonly bounds?: ReadonlyMap<string, Reading>
  /** The surroundings before `name` was bound: what does not need it is computed there, once for all elements of a list. */
  readonly outside?: { readonly name: string; readonly run: Run }
  readonly after?: After | undefined
}

/** The surroundings of an evaluation; each keeps what it has computed, so a shared part is computed once. */
export function makeRun(
  surroundings: Surroundings,
  decided: Marker,
  { bounds = none, outside, after }: Scope = {},
): Run {
  const done = new Map<Node, Reading>()
  let speculative: Run | undefined
  const run = (node: Node): Reading => {
    const known = done.get(node)
    if (known) return known
    const found = outside && !freeNames(node).has(outside.name) ? outside.run(node) : compute(node)
    done.set(node, found)
    return found
  }
  const compute = (node: Node): Reading => {
    const reading = kindRule(node).evaluate(node, self, typeOf)
    return after && bounds.size === 0 ? after(node, reading) : reading
  }
  const self: Run = Object.assign(run, {
    ...surroundings,
    bound: (name: string) => bounds.get(name),
    with: (name: string, reading: Reading) =>
      makeRun(surroundings, decided, {
        bounds: new Map(bounds).set(name, reading),
        outside: { name, run: self },
        after,
      }),
    decided,
  }) as unknown as Run
  const looking = () =>
    makeRun(surroundings, unmarked, {
      bounds,
      after,
      ...(outside ? { outside: { name: outside.name, run: outside.run.speculative } } : {}),
    })
  // Looking at a branch without taking it: the same values, no marks. Made when first asked for.
  Object.defineProperty(self, 'speculative', {
    get: () => (speculative ??= decided === unmarked ? self : looking()),
  })
  return self
}

const none: ReadonlyMap<string, Reading> = new Map()

/** Marks no branch. */
export function unmarked(): void {}

/** Every branch of the tree in a fixed order: the meaning of the bitmap. */
export function branchesOf(tree: Tree): readonly (readonly [Node, number])[] {
  return remembered(branches, tree, () => listBranches(tree))
}

function listBranches(tree: Tree): readonly (readonly [Node, number])[] {
  return nodesOf(tree).flatMap((node) =>
    Array.from({ length: branchCount(node) }, (_, i) => [node, i] as const),
  )
}

/** Every node once, operands before what uses them, results in the order of their names. */
export function nodesOf(tree: Tree): readonly Node[] {
  return remembered(nodes, tree, () => listNodes(tree))
}

const branches = new WeakMap<Tree, readonly (readonly [Node, number])[]>()
const nodes = new WeakMap<Tree, readonly Node[]>()

/** A tree never changes, so what follows from it alone is computed once. */
function remembered<V>(memory: WeakMap<Tree, V>, tree: Tree, compute: () => V): V {
  const known = memory.get(tree)
  if (known) return known
  const value = compute()
  memory.set(tree, value)
  return value
}

function listNodes(tree: Tree): readonly Node[] {
  const seen = new Set<Node>()
  const visit = (node: Node): void => {
    if (seen.has(node)) return
    for (const part of kindRule(node).parts(node)) visit(part)
    seen.add(node)
  }
  if (tree.on) visit(tree.on)
  for (const name of Object.keys(tree.results).sort()) visit((tree.results[name] as { node: Node }).node)
  return [...seen]
}

/** How many ways a node can go. */
function branchCount(node: Node): number {
  const { branches } = kindRule(node)
  return branches ? branches(node) : 0
}
