/** Nobody may leave the county without its last administrator or its last approver. */
import type { Ctx } from '../context.ts'
import type { Role } from '../role.ts'
import { accountProblems } from './problems.ts'
import type { Roles } from './roles.ts'
import { type AssignmentRow, assignmentsOf, othersInRole } from './store.ts'

/** Throws if this hat, or any hat of this account, is the last of a role that must stay filled. */
export async function forbidLastHolder(
  ctx: Ctx,
  roles: Roles,
  leaving: { accountId: number } | { hat: AssignmentRow },
): Promise<void> {
  const hats = 'hat' in leaving ? [leaving.hat] : await assignmentsOf(ctx.tx, leaving.accountId, ctx.today)
  for (const hat of hats) {
    const role = roles.get(hat.role)
    if (!role || hat.deputyFor !== null || !mustStayFilled(role)) continue
    const others = await othersInRole(ctx.tx, {
      area: hat.area,
      role: hat.role,
      not: hat.accountId,
      on: ctx.today,
    })
    if (others === 0) throw accountProblems.lastHolder({ role: role.label.zh })
  }
}

/** The three administrators, and whoever approves. */
function mustStayFilled(role: Role): boolean {
  return role.administers !== undefined || role.verbs.some((verb) => verb.endsWith('.approve'))
}
