/** Where the rows of a file that is being staged come from: slices of drafts, read in this thread or in one of its own. */
import type { Day } from '#kernel'
import type { Register } from '../../define.ts'
import type { ImportDeclaration } from '../define.ts'
import type { SheetPlan } from '../mapping/target.ts'
import type { Workbook } from '../read/index.ts'
import { readWorkbook } from '../read/index.ts'
import type { TableRow } from '../table/table.ts'
import { tableRows } from '../table/table.ts'
import type { Area } from './area-book.ts'
import { areaBook } from './area-book.ts'
import type { CellMemo } from './cell-memo.ts'
import type { AutoFix, Draft } from './draft.ts'
import type { Gathering, Plain } from './plain.ts'
import { gathering } from './plain.ts'
import type { Reader } from './read-row.ts'
import { readRow } from './read-row.ts'

/** `at` counts the table rows of the sheet that were taken. */
export type Place = { sheet: number; at: number }

/** All that reading needs beside the bytes and the register; plain data. */
export type Reading = {
  /** Of the file, for the texts of problems. */
  name: string
  rules: ImportDeclaration | undefined
  plans: readonly SheetPlan[]
  areas: readonly Area[]
  scope: string
  today: Day
  /** Table rows of one slice. */
  size: number
}

/** `taken`: table rows, of which the rows of data are drafts. `notices`: what was passed over or put right, counted. */
export type Slice = {
  drafts: Draft[]
  /** Rows that stand between the drafts, where such are gathered. */
  plain?: Plain | undefined
  taken: number
  notices: Record<string, number>
  next: Place
}

export type RowSource = {
  /** The next slice, over the ends of sheets; null behind the last. Problems: those of `readWorkbook`. */
  next(): Promise<Slice | null>
  close(): void
}

export type File = { bytes: Buffer; register: Register; reading: Reading }

/** Reads when it is asked, in the thread that asks. */
export function sourceHere(file: File, from: Place): RowSource {
  const slices = readSlices(file, from)
  return {
    next: async () => {
      const { value } = await slices.next()
      return value ?? null
    },
    close: () => void slices.return(),
  }
}

/** The slices behind a place; one that ends a sheet may be shorter, or empty. `gather`: whether plain rows are kept apart from drafts. */
export async function* readSlices(
  { bytes, register, reading }: File,
  from: Place,
  gather = false,
): AsyncGenerator<Slice, void> {
  const book = await readWorkbook(bytes, reading.name)
  const { rules, scope, today } = reading
  const memo: CellMemo = new Map()
  const shared = { register, rules, areas: areaBook(reading.areas), scope, today, memo }
  const gathered = gather ? gathering(register, reading.size) : null
  for (const [sheet, plan] of reading.plans.entries()) {
    if (sheet < from.sheet || !plan.use || !plan.head) continue
    const at = sheet === from.sheet ? from.at : 0
    yield* slicesOf(book, { ...shared, plan, sheet }, { at, size: reading.size, gathered })
  }
}

type Stretch = { at: number; size: number; gathered: Gathering | null }

/** Rows are read into drafts as they come: what a cell was need not outlive its batch. */
async function* slicesOf(
  book: Workbook,
  reader: Reader,
  { at, size, gathered }: Stretch,
): AsyncGenerator<Slice, void> {
  const { sheet } = reader
  let [skip, end, slice] = [at, at, emptySlice(sheet, at)]
  for await (const batch of rowsOf(book, reader))
    for (const row of batch) {
      if (skip > 0) {
        skip--
        continue
      }
      addRow(slice, { reader, row, gathered })
      slice.next.at = ++end
      if (slice.taken < size) continue
      yield whole(slice, gathered)
      slice = emptySlice(sheet, end)
    }
  yield { ...whole(slice, gathered), next: { sheet: sheet + 1, at: 0 } }
}

function emptySlice(sheet: number, at: number): Slice {
  return { drafts: [], taken: 0, notices: {}, next: { sheet, at } }
}

function whole(slice: Slice, gathered: Gathering | null): Slice {
  const plain = gathered?.take()
  return plain ? { ...slice, plain } : slice
}

const counted: AutoFix[] = []

type Adding = { reader: Reader; row: TableRow; gathered: Gathering | null }

function addRow(slice: Slice, { reader, row, gathered }: Adding): void {
  slice.taken++
  if (row.role !== 'data') {
    notice(slice, row.role)
    return
  }
  const draft = readRow(reader, row)
  for (const code of draft.fixed) notice(slice, code)
  draft.fixed = counted
  const place = slice.drafts.length + (gathered?.size() ?? 0)
  if (!gathered?.add(draft, place)) slice.drafts.push(draft)
}

function notice({ notices }: Slice, code: string): void {
  notices[code] = (notices[code] ?? 0) + 1
}

async function* rowsOf(book: Workbook, { sheet, plan }: Reader): AsyncIterable<TableRow[]> {
  const found = book.sheets[sheet]
  if (found && plan.head)
    yield* tableRows(found, { ...plan.head, columns: plan.columns, titles: plan.titles })
}
