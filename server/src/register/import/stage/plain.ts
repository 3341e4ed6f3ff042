/**
 * Rows of which the file leaves nothing to ask, by column as a block keeps them. Whether the register has them already is
 * all that is still to be looked up: mostly it does not, and none of them is ever an object again.
 */
import type { Register } from '../../define.ts'
import type { FieldPlace } from '../../row.ts'
import { placesOf } from '../../row.ts'
import { namedText } from '../../search-keys.ts'
import type { Packed } from '../block/pack.ts'
import { NOTHING, PART } from '../block/pack.ts'
import { defaultsOf } from './classify.ts'
import type { Draft } from './draft.ts'
import { partsOfKey } from './match-store.ts'
import { demandedOf } from './missing.ts'
import { soleKey } from './same-store.ts'

/** A column of a block. */
export type PlainColumn = { name: string; json: boolean; text: string }

/**
 * `keys`: what tells each row apart. `links`: what each names in another register, by reference field. `completed`: by field,
 * for which rows (1) it was not said but follows. Texts are parted as in a block.
 */
export type Plain = Pick<Packed, 'sheet' | 'places' | 'rowNumbers' | 'lines' | 'identities'> & {
  keys: string
  columns: PlainColumn[]
  links: (readonly [name: string, keys: string])[]
  completed: (readonly [name: string, rows: Uint8Array])[]
}

