/** Spells as the page shows them. */
import { z } from 'zod'
import type { Day } from '#kernel'
import type { Ctx } from '#platform'
import { findRow } from '../read-store.ts'
import type { AnyRow } from '../row.ts'
import type { SpellDeclaration } from './define.ts'
import { eventsOf, rowsOfEvents } from './event-store.ts'
import { sayer } from './say.ts'
import { spellsOf } from './spells.ts'
import type { EventRoom } from './undo.ts'

const text = z.object({ zh: z.string(), en: z.string() })

export const spellShape = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  fields: z.array(z.object({ field: z.string(), label: text, value: text.nullable() })),
})

/** Where the row belonged from when to when, the first first; empty where no event says it. */
export async function shownSpells(
  ctx: Ctx,
  room: EventRoom & { spells: readonly SpellDeclaration[] },
  ref: { register: string; id: number },
): Promise<z.infer<typeof spellShape>[]> {
  const declared = room.spells.find(({ register }) => register.name === ref.register)
  if (!declared) return []
  const row = (await findRow(ctx, declared.register, ref.id)) as unknown as AnyRow | undefined
  const heads = (await eventsOf(ctx, [ref])).filter(({ undoneAt }) => undoneAt === null).reverse()
  if (!row || heads.length === 0) return []
  const rows = (
    await rowsOfEvents(
      ctx,
      heads.map(({ id }) => id),
    )
  ).filter((one) => one.register === ref.register && one.rowId === ref.id)
  const steps = heads.flatMap(({ id, validOn }) =>
    rows
      .filter(({ eventId }) => eventId === id)
      .map(({ areaBefore, before, after }) => ({
        on: validOn as Day,
        born: areaBefore === null,
        before,
        after,
      })),
  )
  const spells = spellsOf(declared, row, steps)
  const say = await sayer(
    ctx,
    room.registry,
    spells.map(({ values }) => ({ register: declared.register, values })),
  )
  return spells.map(({ from, to, values }) => ({
    from,
    to,
    fields: declared.fields.map((field) => ({
      field,
      label: declared.register.fields[field]?.label ?? declared.label,
      value: say(declared.register, field, values[field]),
    })),
  }))
}
