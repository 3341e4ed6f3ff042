/** The inputs that the doors of this room share. */
import { z } from 'zod'
import type { Ctx } from '#platform'
import { may } from '#platform'
import { filterShape } from '../condition.ts'
import type { Register } from '../define.ts'
import type { ListAsk } from '../list-store.ts'
import { registerProblems } from '../problems.ts'
import type { Registry } from '../registry.ts'
import { searchRows } from '../search-store.ts'

export const registerName = z.string().max(60)
export const rowId = z.int().positive()
export const reason = z.string().trim().min(1).max(300)
export const dayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const listInput = z.object({
  register: registerName,
  filter: filterShape.default([]),
  search: z.string().max(60).optional(),
  /** As it was written by the end of that day, or by that moment; without it, as it stands. */
  known: z.union([dayText, z.iso.datetime({ offset: true })]).optional(),
})

/** What the list is asked for; a search is done first, and only among the rows as they stand. */
export async function listAsk(
  ctx: Ctx,
  registry: Registry,
  { register, filter, search, known }: { register: Register } & Omit<z.output<typeof listInput>, 'register'>,
): Promise<{ ask: ListAsk; found: Awaited<ReturnType<typeof searchRows>> | undefined }> {
  if (search && known) throw registerProblems.searchInPast()
  const found = search ? await searchRows(ctx, register, search) : undefined
  const ask = { registry, filter, ...(known ? { known } : {}), ...(found ? { ids: found.ids } : {}) }
  return { ask, found }
}

/** The verb of an act on the register that the input names. */
export function verb(act: string): (input: { register: string }) => string {
  return ({ register }) => `${register}.${act}`
}

/** The registers that the actor may read. */
export function readable(ctx: Ctx, registry: Registry) {
  return registry.all.filter((register) => may(ctx.actor, `${register.name}.read`))
}
