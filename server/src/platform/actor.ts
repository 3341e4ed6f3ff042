/** Who acts: one account in one role over one area. */

export type Actor = {
  accountId: number
  /** The hat; absent for the system itself and in tests. A job looks it up again at every chunk. */
  assignmentId?: number
  name: string
  office: string
  role: string
  /** Six digits: the county whose schema the transaction opens. */
  county: string
  /** Code of the area that the actor acts for; its subtree is the scope. */
  area: string
  /** Set for outside users: they see rows of this party only. */
  party: string | null
  /** Exact, `person.*`, or `*`. Ask with `may`. */
  verbs: ReadonlySet<string>
  /** Register groups; `*` is all. */
  reads: string[]
  writes: string[]
  /** Sensitive classes shown in full: id, phone, card, health, income. */
  sees: string[]
  /** A deputy (OF-22) acts in the place of this person: separation of duties counts for both. */
  actsFor?: { accountId: number; name: string }
}

/** Whether the actor holds a verb: exactly, by its noun (`person.*`), or by `*`. */
export function may(actor: Pick<Actor, 'verbs'>, verb: string): boolean {
  const noun = `${verb.slice(0, verb.lastIndexOf('.'))}.*`
  return actor.verbs.has(verb) || actor.verbs.has(noun) || actor.verbs.has('*')
}

/** Whether two actors count as one person for the separation of duties: the same, or one the deputy of the other (GEN-13, OF-22). */
export function samePerson(
  a: Pick<Actor, 'accountId' | 'actsFor'>,
  b: Pick<Actor, 'accountId' | 'actsFor'>,
): boolean {
  const people = [a.accountId, a.actsFor?.accountId]
  return [b.accountId, b.actsFor?.accountId].some((id) => id !== undefined && people.includes(id))
}

/** Nobody: what a visitor without log-in is. Sees and may nothing. */
export function visitor(county: string): Actor {
  return {
    ...systemActor(county),
    accountId: -1,
    name: '访客',
    office: '',
    role: 'public',
    area: '',
    verbs: new Set(),
    reads: [],
    writes: [],
    sees: [],
  }
}

/** The house itself: demo, command line, what no person starts. All verbs over the whole county. */
export function systemActor(county: string): Actor {
  return {
    accountId: 0,
    name: '系统',
    office: '系统',
    role: 'system',
    county,
    area: county,
    party: null,
    verbs: new Set(['*']),
    reads: ['*'],
    writes: ['*'],
    sees: ['id', 'phone', 'card', 'health', 'income'],
  }
}
