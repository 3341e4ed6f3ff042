/** ② Where the head of a sheet stands: its first rows as they are, and another choice than the one that was found. */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { operation, readFile } from '#platform'
import type { Register } from '../../define.ts'
import { isMasked } from '../../mask.ts'
import { changeBatch, senderOf } from '../batch-store.ts'
import type { Importer } from '../importer.ts'
import { sheetPlanner } from '../mapping/plan-sheets.ts'
import { importProblems } from '../problems.ts'
import type { Sheet, SheetRow } from '../read/index.ts'
import { columnName, readWorkbook } from '../read/index.ts'
import { clearStaged } from '../row-store.ts'
import { forgetSteps } from '../step-store.ts'
import { HEAD_WITHIN } from '../table/find-head.ts'
import { firstRows } from '../table/table.ts'
import type { Batch } from '../tables.ts'
import { importId, openBatch, openDraft } from './shapes.ts'
import { hideText } from './show.ts'

/** Lines that a head may have. */
const MOST_LINES = 5

export function topDoor(importer: Importer) {
  return operation({
    name: 'import.top',
    text: t('查看表的前几行', 'Show the first rows of a sheet'),
    can: 'signedIn',
    audit: 'read',
    input: z.object({ importId, sheet: z.string() }),
    output: z.object({
      letters: z.array(z.string()),
      rows: z.array(z.object({ row: z.number(), cells: z.array(z.string()) })),
    }),
    run: async (ctx, given) => {
      const batch = await openBatch(ctx, given.importId)
      const rows = (await firstRows(await sheetOf(ctx, batch, given.sheet))).slice(0, HEAD_WITHIN)
      const register = importer.registry.get(batch.register)
      const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
      ctx.note({ subject: `import:${batch.id}`, after: { sheet: given.sheet, rows: rows.length } })
      return {
        letters: Array.from({ length: width }, (_, at) => columnName(at)),
        rows: rows.map((row) => ({ row: row.number, cells: textsOf(ctx, register, { row, width }) })),
      }
    },
  })
}

/** Nobody knows yet which column is which: who may not see some field in full sees no long number in full. */
function textsOf(
  { actor }: Ctx,
  register: Register,
  { row, width }: { row: SheetRow; width: number },
): string[] {
  const hides = Object.values(register.fields).some((field) => isMasked(actor, field))
  return Array.from({ length: width }, (_, at) => {
    const text = row.cells[at]?.text.trim() ?? ''
    return hides && /[\d０-９]{6}/.test(text) ? hideText(text) : text
  })
}

async function sheetOf(ctx: Ctx, batch: Batch, name: string): Promise<Sheet> {
  const { bytes, name: file } = await readFile(ctx.tx, batch.fileId)
  const { sheets } = await readWorkbook(bytes, file)
  const found = sheets[batch.sheets.findIndex((plan) => plan.name === name)]
  if (!found) throw importProblems.noSheet({ sheet: name })
  return found
}

/** What was read under the other head is forgotten; the columns are proposed anew. */
export function headDoor(importer: Importer) {
  return operation({
    name: 'import.head',
    text: t('另选表头行', 'Choose the rows of the head'),
    can: 'signedIn',
    audit: 'write',
    input: z.object({
      importId,
      sheet: z.string(),
      /** Rows as the sheet numbers them. */
      top: z.int().min(1).max(HEAD_WITHIN),
      lines: z.int().min(1).max(MOST_LINES),
    }),
    output: z.object({}),
    run: async (ctx, { sheet: name, top, lines, ...given }) => {
      const batch = await openDraft(ctx, given.importId)
      const sheet = await sheetOf(ctx, batch, name)
      const register = importer.registry.get(batch.register)
      const asked = { importer, register, area: batch.area, sender: senderOf(batch), office: batch.office }
      const plan = await sheetPlanner(ctx, asked)
      const made = await plan(sheet, { top, bottom: top + lines - 1 })
      if (!made.head) throw importProblems.noHead({ top, sheet: name })
      await clearStaged(ctx, batch.id)
      await forgetSteps(ctx, batch.id)
      const sheets = batch.sheets.map((one) => (one.name === name ? made : one))
      await changeBatch(ctx, batch.id, { state: 'mapping', sheets })
      ctx.note({ subject: `import:${batch.id}`, after: { sheet: name, head: made.head } })
      return {}
    },
  })
}
