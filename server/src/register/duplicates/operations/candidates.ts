/** The door at entry: who may be meant. */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { operation } from '#platform'
import { readEntry } from '../../entry.ts'
import { registerName, verb } from '../../operations/shapes.ts'
import type { Registry } from '../../registry.ts'
import { areaNames } from '../../sql-store.ts'
import { rowShape, wireRows } from '../../wire.ts'
import { candidatesFor } from '../candidates.ts'
import type { Compared } from '../pass-store.ts'
import { comparedRegister } from '../room.ts'
import { likely } from '../score.ts'
import { beyondText, reasonTexts } from '../words.ts'
import { reasonShape, text } from './shapes.ts'

export const candidatesDoor = (registry: Registry) =>
  operation({
    name: 'duplicate.candidates',
    text: t('登记前查重', 'Look for who is registered already'),
    can: verb('read'),
    audit: 'read',
    input: z.object({ register: registerName, values: z.record(z.string().max(60), z.json()) }),
    output: z.object({
      candidates: z.array(
        z.object({ row: rowShape, score: z.number(), likely: z.boolean(), reasons: z.array(reasonShape) }),
      ),
      /** Outside the actor's area: where, and in what they agree. Nothing else is told. */
      beyond: z.array(z.object({ place: z.string(), text })),
    }),
    run: async (ctx, { register: name, values }) => {
      const register = comparedRegister(registry, name)
      const entry = readable(ctx, register, values)
      const { candidates, beyond } = await candidatesFor(ctx, register, entry)
      const rows = await wireRows(ctx, registry, { register, rows: candidates.map(({ row }) => row) })
      const places = await areaNames(
        ctx,
        beyond.map(({ township }) => township),
      )
      if (candidates.length + beyond.length > 0)
        ctx.note({
          subject: name,
          text: t(
            `登记前查到 ${candidates.length} 条相近，辖区外 ${beyond.length} 条`,
            `${candidates.length} alike were found before entry, ${beyond.length} outside the area`,
          ),
        })
      return {
        candidates: candidates.map(({ score, reasons }, i) => ({
          row: rows[i] as (typeof rows)[number],
          score,
          likely: score >= likely,
          reasons: reasonTexts(ctx.actor, register, reasons),
        })),
        beyond: beyond.map((one) => ({
          place: places.get(one.township) ?? one.township,
          text: beyondText(one),
        })),
      }
    },
  })

/** The fields that can be read already; a half-written number is no fault while somebody is typing. */
function readable(ctx: Ctx, register: Compared, values: Readonly<Record<string, unknown>>) {
  const { names: _, marks = [], ...said } = register.duplicates
  const wanted = new Set([...Object.values(said), ...marks, register.areaField ?? 'area'])
  const out: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    if (!wanted.has(name) || value === null || value === '') continue
    try {
      const one = readEntry(register, {
        values: { [name]: value as never },
        actor: ctx.actor,
        today: ctx.today,
      })
      Object.assign(out, one.values)
    } catch {
      // Not readable yet: it says nothing.
    }
  }
  return { ...out, ...register.fill?.(out) }
}
