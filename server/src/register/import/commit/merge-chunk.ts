/** One stretch of entering an import into its register; a transaction of its own, so that a kill loses nothing and nothing goes in twice. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { settleRegister } from '../../stage-store.ts'
import { changeBatch, getBatch } from '../batch-store.ts'
import type { Importer } from '../importer.ts'
import type { StagedLink } from '../link-store.ts'
import { closeLinks, countLinks, OUTSIDE, openLinks } from '../link-store.ts'
import { countStaged, readyRows } from '../row-store.ts'
import { idsByText } from '../stage/match-store.ts'
import { insertLoose, withSearchKeys } from './bulk-store.ts'
import { mergeRows } from './merge-rows.ts'

export const MERGE_ROWS = 500

export type MergeState = { phase: 'links' | 'rows'; after: number; merged: number; total: number }

export type MergeStep = { state: MergeState; done: boolean; text: Text }

export async function mergeChunk(
  ctx: Ctx,
  importer: Importer,
  { importId, state, size = MERGE_ROWS }: { importId: number; state: MergeState | undefined; size?: number },
): Promise<MergeStep> {
  const from = state ?? { phase: 'links', after: 0, merged: 0, total: await readyCount(ctx, importId) }
  return from.phase === 'links'
    ? mergeLinks(ctx, importer, { importId, from, size })
    : mergeStretch(ctx, importer, { importId, from, size })
}

async function readyCount(ctx: Ctx, importId: number): Promise<number> {
  const { classes } = await countStaged(ctx, importId)
  return (classes.new ?? 0) + (classes.changed ?? 0)
}

type Step = { importId: number; from: MergeState; size: number }

/** What the rows point to comes first. */
async function mergeLinks(ctx: Ctx, importer: Importer, { importId, from, size }: Step): Promise<MergeStep> {
  const links = await openLinks(ctx, { importId, limit: size })
  if (links.length === 0)
    return mergeStretch(ctx, importer, { importId, from: { ...from, phase: 'rows' }, size })
  for (const name of new Set(links.map(({ register }) => register)))
    await makeLinks(ctx, importer, { name, links: links.filter(({ register }) => register === name) })
  const open = (await countLinks(ctx, importId)).reduce((sum, one) => sum + one.open, 0)
  return {
    state: from,
    done: false,
    text: t(`先登记所属，还有 ${open} 个`, `registering what the rows belong to, ${open} left`),
  }
}

async function makeLinks(
  ctx: Ctx,
  importer: Importer,
  { name, links }: { name: string; links: readonly StagedLink[] },
): Promise<void> {
  const register = importer.registry.get(name)
  const key = register.identity[0] ?? register.title
  const known = await idsByText(ctx, register, { field: key, texts: links.map((link) => link.key) })
  const missing = links.filter((link) => !known.has(link.key))
  const ids = await insertLoose(
    ctx,
    register,
    missing.map(({ encoded }) => withSearchKeys(register, encoded)),
  )
  await settleRegister(ctx, register, 0.25)
  const made = new Map(missing.map((link, at) => [link.id, ids[at] ?? null]))
  await closeLinks(
    ctx,
    links.map((link) => ({
      id: link.id,
      targetId: known.get(link.key)?.[0] ?? made.get(link.id) ?? OUTSIDE,
      made: Boolean(made.get(link.id)),
    })),
  )
}

async function mergeStretch(
  ctx: Ctx,
  importer: Importer,
  { importId, from, size }: Step,
): Promise<MergeStep> {
  const batch = await getBatch(ctx, importId)
  const rows = await readyRows(ctx, { importId, after: from.after, limit: size })
  const went = await mergeRows(ctx, { importer, batch, rows })
  const more = rows.length === size
  await settleRegister(ctx, importer.registry.get(batch.register), more ? 0.25 : 0.02)
  const state = { ...from, after: rows.at(-1)?.id ?? from.after, merged: from.merged + went }
  ctx.note({ subject: `import:${importId}`, after: { rows: went } })
  if (more) return { state, done: false, text: progress(state) }
  await changeBatch(ctx, importId, { state: 'done', mergedBy: ctx.actor.name, mergedAt: ctx.now })
  return { state, done: true, text: t(`入册 ${state.merged} 行`, `${state.merged} rows committed`) }
}

function progress({ merged, total }: MergeState): Text {
  return t(`第 ${merged} / ${total} 行`, `row ${merged} of ${total}`)
}
