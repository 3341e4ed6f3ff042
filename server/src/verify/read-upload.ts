/** What an office sends to be checked: a sheet of figures, a text, or a declared file. */
import { z } from 'zod'
import { readWorkbook } from '#register'
import { readSheetRows } from './figures/read-sheet.ts'
import type { CheckSet } from './figures/shape.ts'
import { checkSetShape } from './figures/shape.ts'
import type { SheetRow } from './figures/sheet.ts'
import { sheetRowShape } from './figures/sheet.ts'
import { verifyProblems } from './problems.ts'
import { readDocx } from './texts/docx.ts'

export type Upload =
  | { kind: 'rows'; rows: SheetRow[] }
  | { kind: 'set'; set: CheckSet }
  | { kind: 'text'; text: string; tables: number }

const MOST_TEXT = 2_000_000
const MOST_ROWS = 2000

/** By the ending: .xlsx .xls .csv are sheets, .docx .txt .md texts, .json a declared file. Others are the Problem `verify.otherFile`. */
export async function readUpload(bytes: Buffer, file: string): Promise<Upload> {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? ''
  if (ending === 'docx') return textUpload(await readDocx(bytes, file), file)
  if (ending === 'txt' || ending === 'md') return textUpload({ text: decoded(bytes), tables: 0 }, file)
  if (ending === 'json') return { kind: 'set', set: declared(bytes, file) }
  if (['xlsx', 'xls', 'csv', 'tsv'].includes(ending)) return { kind: 'rows', rows: await rowsOf(bytes, file) }
  throw verifyProblems.otherFile({ file })
}

function textUpload(words: { text: string; tables: number }, file: string): Upload {
  if (words.text.length > MOST_TEXT) throw verifyProblems.tooLong({ file, most: MOST_TEXT })
  return { kind: 'text', ...words }
}

async function rowsOf(bytes: Buffer, file: string): Promise<SheetRow[]> {
  const rows = await readSheetRows(await readWorkbook(bytes, file), file)
  if (rows.length > MOST_ROWS) throw verifyProblems.tooLong({ file, most: MOST_ROWS })
  const read = z.array(sheetRowShape).safeParse(rows)
  if (!read.success) throw verifyProblems.declaredForm({ file, where: where(read.error) })
  return read.data
}

function declared(bytes: Buffer, file: string): CheckSet {
  const read = checkSetShape.safeParse(jsonOf(bytes, file))
  if (!read.success) throw verifyProblems.declaredForm({ file, where: where(read.error) })
  return read.data
}

function jsonOf(bytes: Buffer, file: string): unknown {
  try {
    return JSON.parse(decoded(bytes))
  } catch {
    throw verifyProblems.declaredForm({ file, where: 'JSON' })
  }
}

function where(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map(({ path }) => path.join('.'))
    .join('、')
}

/** UTF-16 by its mark, UTF-8 where the bytes are such, else GB18030. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
