/** One stretch of entering an import into its register; a transaction of its own, so that a kill loses nothing and nothing goes in twice. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { settleRegister } from '../../stage-store.ts'
import { changeBatch, getBatch } from '../batch-store.ts'
import type { Importer } from '../importer.ts'
import type { StagedLink } from '../link-store.ts'
import { encodedLink, OUTSIDE, openLinks, pointLinks } from '../link-store.ts'
import { countStaged } from '../row-store.ts'
import { idsByText } from '../stage/match-store.ts'
import type { Batch } from '../tables.ts'
import { enterEncoded } from './enter-store.ts'
import { mergeRows } from './merge-rows.ts'
import { nextReady } from './ready-store.ts'

/** Rows of one transaction: large enough that what a transaction costs by itself does not count, small enough to be stopped. */
export const MERGE_ROWS = 10_000

/** A register is measured again when it is so much larger: seven times on the way to a million rows. */
const GROWN = 1.5

/** `link`: the last row made of what the rows belong to; `after`: the last row of the import that was dealt with. */
export type MergeState = {
  phase: 'links' | 'rows'
  link?: number
  after: number
  merged: number
  total: number
}

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
  const links = await openLinks(ctx, { importId, after: from.link ?? 0, limit: size })
  const last = links.at(-1)?.id
  if (last === undefined)
    return mergeStretch(ctx, importer, { importId, from: { ...from, phase: 'rows' }, size })
  const batch = await getBatch(ctx, importId)
  for (const name of new Set(links.map(({ register }) => register)))
    await makeLinks(ctx, importer, { batch, name, links: links.filter(({ register }) => register === name) })
  return {
    state: { ...from, link: last },
    done: false,
    text: t(`先登记所属，到第 ${last} 个`, `registering what the rows belong to, at number ${last}`),
  }
}

type Making = { batch: Batch; name: string; links: readonly StagedLink[] }

async function makeLinks(ctx: Ctx, importer: Importer, { batch, name, links }: Making): Promise<void> {
  const register = importer.registry.get(name)
  const key = register.identity[0] ?? register.title
  const known = await idsByText(ctx, register, { field: key, texts: links.map((link) => link.key) })
  const missing = links.filter((link) => !known.has(link.key))
  const rows = missing.map((link) => ({ id: link.freshId, encoded: encodedLink(importer, batch, link) }))
  const made = await enterEncoded(ctx, register, rows)
  await settleRegister(ctx, register, GROWN)
  const point = links.flatMap(({ id, key: text, freshId }) => {
    const targetId = known.get(text)?.[0] ?? (made.has(freshId) ? undefined : OUTSIDE)
    return targetId === undefined ? [] : [{ id, targetId }]
  })
  await pointLinks(ctx, point)
}

async function mergeStretch(
  ctx: Ctx,
  importer: Importer,
  { importId, from, size }: Step,
): Promise<MergeStep> {
  const batch = await getBatch(ctx, importId)
  const next = await nextReady(ctx, { importId, after: from.after, limit: size })
  const stretch = { importId, after: from.after, to: next.to }
  const went = next.count === 0 ? 0 : await mergeRows(ctx, { importer, batch, stretch })
  const more = next.count === size
  await settleRegister(ctx, importer.registry.get(batch.register), more ? GROWN : 0.02)
  const state = { ...from, after: Math.max(next.to, from.after), merged: from.merged + went }
  ctx.note({ subject: `import:${importId}`, after: { rows: went } })
  if (more) {
    await changeBatch(ctx, importId, { mergedTo: state.after })
    return { state, done: false, text: progress(state) }
  }
  await changeBatch(ctx, importId, {
    state: 'done',
    mergedTo: state.after,
    mergedBy: ctx.actor.name,
    mergedAt: ctx.now,
  })
  return { state, done: true, text: t(`入册 ${state.merged} 行`, `${state.merged} rows committed`) }
}

function progress({ merged, total }: MergeState): Text {
  return t(`第 ${merged} / ${total} 行`, `row ${merged} of ${total}`)
}
