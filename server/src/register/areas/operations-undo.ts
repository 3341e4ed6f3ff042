/** The doors of undoing a merger: what it would do, doing it. */
import { z } from 'zod'
import { t } from '#kernel'
import { operation } from '#platform'
import { reason } from '../operations/shapes.ts'
import type { Registry } from '../registry.ts'
import { areaNames } from '../sql-store.ts'
import { foreseeUndo, startUndo } from './undo.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const ask = z.object({
  id: z.int().positive(),
  /** Which old place takes what came since and nobody can tell apart. */
  rest: z.string().max(15).optional(),
})

export const planUndoDoor = (registry: Registry) =>
  operation({
    name: 'area.planUndo',
    text: t('试算撤回村组合并', 'See what undoing a merger of places would do'),
    can: 'area.mergePlaces',
    audit: 'none',
    input: ask,
    output: z.object({
      issues: z.array(z.object({ field: z.string(), text })),
      rows: z.array(
        z.object({
          label: text,
          counter: text,
          /** Rows that were moved and go back. */
          back: z.number(),
          /** That came since and whose old place is known. */
          came: z.number(),
          /** That came since and go where `rest` says. */
          rest: z.number(),
          unclear: z.number(),
          /** That came since into a place that was there before, and stay. */
          stays: z.number(),
          /** That were moved and went elsewhere since: they stay there. */
          away: z.number(),
        }),
      ),
      hats: z.object({ back: z.number(), unclear: z.number() }),
      choices: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
    run: async (ctx, { id, rest = null }) => {
      const plan = await foreseeUndo(ctx, registry, { id, rest })
      const names = await areaNames(ctx, plan.choices)
      return {
        issues: [...plan.issues],
        rows: plan.rows.map(({ register: { label, counter }, cases: _, ...counts }) => ({
          label,
          counter,
          ...counts,
        })),
        hats: plan.hats,
        choices: plan.choices.map((code) => ({ code, name: names.get(code) ?? code })),
      }
    },
  })

export const undoMergerDoor = (registry: Registry) =>
  operation({
    name: 'area.undoMerger',
    text: t('撤回村组合并', 'Undo a merger of places'),
    can: 'area.mergePlaces',
    audit: 'write',
    input: ask.extend({ reason }),
    output: z.object({}),
    run: async (ctx, { rest = null, ...given }) => {
      await startUndo(ctx, registry, { ...given, rest })
      return {}
    },
  })