/** `add`: whether the row was taken; `place`: its place in the slice. `take`: what was gathered, and afresh. */
export type Gathering = {
  size(): number
  add(draft: Draft, place: number): boolean
  take(): Plain | undefined
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the signs of blocks
const signs = /[\u001c-\u001e]/

/** Null where rows of the register are not told apart by one column. `most`: rows of a slice. */
export function gathering(register: Register, most: number): Gathering | null {
  const column = soleKey(register)
  if (column === null) return null
  const columns = [column]
  let slice = emptySlice(register, most)
  return {
    size: () => slice.places.length,
    add: (draft, place) => {
      if (!isPlain(register, draft)) return false
      const key = partsOfKey(register, { values: draft.values, columns })?.[0]
      const filled = register.fill?.(draft.values) ?? none
      if (key === undefined || overrules(filled, draft.values)) return false
      addRow(slice, { draft, place, key, filled })
      return true
    },
    take: () => {
      const taken = slice
      slice = emptySlice(register, most)
      return taken.places.length > 0 ? packed(taken) : undefined
    },
  }
}

/** Of what the file says nothing is wrong, unknown, missing, or apt to be taken for a sign of ours. */
function isPlain(register: Register, { issues, raw, links, values, owner, line }: Draft): boolean {
  if (issues.length > 0 || owner !== undefined || signs.test(line)) return false
  for (const _ in raw) return false
  for (const [name] of demandedOf(register)) if (!(name in values || name in links)) return false
  return true
}

type Values = Readonly<Record<string, unknown>>

const none: Values = {}

/** Whether what follows is something else than what is said: then it could not be told what the row said. */
function overrules(filled: Values, said: Values): boolean {
  for (const name in filled)
    if (name in said && (filled[name] ?? null) !== null && filled[name] !== said[name]) return true
  return false
}

type Gathered = {
  register: Register
  most: number
  sheet: number
  places: number[]
  rowNumbers: number[]
  lines: string[]
  keys: string[]
  /** In the order of `layoutOf`. */
  columns: (Column | undefined)[]
  links: Map<string, Column>
  completed: Map<string, Uint8Array>
}

type Column = { texts: string[]; json: boolean }

function emptySlice(register: Register, most: number): Gathered {
  const lists = { places: [], rowNumbers: [], lines: [], keys: [] }
  return { register, most, sheet: 0, ...lists, columns: [], links: new Map(), completed: new Map() }
}

/** Fields with the first of their columns, and the names of all columns. */
type Layout = { fields: (FieldPlace & { first: number })[]; keys: number; columns: string[] }

const layouts = new WeakMap<Register, Layout>()

function layoutOf(register: Register): Layout {
  const known = layouts.get(register)
  if (known) return known
  const columns: string[] = []
  const area = register.areaField ? register.fields[register.areaField] : undefined
  const own = area ? [{ name: register.areaField as string, field: area, columns: ['area'], keys: [] }] : []
  const fields = [...placesOf(register), ...own].map((place) => ({
    ...place,
    first: columns.push(...place.columns) - place.columns.length,
  }))
  const made = { fields, keys: columns.push('search_keys') - 1, columns }
  layouts.set(register, made)
  return made
}

type Row = { draft: Draft; place: number; key: string; filled: Values }

function addRow(slice: Gathered, { draft, place, key, filled }: Row): void {
  const { register } = slice
  const { values, links } = draft
  const at = slice.places.push(place) - 1
  slice.sheet = draft.sheet
  slice.rowNumbers.push(draft.row)
  slice.lines.push(draft.line)
  slice.keys.push(key)
  const { fields, keys } = layoutOf(register)
  const defaults = defaultsOf(register)
  for (const { name, field, columns, first } of fields) {
    let value = values[name]
    if (value === undefined) {
      value = filled[name] ?? defaults[name]
      if (value !== undefined && value !== null) rowsOf(slice, name)[at] = 1
    }
    if (value === undefined || value === null) continue
    const cells = field.kind.encode(value)
    for (let nth = 0; nth < columns.length; nth++) put(slice, first + nth, { at, value: cells[nth] })
    if (name === register.search?.name) put(slice, keys, { at, value: namedText(value) })
  }
  for (const name in links) linkColumn(slice, name).texts[at] = links[name] as string
}

function rowsOf({ completed, most }: Gathered, name: string): Uint8Array {
  const known = completed.get(name)
  if (known) return known
  const made = new Uint8Array(most)
  completed.set(name, made)
  return made
}

/** A column of which one value is no text is one of JSON. */
function put(slice: Gathered, nth: number, { at, value }: { at: number; value: unknown }): void {
  if (value === null || value === undefined || value === '') return // an only row of '' would be no text at all
  const column = slice.columns[nth] ?? emptyColumn(slice)
  slice.columns[nth] = column
  if (typeof value === 'string' && !column.json) column.texts[at] = value
  else {
    if (!column.json)
      column.texts = column.texts.map((text) => (text === NOTHING ? text : JSON.stringify(text)))
    column.json = true
    column.texts[at] = JSON.stringify(value)
  }
}

function emptyColumn({ most }: Gathered): Column {
  return { texts: new Array<string>(most).fill(NOTHING), json: false }
}

function linkColumn(slice: Gathered, name: string): Column {
  const known = slice.links.get(name)
  if (known) return known
  const made = emptyColumn(slice)
  slice.links.set(name, made)
  return made
}

function packed({ columns, links, completed, lines, keys, ...slice }: Gathered): Plain {
  const count = lines.length
  const names = layoutOf(slice.register).columns
  const text = ({ texts }: Column) => texts.slice(0, count).join(PART)
  return {
    sheet: slice.sheet,
    places: slice.places,
    rowNumbers: slice.rowNumbers,
    lines: lines.join(PART),
    keys: keys.join(PART),
    identities: identitiesOf(keys),
    columns: columns.flatMap((column, nth) =>
      column ? [{ name: names[nth] as string, json: column.json, text: text(column) }] : [],
    ),
    links: [...links].map(([name, column]) => [name, text(column)]),
    completed: [...completed].map(([name, rows]) => [name, rows.subarray(0, count)]),
  }
}

const simple = new RegExp(`^[\\w${PART}]*$`)

/** As `JSON.stringify` writes each; mostly there is no sign in any of them to escape. */
function identitiesOf(keys: readonly string[]): string {
  const text = keys.join(PART)
  return simple.test(text)
    ? `["${text.replaceAll(PART, `"]${PART}["`)}"]`
    : keys.map((key) => JSON.stringify([key])).join(PART)
}
