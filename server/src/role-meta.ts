/** What each role is called and may do, as the page of roles tells it. */
import type { AnyOperation, Role } from '#platform'
import { may } from '#platform'
import type { Procedure } from '#procedure'

type Acts = { procedures: readonly Procedure[]; doors: readonly AnyOperation[] }

export function roleMeta(roles: readonly Role[], acts: Acts) {
  return roles.map((role) => ({
    name: role.name,
    label: role.label,
    party: role.party ?? false,
    administers: role.administers ?? null,
    can: actsOf(role, acts),
  }))
}

/** What a role may do, in the words of the procedures and of the operations that change or export something. */
function actsOf(role: Role, { procedures, doors }: Acts) {
  const held = { verbs: new Set(role.verbs) }
  const steps = procedures.flatMap(({ actions }) => Object.values(actions)).filter(({ by }) => may(held, by))
  const acts = doors.filter(
    ({ can, audit }) =>
      typeof can === 'string' && (audit === 'write' || audit === 'export') && may(held, can),
  )
  return [...steps.map(({ label }) => label), ...acts.map(({ text }) => text)]
}
