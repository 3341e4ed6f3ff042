/** Putting hats on and taking them off: rows of `assignment`. */
import type { Ctx } from '../context.ts'
import { directory } from './store.ts'

export type NewHat = {
  accountId: number
  county: string
  role: string
  area: string
  office: string
  party?: string | undefined
  validFrom?: string | undefined
  validTo?: string | undefined
  deputyFor?: number | undefined
  onlyVerbs?: string[] | undefined
  reason?: string | undefined
}

/** Puts a hat on; the database refuses one to oneself and one outside the county. */
export async function insertHat(
  ctx: Pick<Ctx, 'tx' | 'actor' | 'today' | 'now'>,
  hat: NewHat,
): Promise<number> {
  const row = await directory(ctx.tx)
    .insertInto('assignment')
    .values({
      accountId: hat.accountId,
      county: hat.county,
      role: hat.role,
      area: hat.area,
      party: hat.party ?? null,
      office: hat.office,
      validFrom: hat.validFrom ?? ctx.today,
      validTo: hat.validTo ?? null,
      deputyFor: hat.deputyFor ?? null,
      onlyVerbs: hat.onlyVerbs ?? null,
      reason: hat.reason ?? null,
      grantedBy: ctx.actor.accountId,
      grantedAt: ctx.now,
      revokedBy: null,
      revokedAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Takes a hat off, from now on; the row stays. */
export async function endHat(ctx: Ctx, id: number): Promise<void> {
  await directory(ctx.tx)
    .updateTable('assignment')
    .set({ revokedAt: ctx.now, revokedBy: ctx.actor.accountId })
    .where('id', '=', id)
    .execute()
}

/** The deputyships that an account gave and that are not over on a day. */
export async function delegationsBy(tx: Ctx['tx'], accountId: number, on: string) {
  return directory(tx)
    .selectFrom('assignment as d')
    .innerJoin('assignment as o', 'o.id', 'd.deputyFor')
    .innerJoin('account as a', 'a.id', 'd.accountId')
    .select([
      'd.id',
      'a.login',
      'a.name',
      'd.role',
      'd.area',
      'd.onlyVerbs as verbs',
      'd.validFrom',
      'd.validTo',
      'd.reason',
    ])
    .where('o.accountId', '=', accountId)
    .where('d.revokedAt', 'is', null)
    .where('d.validTo', '>', on)
    .orderBy('d.id')
    .execute()
}
