/** Sheets that are being read from chunk to chunk. A lost one (another process, a restart) is read again up to its place. */
import type { Workbook } from '../read/index.ts'
import type { TableRow } from '../table/table.ts'

const books = new Map<number, Workbook>()
/** A workbook holds its file and its shared texts. */
const MOST_BOOKS = 2

/** The workbook of an import, opened once for all of its sheets. */
export async function openBook(importId: number, open: () => Promise<Workbook>): Promise<Workbook> {
  const known = books.get(importId)
  if (known) return known
  const book = await open()
  if (books.size >= MOST_BOOKS) books.delete(books.keys().next().value ?? 0)
  books.set(importId, book)
  return book
}

export function closeBook(importId: number): void {
  books.delete(importId)
}

type Open = { rows: AsyncIterator<TableRow[]>; rest: TableRow[]; at: number }

const open = new Map<string, Open>()

/** Keeps memory bounded if many imports are left half read. */
const MOST_OPEN = 8

export type Place = { importId: number; sheet: number /** Table rows already taken. */; at: number }

/** Takes up to `count` table rows behind the place; fewer (or none) at the end of the sheet. */
export async function takeRows(
  place: Place,
  { count, begin }: { count: number; begin: () => AsyncIterable<TableRow[]> },
): Promise<TableRow[]> {
  const key = `${place.importId}:${place.sheet}`
  const reading = resume(key, place) ?? (await skipTo(place.at, begin))
  const rows = await fillUp(reading, count)
  open.delete(key)
  if (rows.length === count) keep(key, { ...reading, at: place.at + rows.length })
  return rows
}

function resume(key: string, { at }: Place): Open | undefined {
  const found = open.get(key)
  return found?.at === at ? found : undefined
}

async function skipTo(at: number, begin: () => AsyncIterable<TableRow[]>): Promise<Open> {
  const reading: Open = { rows: begin()[Symbol.asyncIterator](), rest: [], at: 0 }
  for (let left = at; left > 0; ) left -= (await fillUp(reading, Math.min(left, 10_000))).length || left
  return { ...reading, at }
}

async function fillUp(reading: Open, count: number): Promise<TableRow[]> {
  while (reading.rest.length < count) {
    const next = await reading.rows.next()
    if (next.done) break
    reading.rest.push(...next.value)
  }
  return reading.rest.splice(0, count)
}

function keep(key: string, reading: Open): void {
  if (open.size >= MOST_OPEN) open.delete(open.keys().next().value ?? '')
  open.set(key, reading)
}
