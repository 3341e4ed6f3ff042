/**
 * Drafts on their way from thread to thread. A thousand nested objects would be copied one by one: what goes over is one
 * column a field, its words once and then by number, its other texts in one.
 */
import type { Draft, Issue } from './draft.ts'
import { newDraft } from './draft.ts'
import type { Slice } from './row-source.ts'

/** One value a row. `words`: by number from 1, 0 for none. `texts`: joined, with their lengths, -1 for none. */
type Column =
  | { kind: 'words'; words: readonly unknown[]; numbers: Uint16Array }
  | { kind: 'texts'; joined: string; lengths: Int32Array }
  | { kind: 'values'; values: readonly unknown[] }

type Columns = readonly (readonly [name: string, column: Column])[]

/** `issues` and `owners` of the rows that have such. */
export type Carried = Omit<Slice, 'drafts'> & {
  sheet: number
  rows: Int32Array
  lines: Column
  values: Columns
  raw: Columns
  links: Columns
  owners: Column
  issues: readonly (readonly [at: number, issues: Issue[]])[]
}

/** Most different words of a column that go over by number. */
const MOST_WORDS = 256

export function packSlice({ drafts, ...slice }: Slice): Carried {
  return {
    ...slice,
    sheet: drafts[0]?.sheet ?? 0,
    rows: Int32Array.from(drafts, ({ row }) => row),
    lines: textsOf(drafts.map(({ line }) => line)),
    values: packAll(drafts.map(({ values }) => values)),
    raw: packAll(drafts.map(({ raw }) => raw)),
    links: packAll(drafts.map(({ links }) => links)),
    owners: packed(drafts.map(({ owner }) => owner?.key)),
    issues: drafts.flatMap(({ issues }, at) => (issues.length > 0 ? [[at, issues] as const] : [])),
  }
}

/** The same drafts, made anew. */
export function unpackSlice(carried: Carried): Slice {
  const { sheet, rows, lines, values, raw, links, owners, issues, ...slice } = carried
  const line = readerOf(lines)
  const owner = readerOf(owners)
  const [intoValues, intoRaw, intoLinks] = [filler(values), filler(raw), filler(links)]
  const drafts = Array.from(rows, (row, at) => {
    const draft = newDraft({ sheet, row, line: line(at) as string }) // every row has a line
    intoValues(draft.values, at)
    intoRaw(draft.raw, at)
    intoLinks(draft.links, at)
    const key = owner(at)
    if (typeof key === 'string') draft.owner = { key }
    return draft
  })
  for (const [at, found] of issues) (drafts[at] as Draft).issues = found
  return { ...slice, drafts }
}

type Fields = Readonly<Record<string, unknown>>

/** Columns stand in the order in which rows name them. */
function packAll(rows: readonly Fields[]): Columns {
  const columns = new Map<string, unknown[]>()
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Fields
    for (const name in row) {
      let column = columns.get(name)
      if (!column) {
        column = new Array(rows.length).fill(undefined)
        columns.set(name, column)
      }
      column[at] = row[name]
    }
  }
  return [...columns].map(([name, column]) => [name, packed(column)] as const)
}

function packed(values: readonly unknown[]): Column {
  const words = wordsOf(values)
  if (words) return words
  return values.every((value) => value === undefined || typeof value === 'string')
    ? textsOf(values as (string | undefined)[])
    : { kind: 'values', values }
}

/** Null where values hardly repeat, or are no simple ones. */
function wordsOf(values: readonly unknown[]): Column | null {
  const known = new Map<unknown, number>()
  const numbers = new Uint16Array(values.length)
  for (let at = 0; at < values.length; at++) {
    const value = values[at]
    if (value === undefined) continue
    if (typeof value === 'object') return null
    let number = known.get(value)
    if (number === undefined) {
      if (known.size >= MOST_WORDS) return null
      number = known.size + 1
      known.set(value, number)
    }
    numbers[at] = number
  }
  return { kind: 'words', words: [...known.keys()], numbers }
}

function textsOf(texts: readonly (string | undefined)[]): Column {
  const lengths = Int32Array.from(texts, (text) => (text === undefined ? -1 : text.length))
  return { kind: 'texts', joined: texts.join(''), lengths }
}

/** Reads a column from its first row to its last. */
function readerOf(column: Column): (at: number) => unknown {
  if (column.kind === 'values') return (at) => column.values[at]
  if (column.kind === 'words')
    return (at) => {
      const number = column.numbers[at] as number
      return number === 0 ? undefined : column.words[number - 1]
    }
  let from = 0
  return (at) => {
    const length = column.lengths[at] as number
    if (length < 0) return undefined
    from += length
    return column.joined.slice(from - length, from)
  }
}

function filler(columns: Columns): (into: Record<string, unknown>, at: number) => void {
  const readers = columns.map(([name, column]) => ({ name, read: readerOf(column) }))
  return (into, at) => {
    for (const { name, read } of readers) {
      const value = read(at)
      if (value !== undefined) into[name] = value
    }
  }
}
