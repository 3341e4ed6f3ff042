/** Operations: acts on payment batches. */

import { z } from 'zod'
import { fen, t } from '#kernel'
import { type Ctx, operation, readFile } from '#platform'
import { type ActInput, actOnBatch } from '../batch/act.ts'
import {
  approveCard,
  correctCard,
  importReturn,
  reconcile,
  reissue,
  sendBatch,
  writeBankFile,
} from '../batch/bank.ts'
import { batchActs, batchStates, isBatchAct } from '../batch/states.ts'
import * as store from '../batch/store.ts'
import { ledgerProblems } from '../problems.ts'
import { id, money, moneyIn, text, yuan } from '../wire.ts'

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

function batchWire({ itemZh, itemEn, ...row }: store.BatchRow) {
  return {
    ...row,
    item: t(itemZh, itemEn),
    stateLabel: batchStates[row.state],
    total: money(row.total),
    elsewhere: money(row.elsewhere),
  }
}

async function batchOf(ctx: Ctx, batchId: number): Promise<store.BatchRow> {
  const found = await store.readBatch(ctx.tx, batchId)
  if (!found) throw ledgerProblems.notFound({ what: 'batch', id: batchId })
  return found
}

const signed = {
  batchId: id,
  version: z.number().int(),
  count: z.number().int(),
  total: moneyIn,
  note: z.string().max(500).optional(),
}
const format = z.enum(['csv-gb18030', 'csv-utf8', 'xlsx'])

const batchActOutput = z.object({
  batch,
  fileId: z.number().nullable(),
  paid: z.number().nullable(),
  failed: z.number().nullable(),
})

const batchAct = operation({
  name: 'batch.act',
  text: t('办理批次', 'Act on a batch'),
  can: (input) => (isBatchAct(input.act) ? batchActs[input.act].verb : 'batch.review'),
  audit: 'write',
  input: z.object({
    ...signed,
    act: z.enum(
      Object.keys(batchActs).filter(isBatchAct) as [keyof typeof batchActs, ...(keyof typeof batchActs)[]],
    ),
    details: z.record(z.string(), z.string()).optional(),
    format: format.optional(),
    fileId: id.optional(),
  }),
  output: batchActOutput,
  run: async (ctx, { format: asked, fileId, ...input }) => {
    const given: ActInput = { ...input, total: fen(input.total) }
    const none = { fileId: null, paid: null, failed: null }
    if (input.act === 'send') {
      const sent = await sendBatch(ctx, given, asked ?? 'csv-gb18030')
      return { ...none, batch: batchWire(sent.batch), fileId: sent.fileId }
    }
    if (input.act === 'importReturn') {
      const { bytes } = await readFile(ctx.tx, fileId ?? 0)
      const done = await importReturn(ctx, given, bytes)
      return {
        ...none,
        batch: batchWire(await batchOf(ctx, input.batchId)),
        paid: done.paid,
        failed: done.failed.length,
      }
    }
    return {
      ...none,
      batch: batchWire(
        input.act === 'reconcile' ? await reconcile(ctx, given) : await actOnBatch(ctx, given),
      ),
    }
  },
})

const batchFile = operation({
  name: 'batch.file',
  text: t('导出银行文件', 'Bank file'),
  can: 'batch.send',
  audit: 'export',
  input: z.object({ batchId: id, format }),
  output: z.object({ fileId: id }),
  run: async (ctx, input) => {
    ctx.note({ subject: `batch:${input.batchId}`, after: { format: input.format } })
    return { fileId: await writeBankFile(ctx, await batchOf(ctx, input.batchId), input.format) }
  },
})

const batchCorrectCard = operation({
  name: 'batch.correctCard',
  text: t('更正收款账户', 'Correct a card'),
  can: 'batch.correctCard',
  audit: 'write',
  input: z.object({
    lineId: id,
    cardName: z.string().trim().min(1).max(60),
    card: z.string().regex(/^\d{8,30}$/),
    bank: z.string().trim().max(60),
  }),
  output: z.object({ done: z.literal(true) }),
  run: async (ctx, { lineId, ...card }) => {
    await correctCard(ctx, lineId, card)
    return { done: true as const }
  },
})

const batchApproveCard = operation({
  name: 'batch.approveCard',
  text: t('复核收款账户', 'Approve a corrected card'),
  can: 'batch.approveCard',
  audit: 'write',
  input: z.object({ lineId: id }),
  output: z.object({ done: z.literal(true) }),
  run: async (ctx, { lineId }) => {
    await approveCard(ctx, lineId)
    return { done: true as const }
  },
})

const batchReissue = operation({
  name: 'batch.reissue',
  text: t('补发', 'Issue again'),
  can: 'batch.reissue',
  audit: 'write',
  input: z.object({ batchId: id, lineIds: z.array(id).min(1).max(1000) }),
  output: z.object({ batchId: id }),
  run: (ctx, input) => reissue(ctx, input.batchId, input.lineIds),
})

export const batchActOperations = () =>
  [batchAct, batchFile, batchCorrectCard, batchApproveCard, batchReissue] as const
