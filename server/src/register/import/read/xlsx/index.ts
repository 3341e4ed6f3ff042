/** Opens an .xlsx. Row numbers, texts and dates are as Excel shows them; memory does not grow with the rows. */
import { isProblem } from '#kernel'
import { withMerges } from '../merged.ts'
import { readProblems } from '../problems.ts'
import type { Merge, Sheet, Workbook } from '../workbook.ts'
import type { Book, BookSheet } from './book.ts'
import { readBook } from './book.ts'
import type { Parts } from './parts.ts'
import { openParts } from './parts.ts'
import { readMerges, readRows } from './sheet.ts'

export async function openXlsx(bytes: Buffer, file: string): Promise<Workbook> {
  try {
    const parts = await openParts(bytes, file)
    if (!parts.names().some((name) => name.startsWith('xl/') || name.endsWith('.rels')))
      throw readProblems.unknownKind({ file })
    const book = await readBook(parts, file)
    if (book.sheets.length === 0) throw readProblems.empty({ file })
    return { kind: 'xlsx', sheets: book.sheets.map((sheet) => sheetOf({ parts, book, sheet, file })) }
  } catch (thrown) {
    throw brokenFile(thrown, file)
  }
}

function sheetOf({
  parts,
  book,
  sheet,
  file,
}: {
  parts: Parts
  book: Book
  sheet: BookSheet
  file: string
}): Sheet {
  let merges: Promise<readonly Merge[]> | undefined
  const findMerges = () => {
    merges ??= readMerges(parts, sheet.path)
    return merges
  }
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    merges: findMerges,
    rows: async function* () {
      try {
        yield* withMerges(readRows(parts, sheet.path, book), await findMerges())
      } catch (thrown) {
        throw brokenFile(thrown, file)
      }
    },
  }
}

function brokenFile(thrown: unknown, file: string): unknown {
  if (isProblem(thrown)) return thrown
  return readProblems.broken({ file, why: thrown instanceof Error ? thrown.message : String(thrown) })
}
