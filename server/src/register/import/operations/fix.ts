/** ③ One row mended in place: cells written anew, a doubt accepted, a row left out; and the same for all of its kind. */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { operation } from '#platform'
import type { Importer } from '../importer.ts'
import { deriveLinks } from '../link-store.ts'
import { importProblems } from '../problems.ts'
import { alikeRows, skipStaged } from '../row-store.ts'
import { getStaged } from '../staged-store.ts'
import { closeStep, keepAsIs, openStep } from '../step-store.ts'
import type { Batch, StagedRow } from '../tables.ts'
import type { Changing } from './restage.ts'
import { fixesOf, restager } from './restage.ts'
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
      const register = importer.registry.get(batch.register)
      if (!row || row.importId !== batch.id || row.state !== 'staged') throw importProblems.notFound()
      const step = await stepOf(ctx, batch, { row, given })
      if (given.as === 'skip') await leaveOut(ctx, step, [row.id])
      else
        await (await restager(ctx, importer, batch, step.changing))({
          row,
          fixes: fixesOf({ register, batch, row }, given.values),
          accepted: given.as === 'accept' || (row.accepted && given.as !== 'back'),
        })
      await step.close({ rows: 1, links: await deriveLinks(ctx, importer, batch, [row.id]) })
      const [after] = await getStaged(ctx, [row.id])
      ctx.note({
        subject: `import:${batch.id}`,
        before: { row: row.rowNumber, class: row.class },
        after: { row: row.rowNumber, class: after?.class, fields: Object.keys(given.values) },
      })
      const showing = { registry: importer.registry, register, sheets: batch.sheets }
      const [shown] = await showRows(ctx, showing, after ? [after] : [])
      if (!shown) throw importProblems.notFound()
      return { row: shown }
    },
  })
}

type Doing = {
  row: StagedRow
  given: { as?: 'accept' | 'skip' | 'back' | undefined; values: Record<string, string> }
}

/** A step that can be taken back: what changes in it is kept as it stood. */
async function stepOf(ctx: Ctx, batch: Batch, { row, given }: Doing) {
  const fields = Object.keys(given.values)
  const { rowNumber, sheet } = row
  const id = await openStep(ctx, batch, { as: given.as ?? 'mend', row: rowNumber, sheet, fields })
  return {
    changing: (ids: readonly number[]) => keepAsIs(ctx, id, ids),
    close: (end: { rows: number; links: number[] }) => closeStep(ctx, id, end),
  }
}

async function leaveOut(
  ctx: Ctx,
  { changing }: { changing: Changing },
  ids: readonly number[],
): Promise<void> {
  await changing(ids)
  await skipStaged(ctx, ids)
}

/** So many rows in one go; what is left is said. The row that was the model goes last, so that the same again does the rest. */
const MOST_ALIKE = 2000

const alikeInput = input.extend({
  /** The fault that the rows share. With `values` its text must be the same too: the same place, the same word. */
  code: z.string().max(100),
  as: z.enum(['accept', 'skip']).optional(),
})

export function fixAlikeDoor(importer: Importer) {
  return operation({
    name: 'import.fixAlike',
    text: t('同类的行都这样改', 'Mend all rows of a kind'),
    can: 'signedIn',
    audit: 'write',
    input: alikeInput,
    output: z.object({ rows: z.number(), left: z.number() }),
    run: async (ctx, given) => {
      const batch = await openDraft(ctx, given.importId)
      const { model, alike } = await rowsAlike(ctx, batch, given)
      const others = alike.filter((id) => id !== given.rowId)
      const now = others.length < MOST_ALIKE ? alike : others.slice(0, MOST_ALIKE)
      const step = await stepOf(ctx, batch, { row: model, given })
      if (given.as === 'skip') await leaveOut(ctx, step, now)
      else await mendAll(ctx, importer, { batch, ids: now, given, changing: step.changing })
      await step.close({ rows: now.length, links: await deriveLinks(ctx, importer, batch, now) })
      const { code, as = null, values } = given
      ctx.note({
        subject: `import:${batch.id}`,
        after: { code, rows: now.length, as, fields: Object.keys(values) },
      })
      return { rows: now.length, left: alike.length - now.length }
    },
  })
}

type Alike = z.output<typeof alikeInput>

async function rowsAlike(
  ctx: Ctx,
  batch: Batch,
  { rowId, code, values }: Alike,
): Promise<{ model: StagedRow; alike: number[] }> {
  const [model] = await getStaged(ctx, [rowId])
  const issue = model?.importId === batch.id ? model.issues.find((one) => one.code === code) : undefined
  if (!model || !issue) throw importProblems.notFound()
  const told = Object.keys(values).length > 0 ? { code, text: issue.text } : { code }
  return { model, alike: await alikeRows(ctx, { importId: batch.id, issue: told }) }
}

type Mending = { batch: Batch; ids: readonly number[]; given: Alike; changing: Changing }

async function mendAll(
  ctx: Ctx,
  importer: Importer,
  { batch, ids, given, changing }: Mending,
): Promise<void> {
  const restage = await restager(ctx, importer, batch, changing)
  const register = importer.registry.get(batch.register)
  for (const row of await getStaged(ctx, ids)) {
    const fixes = fixesOf({ register, batch, row }, given.values)
    await restage({ row, fixes, accepted: given.as === 'accept' || row.accepted })
  }
}
