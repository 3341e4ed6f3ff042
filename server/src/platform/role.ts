/** Roles: what a hat allows. Written as declarations in `systems/roles.ts`, so that they read as sentences. */
import type { Text } from '#kernel'
import { invariant } from '#kernel'

export type Role = {
  /** Short, stays for ever: assignments name it. */
  name: string
  label: Text
  /** Exact (`ledger.post`), a noun (`person.*`), or `*`. */
  verbs: string[]
  /** Register groups that the database lets the role read and write. */
  reads: string[]
  writes: string[]
  /** Sensitive classes shown in full. */
  sees: string[]
  /** For outside users: an assignment must name the party, and only its rows are seen. */
  party?: boolean
  /** One of the three administrators (OF-29): such a role never has a business verb or a register group. */
  administers?: 'system' | 'security' | 'audit'
}

/** Declares a role; what is left out is granted to nobody. */
export function defineRole(given: Pick<Role, 'name' | 'label' | 'verbs'> & Partial<Role>): Role {
  const role: Role = { reads: [], writes: [], sees: [], ...given }
  const business = role.reads.some((group) => !['audit', 'area'].includes(group)) || role.writes.length > 0
  invariant(
    !(role.administers && business),
    `administrator role ${role.name} must see no business data (OF-29)`,
  )
  return role
}
