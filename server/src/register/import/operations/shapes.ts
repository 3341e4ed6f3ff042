/** What the doors of the import share: ids, who may do what, texts. */
import { z } from 'zod'
import type { Ctx } from '#platform'
import { may, platformProblems } from '#platform'
import { getBatch } from '../batch-store.ts'
import type { Importer } from '../importer.ts'
import { importProblems } from '../problems.ts'
import type { Batch } from '../tables.ts'
import * as who from '../who-may.ts'

export const importId = z.int().positive()
export const text = z.object({ zh: z.string(), en: z.string() })

export const classes = ['new', 'changed', 'unchanged', 'rejected', 'doubtful', 'skipped'] as const
export const states = ['mapping', 'staging', 'review', 'merging', 'done', 'undone', 'dropped'] as const

/** Whether the actor may enter rows into the register. */
export function mayMerge(ctx: Ctx, register: string): boolean {
  return who.mayMerge(ctx.actor, register)
}

/** Whether the actor may change an import: his own, or one that he may commit. */
export function mayChange(ctx: Ctx, batch: Batch): boolean {
  const own = batch.accountId === ctx.actor.accountId
  return (own && who.mayPrepare(ctx.actor, batch.register)) || mayMerge(ctx, batch.register)
}

/** Whether the actor may see an import: one that he may change, or whose role looks at the imports of others. */
export function maySee(ctx: Ctx, batch: Batch): boolean {
  const own = batch.accountId === ctx.actor.accountId
  return own || mayMerge(ctx, batch.register) || who.mayWatch(ctx.actor, batch.register)
}

/** An import that the actor may see. Others answer as not there. */
export async function openBatch(ctx: Ctx, id: number): Promise<Batch> {
  const batch = await getBatch(ctx, id)
  if (!maySee(ctx, batch)) throw importProblems.notFound()
  return batch
}

/** The same for a change, which only an import that is not yet merged takes. */
export async function openDraft(ctx: Ctx, id: number): Promise<Batch> {
  if (!mayChange(ctx, await openBatch(ctx, id))) throw importProblems.looksOnly()
  const batch = await getBatch(ctx, id, true)
  if (batch.state !== 'mapping' && batch.state !== 'review')
    throw importProblems.notNow({ state: batch.state })
  return batch
}

export function requireRegister(ctx: Ctx, importer: Importer, register: string): void {
  importer.registry.get(register)
  if (!may(ctx.actor, `${register}.read`) && !mayMerge(ctx, register)) throw platformProblems.notFound()
}
