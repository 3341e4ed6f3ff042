/** Spells as the page shows them. */
import { z } from 'zod'
import type { Ctx } from '#platform'
import { same } from '../conflict.ts'
import { findRow } from '../read-store.ts'
import type { SpellDeclaration } from './define.ts'
import { joinedSpells } from './joined-spells.ts'
import { sayer } from './say.ts'
import { partsOf } from './spell-parts.ts'
import type { EventRoom } from './undo.ts'

const text = z.object({ zh: z.string(), en: z.string() })

export const spellShape = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Over, on a day that nobody knows: the record that says it was merged into this one. */
  over: z.boolean(),
  /** The number of the record that says it, where that was merged into this one. */
  under: z.number().nullable(),
  fields: z.array(z.object({ field: z.string(), label: text, value: text.nullable() })),
})

/** Where the row belonged from when to when, the first first, what was merged into it included; empty where no event says it. */
export async function shownSpells(
  ctx: Ctx,
  room: EventRoom & { spells: readonly SpellDeclaration[] },
  ref: { register: string; id: number },
): Promise<z.infer<typeof spellShape>[]> {
  const declared = room.spells.find(({ register }) => register.name === ref.register)
  if (!declared || !(await findRow(ctx, declared.register, ref.id))) return []
  const parts = await partsOf(ctx, declared, ref)
  if (!parts) return []
  const { register, fields } = declared
  const spells = joinedSpells(parts.now, parts.others, (a, b) =>
    fields.every((name) => same(register, name, a[name], b[name])),
  )
  const say = await sayer(
    ctx,
    room.registry,
    spells.map(({ values }) => ({ register, values })),
  )
  return spells.map(({ from, to, over, id, values }) => ({
    ...{ from, to, over, under: id === ref.id ? null : id },
    fields: fields.map((field) => ({
      field,
      label: register.fields[field]?.label ?? declared.label,
      value: say(register, field, values[field]),
    })),
  }))
}
