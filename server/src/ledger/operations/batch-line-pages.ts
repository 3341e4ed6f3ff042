/** Operations: the lines of a payment batch, and its difference to the month before. */

import { z } from 'zod'
import { t } from '#kernel'
import { type Ctx, operation } from '#platform'
import { type FailureCode, failureReasons } from '../batch/reasons.ts'
import * as store from '../batch/store.ts'
import { id, money, ref, refOf, text, yuan } from '../wire.ts'
import { batchOf } from './batch-wire.ts'

const line = z.object({
  id,
  line: z.number(),
  name: z.string(),
  idNumber: z.string(),
  cardName: z.string(),
  card: z.string(),
  bank: z.string(),
  amount: yuan,
  elsewhere: yuan,
  status: z.enum(['listed', 'paid', 'failed', 'back', 'reissued']),
  reason: text.nullable(),
  reasonText: z.string().nullable(),
  bankRef: z.string().nullable(),
  decisionId: z.number().nullable(),
  subject: ref.nullable(),
  note: z.string(),
  corrected: z
    .object({
      cardName: z.string(),
      card: z.string(),
      bank: z.string(),
      byName: z.string(),
      approvedName: z.string().nullable(),
    })
    .nullable(),
})
const difference = z.object({
  kind: z.enum(['new', 'stopped', 'changed']),
  name: z.string(),
  subject: ref.nullable(),
  before: yuan.nullable(),
  beforeDecisionId: z.number().nullable(),
  now: yuan.nullable(),
  decisionId: z.number().nullable(),
})

/** Card and identity numbers are whole only for who may see them. */
function lineWire(ctx: Ctx, row: store.LineRow) {
  const sees = (kind: string) => ctx.actor.sees.includes(kind)
  const { correctedCard: fixed } = row
  return {
    ...row,
    idNumber: sees('id') ? row.idNumber : hidden(row.idNumber),
    card: sees('card') ? row.card : hidden(row.card),
    amount: money(row.amount),
    elsewhere: money(row.elsewhere),
    subject: refOf(row.subjectRegister, row.subjectId),
    reason: row.reason ? failureReasons[row.reason as FailureCode].label : null,
    corrected: fixed && {
      ...fixed,
      card: sees('card') ? fixed.card : hidden(fixed.card),
      approvedName: fixed.approvedName ?? null,
    },
  }
}

function hidden(number: string): string {
  return number.length > 8 ? `${number.slice(0, 4)}****${number.slice(-4)}` : number && '****'
}

const batchLines = operation({
  name: 'batch.lines',
  text: t('发放花名册', 'Lines of a batch'),
  can: 'ledger.read',
  audit: 'read',
  input: z.object({
    batchId: id,
    statuses: z.array(z.string()).optional(),
    after: z.number().int().optional(),
    limit: z.number().int().min(1).max(500).default(100),
  }),
  output: z.object({ lines: z.array(line), next: z.number().nullable() }),
  run: async (ctx, input) => {
    const rows = await store.readLines(ctx.tx, { ...input, limit: input.limit + 1 })
    const shown = rows.slice(0, input.limit)
    ctx.note({ subject: `batch:${input.batchId}` })
    return {
      lines: shown.map((row) => lineWire(ctx, row)),
      next: rows.length > input.limit ? (shown.at(-1)?.line ?? null) : null,
    }
  },
})

const batchDifference = operation({
  name: 'batch.difference',
  text: t('与上月比', 'Difference to the month before'),
  can: 'ledger.read',
  audit: 'none',
  input: z.object({ batchId: id }),
  output: z.object({ rows: z.array(difference) }),
  run: async (ctx, input) => {
    const row = await batchOf(ctx, input.batchId)
    const previous = await store.previousBatch(ctx.tx, row)
    const rows = await store.differences(ctx.tx, row.id, previous?.id ?? null)
    return {
      rows: rows.map(({ subjectRegister, subjectId, ...one }) => ({
        ...one,
        subject: refOf(subjectRegister, subjectId),
        before: one.before === null ? null : money(one.before),
        now: one.now === null ? null : money(one.now),
      })),
    }
  },
})

export const batchLinePages = () => [batchLines, batchDifference] as const
