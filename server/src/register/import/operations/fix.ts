/** ③ One row mended in place: cells written anew, a doubt accepted, a row left out. */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { operation } from '#platform'
import { allAreas, senderOf } from '../batch-store.ts'
import type { Importer } from '../importer.ts'
import { deriveLinks } from '../link-store.ts'
import { rulesWith } from '../mapping/added.ts'
import { importProblems } from '../problems.ts'
import type { SheetCell } from '../read/index.ts'
import { columnAt } from '../read/index.ts'
import { plainCell } from '../read/xlsx/cell.ts'
import { getStaged, replaceStaged, sameIdentity, skipStaged } from '../row-store.ts'
import { areaBook } from '../stage/area-book.ts'
import type { Issue } from '../stage/draft.ts'
import { lastingMarks } from '../stage/marks.ts'
import { readRow } from '../stage/read-row.ts'
import { stageRows } from '../stage/stage-rows.ts'
import type { Batch, NewRow, StagedRow } from '../tables.ts'
import { openDraft } from './shapes.ts'
import { rowShape, showRows } from './show.ts'

const input = z.object({
  importId: z.int().positive(),
  rowId: z.int().positive(),
  /** What shall stand, by field; '' empties the cell. */
  values: z.record(z.string().max(60), z.string().max(4000)).default({}),
  /** `accept`: the doubt was looked at; of rows that say the same person, this one stays. `skip`: leave it out. `back`: take it in again. */
  as: z.enum(['accept', 'skip', 'back']).optional(),
})

export function fixDoor(importer: Importer) {
  return operation({
    name: 'import.fix',
    text: t('改导入的一行', 'Mend a row of an import'),
    can: 'signedIn',
    audit: 'write',
    input,
    output: z.object({ row: rowShape }),
    run: async (ctx, given) => {
      const batch = await openDraft(ctx, given.importId)
      const [row] = await getStaged(ctx, [given.rowId])
      if (!row || row.importId !== batch.id || row.state !== 'staged') throw importProblems.notFound()
      if (given.as === 'skip') await skipStaged(ctx, [row.id])
      else
        await restage(ctx, importer, {
          batch,
          row,
          fixes: fixesOf(batch, row, given.values),
          accepted: given.as === 'accept' || (row.accepted && given.as !== 'back'),
        })
      await deriveLinks(ctx, importer, batch)
      const [after] = await getStaged(ctx, [row.id])
      ctx.note({
        subject: `import:${batch.id}`,
        before: { row: row.rowNumber, class: row.class },
        after: { row: row.rowNumber, class: after?.class, fields: Object.keys(given.values) },
      })
      const { registry } = importer
      const [shown] = await showRows(
        ctx,
        { registry, register: registry.get(batch.register), sheets: batch.sheets },
        after ? [after] : [],
      )
      if (!shown) throw importProblems.notFound()
      return { row: shown }
    },
  })
}

/** By the column of the field; a field that the sheet does not have goes by its own name. */
function fixesOf(
  batch: Batch,
  row: StagedRow,
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const columns = batch.sheets[row.sheet]?.columns ?? []
  const named = Object.entries(values).flatMap(([field, text]) => {
    const own = columns.filter(({ target }) => target === field)
    if (own.length === 0) return [[field, text]]
    return own.map(({ letters }, at) => [letters, at === own.length - 1 ? text : '']) // several columns of one place: the last says it all
  })
  return { ...row.fixes, ...Object.fromEntries(named) }
}

type Restaging = { batch: Batch; row: StagedRow; fixes: Record<string, string>; accepted: boolean }

async function restage(
  ctx: Ctx,
  importer: Importer,
  { batch, row, fixes, accepted }: Restaging,
): Promise<void> {
  const { registry } = importer
  const register = registry.get(batch.register)
  const plan = batch.sheets[row.sheet]
  if (!plan) throw importProblems.notFound()
  const rules = await rulesWith(ctx, importer, { register: batch.register, sender: senderOf(batch) })
  const areas = areaBook(await allAreas(ctx))
  const reader = { register, rules, plan, sheet: row.sheet, areas, scope: batch.area, today: ctx.today }
  const draft = readRow(reader, { row: { number: row.rowNumber, cells: cellsOf(row) }, role: 'data' }, fixes)
  draft.issues.push(...row.issues.filter((issue) => stays(issue, fixes)))
  const linking = { registry, register, rules, plans: batch.sheets, areas, scope: batch.area }
  const [staged] = await stageRows(ctx, {
    linking,
    drafted: [{ draft, accepted, fixes }],
    ownerId: batch.ownerId,
  })
  if (staged) await replaceStaged(ctx, row.id, await againstOthers(ctx, { batch, row, staged }))
}

/** The texts of a row do not say that it is hidden, struck through, or has a formula without result: what is not written anew stays so. */
function stays({ code, column }: Issue, fixes: Readonly<Record<string, string>>): boolean {
  const lasting = lastingMarks.has(code) || code.startsWith('uncomputed:')
  return lasting && (column === undefined || fixes[column] === undefined)
}

function cellsOf(row: StagedRow): (SheetCell | undefined)[] {
  const cells: (SheetCell | undefined)[] = []
  for (const [letters, text] of Object.entries(row.cells)) cells[columnAt(letters)] = plainCell(text)
  return cells
}

/** Accepted, it is the one of its kind that stays; else it waits beside the other. */
async function againstOthers(
  ctx: Ctx,
  { batch, row, staged }: { batch: Batch; row: StagedRow; staged: NewRow },
): Promise<NewRow> {
  if (staged.identity === null || staged.class === 'rejected') return staged
  const same = await sameIdentity(ctx, { importId: batch.id, identity: staged.identity })
  const others = same.filter(
    (one) => one.id !== row.id && one.class !== 'skipped' && one.class !== 'rejected',
  )
  const [other] = others
  if (!other) return staged
  if (staged.accepted) {
    await skipStaged(
      ctx,
      others.map(({ id }) => id),
    )
    return staged
  }
  const issue: Issue = {
    code: 'repeated',
    level: 'doubt',
    text: t(
      `与第 ${other.rowNumber} 行是同一人，两行写得不一样。请留一行。`,
      `Row ${other.rowNumber} is the same; the two rows differ. Keep one of them.`,
    ),
  }
  return {
    ...staged,
    class: 'doubtful',
    issues: [...staged.issues, issue],
    reasons: [...staged.reasons, issue.code],
  }
}
