/** A full pass: all pairs of a register that may be one, each once, with score and reasons. Pure but for time. */
import { setImmediate as breathe } from 'node:timers/promises'
import { invariant } from '#kernel'
import { blockKeys, inOrder } from './blocks.ts'
import type { DuplicateRule } from './declare.ts'
import type { Reason } from './score.ts'
import { possible, scoreLikeness } from './score.ts'
import type { PassTable } from './table.ts'
import { likenessAt } from './table.ts'

/** `low` and `high` are ids, `area` the smallest area that holds both. */
export type FoundPair = { low: number; high: number; area: string; score: number; reasons: readonly Reason[] }

/** `crowded`: blocks of more rows than are compared with each other, with how many rows stood in them: said, never hidden. */
export type PassResult = {
  pairs: FoundPair[]
  compared: number
  crowded: { blocks: number; rows: number }
}

/** Rows of one key beyond which they are not all compared with each other: 2 million comparisons. */
export const crowd = 2000
/** How long the house may wait for a breath. */
const breathMs = 25
/** As many rows as an index of 24 bits can name. */
export const mostRows = 2 ** 24

/** The keys of a pass over a table; `step` compares the rows of one of them. */
export function openPass(table: PassTable, rule: DuplicateRule) {
  invariant(table.ids.length < mostRows, 'a register of one county has fewer rows than 2^24')
  const keys = blockKeys(table, rule.names)
  return {
    steps: keys.length,
    step: (at: number) => comparedBy({ table, rule, keys, at }),
  }
}

/** All steps at once. */
export async function fullPass(table: PassTable, rule: DuplicateRule): Promise<PassResult> {
  const pass = openPass(table, rule)
  const all: PassResult = { pairs: [], compared: 0, crowded: { blocks: 0, rows: 0 } }
  for (let at = 0; at < pass.steps; at++) {
    const found = await pass.step(at)
    for (const pair of found.pairs) all.pairs.push(pair)
    all.compared += found.compared
    all.crowded.blocks += found.crowded.blocks
    all.crowded.rows += found.crowded.rows
  }
  return all
}

type Step = { table: PassTable; rule: DuplicateRule; keys: readonly Uint32Array[]; at: number }

async function comparedBy(step: Step): Promise<PassResult> {
  const found: PassResult = { pairs: [], compared: 0, crowded: { blocks: 0, rows: 0 } }
  const key = step.keys[step.at] as Uint32Array
  const order = inOrder(key)
  let until = performance.now() + breathMs
  for (let from = 0, to = 0; from < order.length; from = to) {
    const value = (key[order[from] as number] as number) >>> 3
    for (to = from + 1; to < order.length && (key[order[to] as number] as number) >>> 3 === value; ) to++
    if (to - from > crowd) {
      found.crowded.blocks++
      found.crowded.rows += to - from
    } else if (to - from > 1) compareBlock(step, order.subarray(from, to), found)
    if (performance.now() > until) {
      await breathe()
      until = performance.now() + breathMs
    }
  }
  return found
}

function compareBlock(step: Step, block: Uint32Array, found: PassResult): void {
  for (let i = 0; i < block.length; i++)
    for (let j = i + 1; j < block.length; j++) {
      const [a, b] = [block[i] as number, block[j] as number]
      if (!metBefore(step, a, b)) comparePair(step, [a, b], found)
    }
}

/** Whether an earlier key has brought these two together: then they have been compared. */
function metBefore({ keys, at }: Step, a: number, b: number): boolean {
  for (let earlier = 0; earlier < at; earlier++) {
    const key = keys[earlier] as Uint32Array
    if (key[a] !== 0 && (key[a] as number) >>> 3 === (key[b] as number) >>> 3) return true
  }
  return false
}

function comparePair({ table, rule }: Step, [a, b]: [number, number], found: PassResult): void {
  found.compared++
  if (table.shared.size > 0 && provedApart(table, a, b)) return
  const marks = rule.marks ?? []
  const { score, reasons } = scoreLikeness(
    likenessAt(table, a, marks),
    likenessAt(table, b, marks),
    rule.names,
  )
  if (score < possible) return
  const [x, y] = [table.ids[a] as number, table.ids[b] as number]
  const area = commonArea(table.areas[a] ?? '', table.areas[b] ?? '')
  if (area) found.pairs.push({ low: Math.min(x, y), high: Math.max(x, y), area, score, reasons })
}

/** One number, and it is proved that two have it. */
function provedApart({ numbers, shared }: PassTable, a: number, b: number): boolean {
  return numbers[a] !== null && numbers[a] === numbers[b] && (shared.get(a) ?? 0) !== (shared.get(b) ?? 0)
}

/** The smallest area that holds both. */
export function commonArea(a: string, b: string): string | null {
  const digits = [15, 12, 9, 6].find((n) => a.length >= n && a.slice(0, n) === b.slice(0, n))
  return digits === undefined ? null : a.slice(0, digits)
}
