/** Hats follow their place when it becomes another one: the old one is taken off, the same one of the new place is put on. */
import type { Ctx } from '../context.ts'
import { endHat, insertHat } from './hat-store.ts'
import type { AssignmentRow } from './store.ts'
import { appendAccess, directory } from './store.ts'

export type AreaMoves = { moves: readonly { old: string; new: string }[]; reason: string }

/** Every hat of the old places that is not over; how many. Each is a link of the chain of access. Deputies go with whom they stand in for. */
export async function moveHats(ctx: Ctx, { moves, reason }: AreaMoves): Promise<number> {
  const next = new Map(moves.map((move) => [move.old, move.new]))
  const hats = await hatsIn(ctx, [...next.keys()])
  const made = new Map<number, number>()
  for (const hat of hats) {
    const area = next.get(hat.area) ?? hat.area
    made.set(hat.id, await moveHat(ctx, hat, { area, reason, deputyFor: made.get(hat.deputyFor ?? 0) }))
    await appendAccess(ctx.tx, {
      at: ctx.now,
      kind: 'assignment.follow',
      accountId: hat.accountId,
      by: ctx.actor.accountId,
      notes: { role: hat.role, before: hat.area, after: area, reason },
    })
  }
  return hats.length
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
function hatsIn(ctx: Ctx, areas: readonly string[]): Promise<AssignmentRow[]> {
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
