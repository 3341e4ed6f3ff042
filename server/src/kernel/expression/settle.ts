/**
 * What an answer to a person may add to the evaluation: a fact that nobody has given, but that could only be one of a few
 * words, is tried with each. Where all give the same, that is the answer, and the fact is not missing. The evaluation itself
 * does not do so (nor do columns and SQL): what is kept of a county is what the registers say.
 */
import type { Surroundings } from './evaluate.ts'
import { makeRun, unmarked } from './evaluate.ts'
import type { Run } from './kinds/rule.ts'
import type { Node, Tree } from './node.ts'
import { unknown } from './reading.ts'
import type { Facts, Reading, Value, ValueType } from './types.ts'

/** Ways of filling in the open facts that are tried at most. */
const WAYS = 64

/** Looks at each reading of an evaluation. */
export type After = (node: Node, reading: Reading) => Reading

type Way = { readonly values: readonly Value[]; readonly reading: Reading }

/** Settles readings of a tree. A reading that also lacks a day, an amount or a parameter stays as it is. */
export function settler({ facts }: Pick<Tree, 'facts'>, surroundings: Surroundings): After {
  const runs = new Map<string, Run>()
  const runWith = (names: readonly string[], values: readonly Value[]): Run => {
    const key = JSON.stringify([names, values])
    const known = runs.get(key)
    if (known) return known
    const run = makeRun({ ...surroundings, facts: filled(surroundings.facts, names, values) }, unmarked)
    runs.set(key, run)
    return run
  }
  return (node, reading) => {
    if (reading.state !== 'unknown' || reading.missingParameters.length > 0) return reading
    const names = reading.missing
    const ways = waysOf(names.map((name) => valuesOf(facts[name]?.type)))
    if (ways.length === 0) return reading
    const tried = ways.map((values): Way => ({ values, reading: runWith(names, values)(node) }))
    return settled(names, tried) ?? reading
  }
}

/** The reading that all ways give, else what can still change it; undefined where some way leaves it open. */
function settled(names: readonly string[], ways: readonly Way[]): Reading | undefined {
  const [first] = ways
  if (!first || ways.some(({ reading }) => reading.state === 'unknown')) return undefined
  if (ways.every(({ reading }) => same(reading, first.reading))) return first.reading
  return unknown(names.filter((_, at) => matters(at, ways)))
}

/** Whether two ways that differ in this fact alone give different readings. */
function matters(at: number, ways: readonly Way[]): boolean {
  const groups = new Map<string, Reading>()
  return ways.some(({ values, reading }) => {
    const others = JSON.stringify(values.filter((_, i) => i !== at))
    const before = groups.get(others)
    groups.set(others, before ?? reading)
    return before !== undefined && !same(before, reading)
  })
}

function same(a: Reading, b: Reading): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Undefined where the values of a kind cannot be listed. */
function valuesOf(type: ValueType | undefined): readonly Value[] | undefined {
  if (type?.kind === 'boolean') return [true, false]
  return type?.kind === 'choice' ? Object.keys(type.options) : undefined
}

/** Every combination; none where one of them cannot be listed, or where there are too many. */
function waysOf(choices: readonly (readonly Value[] | undefined)[]): readonly (readonly Value[])[] {
  const listed = choices.filter((values) => values !== undefined)
  const count = listed.reduce((all, values) => all * values.length, 1)
  if (listed.length < choices.length || choices.length === 0 || count > WAYS) return []
  return listed.reduce<readonly (readonly Value[])[]>(
    (all, values) => all.flatMap((some) => values.map((value) => [...some, value])),
    [[]],
  )
}

function filled(facts: Facts, names: readonly string[], values: readonly Value[]): Facts {
  const given = names.map((name, i): [string, Reading] => [
    name,
    { state: 'known', value: values[i] as Value },
  ])
  return { ...facts, ...Object.fromEntries(given) }
}
