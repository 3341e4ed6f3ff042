/** Findings of lists at the desk of findings: what they are called, and whether the register still shows them. */
import type { Ctx } from '#platform'
import type { VerifyRoom } from '../run.ts'
import type { Comparison, ListFind } from './define.ts'
import { rowsWhere } from './match-store.ts'
import { pathsOf, sideOf } from './sides.ts'

export type OfLists = { kind: Comparison; find: ListFind }

/** The kind of list whose findings are filed under that id. */
export function findOfLists(lists: readonly Comparison[], id: string): OfLists | undefined {
  for (const kind of lists) {
    const find = kind.finds?.find((one) => one.id === id)
    if (find) return { kind, find }
  }
  return undefined
}

/** What only a list can answer shows until a list is compared again. */
export async function stillListed(
  ctx: Ctx,
  { registry }: VerifyRoom,
  { kind, find, rowIds }: OfLists & { rowIds: readonly number[] },
): Promise<boolean> {
  if (!find.where || rowIds.length === 0) return true
  const register = registry.get(kind.register)
  const sides = pathsOf(kind).map((path) => sideOf(registry, register, path))
  const sideAt = (path: string) => sideOf(registry, register, path)
  const met = await rowsWhere(ctx, { register, sides, ids: rowIds }, { where: find.where, sideAt })
  return met.length > 0
}
