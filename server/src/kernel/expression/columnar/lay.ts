/** Facts in wire form as columns, subject by subject: for tests, the laboratory and small numbers. */
import type { Tree } from '../node.ts'
import { yes } from '../reading.ts'
import type { FieldTypes, ListValue, Reading, RecordValue, ValueType } from '../types.ts'
import { decode, decodeFacts } from '../wire.ts'
import type { Cell } from './cell.ts'
import { cellOf, isTextual } from './cell.ts'
import type { Column, Columns, ListColumn } from './column.ts'
import { isExact } from './numbers.ts'
import { stateOf } from './outcome.ts'
import type { Words } from './words.ts'

/** Lays decoded facts into columns. */
export function layFacts(
  tree: Pick<Tree, 'facts'>,
  words: Words,
  rows: readonly Readonly<Record<string, unknown>>[],
): Columns {
  const decoded = rows.map((wire) => decodeFacts(tree.facts, wire).facts)
  const facts = Object.entries(tree.facts).map(([name, { type }]) => {
    const readings = decoded.map((of) => of[name] as Reading)
    return [
      name,
      type.kind === 'list' ? layList(readings, type.fields, words) : layCells(readings, type, words),
    ]
  })
  return { count: rows.length, words, facts: Object.fromEntries(facts) }
}

/** Readings of one kind as a column. */
export function layCells(readings: readonly Reading[], type: ValueType, words: Words): Column {
  const cells = readings.map((r) =>
    r.state === 'known' ? cellOf(r.value, type, words) : { value: 0, den: 1 },
  )
  const values = arrayFor(type, readings.length)
  cells.forEach(({ value }, i) => {
    values[i] = value
  })
  const findings = new Map([...readings.entries()].filter(([, r]) => r.state === 'problem'))
  return {
    values,
    ...(isExact(type) ? { dens: Float64Array.from(cells, ({ den }) => den) } : {}),
    ...(readings.every((r) => r.state === 'known') ? {} : { states: Uint8Array.from(readings, stateOf) }),
    ...(findings.size > 0 ? { findings } : {}),
  }
}

/** Cells in wire form as a column; equal plain cells are decoded once. */
export function layWire(
  cells: readonly unknown[],
  type: ValueType,
  { words, name }: { words: Words; name: string },
): Column {
  const seen = new Map<unknown, Laid>()
  const at = { path: name, label: { zh: name, en: name } }
  const values = arrayFor(type, cells.length)
  const dens = isExact(type) ? new Float64Array(cells.length).fill(1) : undefined
  const findings = new Map<number, Reading>()
  let of: Uint8Array | undefined
  for (let i = 0; i < cells.length; i++) {
    const wire = cells[i]
    const { reading, cell } = seen.get(wire) ?? laid(decode(wire, type, at), type, words)
    if (typeof wire !== 'object' && !seen.has(wire)) seen.set(wire, { reading, cell })
    if (cell) {
      values[i] = cell.value
      if (dens) dens[i] = cell.den
      continue
    }
    of ??= new Uint8Array(cells.length)
    of[i] = stateOf(reading)
    if (reading.state === 'problem') findings.set(i, reading)
  }
  return {
    values,
    ...(dens ? { dens } : {}),
    ...(of ? { states: of } : {}),
    ...(findings.size > 0 ? { findings } : {}),
  }
}

type Laid = { readonly reading: Reading; readonly cell: Cell | undefined }

function laid(reading: Reading, type: ValueType, words: Words): Laid {
  return { reading, cell: reading.state === 'known' ? cellOf(reading.value, type, words) : undefined }
}

/** The array that holds cells of a kind. */
export function arrayFor(type: ValueType, count: number): Float64Array | Int32Array | Uint8Array {
  if (type.kind === 'boolean') return new Uint8Array(count)
  return type.kind === 'day' || isTextual(type) ? new Int32Array(count) : new Float64Array(count)
}

function layList(readings: readonly Reading[], fields: FieldTypes, words: Words): ListColumn {
  const lists = readings.map((r) => (r.state === 'known' ? (r.value as ListValue).elements : []))
  const broken = new Map<number, ListValue>()
  const records: RecordValue[] = []
  const offsets = new Int32Array(readings.length + 1)
  for (const [i, elements] of lists.entries()) {
    if (elements.some((e) => e.present !== yes)) broken.set(i, { elements })
    else records.push(...elements.map((e) => e.record))
    offsets[i + 1] = records.length
  }
  const columns = Object.entries(fields).map(([name, { type }]) => {
    const cells = records.map((record) => record.fields[name] as Reading)
    return [name, layCells(cells, type, words)]
  })
  const findings = new Map([...readings.entries()].filter(([, r]) => r.state === 'problem'))
  return {
    offsets,
    fields: Object.fromEntries(columns),
    ...(readings.every((r) => r.state === 'known') ? {} : { states: Uint8Array.from(readings, stateOf) }),
    ...(findings.size > 0 ? { findings } : {}),
    ...(broken.size > 0 ? { broken } : {}),
  }
}
