/** Which value of a parameter holds on a day. */
import type { DatedBook, DatedEntry } from './inquiry.ts'

/** The county's last entry that covers the day, else the latest default; a null entry takes an earlier one back. */
export function valueOn(book: DatedBook, key: string, on: string): DatedEntry | undefined {
  const own = book.values.findLast((v) => v.key === key && v.from <= on && (v.until === null || on < v.until))
  if (own && own.value !== null) return own
  return latest((book.defaults[key] ?? []).filter((v) => v.from <= on))
}

function latest(values: readonly DatedEntry[]): DatedEntry | undefined {
  return values.reduce<DatedEntry | undefined>(
    (best, value) => (best && best.from >= value.from ? best : value),
    undefined,
  )
}
