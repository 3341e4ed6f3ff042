/** Hats: the security administrator grants and takes away. */
import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '../context.ts'
import { operation } from '../operation.ts'
import type { Role } from '../role.ts'
import { endHat, insertHat } from './hat-store.ts'
import { forbidLastHolder, type Staffing } from './last-holder.ts'
import { accountProblems } from './problems.ts'
import type { Roles } from './roles.ts'
import { assignmentsOf, findAccount, findAssignment } from './store.ts'

const day = z.iso.date()

export const assignmentGrant = (roles: Roles) =>
  operation({
    name: 'assignment.grant',
    text: t('授予身份', 'Grant a role'),
    home: 'directory',
    can: 'assignment.grant',
    audit: 'write',
    input: z.object({
      accountId: z.number().int(),
      role: z.string(),
      area: z.string(),
      party: z.string().trim().min(1).optional(),
      office: z.string().trim().min(1).max(60),
      validFrom: day.optional(),
      validTo: day.optional(),
    }),
    output: z.object({ id: z.number() }),
    run: async (ctx, input) => {
      const role = wanted(roles, input.role)
      if (role.party && !input.party) throw accountProblems.partyNeeded({ role: role.label.zh })
      await checkPerson(ctx, roles, { accountId: input.accountId, role })
      const id = await insertHat(ctx, { ...input, county: ctx.actor.county })
      ctx.note({
        subject: `account:${input.accountId}`,
        after: { role: role.name, area: input.area, party: input.party, validTo: input.validTo },
      })
      return { id }
    },
  })

export const assignmentRevoke = (staffing: Staffing) =>
  operation({
    name: 'assignment.revoke',
    text: t('收回身份', 'Take a role away'),
    home: 'directory',
    can: 'assignment.revoke',
    audit: 'write',
    input: z.object({ assignmentId: z.number().int(), reason: z.string().trim().min(1) }),
    output: z.object({}),
    run: async (ctx, { assignmentId, reason }) => {
      const hat = await findAssignment(ctx.tx, assignmentId)
      if (!hat || hat.revokedAt !== null) throw accountProblems.unknown()
      await forbidLastHolder(ctx, staffing, { hat })
      await endHat(ctx, assignmentId)
      ctx.note({
        subject: `account:${hat.accountId}`,
        before: { role: hat.role, area: hat.area },
        text: t(reason, reason),
      })
      return {}
    },
  })

function wanted(roles: Roles, name: string): Role {
  const role = roles.get(name)
  if (!role) throw accountProblems.unknownRole({ role: name })
  return role
}

/** Not to oneself; and system, security, audit administration and business never on one head (OF-29). */
async function checkPerson(ctx: Ctx, roles: Roles, given: { accountId: number; role: Role }): Promise<void> {
  if (given.accountId === ctx.actor.accountId) throw accountProblems.toOneself()
  if (!(await findAccount(ctx.tx, { id: given.accountId }))) throw accountProblems.unknown()
  for (const hat of await assignmentsOf(ctx.tx, given.accountId, ctx.today)) {
    const has = roles.get(hat.role)
    if (has && has.administers !== given.role.administers)
      throw accountProblems.mixedHats({ has: has.label.zh, wants: given.role.label.zh })
  }
}
