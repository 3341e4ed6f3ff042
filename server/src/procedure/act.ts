/** One act in a case: asked, refused or done, with its effects, in one transaction under the case's lock. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { DECLARE } from './built-in.ts'
import { insertAct, insertFiles, keepFold } from './case-store.ts'
import type { Action } from './define.ts'
import { actionOf } from './define.ts'
import { applyEffects, mergeOutcomes, prepareEffects } from './effects/run-effects.ts'
import type { EffectRun } from './effects/runner.ts'
import type { FormValues } from './form.ts'
import { parseForm } from './form.ts'
import type { Loaded } from './load.ts'
import { askerOf, loadCase } from './load.ts'
import { nextActs } from './next.ts'
import { keepResults } from './notice-store.ts'
import { keepObjection } from './objection.ts'
import { actHead } from './open.ts'
import { procedureProblems } from './problems.ts'
import { resultStates } from './result-states.ts'
import type { Room } from './room.ts'
import type { Act, CaseState } from './state.ts'
import { isEnded, step } from './state.ts'
import { resolveItems } from './take.ts'
import { requireVersion } from './version.ts'
import { waitsAndDue } from './waits.ts'

export type ActInput = {
  caseId: number
  action: string
  /** Items chosen; absent means all that may be taken. */
  items?: readonly number[] | undefined
  form: Record<string, unknown>
  /** Version of the case that the actor saw. */
  version: number
  /** Declared with the first act: the items that are near relatives; empty means none (OF-22). */
  relatives?: readonly number[] | undefined
  /** With an objection: the entry of the box that it comes from. */
  inboxId?: number | undefined
}

export type Held = { item: number; name: string; reasons: readonly Text[] }
export type Done = { caseId: number; version: number; state: string; taken: number[]; held: Held[]; act: Act }

/** Does an act. 409 `procedure.moved` names who was first; 403 and 409 give every reason why not. */
export async function act(room: Room, ctx: Ctx, input: ActInput): Promise<Done> {
  const loaded = await declare(
    ctx,
    requireVersion(await loadCase(room, ctx, input.caseId, true), input.version),
    input,
  )
  const ready = await prepare(room, ctx, loaded, { input, trial: false })
  const first: Act = {
    ...actHead(ctx),
    sequence: ready.run.sequence,
    action: input.action,
    items: ready.taken,
    form: ready.form,
    outcomes: ready.outcomes,
  }
  const found = await applyEffects(
    ready.run,
    ready.action.effects ?? [],
    step(loaded.procedure, loaded.state, first),
  )
  const done: Act = { ...first, outcomes: mergeOutcomes(first.outcomes, found) }
  const after = step(loaded.procedure, loaded.state, done)
  await keep(room, ctx, loaded, { done, after, action: ready.action, inboxId: input.inboxId })
  note(ctx, loaded, done, ready.action)
  return {
    caseId: loaded.row.id,
    version: after.version,
    state: after.state,
    taken: ready.taken,
    held: ready.held,
    act: done,
  }
}

export type Ready = {
  action: Action
  form: FormValues
  taken: number[]
  outcomes: Act['outcomes']
  held: Held[]
  run: EffectRun
}

