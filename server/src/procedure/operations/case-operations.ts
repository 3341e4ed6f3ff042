/** Doors of cases: open, list, read, act, ask what an act would do, what waits for me. */

import { z } from 'zod'
import { fen, sumFen, t, yuanText } from '#kernel'
import type { Ctx } from '#platform'
import { operation } from '#platform'
import type { ActInput } from '../act.ts'
import { act, prepare } from '../act.ts'
import { listCases } from '../case-store.ts'
import { loadCase } from '../load.ts'
import { openCase } from '../open.ts'
import type { Room } from '../room.ts'
import { procedureOf } from '../room.ts'
import { statementText } from '../statement.ts'
import { listTasks } from '../tasks.ts'
import { undo } from '../undo.ts'
import { caseHead, caseView } from '../view.ts'
import { caseHeadWire, caseWire, heldWire, textWire } from '../wire.ts'
import { withInbox } from '../with-inbox.ts'

const id = z.number().int().positive()
const actInput = z.object({
  caseId: id,
  action: z.string(),
  items: z.array(id).max(20_000).optional(),
  form: z.record(z.string(), z.unknown()).default({}),
  version: z.number().int().positive(),
  relatives: z.array(id).max(1000).optional(),
  inboxId: id.optional(),
})

export function caseOperations(room: Room) {
  return [
    openOperation(room),
    listOperation(room),
    getOperation(room),
    actOperation(room),
    previewOperation(room),
    undoOperation(room),
    tasksOperation(room),
  ] as const
}

function openOperation(room: Room) {
  return operation({
    name: 'case.open',
    text: t('立案', 'Open a case'),
    can: 'case.act',
    audit: 'write',
    input: z.object({ procedure: z.string(), subjectId: id }),
    output: z.object({ caseId: id, number: z.string(), items: z.number() }),
    run: (ctx, input) => openCase(room, ctx, input),
  })
}

function listOperation(room: Room) {
  return operation({
    name: 'case.list',
    text: t('看案件', 'List cases'),
    can: 'case.read',
    audit: 'none',
    input: z.object({
      procedure: z.string().optional(),
      open: z.boolean().optional(),
      text: z.string().max(100).optional(),
      after: id.optional(),
      mine: z.boolean().optional(),
      byDue: z.boolean().optional(),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ rows: z.array(caseHeadWire), next: z.number().nullable() }),
    run: async (ctx, input) => {
      const actedBy = input.mine ? ctx.actor.accountId : undefined
      const rows = await listCases(ctx.tx, { ...input, actedBy, limit: input.limit + 1 })
      const shown = rows.slice(0, input.limit)
      const next = rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null
      return { rows: shown.map((row) => caseHead(procedureOf(room, row.procedure), row)), next }
    },
  })
}

function getOperation(room: Room) {
  return operation({
    name: 'case.get',
    text: t('看一件案件', 'Read a case'),
    can: 'case.read',
    audit: 'read',
    input: z.object({ caseId: id }),
    output: caseWire,
    run: async (ctx, { caseId }) => {
      ctx.note({ subject: `case:${caseId}` })
      return caseView(room, ctx, await loadCase(room, ctx, caseId))
    },
  })
}

function actOperation(room: Room) {
  return operation({
    name: 'case.act',
    text: t('办一步', 'Act in a case'),
    can: 'case.act',
    audit: 'write',
    input: actInput,
    output: z.object({
      caseId: id,
      version: z.number(),
      state: z.string(),
      taken: z.number(),
      held: z.array(heldWire),
      statement: textWire,
    }),
    run: async (ctx, input) => {
      const done = await act(room, ctx, await withInbox(room, ctx, input))
      const loaded = await loadCase(room, ctx, input.caseId)
      const amounts = done.taken.flatMap((item) => loaded.state.items.get(item)?.values.amount ?? [])
      const statement = statementText(loaded.procedure, {
        action: input.action,
        taken: done.taken.length,
        amounts: amounts.map(Number),
        held: done.held.length,
      })
      return {
        caseId: done.caseId,
        version: done.version,
        state: done.state,
        taken: done.taken.length,
        held: heldOf(done.held),
        statement,
      }
    },
  })
}

/** The statement on the button's line, before anybody has pressed it: nothing is written. */
function previewOperation(room: Room) {
  return operation({
    name: 'case.preview',
    text: t('看这一步会怎样', 'See what an act would do'),
    can: 'case.act',
    audit: 'none',
    input: actInput,
    output: z.object({
      taken: z.array(z.number()),
      held: z.array(heldWire),
      amount: z.string().nullable(),
      statement: textWire,
    }),
    run: (ctx, input) => preview(room, ctx, input),
  })
}

async function preview(room: Room, ctx: Ctx, input: ActInput) {
  const loaded = await loadCase(room, ctx, input.caseId)
  const ready = await prepare(room, ctx, loaded, { input, trial: true })
  const amounts = ready.taken.flatMap(
    (item) => ready.outcomes[item]?.amount ?? loaded.state.items.get(item)?.values.amount ?? [],
  )
  const sums = {
    action: input.action,
    taken: ready.taken.length,
    amounts: amounts.map(Number),
    held: ready.held.length,
  }
  const amount = amounts.length > 0 ? yuanText(sumFen(amounts.map((one) => fen(Number(one))))) : null
  return {
    taken: ready.taken,
    held: heldOf(ready.held),
    amount,
    statement: statementText(loaded.procedure, sums),
  }
}

function heldOf(held: Awaited<ReturnType<typeof prepare>>['held']) {
  return held.map((one) => ({ ...one, reasons: [...one.reasons] }))
}

/** Whoever acted may take it back until the next person touches the case (OF-31). */
function undoOperation(room: Room) {
  return operation({
    name: 'case.undo',
    text: t('撤回刚办的一步', 'Take the last act back'),
    can: 'case.act',
    audit: 'write',
    input: z.object({
      caseId: id,
      version: z.number().int().positive(),
      reason: z.string().trim().min(1).max(1000),
    }),
    output: z.object({ caseId: id, version: z.number(), state: z.string() }),
    run: (ctx, input) => undo(room, ctx, input),
  })
}

const taskWire = z.object({
  caseId: id,
  number: z.string(),
  title: textWire,
  place: z.string(),
  label: textWire,
  action: z.string(),
  verb: textWire,
  items: z.number(),
  due: z.string().nullable(),
  daysLeft: z.number().nullable(),
  area: z.string(),
})

function tasksOperation(room: Room) {
  return operation({
    name: 'case.tasks',
    text: t('等我办的', 'What waits for me'),
    can: 'case.read',
    audit: 'none',
    input: z.object({}),
    output: z.object({ tasks: z.array(taskWire) }),
    run: async (ctx) => ({ tasks: await listTasks(room, ctx) }),
  })
}
