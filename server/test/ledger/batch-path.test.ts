/** The payment path from the draft to the reconciliation, and every reply of the bank that it refuses (OF-02, OF-08). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '#ledger'
import { readFile } from '#platform'
import { approveCard, correctCard, reconcile, reissue } from '../../src/ledger/batch/bank.ts'
import * as store from '../../src/ledger/batch/store.ts'
import { controlTotals, type PaymentWalk, paymentWalk } from './batch.kit.ts'

let walk: PaymentWalk
beforeAll(async () => {
  walk = await paymentWalk()
})
afterAll(() => walk.close())

describe('the whole path', () => {
  let batchId: number
  it('walks with six accounts; money moves at appropriation, arrival and sending', async () => {
    batchId = await walk.makeBatch('2025-09', [1, 2, 3])
    await walk.toArrived(batchId)
    expect(await walk.balances()).toEqual({
      special: 9_280_00,
      expenditure: 720_00,
      pooled: 9_280_00,
      treasury: 9_280_00,
    })
    const { fileId } = await walk.send(batchId)
    expect((await walk.balances()).expenditure).toBe(0)
    const { bytes } = await walk.as('fund1', (ctx) => readFile(ctx.tx, fileId))
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    expect(text.split('\r\n')[0]).toMatch(/^批次号,\d{4}-\d{2}-\d{3},总笔数,3,总金额,720.00$/)
    expect(text.split('\r\n')[2]).toBe('1,测试1㙍,621700001,青禾农商行,240.00,养老金')
  })
  it('refuses a reply of another batch, with wrong totals, unknown lines, or a second time', async () => {
    const refused = async (change: (text: string) => string) =>
      walk.bring(batchId, await walk.reply(batchId, {}, change)).catch((thrown) => thrown.code)
    expect(await refused((x) => x.replace(/批次号,[^,]+/, '批次号,2025-08-001'))).toBe('batch.otherBatch')
    expect(await refused((x) => x.replace('总笔数,3', '总笔数,2'))).toBe('batch.returnTotals')
    expect(await refused((x) => x.replace('总金额,720.00', '总金额,720.01'))).toBe('batch.returnTotals')
    expect(await refused((x) => x.replace(/2,测试2㙍,621700002,240.00/, '2,测试2㙍,621700002,240.01'))).toBe(
      'batch.returnTotals',
    )
    expect(await refused((x) => x.replace('621700003', '621700009'))).toBe('batch.returnTotals')
    expect(await refused((x) => x.replace('240.00,成功', 'abc,成功'))).toBe('batch.badRow')
    expect(await refused(() => 'nothing')).toBe('batch.noHead')
    const imported = await walk.bring(batchId, await walk.reply(batchId, { 2: '户名不一致' }))
    expect(imported).toMatchObject({
      paid: 2,
      paidTotal: 480_00,
      failed: [{ line: 2, reason: 'nameMismatch' }],
    })
    expect(await refused((x) => x)).toBe('batch.returnTwice')
  })
  it('issues again only when the money is back and another person approved the card; once', async () => {
    const [failed] = await walk.as('fund1', (ctx) =>
      store.readLines(ctx.tx, { batchId, statuses: ['failed'] }),
    )
    const lineId = failed?.id ?? 0
    const again = () => walk.as('hr1', (ctx) => reissue(ctx, batchId, [lineId]))
    await expect(again()).rejects.toMatchObject({ code: 'batch.notBack' })
    const open = walk.as('fund2', async (ctx) => reconcile(ctx, await controlTotals(ctx, batchId)))
    await expect(open).rejects.toMatchObject({ code: 'batch.stillOpen' })
    await walk.act('fund1', batchId, 'moneyBack')
    expect((await walk.balances()).expenditure).toBe(240_00)
    await expect(again()).rejects.toMatchObject({ code: 'batch.cardNotApproved' })
    const card = { cardName: '测试二', card: '62179999', bank: '青禾农商行' }
    await walk.as('hr1', (ctx) => correctCard(ctx, lineId, card))
    await expect(walk.as('hr1', (ctx) => approveCard(ctx, lineId))).rejects.toMatchObject({
      code: 'batch.cardSamePerson',
    })
    await walk.as('hr2', (ctx) => approveCard(ctx, lineId))
    const made = await again()
    await expect(again()).rejects.toMatchObject({ code: 'batch.reissuedAlready' })
    await walk.act('hr2', made.batchId, 'review')
    await walk.act('fund2', made.batchId, 'check')
    await expect(walk.act('finance2', made.batchId, 'appropriate')).rejects.toMatchObject({
      code: 'batch.notNow',
    })
    await walk.act('fund1', made.batchId, 'arrive')
    await walk.send(made.batchId)
    expect((await walk.balances()).expenditure).toBe(0)
    expect(await walk.bring(made.batchId, await walk.reply(made.batchId))).toMatchObject({
      paid: 1,
      paidTotal: 240_00,
      failed: [],
    })
  })
  it('reconciles and is archived', async () => {
    await expect(
      walk.as('fund1', async (ctx) => reconcile(ctx, await controlTotals(ctx, batchId))),
    ).rejects.toMatchObject({ code: 'batch.samePerson' })
    await walk.as('fund2', async (ctx) => reconcile(ctx, await controlTotals(ctx, batchId)))
    await walk.act('fund1', batchId, 'archive')
    expect((await walk.as('fund1', verifyChain)).faults).toEqual([])
  })
})
