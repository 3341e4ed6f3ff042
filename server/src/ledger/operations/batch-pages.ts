/** Operations: payment batches, their lists, the difference to the month before. */

import { z } from 'zod'
import { t } from '#kernel'
import { type Ctx, operation } from '#platform'
import { nextActs } from '../batch/act.ts'
import { type FailureCode, failureReasons } from '../batch/reasons.ts'
import { batchActs, batchStates, isBatchAct } from '../batch/states.ts'
import * as store from '../batch/store.ts'
import { ledgerProblems } from '../problems.ts'
import { id, money, moneyIn, ref, refOf, text, yuan } from '../wire.ts'

const batch = z.object({
  id,
  fund: z.string(),
  kind: z.enum(['regular', 'reissue', 'single']),
  number: z.string(),
  item: text,
  period: z.string(),
  source: z.string(),
  state: z.string(),
  stateLabel: text,
  count: z.number(),
  total: yuan,
  elsewhere: yuan,
  version: z.number(),
  bankFileId: z.number().nullable(),
})
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
  now: yuan.nullable(),
  decisionId: z.number().nullable(),
})

function batchWire({ itemZh, itemEn, ...row }: store.BatchRow) {
  return {
    ...row,
    item: t(itemZh, itemEn),
    stateLabel: batchStates[row.state],
    total: money(row.total),
    elsewhere: money(row.elsewhere),
  }
}

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

async function batchOf(ctx: Ctx, batchId: number): Promise<store.BatchRow> {
  const found = await store.readBatch(ctx.tx, batchId)
  if (!found) throw ledgerProblems.notFound({ what: 'batch', id: batchId })
  return found
}

const _signed = {
  batchId: id,
  version: z.number().int(),
  count: z.number().int(),
  total: moneyIn,
  note: z.string().max(500).optional(),
}
const _format = z.enum(['csv-gb18030', 'csv-utf8', 'xlsx'])

/** Whether the next step of the path is this account's. */
async function waitsForMe(ctx: Ctx, row: store.BatchRow): Promise<boolean> {
  if (row.state === 'archived') return false
  return (await nextActs(ctx, row)).some((one) => one.can && one.act !== 'giveBack')
}

const batchList = operation({
  name: 'batch.list',
  text: t('发放批次清单', 'List payment batches'),
  can: 'ledger.read',
  audit: 'none',
  input: z.object({
    fund: z.string().optional(),
    before: z.number().int().optional(),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ batches: z.array(batch.extend({ mine: z.boolean() })), next: z.number().nullable() }),
  run: async (ctx, input) => {
    const rows = await store.listBatches(ctx.tx, { ...input, limit: input.limit + 1 })
    const shown = rows.slice(0, input.limit)
    return {
      batches: await Promise.all(
        shown.map(async (row) => ({ ...batchWire(row), mine: await waitsForMe(ctx, row) })),
      ),
      next: rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null,
    }
  },
})

const batchGetOutput = batch.extend({
  appropriation: z.record(z.string(), z.string()),
  acts: z.array(
    z.object({
      act: z.string(),
      label: text,
      toState: z.string(),
      actorName: z.string(),
      office: z.string(),
      count: z.number(),
      total: yuan,
      note: z.string(),
      voucherId: z.number().nullable(),
      at: z.string(),
    }),
  ),
  next: z.array(
    z.object({
      act: z.string(),
      label: text,
      consequence: text,
      office: text,
      can: z.boolean(),
      why: text.nullable(),
    }),
  ),
  counts: z.record(z.string(), z.object({ count: z.number(), total: yuan })),
  previous: batch.nullable(),
  difference: z.object({ added: z.number(), stopped: z.number(), changed: z.number(), sum: yuan }),
})

const batchGet = operation({
  name: 'batch.get',
  text: t('发放批次', 'A payment batch'),
  can: 'ledger.read',
  audit: 'none',
  input: z.object({ id }),
  output: batchGetOutput,
  run: async (ctx, input) => {
    const row = await batchOf(ctx, input.id)
    const previous = (await store.previousBatch(ctx.tx, row)) ?? null
    const rows = row.kind === 'regular' ? await store.differences(ctx.tx, row.id, previous?.id ?? null) : []
    const of = (kind: string) => rows.filter((one) => one.kind === kind).length
    return {
      ...batchWire(row),
      acts: (await store.readActs(ctx.tx, row.id)).map((one) => ({
        ...one,
        label: isBatchAct(one.act) ? batchActs[one.act].label : t('草拟', 'Draft'),
        total: money(one.total),
      })),
      next: await nextActs(ctx, row),
      counts: Object.fromEntries(
        Object.entries(await store.countLines(ctx.tx, row.id)).map(([status, sum]) => [
          status,
          { count: sum.count, total: money(sum.total) },
        ]),
      ),
      previous: previous && batchWire(previous),
      difference: {
        added: of('new'),
        stopped: of('stopped'),
        changed: of('changed'),
        sum: money(row.total - (previous?.total ?? 0)),
      },
    }
  },
})

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

export const batchPages = () => [batchList, batchGet, batchLines, batchDifference] as const
