/** Doors to the pairs of a register: the list, one pair side by side. */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { operation } from '#platform'
import { registerName, rowId, verb } from '../../operations/shapes.ts'
import { findRows } from '../../read-store.ts'
import type { Registry } from '../../registry.ts'
import type { AnyRow } from '../../row.ts'
import { rowShape, wireRows } from '../../wire.ts'
import { likenessOf } from '../declare.ts'
import type { DuplicatePorts } from '../merge.ts'
import { hasMoney } from '../merge.ts'
import { idsAbout, standingMerge } from '../merge-store.ts'
import { apartOf, countPairs, listPairs, pairOf } from '../pair-store.ts'
import type { Compared } from '../pass-store.ts'
import { duplicateProblems } from '../problems.ts'
import { comparedRegister } from '../room.ts'
import { likely, scoreLikeness } from '../score.ts'
import { reasonTexts } from '../words.ts'
import { mergeShape, pairShape, reasonShape, stateShape, wireMerges, wirePairs } from './shapes.ts'

export const listDoor = (registry: Registry) =>
  operation({
    name: 'duplicate.list',
    text: t('查看查重清单', 'Read the list of duplicates'),
    can: verb('merge'),
    audit: 'read',
    input: z.object({
      register: registerName,
      state: stateShape.default('open'),
      after: z.object({ score: z.number(), id: z.number() }).optional(),
      limit: z.int().min(1).max(100).default(30),
    }),
    output: z.object({
      pairs: z.array(pairShape),
      next: z.object({ score: z.number(), id: z.number() }).nullable(),
      counts: z.object({ open: z.number(), apart: z.number(), merged: z.number() }),
    }),
    run: async (ctx, { register: name, state, after, limit }) => {
      const register = comparedRegister(registry, name)
      const pairs = await listPairs(ctx, register, { state, limit, ...(after ? { after } : {}) })
      const last = pairs.at(-1)
      ctx.note({ subject: name, text: t(`查看 ${pairs.length} 对`, `${pairs.length} pairs read`) })
      return {
        pairs: await wirePairs(ctx, registry, { register, pairs }),
        next: last && pairs.length === limit ? { score: last.score, id: last.id } : null,
        counts: await countPairs(ctx, register),
      }
    },
  })

const bothShape = z.object({
  rows: z.array(rowShape),
  /** Fields in which the two differ. */
  differing: z.array(z.string()),
  score: z.number(),
  likely: z.boolean(),
  reasons: z.array(reasonShape),
  state: stateShape,
  decidedName: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
  /** How many rows of which registers point to each of the two, in the order of `rows`. */
  about: z.array(z.object({ register: z.string(), counts: z.array(z.number()) })),
  /** Whether money stands or moved in accounts of each, in the order of `rows`: where both, a second person confirms. */
  money: z.array(z.boolean()),
  /** A merge that waits for its second person. */
  waiting: mergeShape.nullable(),
})

export const pairDoor = ({ registry, ports }: { registry: Registry; ports: DuplicatePorts }) =>
  operation({
    name: 'duplicate.pair',
    text: t('两条并排核对', 'See two records side by side'),
    can: verb('merge'),
    audit: 'read',
    input: z.object({ register: registerName, a: rowId, b: rowId }),
    output: bothShape,
    run: async (ctx, { register: name, a, b }) => {
      const register = comparedRegister(registry, name)
      const read = (await findRows(ctx, register, [a, b])) as unknown as AnyRow[]
      if (read.length !== 2) throw duplicateProblems.notPair()
      const both = read as [AnyRow, AnyRow]
      for (const { id } of both) ctx.note({ subject: `${name}:${id}` })
      const waiting = await standingMerge(ctx, register, { ids: [a, b] })
      const merges = waiting ? await wireMerges(ctx, registry, { register, merges: [waiting] }) : []
      return {
        rows: await wireRows(ctx, registry, { register, rows: both }),
        differing: differingFields(register, both),
        ...likenessNow(ctx, register, both),
        ...(await saidOf(ctx, register, [a, b])),
        about: await aboutBoth(ctx, registry, { register, ids: [both[0].id, both[1].id] }),
        money: await moneyOf(ctx, { registry, ports }, { register, ids: both.map(({ id }) => id) }),
        waiting: merges[0] ?? null,
      }
    },
  })

async function moneyOf(
  ctx: Ctx,
  room: { registry: Registry; ports: DuplicatePorts },
  { register, ids }: { register: Compared; ids: readonly number[] },
): Promise<boolean[]> {
  const found: boolean[] = []
  for (const id of ids) found.push(await hasMoney(ctx, room, register, id))
  return found
}

function differingFields(register: Compared, [a, b]: readonly [AnyRow, AnyRow]): string[] {
  return Object.keys(register.fields).filter(
    (field) => JSON.stringify(a[field] ?? null) !== JSON.stringify(b[field] ?? null),
  )
}

/** The score as the two stand now, whatever the last search found. */
function likenessNow(ctx: Ctx, register: Compared, [a, b]: readonly [AnyRow, AnyRow]) {
  const { names } = register.duplicates
  const { score, reasons } = scoreLikeness(likenessOf(register, a), likenessOf(register, b), names)
  return { score, likely: score >= likely, reasons: reasonTexts(ctx.actor, register, reasons) }
}

async function saidOf(ctx: Ctx, register: Compared, ids: readonly [number, number]) {
  const pair = (await apartOf(ctx, register, ids)) ?? (await pairOf(ctx, register, ids))
  return {
    state: pair?.state ?? ('open' as const),
    decidedName: pair?.decidedName ?? null,
    decidedAt: pair?.decidedAt ?? null,
    reason: pair?.reason ?? null,
  }
}

async function aboutBoth(
  ctx: Ctx,
  registry: Registry,
  { register, ids }: { register: Compared; ids: readonly [number, number] },
) {
  const [one, two] = [
    await idsAbout(ctx, registry, { register, id: ids[0] }),
    await idsAbout(ctx, registry, { register, id: ids[1] }),
  ]
  const counts = new Map<string, [number, number]>()
  for (const [at, about] of [one, two].entries())
    for (const { register: name, ids: found } of about.slice(1)) {
      const of = counts.get(name) ?? [0, 0]
      of[at as 0 | 1] += found.length
      counts.set(name, of)
    }
  return [...counts]
    .filter(([, [x, y]]) => x + y > 0)
    .map(([name, both]) => ({ register: name, counts: both }))
}
