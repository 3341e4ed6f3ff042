/** What a compiled loop is given: columns, and the parameters of every span of days. */
import type { Parameters } from '../types.ts'
import type { Columns } from './column.ts'

/**
 * Parameters in time. `spans[k]` holds from its day to that of the next; the first begins with the first day of all. Where
 * the day of lookup is itself open, `open` holds.
 */
export type Book = {
  readonly spans: readonly { readonly from: string; readonly parameters: Parameters }[]
  readonly open: Parameters
}

export type Supply = {
  readonly columns: Columns
  readonly book: Book
  /** One list's most records: the size of what is laid aside for a subject. */
  readonly longest: number
}

/** The parameters of a span by its number; the number behind the last is `open`. */
export function parametersOf(book: Book, span: number): Parameters {
  return book.spans[span]?.parameters ?? book.open
}
