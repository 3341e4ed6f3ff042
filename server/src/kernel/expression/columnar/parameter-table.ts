/** A parameter's table over all spans: finds the place of a row by the codes of its keys. */

import { isDay } from '../../day.ts'
import type { ParameterNode } from '../node.ts'
import type { ParameterRow, ValueType } from '../types.ts'
import type { KeyUse } from '../values/key.ts'
import { byRank, keyFits } from '../values/key.ts'
import { cellOf, isTextual, valueIn } from './cell.ts'
import { codeOfDay } from './day-code.ts'
import { NotColumnar } from './emitter.ts'
import type { Words } from './words.ts'

/** Places are those in `values`; -1 where no row fits. */
export type Lookup = {
  readonly values: Float64Array
  readonly dens: Float64Array
  /** Where the rows of each span begin, and the codes of each key; undefined where a key is compared as text. */
  readonly starts: Int32Array
  readonly codes: readonly (Int32Array | undefined)[]
  find(span: number, a: number, b: number, c: number): number
  /** With open keys: the place of a row whose value every row that they could mean has; else -1. */
  findOpen(span: number, a: number, b: number, c: number, sa: number, sb: number, sc: number): number
}

type Given = { readonly spans: readonly (readonly ParameterRow[])[]; readonly words: Words }

const MOST_KEYS = 3

export function lookupOf(node: ParameterNode, types: readonly ValueType[], { spans, words }: Given): Lookup {
  if (node.keys.length > MOST_KEYS) throw new NotColumnar(`"${node.name}" has more than ${MOST_KEYS} keys`)
  const uses = node.keys.map(({ key }, k): KeyUse => ({ ...key, type: types[k] as ValueType }))
  const sorted = spans.map((rows) => byRank(rows, uses)) // the first row that fits is then the best
  const all = sorted.flat()
  const starts = Int32Array.from([0, ...sorted.map((rows) => rows.length)])
  for (let k = 1; k < starts.length; k++) starts[k] = (starts[k] as number) + (starts[k - 1] as number)
  const cells = all.map(({ value }) => cellOf(value, node.of, words))
  const keysOf = node.keys.map(({ key }) => all.map((row) => row.keys[key.name] ?? ''))
  const codes = node.keys.map(({ key }, k) =>
    codesOf(keysOf[k] as string[], key.match, types[k] as ValueType, words),
  )
  const tests = node.keys.map(({ key }, k) =>
    testOf(codes[k], keysOf[k] as string[], key.match, { type: types[k] as ValueType, words }),
  )
  const [one, two, three] = tests
  const find = (span: number, a: number, b: number, c: number): number => {
    const end = starts[span + 1] as number
    for (let at = starts[span] as number; at < end; at++)
      if ((!one || one(at, a)) && (!two || two(at, b)) && (!three || three(at, c))) return at
    return -1
  }
  const values = Float64Array.from(cells, ({ value }) => value)
  const dens = Float64Array.from(cells, ({ den }) => den)
  const options = node.keys.map(({ key }, k) => optionsOf(types[k] as ValueType, key.match, words))
  return { values, dens, starts, codes, find, findOpen: openFinder({ find, values, dens, options }) }
}

type Test = (at: number, key: number) => boolean
type Match = 'exact' | 'from'

/** Whether keys of such a kind can be compared as codes: words that must be equal, and days. */
export function isCoded(type: ValueType, match: Match): boolean {
  return type.kind === 'day' || (isTextual(type) && match === 'exact')
}

/** The codes of the rows' keys. An empty day comes before all. */
function codesOf(
  keys: readonly string[],
  match: Match,
  type: ValueType,
  words: Words,
): Int32Array | undefined {
  if (!isCoded(type, match)) return undefined
  if (type.kind !== 'day') return Int32Array.from(keys, (key) => words.code(key))
  if (!keys.every((key) => key === '' || isDay(key)))
    throw new NotColumnar('a table has a key that is no day')
  return Int32Array.from(keys, (key) => (key === '' ? 0 : codeOfDay(key)))
}

/** Whether a row's key fits the code of a subject's. */
function testOf(
  codes: Int32Array | undefined,
  keys: readonly string[],
  match: Match,
  { type, words }: { type: ValueType; words: Words },
): Test {
  if (codes)
    return match === 'from' ? (at, key) => (codes[at] as number) <= key : (at, key) => codes[at] === key
  return (at, key) => keyFits(keys[at] as string, valueIn({ value: key, den: 1 }, type, words), type, match)
}

/** What an open key could be; undefined where it cannot be listed. */
function optionsOf(type: ValueType, match: 'exact' | 'from', words: Words): Int32Array | undefined {
  if (type.kind !== 'choice' || match !== 'exact') return undefined
  return Int32Array.from(Object.keys(type.options), (name) => words.code(name))
}

type Open = Pick<Lookup, 'find' | 'values' | 'dens'> & { options: readonly (Int32Array | undefined)[] }

/** Goes through every combination: for each key its one code, or each option while it is open. */
function openFinder({ find, values, dens, options: [one, two, three] }: Open): Lookup['findOpen'] {
  return (span, a, b, c, sa, sb, sc) => {
    const [x, y, z] = [waysOf(one, sa), waysOf(two, sb), waysOf(three, sc)]
    let found = -1
    for (let k = 0; k < x * y * z; k++) {
      const [ka, kb, kc] = [k % x, Math.floor(k / x) % y, Math.floor(k / (x * y))]
      const at = find(span, codeIn(one, sa, ka, a), codeIn(two, sb, kb, b), codeIn(three, sc, kc, c))
      if (at < 0) return -1
      if (found >= 0 && (values[at] !== values[found] || dens[at] !== dens[found])) return -1
      found = at
    }
    return found
  }
}

/** How many codes a key may have; none where they cannot be listed. */
function waysOf(options: Int32Array | undefined, state: number): number {
  return state === 0 ? 1 : (options?.length ?? 0)
}

function codeIn(options: Int32Array | undefined, state: number, k: number, code: number): number {
  return state === 0 ? code : (options?.[k] ?? 0)
}
