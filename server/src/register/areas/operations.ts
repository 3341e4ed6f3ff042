/** The doors of mergers: what one would do, doing it, those that were. */
import { z } from 'zod'
import type { Day } from '#kernel'
import { isDay, t } from '#kernel'
import { operation } from '#platform'
import { reason } from '../operations/shapes.ts'
import type { Registry } from '../registry.ts'
import { planMerger, resumeMerger, startMerger } from './merge.ts'
import { mergersOf } from './merger-store.ts'

const ask = z.object({
  from: z.array(z.string().max(15)).min(1).max(30),
  into: z.object({ code: z.string().trim().max(15), name: z.string().trim().max(60).default('') }),
  on: z.string().refine(isDay),
})
const text = z.object({ zh: z.string(), en: z.string() })
const moved = z.object({ old: z.string(), new: z.string(), name: z.string() })

export const mergerOperations = (registry: Registry) =>
  [planDoor(registry), mergeDoor(registry), listDoor(registry), resumeDoor()] as const

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

const listDoor = (registry: Registry) =>
  operation({
    name: 'area.mergers',
    text: t('查看村组合并', 'See mergers of places'),
    can: 'area.read',
    audit: 'none',
    input: z.object({}),
    output: z.object({
      mergers: z.array(
        z.object({
          id: z.number(),
          into: z.object({ code: z.string(), name: z.string() }),
          on: z.string(),
          paper: z.string(),
          knownAt: z.string(),
          byName: z.string(),
          state: z.enum(['moving', 'done']),
          moves: z.array(moved),
          rows: z.array(z.object({ label: text, counter: text, count: z.number() })),
          hats: z.number(),
        }),
      ),
    }),
    run: async (ctx) => ({
      mergers: (await mergersOf(ctx)).map((one) => ({
        id: one.id,
        into: { code: one.intoCode, name: one.intoName },
        on: one.validOn,
        paper: one.paper,
        knownAt: one.knownAt,
        byName: one.accountName,
        state: one.state,
        moves: one.moves,
        rows: Object.entries(one.moved).map(([name, count]) => ({
          label: registry.get(name).label,
          counter: registry.get(name).counter,
          count,
        })),
        hats: one.hats,
      })),
    }),
  })

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
