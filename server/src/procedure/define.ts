/** How a decision is reached, as one declared value: states, items, actions, clocks, separation of duties, effects. */
import type { AreaLevel, Citation, Text } from '#kernel'
import { checkProcedure } from './declaration-check.ts'
import type { Effect } from './effects/effect.ts'
import type { Form, FormRule } from './form.ts'
import type { Limit } from './limit.ts'
import { procedureProblems } from './problems.ts'

export type StateSpec = {
  readonly label: Text
  /** The step of the path as the case page shows it; states without one are not on the path. */
  readonly step?: Text
  /** A case ends here. */
  readonly final?: boolean
}

export type ItemStateSpec = {
  readonly label: Text
  readonly final?: boolean
  /** What the glyph of the state says (see the interface's state marks). */
  readonly mark: 'todo' | 'doing' | 'done' | 'refused' | 'returned'
}

/** Where taken items go: one state, or by what the form says; `same` leaves them where they are. */
export type ItemTarget<I extends string = string> =
  | I
  | { readonly field: string; readonly cases: { readonly [choice: string]: I | 'same' } }

export type ItemTake<I extends string = string> = {
  /** `all` those waiting; the `eligible` among them unless fewer are chosen; only `chosen` ones. */
  readonly take: 'all' | 'eligible' | 'chosen'
  readonly from: readonly I[]
  readonly to: ItemTarget<I>
  /** Only items whose decided value is one of these: `{ category: ['a', 'b'] }`. */
  readonly where?: { readonly [value: string]: readonly string[] }
  /** Who is taken together here goes on as a numbered batch (第一批). */
  readonly batch?: boolean
}

export type Action<S extends string = string, I extends string = string> = {
  /** The verb on the button: 核准. */
  readonly label: Text
  /** What cannot be undone, who is told: the sentence beside the button. */
  readonly consequence?: Text
  readonly from: readonly S[]
  /** State of the case afterwards; a later batch never moves the case back. Absent: it stays. */
  readonly to?: S
  /** Sends the case back: the clocks of the states that it leaves stop (停钟). */
  readonly back?: boolean
  /** Verb that the actor needs, and the level of the area that he acts for. */
  readonly by: string
  readonly level: AreaLevel
  /** Who does this, in words: 县人社局. */
  readonly office: Text
  readonly form: Form
  readonly rules?: readonly FormRule[]
  /** The time limit, from the day on which the state (of the case, or of the first waiting item) was reached … */
  readonly within?: Limit
  /** … or why there is none. One of the two is asked at start. */
  readonly noLimit?: Text
  /** Items must have lain open so long: allowed from the day after (AMB-38). */
  readonly stays?: Limit
  /** Actions whose actors may not do this one (section 8, Separation). */
  readonly separation: readonly string[]
  readonly items?: ItemTake<I>
  /** `take` records an objection that holds its item; `answer` ends one. */
  readonly objection?: 'take' | 'answer'
  readonly effects?: readonly Effect[]
  readonly cite?: Citation
}

export type ProcedureSpec<S extends string = string, I extends string = string> = {
  readonly id: string
  readonly label: Text
  /** What it is for, one sentence. */
  readonly purpose: Text
  readonly cite?: Citation
  /** Register of the thing that a case is about. */
  readonly subject: string
  /** Who may open a case, and from where. */
  readonly open: { readonly by: string; readonly level: AreaLevel; readonly separationName?: Text }
  readonly items: { readonly register: string; readonly label: Text; readonly counter: Text }
  /** In the order of the path. */
  readonly states: { readonly [K in S]: StateSpec }
  readonly start: NoInfer<S>
  /** The state of a case all of whose items are done. */
  readonly done: NoInfer<S>
  readonly itemStates: { readonly [K in I]: ItemStateSpec }
  readonly itemStart: NoInfer<I>
  /** Words for the codes that decisions carry: `{ category: { a: 甲类 } }`. */
  readonly values?: { readonly [value: string]: { readonly [code: string]: Text } }
  /** The limit of the whole case, from its opening. */
  readonly within?: Limit
  readonly actions: { readonly [action: string]: Action<NoInfer<S>, NoInfer<I>> }
}

/** A checked declaration; the names are plain text from here on. */
export type Procedure = ProcedureSpec & { readonly kind: 'procedure' }

/** Declares a procedure; a faulty one is the Problem `procedure.declaration`, which names every fault. */
export function defineProcedure<const S extends string, const I extends string>(
  spec: ProcedureSpec<S, I>,
): Procedure {
  // The names were checked by the compiler above; the house then handles every procedure alike.
  const procedure = { ...(spec as unknown as ProcedureSpec), kind: 'procedure' as const }
  const faults = checkProcedure(procedure)
  if (faults.length > 0) throw procedureProblems.declaration({ procedure: spec.id, faults })
  return procedure
}

export function actionOf(procedure: Procedure, name: string): Action {
  const action = Object.hasOwn(procedure.actions, name) ? procedure.actions[name] : undefined
  if (!action) throw procedureProblems.unknownAction({ action: name })
  return action
}
