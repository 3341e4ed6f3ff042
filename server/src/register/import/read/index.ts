/** Reads what an office sends: .xlsx, .xls, .csv, told by the bytes and not by the name. */
import { openCsv } from './csv.ts'
import { readProblems } from './problems.ts'
import type { Workbook } from './workbook.ts'
import { openXlsx } from './xlsx/index.ts'

export { readProblems } from './problems.ts'
export * from './workbook.ts'

/**
 * Opens a file; `name` is for the texts and for the endings of formats that cannot be told by bytes. Problems:
 * `import.wpsOwn`, `.locked`, `.broken`, `.swollen`, `.empty`, `.unknownKind`. The rows are read when they are asked for.
 */
export async function readWorkbook(bytes: Buffer, name: string): Promise<Workbook> {
  if (bytes.length === 0) throw readProblems.empty({ file: name })
  if (bytes.readUInt16BE(0) === 0x504b) return openXlsx(bytes, name)
  if (isCompound(bytes)) return openCompound(bytes, name)
  if (/\.et$/i.test(name)) throw readProblems.wpsOwn({ file: name })
  if (/\.xlsx?$/i.test(name)) {
    if (looksLikeMarkup(bytes)) return openOld(bytes, name) // web pages and XML saved under the name of a sheet
    throw readProblems.broken({ file: name, why: 'neither zip nor compound file' })
  }
  if (/\.(csv|txt|tsv)$/i.test(name)) return openCsv(bytes, name)
  throw readProblems.unknownKind({ file: name })
}

const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')

function isCompound(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).equals(compound)
}

/** An .xlsx with a password is a compound file that holds the zip encrypted; Word files are compound files too. */
async function openCompound(bytes: Buffer, file: string): Promise<Workbook> {
  if (/\.et$/i.test(file)) throw readProblems.wpsOwn({ file })
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw readProblems.locked({ file })
  if (bytes.includes(Buffer.from('WordDocument', 'utf16le'))) throw readProblems.unknownKind({ file })
  return openOld(bytes, file)
}

/** SheetJS is large, and most files are no .xls. */
async function openOld(bytes: Buffer, file: string): Promise<Workbook> {
  const { openXls } = await import('./xls.ts')
  return openXls(bytes, file)
}

function looksLikeMarkup(bytes: Buffer): boolean {
  return /^[\ufeff\s]*</.test(bytes.subarray(0, 64).toString('utf8'))
}
