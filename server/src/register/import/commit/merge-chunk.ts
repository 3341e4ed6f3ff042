/** One stretch of entering an import into its register; a transaction of its own, so that a kill loses nothing and nothing goes in twice. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx, Hands } from '#platform'
import type { Register } from '../../define.ts'
import { settleRegister } from '../../settle-store.ts'
import { changeBatch, getBatch } from '../batch-store.ts'
import type { Importer } from '../importer.ts'
import { dropIdleLinks, OUTSIDE, pointLinks } from '../link-store.ts'
import { countStaged } from '../row-store.ts'
import { idsByText } from '../stage/match-store.ts'
import type { Batch } from '../tables.ts'
import { enterEncoded } from './enter-store.ts'
import { flushLater, shareOut } from './lane-store.ts'
import { mergeRows } from './merge-rows.ts'
import type { LinkPage, StagedLink } from './open-link-store.ts'
import {
  encodedLink,
  linkPages,
  madeRegisters,
  openLinks,
  ruleOf,
  speakingColumns,
} from './open-link-store.ts'
import type { Ready } from './ready-store.ts'
import { nextReady } from './ready-store.ts'
import { makeBySet, unmadeLinks } from './set-link-store.ts'

/** Rows of one statement: the smaller, the less one lane waits for the other at the end of a chunk. */
export const MERGE_ROWS = 5_000

/** How many of them each of two lanes enters in one chunk. */
const STRETCHES = 6

/** A register is measured again when it is so much larger: three times on the way to a million rows. */
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

/** Stretches of `size` rows, `STRETCHES` for each of two lanes. */
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
  // One page, by itself, before the register is measured: of an empty one the planner takes any way to look keys up for good.
  const most = from.link === undefined ? 1 : 2 * STRETCHES
  const pages = await linkPages(ctx, { importId, after: from.link ?? 0, size, most })
  const last = pages.at(-1)?.to
  if (last === undefined) return mergeStretches(ctx, importer, { ...step, from: { ...from, phase: 'rows' } })
  const batch = await getBatch(ctx, importId)
  const columns = speakingColumns(importer, batch.register)
  await shareOut(ctx, hands, {
    items: pages,
    work: (one, page) => makePage(one, importer, { batch, page, columns }),
  })
  for (const name of madeRegisters(importer, batch))
    await settleRegister(ctx, importer.registry.get(name), GROWN)
  await flushLater(ctx)
  return {
    state: { ...from, link: last },
    done: false,
    text: t(`先登记所属，到第 ${last} 个`, `registering what the rows belong to, at number ${last}`),
  }
}

type Page = { batch: Batch; page: LinkPage; columns: readonly string[] }

/** By set what can be; what is left row by row. */
async function makePage(ctx: Ctx, importer: Importer, { batch, page, columns }: Page): Promise<void> {
  const { after, to } = page
  let left: StagedLink[] | undefined
  for (const name of madeRegisters(importer, batch)) {
    const of = { importId: batch.id, after, to, other: importer.registry.get(name), area: batch.area }
    const { register, rule } = ruleOf(importer, batch, name)
    const all = rule && (await makeBySet(ctx, { ...of, register, rule }))
    if (all) continue
    const unmade = await unmadeLinks(ctx, of)
    left ??= await openLinks(ctx, { importId: batch.id, columns, after, to })
    const links = left.filter(({ id }) => unmade.has(id))
    await makeLinks(ctx, importer, { batch, register: of.other, links })
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
  const register = importer.registry.get(batch.register)
  const stretches = await nextStretches(ctx, {
    importId,
    after: from.after,
    size,
    searched: register.search !== undefined,
  })
  const settling = async (one: Ctx) => settleRegister(one, register, GROWN).then(() => 0)
  const entering = stretches.map(
    ({ after, ready }) =>
      (one: Ctx) =>
        mergeRows(one, { importer, batch, after, ready }),
  )
  const items = entering.length > 1 ? [settling, ...entering] : entering
  const made = await shareOut(ctx, hands, { items, work: (one, work) => work(one) })
  const last = stretches.at(-1)?.ready
  const more = last?.more ?? false
  if (!more) await settleRegister(ctx, register, 0.02)
  const rows = made.reduce((sum, count) => sum + count, 0)
  ctx.note({ subject: `import:${importId}`, after: { rows } })
  const after = Math.max(from.after, last?.to ?? 0)
  return closeStep(ctx, { importId, more, state: { ...from, after, merged: from.merged + rows } })
}

type Next = { importId: number; after: number; size: number; searched: boolean }

/** What the two lanes of a chunk enter. */
async function nextStretches(ctx: Ctx, { size, ...from }: Next): Promise<{ after: number; ready: Ready }[]> {
  const stretches: { after: number; ready: Ready }[] = []
  for (let after = from.after; stretches.length < 2 * STRETCHES; ) {
    const ready = await nextReady(ctx, { ...from, after, limit: size })
    if (ready.count > 0) stretches.push({ after, ready })
    if (!ready.more) break
    after = ready.to
  }
  return stretches
}

/** How far it got, or that it is done. */
async function closeStep(
  ctx: Ctx,
  { importId, more, state }: { importId: number; more: boolean; state: MergeState },
): Promise<MergeStep> {
  if (more) {
    await flushLater(ctx)
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
