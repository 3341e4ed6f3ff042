/** A case is an append-only list of acts; this file folds it, without a clock and without a database. */
import type { Day } from '#kernel'
import { invariant } from '#kernel'
import { DECLARE, OPEN, UNDO } from './built-in.ts'
import type { Action, ItemTarget, Procedure } from './define.ts'
import { actionOf } from './define.ts'
import type { FormValues } from './form.ts'
import type { Stint } from './limit.ts'

/** What a decision said about an item: amounts in fen, codes, days, the decision's id; kept by the act that brought it. */
export type ItemValues = { readonly [name: string]: string | number | null }

/** One line of a case as it is stored. */
export type Act = {
  readonly sequence: number
  /** A declared action, or one that every case knows: `open`, `declare`, `undo`. */
  readonly action: string
  readonly on: Day
  readonly at: string
  readonly accountId: number
  readonly actorName: string
  readonly office: string
  /** The items taken, by their ids. */
  readonly items: readonly number[]
  readonly form: FormValues
  /** What effects found out, by item. */
  readonly outcomes: { readonly [item: string]: ItemValues }
}

export type ItemNow = {
  readonly id: number
  readonly state: string
  readonly since: Day
  /** 1 for 第一批; absent until a batch took it. */
  readonly batch?: number
  readonly stints: readonly Stint[]
  readonly values: ItemValues
}

export type ObjectionNow = {
  /** Sequence of the act that took it: its id within the case. */
  readonly objection: number
  readonly item: number | null
  readonly on: Day
  readonly answered: { readonly sequence: number; readonly outcome: string; readonly on: Day } | null
}

/** A span during which the case was sent back, and from where. */
export type Pause = { readonly at: string; readonly from: Day; readonly until: Day | null }

export type CaseState = {
  readonly procedure: string
  readonly state: string
  readonly since: Day
  readonly openedOn: Day
  /** Sequence of the last act: the version that the next act must name. */
  readonly version: number
  readonly items: ReadonlyMap<number, ItemNow>
  readonly stints: readonly Stint[]
  readonly pauses: readonly Pause[]
  readonly acts: readonly Act[]
  readonly objections: readonly ObjectionNow[]
  /** By account: the items that he declared to be near relatives (OF-22); an empty set is a declaration too. */
  readonly relatives: ReadonlyMap<number, ReadonlySet<number>>
  readonly batches: number
  /** Sequences of acts that their own actor took back (OF-31); they stay in the list. */
  readonly undone: ReadonlySet<number>
}

/** The state after all acts; the first must be `open`. */
export function stateOf(procedure: Procedure, acts: readonly Act[]): CaseState {
  const [first, ...rest] = acts
  invariant(first?.action === OPEN, 'a case begins with its opening')
  return rest.reduce((state, act) => step(procedure, state, act), opened(procedure, first))
}

export function opened(procedure: Procedure, act: Act): CaseState {
  const fresh = (id: number): ItemNow => ({
    id,
    state: procedure.itemStart,
    since: act.on,
    stints: [],
    values: act.outcomes[id] ?? {},
  })
  return {
    procedure: procedure.id,
    state: procedure.start,
    since: act.on,
    openedOn: act.on,
    version: act.sequence,
    items: new Map(act.items.map((id) => [id, fresh(id)])),
    stints: [],
    pauses: [],
    acts: [act],
    objections: [],
    relatives: new Map(),
    batches: 0,
    undone: new Set(),
  }
}

/** One act further. Whether an actor may do it is asked before (`nextActs`); that it is possible at all is held here. */
export function step(procedure: Procedure, before: CaseState, act: Act): CaseState {
  invariant(act.sequence === before.version + 1, 'acts of a case are numbered without a hole')
  if (act.action === UNDO) return takenBack(procedure, before, act)
  const noted = { ...before, version: act.sequence, acts: [...before.acts, act] }
  if (act.action === DECLARE) return declared(noted, act)
  const action = actionOf(procedure, act.action)
  invariant(standsAt(procedure, action, before), `${act.action} is not possible in the state ${before.state}`)
  return ended(
    procedure,
    moved(procedure, action, withObjection(action, withItems(procedure, action, noted, act), act), act),
    act,
  )
}

/** Whether the case stands where this action begins. Items left behind may follow later, when the case is further on. */
export function standsAt(procedure: Procedure, action: Action, state: Pick<CaseState, 'state'>): boolean {
  if (procedure.states[state.state]?.final) return false
  if (action.from.includes(state.state)) return true
  if (!action.items || action.back) return false
  const order = Object.keys(procedure.states)
  return action.from.some((one) => order.indexOf(one) < order.indexOf(state.state))
}

/** Whether an item waits for this action, other hindrances aside. */
export function waitsFor(action: Action, item: ItemNow): boolean {
  if (!action.items?.from.includes(item.state)) return false
  return Object.entries(action.items.where ?? {}).every(([name, codes]) =>
    codes.includes(String(item.values[name])),
  )
}

