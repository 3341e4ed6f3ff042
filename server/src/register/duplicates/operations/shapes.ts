/** What doors of duplicates have in common: a pair and a merge as they leave the house. */
import { z } from 'zod'
import type { Ctx } from '#platform'
import { may } from '#platform'
import type { Register } from '../../define.ts'
import { findRows, versionsOf } from '../../read-store.ts'
import type { Registry } from '../../registry.ts'
import type { AnyRow } from '../../row.ts'
import { rowShape, wireRows } from '../../wire.ts'
import type { MergeRow } from '../merge-store.ts'
import type { PairRow } from '../pair-store.ts'
import type { Compared } from '../pass-store.ts'
import { likely } from '../score.ts'
import { reasonTexts } from '../words.ts'

export const text = z.object({ zh: z.string(), en: z.string() })
export const reasonShape = z.object({ text, points: z.number() })
export const stateShape = z.enum(['open', 'apart', 'merged'])

export const pairShape = z.object({
  id: z.number(),
  rows: z.array(rowShape),
  score: z.number(),
  likely: z.boolean(),
  reasons: z.array(reasonShape),
  state: stateShape,
  decidedName: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
})

export async function wirePairs(
  ctx: Ctx,
  registry: Registry,
  { register, pairs }: { register: Compared; pairs: readonly PairRow[] },
) {
  const read = await findRows(ctx, register, [...new Set(pairs.flatMap((one) => [one.lowId, one.highId]))])
  const wired = await wireRows(ctx, registry, { register, rows: read as unknown as AnyRow[] })
  const rows = new Map(wired.map((row) => [row.id, row]))
  return pairs.map(({ id, lowId, highId, score, reasons, state, decidedName, decidedAt, reason }) => ({
    id,
    rows: [lowId, highId].flatMap((one) => rows.get(one) ?? []),
    score,
    likely: score >= likely,
    reasons: reasonTexts(ctx.actor, register, reasons),
    state,
    decidedName,
    decidedAt,
    reason,
  }))
}

export const mergeShape = z.object({
  id: z.number(),
  keptId: z.number(),
  goneId: z.number(),
  titles: z.object({ kept: z.string(), gone: z.string() }),
  state: z.enum(['proposed', 'done', 'withdrawn', 'undone']),
  taken: z.array(z.string()),
  moved: z.number(),
  reason: z.string(),
  second: z.boolean(),
  proposedBy: z.number(),
  proposedName: z.string(),
  proposedAt: z.string(),
  doneName: z.string().nullable(),
  doneAt: z.string().nullable(),
  undoneName: z.string().nullable(),
  undoneAt: z.string().nullable(),
  undoneReason: z.string().nullable(),
  /** Whether this actor can be the second person. */
  canConfirm: z.boolean(),
})

/** The row that went is named as it was last. */
export async function wireMerges(
  ctx: Ctx,
  registry: Registry,
  { register, merges }: { register: Register; merges: readonly MergeRow[] },
) {
  const titles = new Map<number, string>()
  for (const id of new Set(merges.flatMap((one) => [one.keptId, one.goneId]))) {
    const last = (await versionsOf(ctx, register, id)).at(-1)
    const [row] = last ? await wireRows(ctx, registry, { register, rows: [last] }) : []
    titles.set(id, row?.title ?? `#${id}`)
  }
  return merges.map((one) => ({
    ...one,
    titles: { kept: titles.get(one.keptId) ?? '', gone: titles.get(one.goneId) ?? '' },
    moved: one.moved.reduce((sum, { ids }) => sum + ids.length, 0),
    canConfirm:
      one.state === 'proposed' &&
      one.proposedBy !== ctx.actor.accountId &&
      may(ctx.actor, `${register.name}.confirmMerge`),
  }))
}
