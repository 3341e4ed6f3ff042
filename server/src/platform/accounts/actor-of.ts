/** From an account and the hat it wears now to the actor that the fences know. */
import type { Actor } from '../actor.ts'
import { may, visitor } from '../actor.ts'
import type { Role } from '../role.ts'
import type { AccountRow, AssignmentRow } from './store.ts'

/** The hat's role with its verbs, groups and area; a deputy has at most the verbs that were handed to it. */
export function actorOf(given: {
  account: AccountRow
  hat: AssignmentRow
  role: Role
  principal?: AccountRow | undefined
}): Actor {
  const { account, hat, role, principal } = given
  const actor: Actor = {
    accountId: account.id,
    assignmentId: hat.id,
    name: account.name,
    office: hat.office,
    role: role.name,
    county: hat.county,
    area: hat.area,
    party: hat.party,
    verbs: new Set(
      hat.onlyVerbs ? hat.onlyVerbs.filter((verb) => may({ verbs: new Set(role.verbs) }, verb)) : role.verbs,
    ),
    reads: role.reads,
    writes: role.writes,
    sees: role.sees,
  }
  return principal ? { ...actor, actsFor: { accountId: principal.id, name: principal.name } } : actor
}

/** Signed in, but without a hat: may change the password and nothing else. */
export function hatless(account: AccountRow, county: string): Actor {
  return {
    ...visitor(county),
    accountId: account.id,
    name: account.name,
    office: account.office,
    role: 'none',
  }
}
