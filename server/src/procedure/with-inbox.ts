/** An objection taken from the public box keeps its own words and its own day; the officer only says whom it is about. */
import type { Ctx } from '#platform'
import type { ActInput } from './act.ts'
import { findCase } from './case-store.ts'
import { actionOf } from './define.ts'
import { findInbox } from './notice-store.ts'
import { procedureProblems } from './problems.ts'
import type { Room } from './room.ts'
import { procedureOf } from './room.ts'

export async function withInbox(room: Room, ctx: Ctx, input: ActInput): Promise<ActInput> {
  if (input.inboxId === undefined) return input
  const row = await findCase(ctx.tx, input.caseId)
  const inbox = await findInbox(ctx.tx, input.inboxId)
  if (!row || inbox?.caseId !== row.id) throw procedureProblems.noObjection({ objection: input.inboxId })
  if (actionOf(procedureOf(room, row.procedure), input.action).objection !== 'take')
    return { ...input, inboxId: undefined }
  const items = input.items ?? (inbox.itemId === null ? [] : [inbox.itemId])
  return { ...input, items, form: { ...input.form, text: inbox.text, received: inbox.receivedOn } }
}
