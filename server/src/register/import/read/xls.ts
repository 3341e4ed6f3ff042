/** Old .xls files. SheetJS holds the whole book in memory, which its 65,536 rows a sheet allow. */
import xlsx from '@e965/xlsx'
import { isProblem } from '#kernel'
import { withMerges } from './merged.ts'
import { readProblems } from './problems.ts'
import type { Merge, Sheet, SheetCell, SheetRow, Workbook } from './workbook.ts'
import { columnAt } from './workbook.ts'
import type { StruckCells } from './xls-struck.ts'
import { struckCells } from './xls-struck.ts'
import { shownBy } from './xlsx/book.ts'
import { percentCell, plainCell } from './xlsx/cell.ts'

const BATCH = 500

export function openXls(bytes: Buffer, file: string): Workbook {
  try {
    const book = xlsx.read(bytes, { cellNF: true, cellStyles: true, dense: false, sheetRows: 0 })
    const date1904 = book.Workbook?.WBProps?.date1904 === true
    const struck = struckCells(bytes)
    const sheets = book.SheetNames.map((name, at) => {
      const page = book.Sheets[name] ?? {}
      const hidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0
      return sheetOf(page, { name, hidden, date1904, struck: struck[at] })
    })
    if (sheets.length === 0) throw readProblems.empty({ file })
    return { kind: 'xls', sheets }
  } catch (thrown) {
    if (isProblem(thrown)) throw thrown
    const why = thrown instanceof Error ? thrown.message : String(thrown)
    throw /password|encrypt/i.test(why) ? readProblems.locked({ file }) : readProblems.broken({ file, why })
  }
}

type About = {
  name: string
  hidden: boolean
  date1904: boolean
  struck: StruckCells[number] | undefined
}

function sheetOf(page: xlsx.WorkSheet, { name, hidden, ...about }: About): Sheet {
  const merges: Merge[] = (page['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r + 1,
    bottom: e.r + 1,
    left: s.c,
    right: e.c,
  }))
  return {
    name,
    hidden,
    merges: async () => merges,
    rows: () => withMerges(batches(rowsOf(page, about)), merges),
  }
}

function rowsOf(page: xlsx.WorkSheet, { date1904, struck }: Pick<About, 'date1904' | 'struck'>): SheetRow[] {
  const rows = new Map<number, (SheetCell | undefined)[]>()
  for (const [address, cell] of Object.entries(page)) {
    const match = /^([A-Z]+)(\d+)$/.exec(address)
    const made = match && cellOf(cell as xlsx.CellObject, date1904)
    if (!match || !made) continue
    const at = columnAt(match[1] ?? '')
    if (page['!cols']?.[at]?.hidden) made.hidden = true
    const line = struck?.get(`${Number(match[2]) - 1}:${at}`)
    if (line) made.struck = line
    const cells = rows.get(Number(match[2])) ?? []
    cells[at] = made
    rows.set(Number(match[2]), cells)
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([number, cells]) => ({
      number,
      cells,
      ...(page['!rows']?.[number - 1]?.hidden ? { hidden: true } : {}),
    }))
}

function cellOf({ t, v, w, z, f }: xlsx.CellObject, date1904: boolean): SheetCell | null {
  if (f !== undefined && (v === undefined || v === null)) return { value: null, text: '', uncomputed: true }
  if (t === 'z' || v === undefined || v === null || v === '') return null
  if (t === 'e') return { value: w ?? String(v), text: w ?? String(v) }
  if (t === 'n' && typeof v === 'number') {
    const shows = shownBy(String(z ?? ''))
    if (shows === 'date') return plainCell({ serial: date1904 ? v + 1462 : v })
    if (shows === 'percent') return percentCell(v)
  }
  if (t === 'b') return { value: v === true, text: v === true ? 'TRUE' : 'FALSE' }
  return plainCell(typeof v === 'number' ? v : String(v))
}

async function* batches(rows: readonly SheetRow[]): AsyncIterable<readonly SheetRow[]> {
  for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH)
}
