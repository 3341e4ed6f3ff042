/** ③ The last step taken back: a cell wrongly mended, a row left out, a doubt let in too soon, for one row or for all of a kind. */
import { z } from 'zod'
import type { Text } from '#kernel'
import { placeText, t } from '#kernel'
import type { Ctx } from '#platform'
import { operation } from '#platform'
import type { Importer } from '../importer.ts'
import { deriveLinks, dropUnnamed } from '../link-store.ts'
import { importProblems } from '../problems.ts'
import type { StepTold } from '../step-store.ts'
import { changedSince, lastStep, restoreStep } from '../step-store.ts'
import type { Batch } from '../tables.ts'
import { importId, openDraft, text } from './shapes.ts'

export function stepBackDoor(importer: Importer) {
  return operation({
    name: 'import.stepBack',
    text: t('撤销上一步', 'Take the last step back'),
    can: 'signedIn',
    audit: 'write',
    input: z.object({ importId }),
    output: z.object({
      id: z.number(),
      /** What was taken back. */ text,
      rows: z.number(),
    }),
    run: async (ctx, given) => {
      const batch = await openDraft(ctx, given.importId)
      const step = await lastStep(ctx, batch.id)
      if (!step) throw importProblems.noStep()
      const since = await changedSince(ctx, step.id)
      if (since) throw importProblems.steppedOver(since)
      const rows = await restoreStep(ctx, step.id)
      await dropUnnamed(ctx, importer, { batch, links: step.told.links })
      await deriveLinks(ctx, importer, batch, rows)
      const { links: _, ...told } = step.told
      ctx.note({ subject: `import:${batch.id}`, before: told, after: { rows: rows.length } })
      return { id: step.id, text: stepText(importer, batch, step.told), rows: rows.length }
    },
  })
}

/** What the actor can take back next, in words. */
export async function stepToUndo(
  ctx: Ctx,
  importer: Importer,
  batch: Batch,
): Promise<{ id: number; text: Text } | null> {
  const step = batch.state === 'review' ? await lastStep(ctx, batch.id) : undefined
  return step ? { id: step.id, text: stepText(importer, batch, step.told) } : null
}

/** The values that were written are not named: not everybody may see them. */
function stepText(importer: Importer, batch: Batch, { as, row, sheet, rows, fields }: StepTold): Text {
  const place = placeText({ sheet: batch.sheets[sheet]?.name ?? '', row })
  const of = rows > 1 ? t(`${rows} 行`, `${rows} rows`) : place
  if (as === 'skip') return t(`跳过 ${of.zh}`, `left out ${of.en}`)
  if (as === 'accept') return t(`收 ${of.zh}`, `accepted ${of.en}`)
  if (as === 'back') return t(`还是导 ${of.zh}`, `took in ${of.en}`)
  const register = importer.registry.get(batch.register)
  const labels = fields.flatMap((name) => register.fields[name]?.label ?? [])
  const zh = labels.map((one) => one.zh).join('、')
  const en = labels.map((one) => one.en).join(', ')
  return t(`改 ${of.zh}的${zh}`, `mended ${en} of ${of.en}`)
}
