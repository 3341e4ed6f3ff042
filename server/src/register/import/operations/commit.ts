/** ⑤ Entering the register: a job that may be stopped, resumed and killed; and taking the whole import back. */
import { z } from 'zod'
import { isProblem, t } from '#kernel'
import type { Ctx } from '#platform'
import { dayAt, operation } from '#platform'
import { changeBatch, findSame, getBatch } from '../batch-store.ts'
import { undoImport } from '../commit/undo.ts'
import type { Importer } from '../importer.ts'
import { mergeKind } from '../jobs.ts'
import { importProblems } from '../problems.ts'
import { restingOn } from '../resting-store.ts'
import { countStaged } from '../row-store.ts'
import { forgetSteps } from '../step-store.ts'
import type { Batch } from '../tables.ts'
import { importId, mayMerge, openBatch, openDraft } from './shapes.ts'

export function commitDoor(importer: Importer) {
  return operation({
    name: 'import.commit',
    text: t('入册', 'Commit to the register'),
    can: 'signedIn',
    audit: 'write',
    input: z.object({
      importId,
      /** The same file was committed before, and this is meant. */ again: z.boolean().default(false),
    }),
    output: z.object({ jobId: z.number() }),
    run: async (ctx, given) => {
      const batch = await openDraft(ctx, given.importId)
      if (!mayMerge(ctx, batch.register))
        throw importProblems.waits({ label: importer.registry.get(batch.register).label })
      const { classes } = await countStaged(ctx, batch.id)
      if (batch.state !== 'review') throw importProblems.notNow({ state: batch.state })
      if (!classes.new && !classes.changed) {
        const same = given.again
          ? undefined
          : await findSame(ctx, { sha256: batch.sha256, register: batch.register, but: batch.id })
        throw same
          ? importProblems.same({ day: dayAt(same.mergedAt ?? same.uploadedAt), id: same.id })
          : importProblems.nothingToMerge()
      }
      const jobId = await ctx.enqueue({
        kind: mergeKind(batch.register),
        input: { importId: batch.id, total: (classes.new ?? 0) + (classes.changed ?? 0) },
        key: `import:${batch.id}`,
      })
      await changeBatch(ctx, batch.id, { state: 'merging', jobId })
      await forgetSteps(ctx, batch.id)
      ctx.note({
        subject: `import:${batch.id}`,
        after: { new: classes.new ?? 0, changed: classes.changed ?? 0 },
      })
      return { jobId }
    },
  })
}

export function undoDoor(importer: Importer) {
  return operation({
    name: 'import.undo',
    text: t('撤回这批入册', 'Take an import back'),
    can: 'signedIn',
    audit: 'write',
    input: z.object({ importId, reason: z.string().trim().min(1).max(300) }),
    output: z.object({ removed: z.number(), restored: z.number() }),
    run: async (ctx, given) => {
      const { register } = await openBatch(ctx, given.importId)
      if (!mayMerge(ctx, register))
        throw importProblems.waits({ label: importer.registry.get(register).label })
      const batch = await getBatch(ctx, given.importId, true)
      if (batch.state !== 'done') throw importProblems.notNow({ state: batch.state })
      const done = await undoImport(ctx, importer, { batch, reason: given.reason }).catch(
        async (thrown: unknown) => {
          throw await withResting(ctx, importer, { batch, thrown })
        },
      )
      await changeBatch(ctx, batch.id, { state: 'undone' })
      ctx.note({ subject: `import:${batch.id}`, after: done, text: t(given.reason, given.reason) })
      return done
    },
  })
}

type Refused = { batch: Batch; thrown: unknown }

/** What stands in the way is said: a later import, which goes back first, and other registers that use the rows. */
async function withResting(ctx: Ctx, importer: Importer, { batch, thrown }: Refused): Promise<unknown> {
  if (!isProblem(thrown) || thrown.code !== 'import.inUse') return thrown
  const { later, users } = await restingOn(ctx, importer.registry, batch)
  return importProblems.inUse({
    ...(thrown.details as { count: number; rows?: number[] }),
    later: later.map(({ id, fileName, mergedAt, rows }) => ({
      id,
      file: fileName,
      day: dayAt(mergedAt),
      rows,
    })),
    users,
  })
}

export function dropDoor() {
  return operation({
    name: 'import.drop',
    text: t('放弃导入', 'Give up an import'),
    can: 'signedIn',
    audit: 'write',
    input: z.object({ importId }),
    output: z.object({}),
    run: async (ctx, given) => {
      const batch = await openDraft(ctx, given.importId)
      await changeBatch(ctx, batch.id, { state: 'dropped' })
      await forgetSteps(ctx, batch.id)
      ctx.note({ subject: `import:${batch.id}` })
      return {}
    },
  })
}
