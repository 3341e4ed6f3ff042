/** An act is taken back by whoever did it, until the next person touches the case (OF-31). */
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { DECLARE, OPEN, UNDO } from './built-in.ts'
import { insertAct, keepFold } from './case-store.ts'
import type { Action, Procedure } from './define.ts'
import { actionOf } from './define.ts'
import type { Effect } from './effects/effect.ts'
import { applyEffects } from './effects/run-effects.ts'
import type { Loaded } from './load.ts'
import { loadCase } from './load.ts'
import { keepResults } from './notice-store.ts'
import { actHead } from './open.ts'
import { procedureProblems } from './problems.ts'
import { resultStates } from './result-states.ts'
import type { Room } from './room.ts'
import type { Act, CaseState } from './state.ts'
import { isEnded, step } from './state.ts'
import { requireVersion } from './version.ts'
import { waitsAndDue } from './waits.ts'

/** Effects that leave nothing behind which somebody outside has seen or a book has kept. */
const takenBackFreely: readonly Effect['kind'][] = ['assess', 'findingsClear', 'fundsArrived', 'fundingDue']

/** The act that this account may still take back, or undefined. Pure. */
export function undoable(procedure: Procedure, state: CaseState, accountId: number): Act | undefined {
  const last = state.acts.findLast(
    (one) => ![DECLARE, UNDO].includes(one.action) && !state.undone.has(one.sequence),
  )
  if (!last || last.action === OPEN || last.accountId !== accountId || isEnded(procedure, state))
    return undefined
  const touched = state.acts.some((one) => one.sequence > last.sequence && one.accountId !== accountId)
  const { objection, effects = [] } = actionOf(procedure, last.action)
  const free = effects.every((one) => takenBackFreely.includes(one.kind))
  return touched || objection || !free ? undefined : last
}

export type UndoInput = { caseId: number; version: number; reason: string }

/** Takes the last act back; 409 `procedure.notUndoable` when it cannot be. */
export async function undo(
  room: Room,
  ctx: Ctx,
  input: UndoInput,
): Promise<{ caseId: number; version: number; state: string }> {
  const loaded = requireVersion(await loadCase(room, ctx, input.caseId, true), input.version)
  const { procedure, row, state } = loaded
  const last = undoable(procedure, state, ctx.actor.accountId)
  if (!last) throw procedureProblems.notUndoable()
  const act: Act = {
    ...actHead(ctx),
    sequence: state.version + 1,
    action: UNDO,
    items: last.items,
    form: { of: last.sequence, reason: input.reason },
    outcomes: {},
  }
  const after = step(procedure, state, act)
  await insertAct(ctx.tx, { caseId: row.id, area: row.area }, act)
  await restate(room, ctx, loaded, { action: actionOf(procedure, last.action), act, after })
  await keepFold(ctx.tx, {
    caseId: row.id,
    state: after,
    ended: false,
    changed: last.items,
    ...waitsAndDue(room, procedure, after, ctx.today),
  })
  await keepResults(ctx.tx, row.id, resultStates(procedure))
  const label = actionOf(procedure, last.action).label
  ctx.note({
    subject: `case:${row.id}`,
    after: { undone: last.sequence, reason: input.reason },
    text: t(`${row.number} 撤回${label.zh}`, `${row.number} took back "${label.en}"`),
  })
  return { caseId: row.id, version: after.version, state: after.state }
}

/** What the act had told the fund is told anew. */
async function restate(
  room: Room,
  ctx: Ctx,
  loaded: Loaded,
  of: { action: Action; act: Act; after: CaseState },
): Promise<void> {
  const { procedure, row, items, state } = loaded
  const effects = (of.action.effects ?? []).filter((one) => one.kind === 'fundingDue')
  const run = {
    ctx,
    ports: room.ports,
    procedure,
    row,
    items,
    taken: of.act.items,
    form: of.act.form,
    sequence: of.act.sequence,
    before: state,
    trial: false,
  }
  await applyEffects(run, effects, of.after)
}
