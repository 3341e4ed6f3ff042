/** What the window may know of the declared procedures: those that concern the actor's verbs, without any function in them. */

import type { Actor } from '#platform'
import { may } from '#platform'
import type { Procedure } from './define.ts'

/** JSON throughout; a procedure is shown to whoever reads cases, its opening to whoever may open one. */
export function procedureMeta(procedures: readonly Procedure[]) {
  return (actor: Actor) => (may(actor, 'case.read') ? procedures.map((one) => describe(one, actor)) : [])
}

function describe(procedure: Procedure, actor: Actor) {
  const { id, label, purpose, subject, items, states, itemStates, open } = procedure
  return {
    id,
    label,
    purpose,
    subject,
    items,
    mayOpen: may(actor, open.by) && may(actor, 'case.act'),
    states: Object.entries(states).map(([name, one]) => ({
      name,
      label: one.label,
      final: one.final === true,
    })),
    itemStates: Object.entries(itemStates).map(([name, one]) => ({ name, label: one.label, mark: one.mark })),
    actions: Object.entries(procedure.actions).map(([name, one]) => ({
      name,
      label: one.label,
      office: one.office,
      by: one.by,
      level: one.level,
    })),
  }
}
