/** A whole register in memory, as far as duplicates are concerned: columns of texts, each different text kept once. */
import type { Likeness } from './score.ts'

/** One row as it is read: `marks` in the order of the rule, `shared` as in the rule. */
export type PassRow = {
  id: number
  area: string
  name: string | null
  number: string | null
  birth: string | null
  sex: string | null
  household: string | null
  marks: readonly (string | null)[]
  shared: number
}

export type PassTable = {
  ids: number[]
  areas: string[]
  names: (string | null)[]
  numbers: (string | null)[]
  births: (string | null)[]
  sexes: (string | null)[]
  households: (string | null)[]
  marks: (string | null)[][]
  /** Indexes of rows that share a number by proof; few. */
  shared: Map<number, number>
}

/** An empty table, and the pen that fills it. */
export function newPassTable(marks: number): { table: PassTable; add(row: PassRow): void } {
  const table: PassTable = {
    ids: [],
    areas: [],
    names: [],
    numbers: [],
    births: [],
    sexes: [],
    households: [],
    marks: Array.from({ length: marks }, () => []),
    shared: new Map(),
  }
  const texts = new Map<string, string>()
  const once = <T extends string | null>(text: T): T => {
    if (text === null) return text
    const known = texts.get(text)
    if (known !== undefined) return known as T
    texts.set(text, text)
    return text
  }
  return { table, add: (row) => addRow(table, row, once) }
}

function addRow(table: PassTable, row: PassRow, once: <T extends string | null>(text: T) => T): void {
  if (row.shared !== 0) table.shared.set(table.ids.length, row.shared)
  table.ids.push(row.id)
  table.areas.push(once(row.area))
  table.names.push(once(row.name))
  table.numbers.push(row.number)
  table.births.push(once(row.birth))
  table.sexes.push(once(row.sex))
  table.households.push(once(row.household))
  for (const [at, list] of table.marks.entries()) list.push(row.marks[at] ?? null)
}

/** One row as `scoreLikeness` takes it. */
export function likenessAt(table: PassTable, at: number, marks: readonly string[]): Likeness {
  return {
    name: table.names[at] ?? null,
    number: table.numbers[at] ?? null,
    birth: (table.births[at] ?? null) as Likeness['birth'], // `as`: read from a column of days
    sex: table.sexes[at] ?? null,
    area: table.areas[at] ?? null,
    household: table.households[at] ?? null,
    marks: Object.fromEntries(marks.map((field, i) => [field, table.marks[i]?.[at] ?? null])),
  }
}
