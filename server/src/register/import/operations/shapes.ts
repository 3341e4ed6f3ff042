/** What the doors of the import share: ids, who may do what, texts. */
import { z } from 'zod'
import type { Ctx } from '#platform'
import { may, platformProblems } from '#platform'
import { getBatch } from '../batch-store.ts'
import type { Importer } from '../importer.ts'
import { importProblems } from '../problems.ts'
import type { Batch } from '../tables.ts'

export const importId = z.int().positive()
export const text = z.object({ zh: z.string(), en: z.string() })

export const classes = ['new', 'changed', 'unchanged', 'rejected', 'doubtful', 'skipped'] as const
export const states = ['mapping', 'staging', 'review', 'merging', 'done', 'undone', 'dropped'] as const

/** Whether the actor may enter rows into the register; who may not can still upload and prepare. */
export function mayMerge(ctx: Ctx, register: string): boolean {
  return may(ctx.actor, `${register}.import`)
}

/** An import that the actor may see and prepare: his own, or one that he may commit. Others' answer as not there. */
export async function openBatch(ctx: Ctx, id: number, lock = false): Promise<Batch> {
  const batch = await getBatch(ctx, id, lock)
  if (batch.accountId !== ctx.actor.accountId && !mayMerge(ctx, batch.register))
    throw importProblems.notFound()
  return batch
}

/** The same for a change, which only an import that is not yet merged takes. */
export async function openDraft(ctx: Ctx, id: number): Promise<Batch> {
  const batch = await openBatch(ctx, id, true)
  if (batch.state !== 'mapping' && batch.state !== 'review')
    throw importProblems.notNow({ state: batch.state })
  return batch
}

export function requireRegister(ctx: Ctx, importer: Importer, register: string): void {
  importer.registry.get(register)
  if (!may(ctx.actor, `${register}.read`) && !mayMerge(ctx, register)) throw platformProblems.notFound()
}
