/** What a kernel gives: one column a result, and what led there. */
import { branchesOf, evaluate, type evaluateNode, nodesOf, typeOf } from '../evaluate.ts'
import { kindRule } from '../kinds/table.ts'
import type { Node, Tree } from '../node.ts'
import { known, na, unknown } from '../reading.ts'
import type { Reading, ValueType } from '../types.ts'
import { cellOf, isTextual, valueIn } from './cell.ts'
import { states } from './column.ts'
import { codeOfDay } from './day-code.ts'
import type { Layout } from './emitter.ts'
import { isExact } from './numbers.ts'
import type { Words } from './words.ts'

/** Of one result. Cells as in `Column`, but only those of state `known` hold a value; of the others nothing is said. */
export type ResultColumn = {
  readonly type: ValueType
  readonly states: Uint8Array
  readonly values: Float64Array | Int32Array | Uint8Array
  readonly dens?: Float64Array
}

export type Outcome = {
  readonly count: number
  readonly results: Readonly<Record<string, ResultColumn>>
  /** Over all results: `states.problem` before `states.unknown` before `states.known`. */
  readonly status: Uint8Array
  /** The day of lookup as a code, 0 while open, and the number of its span in the book: the parameter version. */
  readonly on: Int32Array
  readonly span: Int32Array
  /** Branches taken, `bitWords` words a subject; `branchText` reads them. */
  readonly bits: Int32Array
  readonly bitWords: number
  /** Subjects that were evaluated one by one. */
  readonly redone: number[]
}

export function emptyOutcome(tree: Tree, count: number, bitWords: number): Outcome {
  const results = Object.entries(tree.results).map(([name, { node }]) => [
    name,
    resultColumn(typeOf(node), count),
  ])
  return {
    count,
    results: Object.fromEntries(results),
    status: new Uint8Array(count),
    on: new Int32Array(count),
    span: new Int32Array(count),
    bits: new Int32Array(count * bitWords),
    bitWords,
    redone: [],
  }
}

function resultColumn(type: ValueType, count: number): ResultColumn {
  const cells = { type, states: new Uint8Array(count) }
  if (type.kind === 'boolean') return { ...cells, values: new Uint8Array(count) }
  if (type.kind === 'day' || isTextual(type)) return { ...cells, values: new Int32Array(count) }
  const values = new Float64Array(isPlaced(type) ? 0 : count)
  return isExact(type) ? { ...cells, values, dens: new Float64Array(count).fill(1) } : { ...cells, values }
}

/** Records and lists have a state here; what they hold is told by evaluating the one subject. */
export function isPlaced(type: ValueType): boolean {
  return type.kind === 'record' || type.kind === 'list'
}

/** A place for each node with branches, none over the edge of a word. */
export function layoutOf(tree: Tree): { layout: Layout; bitWords: number } {
  const layout = new Map<Node, { word: number; bit: number }>()
  let [word, bit] = [0, 0]
  for (const node of nodesOf(tree)) {
    const count = kindRule(node).branches?.(node) ?? 0
    if (count === 0) continue
    if (bit + count > 32) [word, bit] = [word + 1, 0]
    layout.set(node, { word, bit })
    bit += count
  }
  return { layout, bitWords: word + 1 }
}

/** The bitmap of a subject as the evaluation writes it. */
export function branchText(tree: Tree, layout: Layout, { bits, bitWords }: Outcome, i: number): string {
  const text = branchesOf(tree).map(([node, branch]) => {
    const { word, bit } = layout.get(node) ?? { word: 0, bit: 0 }
    return ((bits[i * bitWords + word] as number) >>> (bit + branch)) & 1
  })
  return text.join('')
}

export function readingAt(
  { type, states: of, values, dens }: ResultColumn,
  i: number,
  words: Words,
): Reading {
  if (of[i] === states.notApplicable) return na
  if (of[i] !== states.known)
    return of[i] === states.unknown ? unknown([]) : { state: 'problem', findings: [] }
  return known(valueIn({ value: values[i] as number, den: dens?.[i] ?? 1 }, type, words))
}

/** Puts what the evaluation of one subject says into the columns. */
export function putEvaluation(
  outcome: Outcome,
  i: number,
  {
    tree,
    layout,
    words,
    surroundings,
  }: {
    tree: Tree
    layout: Layout
    words: Words
    surroundings: Parameters<typeof evaluateNode>[1]
  },
): void {
  const { results, branches } = evaluate(tree, surroundings.facts, surroundings.parameters)
  let m = 0
  for (const [name, reading] of Object.entries(results)) {
    const column = outcome.results[name] as ResultColumn
    putReading(column, i, reading, words)
    m |= column.states[i] as number
  }
  outcome.status[i] = m & 1 ? 1 : m & 2
  outcome.bits.fill(0, i * outcome.bitWords, (i + 1) * outcome.bitWords)
  for (const [k, [node, branch]] of branchesOf(tree).entries()) {
    const { word, bit } = layout.get(node) ?? { word: 0, bit: 0 }
    const at = i * outcome.bitWords + word
    if (branches[k] === '1') outcome.bits[at] = (outcome.bits[at] as number) | (1 << (bit + branch))
  }
}

function putReading(
  { type, states: of, values, dens }: ResultColumn,
  i: number,
  reading: Reading,
  words: Words,
): void {
  of[i] = stateOf(reading)
  const isCell = reading.state === 'known' && !isPlaced(type)
  const { value, den } = isCell ? cellOf(reading.value, type, words) : { value: 0, den: 1 }
  if (!isPlaced(type)) values[i] = value
  if (dens) dens[i] = den
}

export function stateOf(reading: Reading): number {
  return reading.state === 'na' ? states.notApplicable : states[reading.state]
}

/** The code of the day of lookup; 0 while it is open. */
export function dayCodeOf(reading: Reading): number {
  return reading.state === 'known' ? codeOfDay(String(reading.value)) : 0
}
