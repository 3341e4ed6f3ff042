/** Results of many subjects, read by the oracle: state (0 known, 1 not applicable, 2 unknown, 3 problem) and value of each result. */
import type { FactRow, Facts, ParameterRow, Tree } from '#expression'
import { decodeFacts, evaluate, evaluateNode, readingJson, typeOf } from '#expression'
import type { Policy } from '../define.ts'
import type { ParameterBook } from '../lookup.ts'
import { lookUp, openParameters, rowsOf } from '../lookup.ts'

/** What a policy is read with for one subject: facts and parameters of its own papers, in wire form. */
export type Given = {
  readonly id: number
  readonly facts: Readonly<Record<string, unknown>>
  readonly parameters: Readonly<Record<string, unknown>>
  /** The day of lookup, for a policy that names none. */
  readonly on: string
}

/** `[state, value]` by result. */
export type Readings = Readonly<Record<string, unknown>>

/** How a policy is read for many subjects at once; readings by subject. */
export type Reader = (
  policy: Policy,
  book: ParameterBook,
  given: readonly Given[],
) => Promise<ReadonlyMap<number, Readings>>

export const byOracle: Reader = async (policy, book, given) =>
  new Map(given.map((one) => [one.id, oracle(policy, book, one)]))

function oracle({ tree }: Policy, book: ParameterBook, given: Given): Readings {
  const { facts } = decodeFacts(tree.facts, given.facts)
  const day = dayOf(tree, facts, given.on)
  const parameters = day ? lookUp(tree, day, { book, overrides: given.parameters }) : openParameters(tree, [])
  const { results } = evaluate(tree, facts, parameters)
  const entries = Object.entries(tree.results).map(([name, { node }]) => {
    const reading = results[name]
    return [name, reading && readingJson(reading, typeOf(node))]
  })
  return Object.fromEntries(entries)
}

function dayOf(tree: Tree, facts: Facts, on: string): string | undefined {
  if (!tree.on) return on
  const reading = evaluateNode(tree.on, { facts, parameters: {} })
  return reading.state === 'known' ? String(reading.value) : undefined
}

/** A subject as a statement takes it. */
export function factRowOf({ tree }: Policy, { id, facts, parameters, on }: Given): FactRow {
  const own = Object.entries(parameters).map(([key, value]): [string, readonly ParameterRow[]] => [
    key,
    rowsOf(key, tree.parameters[key] as Tree['parameters'][string], value),
  ])
  return { id, facts: decodeFacts(tree.facts, facts).facts, own: Object.fromEntries(own), on }
}
