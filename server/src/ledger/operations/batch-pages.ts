/** Operations: payment batches, one by one and all of them. */

import { z } from 'zod'
import { t } from '#kernel'
import { type Ctx, operation } from '#platform'
import { nextActs } from '../batch/act.ts'
import { batchActs, isBatchAct } from '../batch/states.ts'
import * as store from '../batch/store.ts'
import { id, money, text, yuan } from '../wire.ts'
import { batch, batchOf, batchWire } from './batch-wire.ts'

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

export const batchPages = () => [batchList, batchGet] as const
