/** What stands as paid after a death: not what the bank sent back, but what was issued again and kept (OF-08, OF-15). */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Fen } from '#kernel'
import { approveCard, correctCard, reissue } from '../../src/ledger/batch/bank.ts'
import * as batches from '../../src/ledger/batch/store.ts'
import { paidAfter } from '../../src/procedure/run-inheritance-store.ts'
import { readRun } from '../../src/procedure/run-store.ts'
import { type PaymentWalk, paymentWalk } from '../ledger/batch.kit.ts'
import { account, doRun, samplePension, walkers } from './run.kit.ts'

let walk: PaymentWalk
let accountId: number
beforeAll(async () => {
  walk = await paymentWalk()
  accountId = await walk.as('fund1', (ctx) => account(ctx, 1, 900_00, '2025-01-02'))
})
afterAll(() => walk.close())

const monthsPaid = async () => {
  const rows = await walk.as('fund1', (ctx) => paidAfter(ctx.tx, accountId, '2025-08'))
  return rows.map(({ period, amount }): [string, Fen] => [period, amount])
}

async function pay(period: string, fails: Record<number, string>): Promise<number> {
  const given = { run: 'land-security.pension', period }
  const { id } = await doRun(walk.county, walkers(walk.county, samplePension(240_00)), given)
  const batchId = (await walk.as('fund1', (ctx) => readRun(ctx.tx, id)))?.memory.batchId as number
  await walk.toArrived(batchId)
  await walk.send(batchId)
  await walk.bring(batchId, await walk.reply(batchId, fails))
  return batchId
}

it('leaves out what came back, counts it again when it was issued again', async () => {
  await pay('2025-08', {})
  await pay('2025-09', {})
  const batchId = await pay('2025-10', { 1: '已销户' })
  expect(await monthsPaid()).toEqual([['2025-09', 240_00]])
  await walk.act('fund1', batchId, 'moneyBack')
  expect(await monthsPaid()).toEqual([['2025-09', 240_00]])
  const [line] = await walk.as('fund1', (ctx) => batches.readLines(ctx.tx, { batchId }))
  const lineId = line?.id ?? 0
  const card = { cardName: '测试1', card: '62179999', bank: '青禾农商行' }
  await walk.as('hr1', (ctx) => correctCard(ctx, lineId, card))
  await walk.as('hr2', (ctx) => approveCard(ctx, lineId))
  const again = await walk.as('hr1', (ctx) => reissue(ctx, batchId, [lineId]))
  await walk.act('hr2', again.batchId, 'review')
  await walk.act('fund2', again.batchId, 'check')
  await walk.act('fund1', again.batchId, 'arrive')
  await walk.send(again.batchId)
  await walk.bring(again.batchId, await walk.reply(again.batchId))
  expect(await monthsPaid()).toEqual([
    ['2025-09', 240_00],
    ['2025-10', 240_00],
  ])
})
