/** What can be done next in a case, and for everything that cannot: place, fact, remedy. Pure. */
import type { Text } from '#kernel'
import { areaLevel, t } from '#kernel'
import type { Action, Procedure } from './define.ts'
import type { Around, Asker, HeldItem, Sorted } from './eligible.ts'
import { sortItems } from './eligible.ts'
import type { CaseState } from './state.ts'
import { isEnded, standsAt } from './state.ts'

export type Reason = {
  /** `who`: another person does it; `wait`: time; `held`: something must be put right first. */
  readonly kind: 'who' | 'wait' | 'held'
  readonly text: Text
}

export type NextAct = {
  readonly action: string
  readonly label: Text
  readonly can: boolean
  /** Why not; empty if it can be done. A list that shrinks. */
  readonly reasons: readonly Reason[]
  /** The items that would be taken, and those that stay with their reason. */
  readonly eligible: readonly number[]
  readonly held: readonly HeldItem[]
  readonly back: boolean
  /** The near-relatives declaration comes with this act, since this actor has made none yet. */
  readonly asksDeclaration: boolean
}

/** Every act at which the case stands, in the order of the declaration. */
export function nextActs(procedure: Procedure, state: CaseState, asker: Asker, around: Around): NextAct[] {
  if (isEnded(procedure, state)) return []
  return Object.entries(procedure.actions)
    .filter(([, action]) => standsAt(procedure, action, state))
    .flatMap(([name, action]) => {
      const sorted = sortItems(action, state, asker, around)
      return concerns(action, state, sorted, around)
        ? [nextAct(procedure, state, { name, action, sorted, asker, around })]
        : []
    })
}

type Asked = { name: string; action: Action; sorted: Sorted; asker: Asker; around: Around }

function nextAct(procedure: Procedure, state: CaseState, asked: Asked): NextAct {
  const { name, action, sorted, asker } = asked
  const reasons = [...whoReasons(procedure, state, asked), ...caseReasons(asked)]
  return {
    action: name,
    label: action.label,
    can: reasons.length === 0,
    reasons,
    ...sorted,
    back: action.back === true,
    asksDeclaration: !state.relatives.has(asker.accountId),
  }
}

/** An act that takes items is only spoken of while somebody waits for it; an answer while an objection is open. */
function concerns(action: Action, state: CaseState, sorted: Sorted, around: Around): boolean {
  if (action.objection === 'answer') return state.objections.some((one) => !one.answered)
  if (action.objection === 'take') return sorted.eligible.length > 0 || around.waitingUnnamed > 0
  return !action.items || sorted.eligible.length + sorted.held.length > 0
}

function whoReasons(procedure: Procedure, state: CaseState, asked: Asked): Reason[] {
  const { action, asker } = asked
  const levelFits = areaLevel(asker.area) === action.level
  if (!levelFits) return [{ kind: 'who', text: officeText(action, action.office) }]
  if (!asker.may(action.by)) return [{ kind: 'who', text: officeText(action, another(action.office)) }]
  return separationReasons(procedure, state, asked)
}

function officeText({ label }: Action, who: Text): Text {
  return t(
    `${label.zh}由${who.zh}办理，您可以看，不能${label.zh}。`,
    `"${label.en}" is done by the ${who.en}; you can look, not act.`,
  )
}

/** At the right level, perhaps in the very office: it is another person's hand. */
function another(office: Text): Text {
  return t(`${office.zh}另外的经办人`, `${office.en}, by another hand`)
}

/** Claimant, verifier, approver and payer are four accounts (section 8, GEN-13). */
function separationReasons(procedure: Procedure, state: CaseState, { action, asker }: Asked): Reason[] {
  const done = state.acts.filter(
    (act) =>
      act.accountId === asker.accountId &&
      action.separation.includes(act.action) &&
      !state.undone.has(act.sequence),
  )
  const names = [...new Set(done.map((act) => act.action))]
  return names.map((name) => {
    const did = procedure.actions[name]?.label ?? t(name, name)
    const who = done[0]?.actorName ?? ''
    return {
      kind: 'who',
      text: t(
        `${who} ${did.zh}过此案，不能${action.label.zh}。`,
        `${who} did "${did.en}" in this case and cannot do "${action.label.en}".`,
      ),
    }
  })
}

function caseReasons({ action, sorted, around }: Asked): Reason[] {
  const reasons: Reason[] = []
  if (action.stays && around.waitingUnnamed > 0)
    reasons.push({ kind: 'held', text: unnamedText(around.waitingUnnamed) })
  if (action.items && !action.objection && sorted.eligible.length === 0)
    reasons.push(...heldReasons(sorted.held))
  return reasons
}

function unnamedText(n: number): Text {
  return t(
    `还有 ${n} 件异议没有受理。请先看是对哪一位提的。`,
    `${n} objection(s) are not taken up yet. See first whom they are about.`,
  )
}

/** When nobody can be taken, the reasons of the items, each once, with its count. */
function heldReasons(held: readonly HeldItem[]): Reason[] {
  const found = new Map<string, Reason>()
  for (const one of held)
    for (const text of one.reasons)
      found.set(text.zh, { kind: one.until && text === one.reasons.at(-1) ? 'wait' : 'held', text })
  return [...found.values()]
}
