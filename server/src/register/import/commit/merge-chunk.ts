/** One stretch of entering an import into its register; a transaction of its own, so that a kill loses nothing and nothing goes in twice. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx, Hands } from '#platform'
import type { Register } from '../../define.ts'
import { settleRegister } from '../../settle-store.ts'
import { changeBatch, getBatch } from '../batch-store.ts'
import type { Importer } from '../importer.ts'
import type { StagedLink } from '../link-store.ts'
import { dropIdleLinks, encodedLink, OUTSIDE, openLinks, pointLinks, speakingColumns } from '../link-store.ts'
import { countStaged } from '../row-store.ts'
import { idsByText } from '../stage/match-store.ts'
import type { Batch } from '../tables.ts'
import { enterEncoded } from './enter-store.ts'
import { sideBySide } from './lane-store.ts'
import { mergeRows } from './merge-rows.ts'
import type { Ready } from './ready-store.ts'
import { nextReady, none } from './ready-store.ts'

/** Rows of one transaction: large enough that what a transaction costs by itself does not count, small enough to be stopped. */
export const MERGE_ROWS = 10_000

/** A register is measured again when it is so much larger: seven times on the way to a million rows. */
const GROWN = 3

/** `link`: the last row made of what the rows belong to; `after`: the last row of the import that was dealt with. */
export type MergeState = {
  phase: 'links' | 'rows'
  link?: number
  after: number
  merged: number
  total: number
}

export type MergeStep = { state: MergeState; done: boolean; text: Text }

/** `total`: how many rows were ready when the merge was asked for, where that was counted. */
type Merging = { importId: number; total?: number; size?: number; hands: Hands }

/** Two stretches of `size` rows, side by side: the second is entered apart. */
export async function mergeChunk(
  ctx: Ctx,
  importer: Importer,
  { importId, state, total, size = MERGE_ROWS, hands }: Merging & { state: MergeState | undefined },
): Promise<MergeStep> {
  const from = state ?? (await begin(ctx, importer, { importId, total }))
  const step = { importId, from, size, hands }
  return from.phase === 'links' ? mergeLinks(ctx, importer, step) : mergeStretches(ctx, importer, step)
}

async function begin(
  ctx: Ctx,
  importer: Importer,
  { importId, total }: Pick<Merging, 'importId' | 'total'>,
): Promise<MergeState> {
  await dropIdleLinks(ctx, importer, await getBatch(ctx, importId))
  return { phase: 'links', after: 0, merged: 0, total: total ?? (await readyCount(ctx, importId)) }
}

async function readyCount(ctx: Ctx, importId: number): Promise<number> {
  const { classes } = await countStaged(ctx, importId)
  return (classes.new ?? 0) + (classes.changed ?? 0)
}

type Step = { importId: number; from: MergeState; size: number; hands: Hands }

/** What the rows point to comes first. */
async function mergeLinks(ctx: Ctx, importer: Importer, step: Step): Promise<MergeStep> {
  const { importId, from, size, hands } = step
  const batch = await getBatch(ctx, importId)
  const columns = speakingColumns(importer, batch.register)
  const links = await openLinks(ctx, { importId, after: from.link ?? 0, limit: 2 * size, columns })
  const last = links.at(-1)?.id
  if (last === undefined) return mergeStretches(ctx, importer, { ...step, from: { ...from, phase: 'rows' } })
  for (const name of new Set(links.map(({ register }) => register))) {
    const register = importer.registry.get(name)
    const own = links.filter((link) => link.register === name)
    const half = Math.ceil(own.length / 2)
    await sideBySide(ctx, hands, [
      (one) => makeLinks(one, importer, { batch, register, links: own.slice(0, half) }),
      (one) => makeLinks(one, importer, { batch, register, links: own.slice(half) }),
    ])
    await settleRegister(ctx, register, GROWN)
  }
  return {
    state: { ...from, link: last },
    done: false,
    text: t(`先登记所属，到第 ${last} 个`, `registering what the rows belong to, at number ${last}`),
  }
}

type Making = { batch: Batch; register: Register; links: readonly StagedLink[] }

async function makeLinks(ctx: Ctx, importer: Importer, { batch, register, links }: Making): Promise<void> {
  const key = register.identity[0] ?? register.title
  const known = await idsByText(ctx, register, { field: key, texts: links.map((link) => link.key) })
  const missing = links.filter((link) => !known.has(link.key))
  const rows = missing.map((link) => ({ id: link.freshId, encoded: encodedLink(importer, batch, link) }))
  const made = await enterEncoded(ctx, register, rows)
  const point = links.flatMap(({ id, key: text, freshId }) => {
    const targetId = known.get(text)?.[0] ?? (made.has(freshId) ? freshId : OUTSIDE)
    return targetId === freshId ? [] : [{ id, targetId }] // its own: made now, or before a broken end
  })
  await pointLinks(ctx, point)
}

async function mergeStretches(
  ctx: Ctx,
  importer: Importer,
  { importId, from, size, hands }: Step,
): Promise<MergeStep> {
  const batch = await getBatch(ctx, importId)
  const searched = importer.registry.get(batch.register).search !== undefined
  const next = (after: number) => nextReady(ctx, { importId, after, limit: size, searched })
  const first = await next(from.after)
  const second = first.more ? await next(first.to) : none
  const part = (after: number, ready: Ready) => (one: Ctx) =>
    ready.count === 0 ? Promise.resolve(0) : mergeRows(one, { importer, batch, after, ready })
  const parts = [part(from.after, first), part(first.to, second)] as const
  const [here, beside] = second.count === 0 ? [await parts[0](ctx), 0] : await sideBySide(ctx, hands, parts)
  const more = second.more
  await settleRegister(ctx, importer.registry.get(batch.register), more ? GROWN : 0.02)
  ctx.note({ subject: `import:${importId}`, after: { rows: here + beside } })
  const after = Math.max(from.after, first.to, second.to)
  return closeStep(ctx, { importId, more, state: { ...from, after, merged: from.merged + here + beside } })
}

/** How far it got, or that it is done. */
async function closeStep(
  ctx: Ctx,
  { importId, more, state }: { importId: number; more: boolean; state: MergeState },
): Promise<MergeStep> {
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
