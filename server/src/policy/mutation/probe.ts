/** Whether a mutant differs from its policy at all: both are read over many random situations. */
import type { Facts, Node, Parameters, Tree } from '#expression'
import { decodeFacts, evaluateNode, nodesOf, sameReading } from '#expression'
import type { Assessment } from '../assess.ts'
import { assess } from '../assess.ts'
import type { Policy } from '../define.ts'
import { defaultBook, lookUp, openParameters } from '../lookup.ts'
import type { Mutant } from './mutant.ts'
import type { Situation } from './random-facts.ts'

/** A situation in which mutant and policy answer differently, with both answers. */
export type Witness = Situation & { readonly policySays: Answer; readonly mutantSays: Answer }
export type Answer = Pick<Assessment, 'status' | 'result' | 'missing'>

type Met = {
  readonly situation: Situation
  readonly facts: Facts
  readonly parameters: Parameters
  answer(): Assessment
}

/** Looks for a difference; the situations are read once for all mutants of the policy. */
export function openProbe(
  policy: Policy,
  situations: readonly Situation[],
): (mutant: Mutant) => Witness | undefined {
  const met = situations.flatMap((situation) => meet(policy, situation) ?? [])
  const closed = closedNodes(policy.tree)
  return (mutant) => {
    const local = mutant.at && closed.has(mutant.at.before) ? mutant.at : undefined
    for (const one of met) {
      if (local && alikeHere(local, one)) continue
      const found = tell(mutant.policy, one.situation)
      const own = one.answer()
      if (summary(own) !== summary(found))
        return { ...one.situation, policySays: said(own), mutantSays: said(found) }
    }
    return undefined
  }
}

/** Undefined outside the time in which the policy is in force. */
function meet(policy: Policy, situation: Situation): Met | undefined {
  const answer = tell(policy, situation)
  if (answer.problems.some(({ code }) => code === 'policy.notInForce' || code.startsWith('fact.')))
    return undefined
  const book = defaultBook(policy)
  const { facts } = decodeFacts(policy.tree.facts, situation.given)
  const parameters = answer.on
    ? lookUp(policy.tree, answer.on, { book, overrides: situation.parameters })
    : openParameters(policy.tree, [])
  return { situation, facts, parameters, answer: () => answer }
}

function tell(policy: Policy, { given, on, parameters }: Situation): Assessment {
  return assess(policy, given, { on, overrides: parameters, trace: false })
}

/** Where the changed node gives the same, all above it does. */
function alikeHere({ before, after }: { before: Node; after: Node }, given: Met): boolean {
  const [a, b] = [evaluateNode(before, given), evaluateNode(after, given)]
  return a.state === 'unknown' || a.state === 'problem'
    ? JSON.stringify(a) === JSON.stringify(b)
    : sameReading(a, b)
}

function summary({ status, result, missing, missingParameters, problems, checks }: Assessment): string {
  const codes = problems.map(({ code }) => code)
  const held = checks.map(({ id, state, holds }) => [id, state, holds])
  return JSON.stringify([status, result, missing, missingParameters, codes, held])
}

function said({ status, result, missing }: Assessment): Answer {
  return { status, result, missing }
}

/** Nodes whose value does not hang on an element of a list or the state of a repeat. */
function closedNodes(tree: Tree): ReadonlySet<Node> {
  const free = new Map<Node, ReadonlySet<string>>()
  const all = new Set<unknown>(nodesOf(tree))
  for (const node of nodesOf(tree)) {
    const names = new Set(node.kind === 'bound' ? [node.name] : [])
    for (const part of partsOf(node, all)) for (const name of free.get(part) ?? []) names.add(name)
    if ('item' in node) names.delete(node.item)
    if ('state' in node) names.delete(node.state)
    free.set(node, names)
  }
  return new Set(nodesOf(tree).filter((node) => free.get(node)?.size === 0))
}

function partsOf(value: object, all: ReadonlySet<unknown>): readonly Node[] {
  return Object.values(value).flatMap((inner: unknown): readonly Node[] => {
    if (typeof inner !== 'object' || inner === null) return []
    return all.has(inner) ? [inner as Node] : partsOf(inner, all)
  })
}
