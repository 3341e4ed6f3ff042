/** The doors of mergers: what one would do, doing it, those that were. */
import { z } from 'zod'
import type { Day } from '#kernel'
import { isDay, t } from '#kernel'
import { operation } from '#platform'
import { reason } from '../operations/shapes.ts'
import type { Registry } from '../registry.ts'
import { planMerger, startMerger } from './merge.ts'
import type { Merger } from './merger-store.ts'
import { mergersOf } from './merger-store.ts'
import { resumeMerger } from './move.ts'
import { planUndoDoor, undoMergerDoor } from './operations-undo.ts'

const ask = z.object({
  from: z.array(z.string().max(15)).min(1).max(30),
  into: z.object({ code: z.string().trim().max(15), name: z.string().trim().max(60).default('') }),
  on: z.string().refine(isDay),
})
const text = z.object({ zh: z.string(), en: z.string() })
const moved = z.object({ old: z.string(), new: z.string(), name: z.string() })

export const mergerOperations = (registry: Registry) =>
  [
    planDoor(registry),
    mergeDoor(registry),
    listDoor(registry),
    resumeDoor(),
    planUndoDoor(registry),
    undoMergerDoor(registry),
  ] as const

const planDoor = (registry: Registry) =>
  operation({
    name: 'area.planMerger',
    text: t('试算村组合并', 'See what a merger of places would do'),
    can: 'area.mergePlaces',
    audit: 'none',
    input: ask,
    output: z.object({
      issues: z.array(z.object({ field: z.string(), text })),
      moves: z.array(moved.extend({ fresh: z.boolean(), oldName: z.string() })),
      rows: z.array(z.object({ label: text, counter: text, count: z.number() })),
    }),
    run: async (ctx, given) => {
      const plan = await planMerger(ctx, registry, { ...given, on: given.on as Day })
      return {
        issues: [...plan.issues],
        moves: plan.moves.map(({ old, oldName, new: next, name, fresh }) => ({
          old,
          oldName,
          new: next,
          name,
          fresh,
        })),
        rows: plan.rows.map(({ register, count }) => {
          const { label, counter } = registry.get(register)
          return { label, counter, count }
        }),
      }
    },
  })

const mergeDoor = (registry: Registry) =>
  operation({
    name: 'area.merge',
    text: t('合并村组', 'Merge places'),
    can: 'area.mergePlaces',
    audit: 'write',
    input: ask.extend({ paper: reason }),
    output: z.object({ id: z.number() }),
    run: async (ctx, given) => ({ id: await startMerger(ctx, registry, { ...given, on: given.on as Day }) }),
  })

const counts = z.array(z.object({ label: text, counter: text, count: z.number() }))

const mergerShape = z.object({
  id: z.number(),
  into: z.object({ code: z.string(), name: z.string() }),
  on: z.string(),
  paper: z.string(),
  knownAt: z.string(),
  byName: z.string(),
  state: z.enum(['moving', 'done', 'undoing', 'undone']),
  moves: z.array(moved),
  rows: counts,
  hats: z.number(),
  undone: z
    .object({ at: z.string(), byName: z.string(), reason: z.string(), rows: counts, hats: z.number() })
    .nullable(),
})

const listDoor = (registry: Registry) =>
  operation({
    name: 'area.mergers',
    text: t('查看村组合并', 'See mergers of places'),
    can: 'area.read',
    audit: 'none',
    input: z.object({}),
    output: z.object({ mergers: z.array(mergerShape) }),
    run: async (ctx) => ({ mergers: (await mergersOf(ctx)).map((one) => wireMerger(registry, one)) }),
  })

function wireMerger(registry: Registry, one: Merger): z.infer<typeof mergerShape> {
  const { id, intoCode: code, intoName: name, validOn: on, paper, knownAt, accountName: byName, state } = one
  return {
    ...{ id, into: { code, name }, on, paper, knownAt, byName, state },
    moves: one.moves.map((move) => ({ old: move.old, new: move.new, name: move.name })),
    rows: countsOf(registry, one.moved),
    hats: one.hats,
    undone: one.undoneAt
      ? {
          at: one.undoneAt,
          byName: one.undoneName ?? '',
          reason: one.undoneReason ?? '',
          rows: countsOf(registry, one.putBack),
          hats: one.hatsBack.length,
        }
      : null,
  }
}

function countsOf(registry: Registry, counts: Readonly<Record<string, number>>) {
  return registry.all.flatMap(({ name, label, counter }) =>
    counts[name] ? [{ label, counter, count: counts[name] }] : [],
  )
}

const resumeDoor = () =>
  operation({
    name: 'area.resumeMerger',
    text: t('接着移动合并的记录', 'Go on moving records of a merger'),
    can: 'area.mergePlaces',
    audit: 'write',
    input: z.object({ id: z.int().positive() }),
    output: z.object({}),
    run: async (ctx, { id }) => {
      await resumeMerger(ctx, id)
      return {}
    },
  })
