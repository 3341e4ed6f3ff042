/**
 * Rows of which nothing is to be told or asked, many in one: a text a column, its values parted by a sign. Of a roster
 * nearly all rows are such; kept one by one, each costs PostgreSQL more to keep than to enter.
 */
import type { Register } from '../../define.ts'
import type { NewRow } from '../tables.ts'
import { isUnsure } from '../unsure.ts'

export const PART = '\u001d'
export const NOTHING = '\u001c'
/** Parts the columns of a block on its way out of the database. */
export const COLUMN = '\u001e'
/** Before a reference field whose key stands in a column. */
export const LINK = '>'

/** `places`: which of the rows that were given these are. Texts as in table `import_block`. */
export type Packed = {
  class: 'new' | 'unchanged'
  sheet: number
  places: number[]
  rowNumbers: number[]
  lines: string
  identities: string
  names: string[]
  json: string[]
  cells: string[]
  targetIds: number[] | null
  targetVersions: number[] | null
}

/** A block for each class and sheet, and the rows that stand for themselves. `places`: where in the slice each row stands. */
export function packRows(
  register: Register,
  rows: readonly NewRow[],
  places: readonly number[],
): { blocks: Packed[]; single: number[] } {
  const groups = new Map<string, number[]>()
  let single: number[] = []
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as NewRow
    if (!isPlain(register, row)) single.push(at)
    else push(groups, `${row.class} ${row.sheet}`, at)
  }
  const blocks: Packed[] = []
  for (const own of groups.values()) {
    const block = packed(rows, own)
    if (block) blocks.push({ ...block, places: own.map((at) => places[at] as number) })
    else single = [...single, ...own].sort((a, b) => a - b)
  }
  return { blocks, single }
}

function push(groups: Map<string, number[]>, key: string, at: number): void {
  const group = groups.get(key)
  if (group) group.push(at)
  else groups.set(key, [at])
}

function isPlain(register: Register, row: NewRow): boolean {
  if (row.class !== 'new' && row.class !== 'unchanged') return false
  if (row.issues.length > 0 || row.accepted || row.identity === null) return false
  return isEmpty(row.raw) && isEmpty(row.fixes) && isEmpty(row.before) && !isUnsure(register, row)
}

function isEmpty(value: object): boolean {
  for (const _ in value) return false
  return true
}

/** Null where a text holds a sign of ours, or a column holds texts and other values. */
function packed(rows: readonly NewRow[], places: number[]): Packed | null {
  const own = places.map((at) => rows[at] as NewRow)
  const first = own[0] as NewRow
  const lines = joined(own.map(({ line }) => line))
  const identities = joined(own.map(({ identity }) => identity ?? NOTHING))
  const columns = columnsOf(own)
  const cells = columns?.map(([, column]) => cellsOf(column))
  if (lines === null || identities === null || !columns || !cells || cells.includes(null)) return null
  const isNew = first.class === 'new'
  return {
    class: isNew ? 'new' : 'unchanged',
    sheet: first.sheet,
    places,
    rowNumbers: own.map(({ rowNumber }) => rowNumber),
    lines,
    identities,
    names: columns.map(([name]) => name),
    json: columns.flatMap(([name, column]) => (column.json ? [name] : [])),
    cells: cells as string[],
    targetIds: isNew ? null : own.map(({ targetId }) => targetId ?? 0),
    targetVersions: isNew ? null : own.map(({ targetVersion }) => targetVersion ?? 0),
  }
}

type Column = string[] & { json?: boolean }

/** The values of each column in the order of their names, `NOTHING` where a row has none; null where a column holds texts and other values. */
function columnsOf(rows: readonly NewRow[]): [string, Column][] | null {
  const columns = new Map<string, Column>()
  for (let at = 0; at < rows.length; at++) {
    const { encoded, links } = rows[at] as NewRow
    for (const name in encoded) {
      const value = encoded[name]
      if (value === null || value === undefined) continue
      const json = typeof value !== 'string'
      const column = columnOf(columns, name, rows.length)
      column.json ??= json
      if (column.json !== json || value === NOTHING) return null
      column[at] = json ? JSON.stringify(value) : value
    }
    for (const name in links) {
      if (links[name] === NOTHING) return null
      columnOf(columns, LINK + name, rows.length)[at] = links[name] as string
    }
  }
  return [...columns].sort(([a], [b]) => (a < b ? -1 : 1)) // so that blocks of one roster are of one make
}

function columnOf(columns: Map<string, Column>, name: string, count: number): Column {
  const known = columns.get(name)
  if (known) return known
  const made: Column = new Array<string>(count).fill(NOTHING)
  columns.set(name, made)
  return made
}

/** The text of a column; null where a sign of ours is in it. */
export function cellsOf(values: readonly string[]): string | null {
  const text = joined(values)
  return text === null || text.includes(COLUMN) ? null : text
}

/** Null where it would come apart into other texts than went in. An empty text would be no text at all. */
export function joined(texts: readonly string[]): string | null {
  const text = texts.join(PART)
  let parts = 1
  for (let at = text.indexOf(PART); at >= 0; at = text.indexOf(PART, at + 1)) parts++
  return parts === texts.length && text !== '' ? text : null
}
