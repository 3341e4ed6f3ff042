/** Hats follow their place when it becomes another one: the old one is taken off, the same one of the new place is put on. */
import type { Ctx } from '../context.ts'
import { endHat, insertHat } from './hat-store.ts'
import type { AssignmentRow } from './store.ts'
import { appendAccess, directory } from './store.ts'

export type PlacedHat = { id: number; area: string; accountId: number }

/** `to`: where a hat goes; null: it stays where it is. */
export type AreaMoves = {
  codes: readonly string[]
  to: (hat: PlacedHat) => string | null
  reason: string
}

/** The hat that was taken off in the old place, and the one that was put on instead. */
export type HatMove = { from: number; to: number; old: string }

/** Every hat of these places that is not over and goes elsewhere. Each is a link of the chain of access. Deputies go with whom they stand in for. */
export async function moveHats(ctx: Ctx, { codes, to, reason }: AreaMoves): Promise<HatMove[]> {
  const made = new Map<number, number>()
  const moves: HatMove[] = []
  for (const hat of await hatsIn(ctx, codes)) {
    const area = to(hat)
    if (area === null) continue
    const id = await moveHat(ctx, hat, { area, reason, deputyFor: made.get(hat.deputyFor ?? 0) })
    made.set(hat.id, id)
    moves.push({ from: hat.id, to: id, old: hat.area })
    await appendAccess(ctx.tx, {
      at: ctx.now,
      kind: 'assignment.follow',
      accountId: hat.accountId,
      by: ctx.actor.accountId,
      notes: { role: hat.role, before: hat.area, after: area, reason },
    })
  }
  return moves
}

/** The hats of these places that are not over. */
export async function hatsAt(ctx: Ctx, codes: readonly string[]): Promise<PlacedHat[]> {
  return (await hatsIn(ctx, codes)).map(({ id, area, accountId }) => ({ id, area, accountId }))
}

type Follow = { area: string; reason: string; deputyFor: number | undefined }

async function moveHat(ctx: Ctx, hat: AssignmentRow, { area, reason, deputyFor }: Follow): Promise<number> {
  const { accountId, county, role, office, party, validTo, validFrom, onlyVerbs } = hat
  await endHat(ctx, hat.id)
  const deputy = hat.deputyFor
    ? { deputyFor: deputyFor ?? hat.deputyFor, reason: hat.reason ?? reason }
    : { reason }
  return insertHat(ctx, {
    ...{ accountId, county, role, area, office },
    ...(party ? { party } : {}),
    ...(validTo ? { validTo } : {}),
    ...(onlyVerbs ? { onlyVerbs } : {}),
    validFrom: [validFrom, ctx.today].sort().at(-1),
    ...deputy,
  })
}

/** Those that others stand in for come first. */
async function hatsIn(ctx: Ctx, areas: readonly string[]): Promise<AssignmentRow[]> {
  if (areas.length === 0) return []
  return directory(ctx.tx)
    .selectFrom('assignment')
    .selectAll()
    .where('county', '=', ctx.actor.county)
    .where('area', 'in', areas)
    .where('revokedAt', 'is', null)
    .where((q) => q.or([q('validTo', 'is', null), q('validTo', '>', ctx.today)]))
    .orderBy('deputyFor', (o) => o.asc().nullsFirst())
    .orderBy('id')
    .execute()
}
