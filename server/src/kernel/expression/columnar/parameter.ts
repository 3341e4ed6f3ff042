/** Parameters: the value of the span of days in which the subject's day of lookup lies; a table finds its row by keys. */
import type { ParameterNode } from '../node.ts'
import type { ParameterRow, ValueType } from '../types.ts'
import type { Cell } from './cell.ts'
import { cellOf } from './cell.ts'
import type { Column } from './column.ts'
import { type Emitter, NotColumnar } from './emitter.ts'
import { cell } from './leaf.ts'
import { isExact } from './numbers.ts'
import { isCoded, lookupOf } from './parameter-table.ts'
import type { ColumnarRule } from './rule.ts'
import type { Slot, Standing } from './slot.ts'
import { absorbed, certain, isCertain, may, mayBe, scalar, union } from './slot.ts'
import type { Supply } from './supply.ts'
import { parametersOf } from './supply.ts'
import type { Words } from './words.ts'

export const parameterColumn: ColumnarRule<ParameterNode> = {
  emit: (node, e) => (node.keys.length === 0 ? single(node, e) : keyed(node, e)),
}

/** One value a span; a subject's own value goes before it. */
function single(node: ParameterNode, e: Emitter): Slot {
  const of = (part: keyof SpanCells) => (supply: Supply) => spanCells(supply, node, e.words)[part]
  const read = (part: keyof SpanCells) => `${e.input(`parameter ${node.name} ${part}`, of(part))}[span]`
  const holds = e.shape.parameterHolds(node.name)
  const standing = holds ? certain : { may: may.known | may.unknown, s: e.constant(read('states')) }
  const den = isExact(node.of) ? e.constant(read('dens')) : '1'
  const county = scalar(standing, e.constant(read('values')), den)
  const shape = e.shape.own(node.name)
  if (!shape) return county
  const column = ({ columns }: Supply) => columns.parameters?.[node.name] as Column
  const own = cell(e, { key: `own ${node.name}`, shape, at: 'i' }, column)
  const takes = e.constant(`${own.s} === 0 && span !== open`)
  return {
    ...county,
    s: isCertain(county) ? '0' : e.constant(`${takes} ? 0 : ${county.s}`),
    v: e.constant(`${takes} ? ${own.v} : ${county.v}`),
    d: den === '1' ? '1' : e.constant(`${takes} ? ${own.d} : ${den}`),
  }
}

type SpanCells = { values: Float64Array; dens: Float64Array; states: Uint8Array }

function spanCells({ book }: Supply, node: ParameterNode, words: Words): SpanCells {
  const count = book.spans.length + 1
  const cells = {
    values: new Float64Array(count),
    dens: new Float64Array(count).fill(1),
    states: new Uint8Array(count),
  }
  for (let span = 0; span < count; span++) {
    const found = rowsIn({ book }, node, span)
    if (!found?.[0]) cells.states[span] = may.unknown
    else put(cells, span, cellOf(found[0].value, node.of, words))
  }
  return cells
}

function put(cells: SpanCells, span: number, { value, den }: Cell): void {
  cells.values[span] = value
  cells.dens[span] = den
}

function rowsIn(
  { book }: Pick<Supply, 'book'>,
  { name }: ParameterNode,
  span: number,
): readonly ParameterRow[] | undefined {
  const found = parametersOf(book, span)[name]
  return found?.state === 'known' ? found.rows : undefined
}

/** The row by its keys; an open key may still leave one answer. */
function keyed(node: ParameterNode, e: Emitter): Slot {
  const keys = node.keys.map(({ by }) => e.slot(by))
  const types = node.keys.map(({ by }) => e.type(by))
  if (types.some(isExact)) throw new NotColumnar(`a fraction is a key of "${node.name}"`)
  const standing = absorbed(e, keys)
  const table = tableOf(node, types, e)
  const at = e.variable('-1')
  const codes = [0, 1, 2].map((k) => keys[k]?.v ?? '0').join(', ')
  const open = keys.some((key) => !isCertain(key))
  e.line(`if (${standing.s} === 0) {`)
  if (node.keys.every(({ key }, k) => isCoded(types[k] as ValueType, key.match)))
    search(node, e, { at, keys, table })
  else e.line(`${at} = ${table.find()}(span, ${codes});`)
  if (open) {
    const states = [0, 1, 2].map((k) => keys[k]?.s ?? '0').join(', ')
    e.line(`} else if (${standing.s} !== 4) { ${at} = ${table.findOpen()}(span, ${codes}, ${states});`)
  }
  e.line('}')
  const s = e.constant(`${at} >= 0 ? 0 : ${stateWithout(keys, standing)}`)
  const v = e.constant(`${at} >= 0 ? ${table.values}[${at}] : 0`)
  const d = table.dens ? e.constant(`${at} >= 0 ? ${table.dens}[${at}] : 1`) : '1'
  return scalar({ may: union(keys) | may.unknown | may.known, s }, v, d)
}

/** The first row whose keys fit, written out. */
function search(
  node: ParameterNode,
  e: Emitter,
  { at, keys, table }: { at: string; keys: readonly Slot[]; table: ReturnType<typeof tableOf> },
): void {
  const [row, starts] = [e.name(), table.starts()]
  const fits = node.keys.map(
    ({ key }, k) => `${table.codes(k)}[${row}] ${key.match === 'from' ? '<=' : '==='} ${keys[k]?.v}`,
  )
  const head = `for (let ${row} = ${starts}[span], end = ${starts}[span + 1]; ${row} < end; ${row}++)`
  e.line(`${head} if (${fits.join(' && ')}) { ${at} = ${row}; break; }`)
}

/** Without a row: what the keys lack, problems first; with all keys known the parameter itself is missing. */
function stateWithout(keys: readonly Slot[], standing: Standing): string {
  const open = keys.filter((key) => !isCertain(key))
  if (open.length === 0) return '2'
  const m = open.map((key) => key.s).join(' | ')
  const problem = open.some((key) => mayBe(key, may.problem)) ? `(${m}) & 1 ? 1 : ` : ''
  return `${standing.s} === 4 ? 4 : ${problem}2`
}

function tableOf(node: ParameterNode, types: readonly ValueType[], e: Emitter) {
  const made = new WeakMap<Supply, ReturnType<typeof lookupOf>>()
  const of = (supply: Supply) => {
    const known = made.get(supply)
    if (known) return known
    const spans = Array.from(
      { length: supply.book.spans.length + 1 },
      (_, k) => rowsIn(supply, node, k) ?? [],
    )
    const lookup = lookupOf(node, types, { spans, words: e.words })
    made.set(supply, lookup)
    return lookup
  }
  const key = `table ${node.name} ${node.keys.map(({ by }) => e.slot(by).v).join()}`
  return {
    find: () => e.input(`${key} find`, (supply) => of(supply).find),
    findOpen: () => e.input(`${key} findOpen`, (supply) => of(supply).findOpen),
    starts: () => e.input(`${key} starts`, (supply) => of(supply).starts),
    codes: (k: number) => e.input(`${key} codes ${k}`, (supply) => of(supply).codes[k]),
    values: e.input(`${key} values`, (supply) => of(supply).values),
    dens: isExact(node.of) ? e.input(`${key} dens`, (supply) => of(supply).dens) : undefined,
  }
}
