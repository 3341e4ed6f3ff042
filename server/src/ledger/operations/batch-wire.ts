/** A payment batch as the doors of the ledger show it. */

import { z } from 'zod'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { batchStates } from '../batch/states.ts'
import * as store from '../batch/store.ts'
import { ledgerProblems } from '../problems.ts'
import { id, money, text, yuan } from '../wire.ts'

export const batch = z.object({
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

export function batchWire({ itemZh, itemEn, ...row }: store.BatchRow) {
  return {
    ...row,
    item: t(itemZh, itemEn),
    stateLabel: batchStates[row.state],
    total: money(row.total),
    elsewhere: money(row.elsewhere),
  }
}

export async function batchOf(ctx: Ctx, batchId: number): Promise<store.BatchRow> {
  const found = await store.readBatch(ctx.tx, batchId)
  if (!found) throw ledgerProblems.notFound({ what: 'batch', id: batchId })
  return found
}
