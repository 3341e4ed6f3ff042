/** Whether the register still shows what a list found, for closing what was put right by whatever hand. */
import type { Ctx } from '#platform'
import { goneTo } from '#platform'
import type { ListFind } from './define.ts'
import { judged } from './differ.ts'
import { closeGone, openUnder } from './find-store.ts'
import { rowsWhere } from './match-store.ts'
import type { Ground } from './room.ts'
import { lastSaid } from './row-store.ts'

const PAGE = 1000

/** `rowIds`: only findings of these. What only a later list can answer is left. */
export async function recheck(
  ctx: Ctx,
  ground: Ground,
  find: ListFind,
  rowIds?: readonly number[],
): Promise<void> {
  for (let after: number | null = 0; after !== null; )
    after = await recheckPage(ctx, ground, { find, after, ...(rowIds ? { rowIds } : {}) })
}

type Page = { find: ListFind; after: number; rowIds?: readonly number[]; unless?: number }

/** A page of the open findings after that one; the last of them, or null: there are no more. `unless`: not what that comparison found. */
export async function recheckPage(ctx: Ctx, ground: Ground, { find, ...page }: Page): Promise<number | null> {
  if (!isTold(find)) return null
  const open = await openUnder(ctx, { check: find.id, register: ground.register.name, limit: PAGE, ...page })
  const shown = await stillShown(ctx, ground, { find, ids: open.flatMap((one) => one.rowIds) })
  const gone = open.filter((one) => one.rowIds.length > 0 && !one.rowIds.some((id) => shown.has(id)))
  await closeGone(
    ctx,
    ground.register.name,
    gone.map(({ id }) => id),
  )
  return open.length < PAGE ? null : (open.at(-1)?.id ?? null)
}

/** Whether the register alone can tell. */
export function isTold({ where = [], differs }: ListFind): boolean {
  return where.length > 0 || differs !== undefined
}

/** Those of the rows that meet the conditions and, where the find is of a difference, still differ from the last list that names them. */
export async function stillShown(
  ctx: Ctx,
  ground: Ground,
  { find, ids }: { find: ListFind; ids: readonly number[] },
): Promise<ReadonlySet<number>> {
  const gone = await goneTo(ctx.tx, ground.register.name, ids)
  const at = (id: number) => gone.get(id) ?? id
  const shown = await standingShown(ctx, ground, { find, ids: [...new Set(ids.map(at))] })
  return new Set(ids.filter((id) => shown.has(at(id))))
}

async function standingShown(
  ctx: Ctx,
  ground: Ground,
  { find, ids }: { find: ListFind; ids: readonly number[] },
): Promise<ReadonlySet<number>> {
  const { register, sides, sideAt, kind } = ground
  const met = await rowsWhere(ctx, { register, sides, ids }, { where: find.where ?? [], sideAt })
  const shown = new Set(met.map(({ id }) => id))
  if (find.differs === undefined) return shown
  const said = await lastSaid(ctx, { kind: kind.id, register: register.name, ids: [...shown] })
  const now = await judged(
    ctx,
    ground,
    said.map(({ target, ...row }) => ({ ...row, targets: [target] })),
  )
  for (const [at, { differs }] of now.entries())
    if (!differs.some(({ list }) => list === find.differs)) shown.delete(said[at]?.target ?? 0)
  return shown
}
