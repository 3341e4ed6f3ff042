/** Objections beside the fold: the officers' list, and the way from the box to the case. */
import type { Ctx } from '#platform'
import type { Action } from './define.ts'
import { dueOf } from './limit.ts'
import type { Loaded } from './load.ts'
import { answerObjection, findInbox, insertObjection } from './notice-store.ts'
import { procedureProblems } from './problems.ts'
import type { Room } from './room.ts'
import type { Act } from './state.ts'

type Taken = { loaded: Loaded; action: Action; done: Act; inboxId: number | undefined }

/** Writes the objection's row when it is taken up, its answer when it is answered. */
export async function keepObjection(
  room: Room,
  ctx: Ctx,
  { loaded, action, done, inboxId }: Taken,
): Promise<void> {
  if (action.objection === 'take') return takeUp(room, ctx, { loaded, done, inboxId })
  const of = { caseId: loaded.row.id, sequence: Number(done.form.objection) }
  const outcome = String(done.form.outcome)
  await answerObjection(ctx.tx, of, {
    outcome,
    answer: String(done.form.answer ?? ''),
    answeredOn: done.on,
    answeredBy: done.actorName,
  })
}

async function takeUp(room: Room, ctx: Ctx, { loaded, done, inboxId }: Omit<Taken, 'action'>): Promise<void> {
  const { procedure, row } = loaded
  const inbox = inboxId === undefined ? undefined : await findInbox(ctx.tx, inboxId)
  if (inboxId !== undefined && inbox?.caseId !== row.id)
    throw procedureProblems.noObjection({ objection: inboxId })
  const limit = Object.values(procedure.actions).find((one) => one.objection === 'answer')?.within
  const received = inbox?.receivedOn ?? done.on
  const due = limit ? dueOf(limit, received, room.holidays) : received
  await insertObjection(ctx.tx, {
    area: row.area,
    caseId: row.id,
    sequence: done.sequence,
    itemId: done.items[0] ?? null,
    inboxId: inboxId ?? null,
    text: inbox?.text ?? String(done.form.text ?? ''),
    takenOn: done.on,
    due,
  })
}
