/** The rows that could not go in, as the same table with a column that says why: mended in Excel, it can be uploaded again. */
import type exceljs from 'exceljs'
import { z } from 'zod'
import { placeText, say, t } from '#kernel'
import type { Ctx } from '#platform'
import { operation, readFile, saveFile } from '#platform'
import type { Register } from '../../define.ts'
import { isMasked } from '../../mask.ts'
import type { Importer } from '../importer.ts'
import type { SheetPlan } from '../mapping/target.ts'
import type { Merge, Sheet, SheetRow } from '../read/index.ts'
import { readWorkbook } from '../read/index.ts'
import { listStaged } from '../staged-store.ts'
import type { Batch, StagedRow } from '../tables.ts'
import { importId, openBatch } from './shapes.ts'
import { hideText } from './show.ts'

const MOST = 50_000

export function rejectsDoor(importer: Importer) {
  return operation({
    name: 'import.rejects',
    text: t('导出待改的行', 'Export the rows to mend'),
    can: 'signedIn',
    audit: 'export',
    input: z.object({ importId }),
    output: z.object({
      fileId: z.number(),
      rows: z.number(),
      /** Whether there were more than fit into one file. */ more: z.boolean(),
    }),
    run: async (ctx, given) => {
      const batch = await openBatch(ctx, given.importId)
      const rows = await listStaged(ctx, {
        importId: batch.id,
        classes: ['rejected', 'doubtful'],
        limit: MOST + 1,
      })
      const { default: writer } = await import('exceljs') // large, and needed here only
      const book = new writer.Workbook()
      const register = importer.registry.get(batch.register)
      const tops = await topsOf(ctx, batch)
      batch.sheets.forEach((plan, at) => {
        const own = rows.slice(0, MOST).filter(({ sheet }) => sheet === at)
        if (own.length > 0) addSheet(ctx, book, { plan, rows: own, register, top: tops[at] ?? noTop })
      })
      if (book.worksheets.length === 0) book.addWorksheet('待改')
      const bytes = Buffer.from(await book.xlsx.writeBuffer())
      const name = `${batch.fileName.replace(/\.[^.]*$/, '')}（待改）.xlsx`
      const { id } = await saveFile(ctx.tx, {
        name,
        mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes,
      })
      ctx.note({ subject: `import:${batch.id}`, after: { rows: rows.length } })
      return { fileId: id, rows: Math.min(rows.length, MOST), more: rows.length > MOST }
    },
  })
}

/** The lines of a sheet above its data, as the file has them. */
type Top = { rows: readonly SheetRow[]; merges: readonly Merge[] }

const noTop: Top = { rows: [], merges: [] }

async function topsOf(ctx: Ctx, batch: Batch): Promise<Top[]> {
  const { bytes, name } = await readFile(ctx.tx, batch.fileId)
  const { sheets } = await readWorkbook(bytes, name)
  return Promise.all(sheets.map((sheet, at) => topOf(sheet, batch.sheets[at]?.head?.bottom ?? 0)))
}

async function topOf(sheet: Sheet, bottom: number): Promise<Top> {
  const rows: SheetRow[] = []
  for await (const some of sheet.rows()) {
    rows.push(...some.filter(({ number }) => number <= bottom))
    if ((some.at(-1)?.number ?? 0) >= bottom) break
  }
  return { rows, merges: (await sheet.merges()).filter((merge) => merge.bottom <= bottom) }
}

type Page = { plan: SheetPlan; rows: readonly StagedRow[]; register: Register; top: Top }

/** The same table: titles and heads as they stood, then the rows, with one column more. */
function addSheet(ctx: Ctx, book: exceljs.Workbook, { plan, rows, register, top }: Page): void {
  const page = book.addWorksheet(plan.name)
  const bottom = plan.head?.bottom ?? 0
  const reasons = Math.max(0, ...plan.columns.map(({ at }) => at + 1)) + 1
  addTop(page, top)
  page.getCell(bottom, reasons).value = '原因'
  page.getRow(bottom).font = { bold: true }
  rows.forEach((row, n) => {
    for (const column of plan.columns)
      page.getCell(bottom + 1 + n, column.at + 1).value = cellOf(ctx, { register, row, column })
    page.getCell(bottom + 1 + n, reasons).value = reasonOf(ctx, plan, row)
  })
  for (let at = 1; at <= reasons; at++) {
    page.getColumn(at).numFmt = '@'
    page.getColumn(at).width = at === reasons ? 60 : 16
  }
}

function addTop(page: exceljs.Worksheet, { rows, merges }: Top): void {
  for (const { number, cells } of rows)
    cells.forEach((cell, at) => {
      if (cell && cell.merged !== 'rest' && cell.text !== '') page.getCell(number, at + 1).value = cell.text
    })
  for (const { top, left, bottom, right } of merges) page.mergeCells(top, left + 1, bottom, right + 1)
}

function cellOf(
  ctx: Ctx,
  { register, row, column }: { register: Register; row: StagedRow; column: SheetPlan['columns'][number] },
): string | null {
  const text = row.fixes[column.letters] ?? row.cells[column.letters] ?? null
  const field = register.fields[column.target]
  return text !== null && field && isMasked(ctx.actor, field) ? hideText(text) : text
}

function reasonOf({ locale }: Ctx, plan: SheetPlan, row: StagedRow): string {
  return row.issues
    .map(
      ({ column, text }) =>
        `${say(placeText({ sheet: plan.name, row: row.rowNumber, ...(column ? { column } : {}) }), locale)}　${say(text, locale)}`,
    )
    .join('\n')
}
