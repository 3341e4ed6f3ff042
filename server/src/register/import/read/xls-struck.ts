/**
 * Which cells of an .xls are struck through. SheetJS does not give the fonts, so the records FONT, XF and SST of the
 * Workbook stream are read here ([MS-XLS] 2.4.122, 2.4.353, 2.4.265), in BIFF8 and, without parts of a text, BIFF5.
 */
import xlsx from '@e965/xlsx'
import type { SheetCell } from './workbook.ts'

type Struck = NonNullable<SheetCell['struck']>

/** By sheet in the order of the file, then by `row:column`, both counted from 0. */
export type StruckCells = readonly ReadonlyMap<string, Struck>[]

type Entry = { type: number; data: Buffer; next: number }

const [BOUNDSHEET, FONT, XF, SST, CONTINUE, EOF, MULRK, LABELSST] = [
  0x85, 0x31, 0xe0, 0xfc, 0x3c, 0x0a, 0xbd, 0xfd,
]
/** Records that begin with row, column and XF: formula, blank, number, label, error, RK, rich label, shared text. */
const cellRecords = new Set([0x06, 0x201, 0x203, 0x204, 0x205, 0x27e, 0xd6, LABELSST])

/** `file`: the bytes of the whole compound file. */
export function struckCells(file: Buffer): StruckCells {
  const book = xlsx.CFB.read(file, { type: 'buffer' })
  const found = xlsx.CFB.find(book, 'Workbook') ?? xlsx.CFB.find(book, 'Book')
  if (!found) return []
  const stream = Buffer.from(found.content as Uint8Array)
  const globals = recordsFrom(stream, 0)
  const looks = looksOf(globals)
  if (!looks.any) return []
  return globals
    .filter(({ type }) => type === BOUNDSHEET)
    .map(({ data }) => sheetStruck(recordsFrom(stream, data.readUInt32LE(0)), looks))
}

function recordsFrom(stream: Buffer, from: number): Entry[] {
  const records: Entry[] = []
  for (let at = from; at + 4 <= stream.length; ) {
    const next = at + 4 + stream.readUInt16LE(at + 2)
    const entry = { type: stream.readUInt16LE(at), data: stream.subarray(at + 4, next), next }
    records.push(entry)
    if (entry.type === EOF) break
    at = next
  }
  return records
}

/** `cell`: of each XF; `texts`: of each shared text, what its own fonts say over that of the cell. */
type Looks = {
  any: boolean
  cell: readonly boolean[]
  texts: readonly (readonly boolean[] | undefined)[]
}

const STRIKEOUT = 0x08

function looksOf(globals: readonly Entry[]): Looks {
  const fonts = globals
    .filter(({ type }) => type === FONT)
    .map(({ data }) => (data.readUInt16LE(2) & STRIKEOUT) > 0)
  if (!fonts.includes(true)) return { any: false, cell: [], texts: [] }
  const struck = (index: number) => fonts[index > 4 ? index - 1 : index] === true // there is no font 4
  const cell = globals.filter(({ type }) => type === XF).map(({ data }) => struck(data.readUInt16LE(0)))
  const runs = sharedRuns(globals)
  return { any: true, cell, texts: runs.map((own) => (own.length > 0 ? own.map(struck) : undefined)) }
}

function sheetStruck(records: readonly Entry[], { cell, texts }: Looks): ReadonlyMap<string, Struck> {
  const found = new Map<string, Struck>()
  const mark = (row: number, column: number, how: Struck | undefined) => {
    if (how) found.set(`${row}:${column}`, how)
  }
  for (const { type, data } of records) {
    if (!cellRecords.has(type) && type !== MULRK) continue
    const [row, column] = [data.readUInt16LE(0), data.readUInt16LE(2)]
    if (type === MULRK) {
      for (let at = 4, n = column; at + 8 <= data.length; at += 6, n++)
        mark(row, n, cell[data.readUInt16LE(at)] ? 'all' : undefined)
      continue
    }
    const whole = cell[data.readUInt16LE(4)] === true
    const own = type === LABELSST ? texts[data.readUInt32LE(6)] : undefined
    mark(row, column, own ? ofParts([whole, ...own]) : whole ? 'all' : undefined)
  }
  return found
}

function ofParts(parts: readonly boolean[]): Struck | undefined {
  if (parts.every(Boolean)) return 'all'
  return parts.includes(true) ? 'part' : undefined
}

/** The fonts of the runs of every shared text; the text itself is passed over. */
function sharedRuns(globals: readonly Entry[]): number[][] {
  const at = globals.findIndex(({ type }) => type === SST)
  if (at < 0) return []
  const end = globals.findIndex(({ type }, n) => n > at && type !== CONTINUE)
  const parts = globals.slice(at, end < 0 ? undefined : end).map(({ data }) => data)
  const read = partsReader(parts)
  read.skip(4)
  const count = read.u32()
  return Array.from({ length: count }, () => textRuns(read))
}

type PartsReader = ReturnType<typeof partsReader>

function textRuns(read: PartsReader): number[] {
  const length = read.u16()
  const flags = read.u8()
  const runs = flags & 0x08 ? read.u16() : 0
  const extra = flags & 0x04 ? read.u32() : 0
  read.characters(length, (flags & 0x01) > 0)
  const fonts = Array.from({ length: runs }, () => {
    const [first, font] = [read.u16(), read.u16()]
    return first < length ? [font] : []
  })
  read.skip(extra)
  return fonts.flat()
}

/** Over SST and its CONTINUE records: numbers never lie across two of them; characters may, and then say their width anew. */
function partsReader(parts: readonly Buffer[]) {
  let [part, at] = [0, 0]
  const here = (): Buffer => {
    while (part < parts.length - 1 && at >= (parts[part]?.length ?? 0)) [part, at] = [part + 1, 0]
    return parts[part] ?? Buffer.alloc(0)
  }
  const take = (size: number) => {
    const from = here()
    at += size
    return { from, at: at - size }
  }
  const number = (size: number): number => {
    const read = take(size)
    return read.from.readUIntLE(read.at, size)
  }
  const skip = (size: number): void => {
    for (let left = size; left > 0; ) {
      const now = Math.min(left, here().length - at)
      if (now <= 0) return
      at += now
      left -= now
    }
  }
  const characters = (length: number, wide: boolean): void => {
    let [left, size] = [length, wide ? 2 : 1]
    while (left > 0) {
      const now = Math.min(left, Math.floor((here().length - at) / size))
      at += now * size
      left -= now
      if (left > 0 && part >= parts.length - 1) return
      if (left > 0) {
        ;[part, at] = [part + 1, 0]
        size = number(1) & 0x01 ? 2 : 1
      }
    }
  }
  return { u8: () => number(1), u16: () => number(2), u32: () => number(4), skip, characters }
}
