/** Text files: in what encoding the characters stand, by what sign the columns are parted, and the rows. */
import { readProblems } from './problems.ts'
import type { Encoding, SheetCell, SheetRow, Workbook } from './workbook.ts'

const BATCH = 100
const PIECE = 16 * 1024
const SAMPLE = 64 * 1024

export function openCsv(bytes: Buffer, file: string): Workbook {
  const encoding = encodingOf(bytes)
  const sample = decodeSample(bytes, encoding)
  if (sample.trim() === '') throw readProblems.empty({ file })
  if (controls.test(sample)) throw readProblems.unknownKind({ file })
  const separator = separatorOf(sample)
  const name = file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
  const sheet = {
    name,
    hidden: false,
    merges: async () => [],
    rows: () => rowsOf(bytes, { encoding, separator }),
  }
  return { kind: 'csv', encoding, sheets: [sheet] }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a text file has none of them
const controls = /[\u0000-\u0008\u000e-\u001a]/

/** By its mark, else by its zero bytes (UTF-16), else UTF-8 if the bytes are such, else GB18030, which contains GBK and GB2312. */
export function encodingOf(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = zeroBytes(bytes.subarray(0, SAMPLE))
  if (zeros.odd > 0 && zeros.even === 0) return 'utf-16le'
  if (zeros.even > 0 && zeros.odd === 0) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'gb18030'
}

function zeroBytes(bytes: Buffer): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 }
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2 === 0 ? 'even' : 'odd']++
  })
  return zeros
}

function isUtf8(bytes: Buffer): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += PIECE)
      decoder.decode(bytes.subarray(at, at + PIECE), { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

function decodeSample(bytes: Buffer, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE), { stream: true })
}

/** The sign that stands outside quotes most often in the first lines. */
export function separatorOf(sample: string): string {
  const bare = sample.slice(0, 8192).replace(/"[^"]*"/g, '')
  const counted = [',', '\t', ';', '，'].map((sign) => ({ sign, count: bare.split(sign).length }))
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).sign
}

type Form = { encoding: Encoding; separator: string }

async function* rowsOf(bytes: Buffer, { encoding, separator }: Form): AsyncIterable<readonly SheetRow[]> {
  const decoder = new TextDecoder(encoding)
  const splitter = csvSplitter(separator)
  for (let at = 0; at < bytes.length; at += PIECE) {
    splitter.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }))
    if (splitter.size() >= BATCH) yield splitter.take()
  }
  splitter.write(decoder.decode())
  splitter.end()
  if (splitter.size() > 0) yield splitter.take()
}

/**
 * Splits CSV (RFC 4180) from pieces that may end anywhere. Row numbers count records, as Excel does. A quote inside an
 * unquoted cell is a character; line breaks inside quotes stay.
 */
export function csvSplitter(separator: string) {
  let rest = ''
  let number = 0
  let rows: SheetRow[] = []
  const record = (cells: Cells) => {
    number++
    if (cells.some(Boolean)) rows.push({ number, cells })
  }
  return {
    write: (piece: string) => {
      rest = splitRecords(rest + piece, { separator, last: false, record })
    },
    end: () => {
      rest = splitRecords(rest, { separator, last: true, record })
    },
    size: () => rows.length,
    take: () => {
      const taken = rows
      rows = []
      return taken
    },
  }
}

const [LINE_FEED, RETURN, EQUALS] = [10, 13, 61]

/** `="0012"` is how programs keep Excel from reading a number: the text inside is meant. */
function textCell(given: string): SheetCell | undefined {
  const text = given.charCodeAt(0) === EQUALS ? (/^="([^"]*)"$/.exec(given)?.[1] ?? given) : given
  return text === '' ? undefined : { value: text, text }
}

type Cells = (SheetCell | undefined)[]

type Split = { separator: string; last: boolean; record: (cells: Cells) => void }

/** Hands over whole records; returns the beginning of the one that is not complete. */
function splitRecords(text: string, { separator, last, record }: Split): string {
  let start = 0
  while (start < text.length) {
    const read = readRecord(text, start, { separator, last })
    if (!read) return text.slice(start)
    record(read.cells)
    start = read.end
  }
  return ''
}

function readRecord(text: string, start: number, form: { separator: string; last: boolean }) {
  const cells: Cells = []
  let at = start
  for (;;) {
    const cell = text.charCodeAt(at) === 34 ? quoted(text, at, form) : bare(text, at, form)
    if (!cell) return null
    cells.push(textCell(cell.text))
    at = cell.end
    if (text.startsWith(form.separator, at)) {
      at += form.separator.length
      continue
    }
    if (at >= text.length) return form.last ? { cells, end: at } : null
    if (text[at] === '\r' && at + 1 >= text.length && !form.last) return null // the line feed may still come
    return { cells, end: at + (text.startsWith('\r\n', at) ? 2 : 1) }
  }
}

function bare(text: string, at: number, { separator, last }: { separator: string; last: boolean }) {
  const first = separator.charCodeAt(0)
  for (let i = at; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === LINE_FEED || c === RETURN || (c === first && text.startsWith(separator, i)))
      return { text: text.slice(at, i), end: i }
  }
  return last ? { text: text.slice(at), end: text.length } : null
}

/** What follows the closing quote up to the separator belongs to the cell: people write `"a"b`. */
function quoted(text: string, at: number, form: { separator: string; last: boolean }) {
  let from = at + 1
  let inside = ''
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return form.last ? { text: inside + text.slice(from), end: text.length } : null
    if (quote + 1 >= text.length && !form.last) return null
    inside += text.slice(from, quote)
    if (text[quote + 1] === '"') {
      inside += '"'
      from = quote + 2
      continue
    }
    const tail = bare(text, quote + 1, form)
    return tail && { text: inside + tail.text, end: tail.end }
  }
}
