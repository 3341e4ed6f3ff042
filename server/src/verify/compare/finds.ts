/** Findings of lists at the desk of findings: what they are called, and whether the register still shows them. */
import type { Ctx } from '#platform'
import type { VerifyRoom } from '../run.ts'
import type { Comparison, ListFind } from './define.ts'
import { isTold, stillShown } from './recheck.ts'
import { groundOf } from './room.ts'

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
  if (!isTold(find) || rowIds.length === 0) return true
  const shown = await stillShown(ctx, groundOf(registry, kind), { find, ids: rowIds })
  return shown.size > 0
}
