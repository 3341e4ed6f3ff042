/** Who may do what with imports: commit them, prepare them, look at those of others. */
import type { Actor } from '#platform'
import { may } from '#platform'

/** The group of the database's fence that imports stand behind. */
const group = 'import'

type Who = Pick<Actor, 'verbs' | 'reads' | 'writes'>

/** Enters rows into the register, and takes them back. */
export function mayMerge(actor: Who, register: string): boolean {
  return may(actor, `${register}.import`)
}

/** Uploads, maps and mends; the import then waits for somebody who may commit it. */
export function mayPrepare(actor: Who, register: string): boolean {
  const writes = actor.writes.includes(group) || actor.writes.includes('*')
  return writes && (may(actor, `${register}.read`) || mayMerge(actor, register))
}

/** Looks at the imports of others and changes nothing: whose role reads them without keeping a register (OF-26). */
export function mayWatch(actor: Who, register: string): boolean {
  return actor.reads.includes(group) && may(actor, `${register}.read`)
}
