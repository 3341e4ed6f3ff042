/** Doors of notices and objections for officers. The public's own door is `public-page`. */

import { z } from 'zod'
import { fen, t, yuanText } from '#kernel'
import { operation } from '#platform'
import { act } from '../act.ts'
import { loadCase } from '../load.ts'
import {
  findNotice,
  listNoticeRows,
  listNotices,
  listObjections,
  listWaitingObjections,
} from '../notice-store.ts'
import { procedureProblems } from '../problems.ts'
import type { Room } from '../room.ts'
import { noticeView, objectionView, waitingView } from '../view.ts'
import { noticeWire, objectionWire, textWire, waitingWire } from '../wire.ts'

const id = z.number().int().positive()

export function noticeOperations(room: Room) {
  return [listOperation(), getOperation(), objectionsOperation(), answerOperation(room)] as const
}

function listOperation() {
  return operation({
    name: 'notice.list',
    text: t('看公示', 'List notices'),
    can: 'case.read',
    audit: 'none',
    input: z.object({ caseId: id.optional() }),
    output: z.object({ notices: z.array(noticeWire) }),
    run: async (ctx, { caseId }) => ({
      notices: (await listNotices(ctx.tx, { caseId, limit: 200 })).map((one) => noticeView(ctx, one)),
    }),
  })
}

const rowWire = z.object({
  rowNo: z.number(),
  itemId: z.number(),
  name: z.string(),
  groupName: z.string(),
  suffix: z.string(),
  category: z.string(),
  amount: z.string().nullable(),
})

function getOperation() {
  return operation({
    name: 'notice.get',
    text: t('看一份公示', 'Read a notice'),
    can: 'case.read',
    audit: 'read',
    input: z.object({ noticeId: z.string().max(64) }),
    output: noticeWire.extend({
      purpose: z.string(),
      clause: z.string(),
      categories: z.array(z.object({ code: z.string(), name: z.string(), rule: z.string() })),
      seal: z.string(),
      telephone: z.string(),
      hours: z.string(),
      rows: z.array(rowWire),
    }),
    run: async (ctx, { noticeId }) => {
      const notice = await findNotice(ctx.tx, noticeId)
      if (!notice) throw procedureProblems.noNotice({ notice: noticeId })
      const rows = await listNoticeRows(ctx.tx, noticeId)
      return {
        ...noticeView(ctx, notice),
        purpose: notice.purpose,
        clause: notice.clause,
        categories: notice.categories,
        seal: notice.seal,
        telephone: notice.telephone,
        hours: notice.hours,
        rows: rows.map((row) => ({ ...row, amount: row.amount === null ? null : yuanText(fen(row.amount)) })),
      }
    },
  })
}

function objectionsOperation() {
  return operation({
    name: 'notice.objections',
    text: t('看异议', 'List objections'),
    can: 'case.read',
    audit: 'read',
    input: z.object({ caseId: id.optional() }),
    output: z.object({ waiting: z.array(waitingWire), taken: z.array(objectionWire) }),
    run: async (ctx, { caseId }) => ({
      waiting: (await listWaitingObjections(ctx.tx, caseId)).map((one) => waitingView(ctx, one)),
      taken: (await listObjections(ctx.tx, caseId)).map((one) => objectionView(ctx, one)),
    }),
  })
}

/** The short way to an answer: the declared action of the case's procedure, with its form. */
function answerOperation(room: Room) {
  return operation({
    name: 'notice.answer',
    text: t('答复异议', 'Answer an objection'),
    can: 'case.act',
    audit: 'write',
    input: z.object({
      caseId: id,
      version: z.number().int().positive(),
      objection: id,
      outcome: z.string(),
      answer: z.string(),
      attachment: id.optional(),
    }),
    output: z.object({ caseId: id, version: z.number(), state: z.string(), statement: textWire }),
    run: async (ctx, input) => {
      const { procedure } = await loadCase(room, ctx, input.caseId)
      const [action] = Object.entries(procedure.actions).find(([, one]) => one.objection === 'answer') ?? []
      if (!action) throw procedureProblems.unknownAction({ action: 'answer' })
      const { caseId, version, ...form } = input
      const done = await act(room, ctx, { caseId, version, action, form })
      return {
        caseId,
        version: done.version,
        state: done.state,
        statement: t('异议已答复，记为“已结”。', 'The objection is answered and closed.'),
      }
    },
  })
}
