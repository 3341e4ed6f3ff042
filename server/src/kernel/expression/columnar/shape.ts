/** What is known of columns and parameters before the loop is written; loops differ by it. */
import type { Tree } from '../node.ts'
import type { Column, Columns } from './column.ts'
import { isListColumn } from './column.ts'
import { AFTER_ALL, codeOfDay, FIRST_DAY } from './day-code.ts'
import type { Book } from './supply.ts'

/** What is known of the columns and parameters before the loop is written. */
export type Shape = {
  /** undefined: there is no such column. */
  readonly fact: (name: string) => FactShape | undefined
  /** Whether every span has a value of the parameter. */
  readonly parameterHolds: (name: string) => boolean
  /** Whether all subjects lie in one span of days. */
  readonly oneSpan: boolean
  /** A column of the subjects' own values. */
  readonly own: (name: string) => CellShape | undefined
}
export type CellShape = { readonly states: boolean; readonly dens: boolean }
export type FactShape = CellShape & { readonly fields?: Readonly<Record<string, CellShape>> }

/** The number of the span in which a day lies. */
export function spanOf(book: Book, day: number): number {
  return book.spans.findLastIndex(({ from }, k) => k === 0 || codeOfDay(from) <= day)
}

function cellShape({ states, dens }: Column): CellShape {
  return { states: states !== undefined, dens: dens !== undefined }
}

export function shapeOf(columns: Columns, book: Book, reached: readonly Span[] = book.spans): Shape {
  return {
    fact: (name): FactShape | undefined => {
      const column = columns.facts[name]
      if (!column) return undefined
      if (!isListColumn(column)) return cellShape(column)
      const fields = Object.entries(column.fields).map(([field, of]) => [field, cellShape(of)])
      return { states: column.states !== undefined, dens: false, fields: Object.fromEntries(fields) }
    },
    oneSpan: reached.length === 1,
    parameterHolds: (name) =>
      reached.every(({ parameters }) => {
        const found = parameters[name]
        return found?.state === 'known' && found.rows.length > 0
      }),
    own: (name) => {
      const column = columns.parameters?.[name]
      return column && cellShape(column)
    },
  }
}

type Span = Book['spans'][number]

/** The spans in which any subject's day may lie: seen beforehand where the rule names a fact. */
export function reachedSpans(
  tree: Tree,
  columns: Columns,
  book: Book,
  on: string | undefined,
): readonly Span[] {
  if (on !== undefined) return book.spans.filter((_, k) => k === spanOf(book, codeOfDay(on)))
  const column = tree.on?.kind === 'fact' ? columns.facts[tree.on.name] : undefined
  if (!column || isListColumn(column)) return book.spans
  const { values, states } = column
  let [first, last] = [AFTER_ALL, FIRST_DAY]
  for (let i = 0; i < columns.count; i++) {
    if (states && states[i] !== 0) continue
    const day = values[i] as number
    if (day < first) first = day
    if (day > last) last = day
  }
  return book.spans.slice(spanOf(book, first), spanOf(book, last) + 1)
}

/** Loops differ by what is known of the columns beforehand. */
export function shapeKey(tree: Tree, shape: Shape, on: string | undefined): string {
  const facts = Object.keys(tree.facts).map((name) => shape.fact(name) ?? null)
  const parameters = Object.keys(tree.parameters).map((name) => [
    shape.parameterHolds(name),
    shape.own(name) ?? null,
  ])
  return JSON.stringify([facts, parameters, on !== undefined, shape.oneSpan])
}
