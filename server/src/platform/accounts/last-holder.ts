/** Nobody may leave an area without its last administrator, or without anybody for a step of approval. */
import type { Text } from '#kernel'
import { may } from '../actor.ts'
import type { Ctx } from '../context.ts'
import type { Role } from '../role.ts'
import { accountProblems } from './problems.ts'
import type { Roles } from './roles.ts'
import { type AssignmentRow, assignmentsOf, othersOver } from './store.ts'

/** A step that somebody must always be able to take: its verb, and its word on the button. */
export type GuardedStep = { verb: string; text: Text }

export type Staffing = { roles: Roles; guarded: readonly GuardedStep[] }

/** Throws if without this hat, or without all hats of this account, a guarded step or an administrator is missing. */
export async function forbidLastHolder(
  ctx: Ctx,
  staffing: Staffing,
  leaving: { accountId: number } | { hat: AssignmentRow },
): Promise<void> {
  const hats = 'hat' in leaving ? [leaving.hat] : await assignmentsOf(ctx.tx, leaving.accountId, ctx.today)
  for (const hat of hats) {
    const role = staffing.roles.get(hat.role)
    if (!role || hat.deputyFor !== null) continue
    const others = await othersOver(ctx.tx, { area: hat.area, not: hat.accountId, on: ctx.today })
    const held = others.flatMap((other) => staffing.roles.get(other.role) ?? [])
    forbidGap(role, held, staffing.guarded)
  }
}

function forbidGap(role: Role, others: readonly Role[], guarded: readonly GuardedStep[]): void {
  if (role.administers && !others.some((other) => other.name === role.name))
    throw accountProblems.lastHolder({ role: role.label })
  const missing = guarded.find(({ verb }) => holds(role, verb) && !others.some((other) => holds(other, verb)))
  if (missing) throw accountProblems.lastForStep({ step: missing.text })
}

function holds(role: Role, verb: string): boolean {
  return may({ verbs: new Set(role.verbs) }, verb)
}