/** Everything that an act needs to be possible; with `trial` nothing is written (the statement on the button's line). */
export async function prepare(
  room: Room,
  ctx: Ctx,
  loaded: Loaded,
  of: { input: ActInput; trial: boolean },
): Promise<Ready> {
  const { input, trial } = of
  const { procedure, state, around } = loaded
  const action = actionOf(procedure, input.action)
  const next = nextActs(procedure, state, askerOf(ctx), around).find((one) => one.action === input.action)
  if (!next) throw procedureProblems.cannotAct({ action: action.label, reasons: [standsText(loaded)] })
  if (!next.can) throw refusal(action, next.reasons)
  if (!trial && action.items && !action.objection && !state.relatives.has(ctx.actor.accountId))
    throw procedureProblems.undeclared({ action: action.label })
  const form =
    trial && Object.keys(input.form).length === 0
      ? {}
      : parseForm(action.form, action.rules ?? [], input.form)
  const chosen = resolveItems({ action, next, state, form, items: input.items, trial })
  const run: EffectRun = {
    ctx,
    ports: room.ports,
    procedure,
    row: loaded.row,
    items: loaded.items,
    taken: chosen,
    form,
    sequence: state.version + 1,
    before: state,
    trial,
  }
  const found = await prepareEffects(run, action.effects ?? [])
  const taken = chosen.filter((id) => !found.held.some((one) => one.item === id))
  if (chosen.length > 0 && taken.length === 0 && !trial)
    throw procedureProblems.cannotAct({
      action: action.label,
      reasons: found.held.slice(0, 5).map((one) => one.reason),
    })
  const held = [
    ...next.held.map((one) => ({ item: one.item, name: around.name(one.item), reasons: one.reasons })),
    ...found.held.map((one) => ({ item: one.item, name: around.name(one.item), reasons: [one.reason] })),
  ]
  return { action, form, taken, outcomes: found.outcomes, held, run: { ...run, taken } }
}

function standsText({ procedure, state }: Loaded): Text {
  const label = procedure.states[state.state]?.label ?? t(state.state, state.state)
  return t(
    `案件现在是“${label.zh}”，没有人等着办这一步。`,
    `The case stands at "${label.en}"; nobody waits for this step.`,
  )
}

function refusal(action: Action, reasons: readonly { kind: string; text: Text }[]): Error {
  const texts = reasons.map((one) => one.text)
  if (reasons.some((one) => one.kind === 'who'))
    return procedureProblems.notYours({ action: action.label, reasons: texts })
  return procedureProblems.cannotAct({ action: action.label, reasons: texts })
}

/** The near-relatives declaration is an act of its own, once per person and case (OF-22). */
async function declare(ctx: Ctx, loaded: Loaded, { relatives }: ActInput): Promise<Loaded> {
  if (relatives === undefined || loaded.state.relatives.has(ctx.actor.accountId)) return loaded
  const items = relatives.filter((id) => loaded.items.has(id))
  const one: Act = {
    ...actHead(ctx),
    sequence: loaded.state.version + 1,
    action: DECLARE,
    items,
    form: {},
    outcomes: {},
  }
  await insertAct(ctx.tx, { caseId: loaded.row.id, area: loaded.row.area }, one)
  return { ...loaded, state: step(loaded.procedure, loaded.state, one) }
}

type Kept = { done: Act; after: CaseState; action: Action; inboxId: number | undefined }

async function keep(
  room: Room,
  ctx: Ctx,
  loaded: Loaded,
  { done, after, action, inboxId }: Kept,
): Promise<void> {
  const { procedure, row } = loaded
  const of = { caseId: row.id, area: row.area }
  await insertAct(ctx.tx, of, done)
  await insertFiles(ctx.tx, { ...of, sequence: done.sequence }, filesOf(action, done.form))
  if (action.objection) await keepObjection(room, ctx, { loaded, action, done, inboxId })
  const ended = isEnded(procedure, after)
  await keepFold(ctx.tx, {
    caseId: row.id,
    state: after,
    ended,
    changed: done.items,
    ...waitsAndDue(room, procedure, after, ctx.today),
  })
  await keepResults(ctx.tx, row.id, resultStates(procedure))
}

function filesOf(action: Action, form: FormValues): { field: string; fileId: number }[] {
  return Object.entries(action.form).flatMap(([field, one]) => {
    const value = form[field]
    return one.kind === 'file' && typeof value === 'number' ? [{ field, fileId: value }] : []
  })
}

function note(ctx: Ctx, loaded: Loaded, done: Act, action: Action): void {
  const count = done.items.length
  ctx.note({
    subject: `case:${loaded.row.id}`,
    after: { form: done.form, items: count, outcomes: done.outcomes },
    text: t(
      `${loaded.row.number} ${action.label.zh} ${count} ${loaded.procedure.items.counter.zh}`,
      `${loaded.row.number} ${action.label.en}: ${count}`,
    ),
  })
}
