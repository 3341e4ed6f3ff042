/** Who acts: one account in one role over one area. */

export type Actor = {
  accountId: number
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
}

/** Whether the actor holds a verb: exactly, by its noun (`person.*`), or by `*`. */
export function may(actor: Pick<Actor, 'verbs'>, verb: string): boolean {
  const noun = `${verb.slice(0, verb.lastIndexOf('.'))}.*`
  return actor.verbs.has(verb) || actor.verbs.has(noun) || actor.verbs.has('*')
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
