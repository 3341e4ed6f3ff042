/** Which items an act takes: those asked for, checked against those that may be taken. Pure. */
import { invariant } from '#kernel'
import type { Action } from './define.ts'
import type { FormValues } from './form.ts'
import type { NextAct } from './next.ts'
import { procedureProblems } from './problems.ts'
import type { CaseState } from './state.ts'

type Asked = {
  action: Action
  next: NextAct
  state: CaseState
  form: FormValues
  items: readonly number[] | undefined
  trial: boolean
}

export function resolveItems(asked: Asked): number[] {
  const { action, next, items, trial } = asked
  if (!action.items) return []
  if (action.objection === 'answer') return answeredItem(asked)
  if (action.objection === 'take') return allowed(asked, (items ?? []).slice(0, 1))
  if (items !== undefined && action.items.take !== 'all') return required(asked, allowed(asked, items))
  if (action.items.take === 'chosen' && !trial) throw procedureProblems.noItems({ action: action.label })
  return [...next.eligible]
}

function required({ action, trial }: Asked, items: number[]): number[] {
  if (items.length === 0 && !trial) throw procedureProblems.noItems({ action: action.label })
  return items
}

function allowed({ action, next }: Asked, items: readonly number[]): number[] {
  const eligible = new Set(next.eligible)
  const refused = [...new Set(items)].filter((id) => !eligible.has(id))
  if (refused.length > 0) {
    const reasons = refused.flatMap((id) => next.held.find((one) => one.item === id)?.reasons ?? [])
    throw procedureProblems.items({ action: action.label, reasons })
  }
  return [...new Set(items)]
}

/** An answer concerns the item of its objection, whatever was chosen. */
function answeredItem({ state, form, trial }: Asked): number[] {
  const found = state.objections.find((one) => one.objection === form.objection && !one.answered)
  if (!found && trial) return []
  if (!found) throw procedureProblems.noObjection({ objection: Number(form.objection) })
  invariant(found.item === null || state.items.has(found.item), 'an objection names an item of its case')
  return found.item === null ? [] : [found.item]
}
