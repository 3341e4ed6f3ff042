/** The inputs that the doors of this room share. */
import { z } from 'zod'
import type { Ctx } from '#platform'
import { may } from '#platform'
import { conditionShape } from '../filter-store.ts'
import type { Registry } from '../registry.ts'

export const registerName = z.string().max(60)
export const rowId = z.int().positive()
export const reason = z.string().trim().min(1).max(300)
export const dayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const listInput = z.object({
  register: registerName,
  filter: z.array(conditionShape).max(20).default([]),
  search: z.string().max(60).optional(),
})

/** The verb of an act on the register that the input names. */
export function verb(act: string): (input: { register: string }) => string {
  return ({ register }) => `${register}.${act}`
}

/** The registers that the actor may read. */
export function readable(ctx: Ctx, registry: Registry) {
  return registry.all.filter((register) => may(ctx.actor, `${register.name}.read`))
}
