/** The rows that could not go in, as the same table with a column that says why: mended in Excel, it can be uploaded again. */
import exceljs from 'exceljs'
import { z } from 'zod'
import { placeText, say, t } from '#kernel'
import type { Ctx } from '#platform'
import { operation, saveFile } from '#platform'
import type { Register } from '../../define.ts'
import { isMasked } from '../../mask.ts'
import type { Importer } from '../importer.ts'
import type { SheetPlan } from '../mapping/target.ts'
import { listStaged } from '../row-store.ts'
import type { StagedRow } from '../tables.ts'
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
      const book = new exceljs.Workbook()
      batch.sheets.forEach((plan, at) => {
        const own = rows.slice(0, MOST).filter(({ sheet }) => sheet === at)
        if (own.length > 0)
          addSheet(ctx, book, { plan, rows: own, register: importer.registry.get(batch.register) })
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

type Page = { plan: SheetPlan; rows: readonly StagedRow[]; register: Register }

/** The title stays, since it may say which village the sheet speaks of. */
function addSheet(ctx: Ctx, book: exceljs.Workbook, { plan, rows, register }: Page): void {
  const page = book.addWorksheet(plan.name)
  page.addRow([plan.titles[0] ?? plan.name])
  page.addRow([...plan.columns.map(({ path }) => headOf(plan, path)), '原因'])
  page.getRow(2).font = { bold: true }
  for (const row of rows)
    page.addRow([
      ...plan.columns.map((column) => cellOf(ctx, { register, row, column })),
      reasonOf(ctx, plan, row),
    ])
  page.columns.forEach((column) => {
    column.numFmt = '@'
    column.width = 16
  })
  page.getColumn(plan.columns.length + 1).width = 60
}

/** The last line of the head, unless another column has the same. */
function headOf(plan: SheetPlan, path: readonly string[]): string {
  const leaf = path.at(-1) ?? ''
  return plan.columns.filter((one) => one.path.at(-1) === leaf).length > 1 ? path.join('·') : leaf
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