/** The objections not yet answered that hold an item (or, with null, that name nobody on the list). */
export function openObjections(state: CaseState, item: number | null): readonly ObjectionNow[] {
  return state.objections.filter((one) => one.item === item && !one.answered)
}

export function isEnded(procedure: Procedure, state: Pick<CaseState, 'state'>): boolean {
  return procedure.states[state.state]?.final === true
}

/** As if the act had not been; the list still says that it was, and who took it back. */
function takenBack(procedure: Procedure, before: CaseState, act: Act): CaseState {
  const of = Number(act.form.of)
  const later = before.acts.filter((one) => one.sequence > of && ![DECLARE, UNDO].includes(one.action))
  invariant(
    later.every((one) => before.undone.has(one.sequence)),
    'only the last act is taken back',
  )
  const base = stateOf(
    procedure,
    before.acts.filter((one) => one.sequence < of),
  )
  const undone = new Set([...before.undone, of])
  return { ...base, version: act.sequence, acts: [...before.acts, act], relatives: before.relatives, undone }
}

function declared(state: CaseState, act: Act): CaseState {
  return { ...state, relatives: new Map(state.relatives).set(act.accountId, new Set(act.items)) }
}

function withItems(procedure: Procedure, action: Action, state: CaseState, act: Act): CaseState {
  if (!action.items) return state
  const batch = action.items.batch ? state.batches + 1 : undefined
  const items = new Map(state.items)
  for (const id of act.items) {
    const item = items.get(id)
    invariant(item && waitsFor(action, item), `item ${id} does not wait for ${act.action}`)
    items.set(id, movedItem(procedure, action, item, act, batch))
  }
  return { ...state, items, batches: batch ?? state.batches }
}

function movedItem(procedure: Procedure, action: Action, item: ItemNow, act: Act, batch?: number): ItemNow {
  const values = { ...item.values, ...act.outcomes[item.id] }
  const to = targetOf(action.items?.to ?? 'same', act.form)
  if (to === 'same' || to === item.state || procedure.itemStates[item.state]?.final)
    return { ...item, values }
  const stints = action.back
    ? [...item.stints, { state: item.state, from: item.since, to: act.on }]
    : item.stints
  return { ...item, state: to, since: act.on, batch: batch ?? item.batch, stints, values }
}

export function targetOf(to: ItemTarget, form: FormValues): string {
  if (typeof to === 'string') return to
  const target = to.cases[String(form[to.field])]
  invariant(target, `the form's ${to.field} names no target`)
  return target
}

function withObjection(action: Action, state: CaseState, act: Act): CaseState {
  if (action.objection === 'take') {
    const item = act.items[0] ?? null
    const on = (act.form.received as Day | null | undefined) ?? act.on // the days run from receipt
    const one: ObjectionNow = { objection: act.sequence, item, on, answered: null }
    return { ...state, objections: [...state.objections, one] }
  }
  if (action.objection !== 'answer') return state
  const answered = { sequence: act.sequence, outcome: String(act.form.outcome), on: act.on }
  const hit = (one: ObjectionNow): boolean => one.objection === act.form.objection && !one.answered
  invariant(state.objections.some(hit), 'an answer names an open objection')
  return { ...state, objections: state.objections.map((one) => (hit(one) ? { ...one, answered } : one)) }
}

function moved(procedure: Procedure, action: Action, state: CaseState, act: Act): CaseState {
  if (!action.to || action.to === state.state) return state
  const order = Object.keys(procedure.states)
  const forward = order.indexOf(action.to) > order.indexOf(state.state)
  if (action.back) return sentBack(state, action.to, act.on)
  if (!forward) return state // a later batch does not move the case back
  const resumed = (one: Pause): Pause =>
    one.until === null && order.indexOf(one.at) <= order.indexOf(action.to as string)
      ? { ...one, until: act.on }
      : one
  return { ...state, state: action.to, since: act.on, pauses: state.pauses.map(resumed) }
}

function sentBack(state: CaseState, to: string, on: Day): CaseState {
  const stints = [...state.stints, { state: state.state, from: state.since, to: on }]
  const running = state.pauses.some((one) => one.until === null)
  const pauses = running ? state.pauses : [...state.pauses, { at: state.state, from: on, until: null }]
  return { ...state, state: to, since: on, stints, pauses }
}

/** A case ends when every one of its items is done and no objection waits for an answer. */
function ended(procedure: Procedure, state: CaseState, act: Act): CaseState {
  if (isEnded(procedure, state) || state.items.size === 0) return state
  const allDone = [...state.items.values()].every((one) => procedure.itemStates[one.state]?.final)
  if (!allDone || state.objections.some((one) => !one.answered)) return state
  return { ...state, state: procedure.done, since: act.on }
}
