/**
 * Which rows are compared at all: those that agree in one of a few keys. A key is a number of 32 bits, 0 = none; two rows
 * that agree by accident are compared too and score nothing.
 */
import type { NameForms, NameKind } from './names.ts'
import { nameForms } from './names.ts'
import { numberForms } from './numbers.ts'
import type { PassTable } from './table.ts'

/** The parts of keys for every row, as numbers. */
type Parts = Record<'number' | 'tail' | 'sound' | 'shape' | 'birth' | 'village', Uint32Array>

/** Names of the keys, in the order in which they are tried; one more for each mark. */
export const keyNames = [
  'number',
  'birth+village',
  'sound+birth',
  'shape+birth',
  'sound+village',
  'shape+village',
  'sound+tail',
] as const

/** All keys of all rows: one array a key. */
export function blockKeys(table: PassTable, kind: NameKind): Uint32Array[] {
  const parts = partsOf(table, kind)
  const { sound, shape, birth, village, number, tail } = parts
  const pairs: [Uint32Array, Uint32Array][] = [
    [birth, village],
    [sound, birth],
    [shape, birth],
    [sound, village],
    [shape, village],
    [sound, tail],
    ...table.marks.map((list): [Uint32Array, Uint32Array] => [
      sound,
      Uint32Array.from(list, (text) => hashOf(text)),
    ]),
  ]
  return [number, ...pairs.map(([a, b], salt) => a.map((one, i) => mix(one, b[i] ?? 0, salt)))]
}

function partsOf(table: PassTable, kind: NameKind): Parts {
  const count = table.ids.length
  const forms = new Map<string, readonly [number, number]>()
  const parts = Object.fromEntries(
    ['number', 'tail', 'sound', 'shape', 'birth', 'village'].map((name) => [name, new Uint32Array(count)]),
  ) as Parts
  for (let i = 0; i < count; i++) {
    const [sound, shape] = nameParts(table.names[i] ?? null, kind, forms)
    parts.sound[i] = sound
    parts.shape[i] = shape
    parts.birth[i] = hashOf(table.births[i] ?? null)
    parts.village[i] = (table.areas[i]?.length ?? 0) >= 12 ? hashOf(table.areas[i]?.slice(0, 12) ?? null) : 0
    const number = numberForms(table.numbers[i], kind)
    parts.number[i] = hashOf(number?.whole ?? number?.text ?? null)
    parts.tail[i] = hashOf((number?.whole ?? number?.text)?.slice(-4) ?? null)
  }
  return parts
}

function nameParts(name: string | null, kind: NameKind, kept: Map<string, readonly [number, number]>) {
  if (name === null) return [0, 0] as const
  const known = kept.get(name)
  if (known) return known
  const forms: NameForms = nameForms(name, kind)
  const made = [hashOf(forms.nearSound), hashOf(forms.shape)] as const
  kept.set(name, made)
  return made
}

/** FNV-1a over UTF-16 units; 0 is kept for "none". */
export function hashOf(text: string | null): number {
  if (text === null || text === '') return 0
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0 || 1
}

/** Two parts as one key; none where either is missing. */
function mix(a: number, b: number, salt: number): number {
  if (a === 0 || b === 0) return 0
  let hash =
    Math.imul(a ^ (b >>> 15) ^ Math.imul(b, 0x85ebca6b), 0xc2b2ae35) + Math.imul(salt + 1, 0x27d4eb2f)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0x85ebca6b)
  return (hash ^ (hash >>> 16)) >>> 0 || 1
}

/** Rows in the order of one key: runs of equal keys stand together. Rows without a key are left out. */
export function inOrder(keys: Uint32Array): Uint32Array {
  const wide = new Float64Array(keys.length)
  let used = 0
  // A key of 29 bits and an index of 24 fit in a number exactly; what the key loses only makes a few more comparisons.
  for (let i = 0; i < keys.length; i++) if (keys[i] !== 0) wide[used++] = ((keys[i] ?? 0) >>> 3) * 2 ** 24 + i
  const sorted = wide.subarray(0, used).sort()
  return Uint32Array.from(sorted, (both) => both % 2 ** 24)
}
