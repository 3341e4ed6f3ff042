/** The payment path from the draft to the reconciliation, and everything that it refuses (OF-02, OF-05, OF-08, GEN-13). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day, fen, t } from '#kernel'
import type { Actor, Ctx } from '#platform'
import { readFile } from '#platform'
import { type TestCounty, testCounty } from '#test/database.ts'
import { balance, openAccount, postVoucher, verifyChain } from '../index.ts'
import { actOnBatch, nextActs } from './act.ts'
import { approveCard, correctCard, importReturn, reconcile, reissue, sendBatch } from './bank.ts'
import { addBatchLines, finishFilling, openBatch } from './fill.ts'
import type { BatchAct } from './states.ts'
import * as store from './store.ts'

const fund = 'land-security.protection'
const people = ['hr1', 'hr2', 'fund1', 'fund2', 'finance1', 'finance2'] as const
let county: TestCounty
let who: Record<(typeof people)[number], Actor>

beforeAll(async () => {
  county = await testCounty()
  who = Object.fromEntries(people.map((name) => [name, county.actor({}, undefined, { name })])) as typeof who
  await county.run(who.fund1, async (ctx) => {
    for (const bookEntity of ['agency', 'treasury'] as const)
      await postVoucher(ctx, {
        fund,
        bookEntity,
        purpose: 'initial',
        day: day('2025-01-01'),
        text: t('期初', 'Initial'),
        source: 'test',
        lines: [
          { account: { kind: 'special' }, debit: fen(10_000_00) },
          { account: { kind: bookEntity === 'agency' ? 'pooled' : 'balance' }, credit: fen(10_000_00) },
        ],
      })
  })
})
afterAll(() => county.close())

/** A batch of one month for so many persons at 240, with 80 of the rural insurance shown beside; drafted by hr1. */
function makeBatch(period: string, persons: readonly number[], amount = 240_00): Promise<number> {
  return county.run(who.hr1, async (ctx) => {
    const payableId = await openAccount(ctx, {
      fund,
      kind: 'payable',
      context: { register: 'run', id: Number(period.replace('-', '')) },
      area: '990101',
    })
    await postVoucher(ctx, {
      fund,
      purpose: 'benefit',
      day: day(`${period}-10`),
      text: t('养老金', 'Pension'),
      source: 'test',
      lines: [
        { account: { kind: 'pooled' }, debit: fen(amount * persons.length) },
        { account: { id: payableId }, credit: fen(amount * persons.length) },
      ],
    })
    const batchId = await openBatch(ctx, {
      fund,
      item: t('养老金', 'Pension'),
      series: 'pension',
      period,
      source: `test:${period}`,
      purpose: 'benefit',
      payableId,
    })
    await addBatchLines(
      ctx,
      batchId,
      persons.map((id, i) => ({
        line: i + 1,
        area: '990101103201',
        subject: { register: 'protectedPerson', id },
        name: `测试${id}`,
        amount: fen(amount),
        decisionId: null,
        payee: { idNumber: '', cardName: `测试${id}㙍`, card: `62170000${id}`, bank: '青禾农商行' },
        components: [
          { amount: fen(amount) },
          { amount: fen(80_00), otherFund: t('农保基金', 'the rural insurance fund') },
        ],
      })),
    )
    await finishFilling(ctx, batchId, { id: ctx.actor.accountId, name: ctx.actor.name, office: '' })
    return batchId
  })
}

const input = async (ctx: Ctx, batchId: number) => {
  const batch = await store.readBatch(ctx.tx, batchId)
  return { batchId, version: batch?.version ?? 0, count: batch?.count ?? 0, total: fen(batch?.total ?? 0) }
}
const act = (name: keyof typeof who, batchId: number, doing: BatchAct) =>
  county.run(who[name], async (ctx) => actOnBatch(ctx, { ...(await input(ctx, batchId)), act: doing }))

async function toArrived(batchId: number): Promise<void> {
  await act('hr2', batchId, 'review')
  await act('fund2', batchId, 'check')
  await act('fund1', batchId, 'request')
  await act('finance1', batchId, 'audit')
  await act('finance2', batchId, 'appropriate')
  await act('fund1', batchId, 'arrive')
}

const send = (batchId: number) =>
  county.run(who.fund1, async (ctx) => sendBatch(ctx, await input(ctx, batchId), 'csv-gb18030'))
const bring = (batchId: number, file: string) =>
  county.run(who.fund1, async (ctx) =>
    importReturn(ctx, await input(ctx, batchId), Buffer.from(file, 'utf8')),
  )

async function reply(
  batchId: number,
  fails: Record<number, string> = {},
  change: (text: string) => string = (x) => x,
): Promise<string> {
  const [batch, lines] = await county.run(
    who.fund1,
    async (ctx) =>
      [await store.readBatch(ctx.tx, batchId), await store.readLines(ctx.tx, { batchId })] as const,
  )
  const rows = lines.map(
    (l) =>
      `${l.line},${l.cardName},${l.card},${(l.amount / 100).toFixed(2)},${fails[l.line] ? '失败' : '成功'},${fails[l.line] ?? ''},B${l.id}`,
  )
  const total = (Number(batch?.total) / 100).toFixed(2)
  return change(
    [
      `批次号,${batch?.number},总笔数,${batch?.count},总金额,${total}`,
      '序号,户名,账号,金额,结果,原因,流水号',
      ...rows,
    ].join('\n'),
  )
}

async function balances(): Promise<Record<string, number>> {
  return county.run(who.fund1, async (ctx) => {
    const of = async (
      kind: 'special' | 'expenditure' | 'pooled',
      bookEntity: 'agency' | 'treasury' = 'agency',
    ) => balance(ctx, await openAccount(ctx, { fund, kind, bookEntity, area: '990101' }))
    return {
      special: await of('special'),
      expenditure: await of('expenditure'),
      pooled: await of('pooled'),
      treasury: await of('special', 'treasury'),
    }
  })
}

describe('the whole path', () => {
  let batchId: number
  it('walks with six accounts; money moves at appropriation, arrival and sending', async () => {
    batchId = await makeBatch('2025-09', [1, 2, 3])
    await toArrived(batchId)
    expect(await balances()).toEqual({
      special: 9_280_00,
      expenditure: 720_00,
      pooled: 9_280_00,
      treasury: 9_280_00,
    })
    const { fileId } = await send(batchId)
    expect((await balances()).expenditure).toBe(0)
    const { bytes } = await county.run(who.fund1, (ctx) => readFile(ctx.tx, fileId))
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    expect(text.split('\r\n')[0]).toMatch(/^批次号,\d{4}-\d{2}-\d{3},总笔数,3,总金额,720.00$/)
    expect(text.split('\r\n')[2]).toBe('1,测试1㙍,621700001,青禾农商行,240.00,养老金')
  })
  it('refuses a reply of another batch, with wrong totals, unknown lines, or a second time', async () => {
    const refused = async (change: (text: string) => string) =>
      bring(batchId, await reply(batchId, {}, change)).catch((thrown) => thrown.code)
    expect(await refused((x) => x.replace(/批次号,[^,]+/, '批次号,2025-08-001'))).toBe('batch.otherBatch')
    expect(await refused((x) => x.replace('总笔数,3', '总笔数,2'))).toBe('batch.returnTotals')
    expect(await refused((x) => x.replace('总金额,720.00', '总金额,720.01'))).toBe('batch.returnTotals')
    expect(await refused((x) => x.replace(/2,测试2㙍,621700002,240.00/, '2,测试2㙍,621700002,240.01'))).toBe(
      'batch.returnTotals',
    )
    expect(await refused((x) => x.replace('621700003', '621700009'))).toBe('batch.returnTotals')
    expect(await refused((x) => x.replace('240.00,成功', 'abc,成功'))).toBe('batch.badRow')
    expect(await refused(() => 'nothing')).toBe('batch.noHead')
    const imported = await bring(batchId, await reply(batchId, { 2: '户名不一致' }))
    expect(imported).toMatchObject({
      paid: 2,
      paidTotal: 480_00,
      failed: [{ line: 2, reason: 'nameMismatch' }],
    })
    expect(await refused((x) => x)).toBe('batch.returnTwice')
  })
  it('issues again only when the money is back and another person approved the card; once', async () => {
    const [failed] = await county.run(who.fund1, (ctx) =>
      store.readLines(ctx.tx, { batchId, statuses: ['failed'] }),
    )
    const lineId = failed?.id ?? 0
    const again = () => county.run(who.hr1, (ctx) => reissue(ctx, batchId, [lineId]))
    await expect(again()).rejects.toMatchObject({ code: 'batch.notBack' })
    const open = county.run(who.fund2, async (ctx) => reconcile(ctx, await input(ctx, batchId)))
    await expect(open).rejects.toMatchObject({ code: 'batch.stillOpen' })
    await act('fund1', batchId, 'moneyBack')
    expect((await balances()).expenditure).toBe(240_00)
    await expect(again()).rejects.toMatchObject({ code: 'batch.cardNotApproved' })
    const card = { cardName: '测试二', card: '62179999', bank: '青禾农商行' }
    await county.run(who.hr1, (ctx) => correctCard(ctx, lineId, card))
    await expect(county.run(who.hr1, (ctx) => approveCard(ctx, lineId))).rejects.toMatchObject({
      code: 'batch.cardSamePerson',
    })
    await county.run(who.hr2, (ctx) => approveCard(ctx, lineId))
    const made = await again()
    await expect(again()).rejects.toMatchObject({ code: 'batch.reissuedAlready' })
    await act('hr2', made.batchId, 'review')
    await act('fund2', made.batchId, 'check')
    await expect(act('finance2', made.batchId, 'appropriate')).rejects.toMatchObject({ code: 'batch.notNow' })
    await act('fund1', made.batchId, 'arrive')
    await send(made.batchId)
    expect((await balances()).expenditure).toBe(0)
    expect(await bring(made.batchId, await reply(made.batchId))).toMatchObject({
      paid: 1,
      paidTotal: 240_00,
      failed: [],
    })
  })
  it('reconciles and is archived', async () => {
    await expect(
      county.run(who.fund1, async (ctx) => reconcile(ctx, await input(ctx, batchId))),
    ).rejects.toMatchObject({ code: 'batch.samePerson' })
    await county.run(who.fund2, async (ctx) => reconcile(ctx, await input(ctx, batchId)))
    await act('fund1', batchId, 'archive')
    expect((await county.run(who.fund1, verifyChain)).faults).toEqual([])
  })
})

describe('four hands (GEN-13)', () => {
  it('refuses the same account where another is asked', async () => {
    const id = await makeBatch('2025-10', [1, 2, 4])
    const refused = (name: keyof typeof who, doing: BatchAct) =>
      act(name, id, doing).catch((thrown) => thrown.code)
    expect(await refused('hr1', 'review')).toBe('batch.samePerson')
    expect(await refused('finance2', 'appropriate')).toBe('batch.notNow')
    await act('hr2', id, 'review')
    expect(await refused('hr2', 'check')).toBe('batch.samePerson')
    await act('fund2', id, 'check')
    await act('fund1', id, 'request')
    for (const name of ['hr1', 'hr2', 'fund1', 'fund2'] as const)
      expect(await refused(name, 'audit')).toBe('batch.samePerson')
    await act('finance1', id, 'audit')
    for (const name of ['hr1', 'hr2', 'fund1', 'fund2', 'finance1'] as const)
      expect(await refused(name, 'appropriate')).toBe('batch.samePerson')
  })
  it('refuses other totals and an older version', async () => {
    const id = await makeBatch('2025-11', [1])
    const given = (ctx: Ctx, more: object) =>
      input(ctx, id).then((i) => actOnBatch(ctx, { ...i, ...more, act: 'review' }))
    await expect(county.run(who.hr2, (ctx) => given(ctx, { total: fen(1) }))).rejects.toMatchObject({
      code: 'batch.controlTotals',
    })
    await expect(county.run(who.hr2, (ctx) => given(ctx, { version: 99 }))).rejects.toMatchObject({
      code: 'batch.changed',
    })
  })
  it('a batch given back is checked anew, by anybody but its drafter', async () => {
    const id = await makeBatch('2025-12', [1])
    await act('hr2', id, 'review')
    await act('fund2', id, 'check')
    await act('finance1', id, 'giveBack')
    await act('fund2', id, 'review')
    expect(await act('hr2', id, 'check')).toMatchObject({ state: 'checked' })
  })
  it('says who does the next act', async () => {
    const id = await makeBatch('2024-12', [1])
    const clerk = county.actor({ verbs: ['batch.read'] })
    const [next] = await county.run(clerk, async (ctx) =>
      nextActs(ctx, (await store.readBatch(ctx.tx, id)) as store.BatchRow),
    )
    expect(next).toMatchObject({
      act: 'review',
      can: false,
      why: { zh: '由县人社局业务科办理，您可以看，不能办。' },
    })
  })
})

describe('the list', () => {
  it('LS-17, OF-05: 320 with 240 funded is refused, the other 80.00 belong to the rural fund', async () => {
    const refused = await county
      .run(who.hr1, async (ctx) => {
        const batchId = await openBatch(ctx, {
          fund,
          item: t('x', 'x'),
          series: 'x',
          period: '2025-09',
          source: 'x',
          purpose: 'benefit',
          payableId: 1,
        })
        const components = [
          { amount: fen(240_00) },
          { amount: fen(80_00), otherFund: t('农保基金', 'the rural insurance fund') },
        ]
        await addBatchLines(ctx, batchId, [
          {
            line: 1,
            area: '990101',
            subject: { register: 'p', id: 1 },
            name: '周桂枝',
            amount: fen(320_00),
            decisionId: null,
            payee: { idNumber: '', cardName: '', card: '', bank: '' },
            components,
          },
        ])
      })
      .catch((thrown) => thrown)
    expect(refused.code).toBe('batch.otherFund')
    expect(refused.text.zh).toContain('另 80.00 元属农保基金')
  })
  it('shows who is new, who stopped, whose amount changed', async () => {
    const [september, october] = await county.run(who.hr1, async (ctx) => [
      await store.findBatch(ctx.tx, 'test:2025-09'),
      await store.findBatch(ctx.tx, 'test:2025-10'),
    ])
    const rows = await county.run(who.hr1, (ctx) =>
      store.differences(ctx.tx, october?.id ?? 0, september?.id ?? 0),
    )
    expect(rows.map(({ kind, subjectId, before, now }) => ({ kind, subjectId, before, now }))).toEqual([
      { kind: 'new', subjectId: 4, before: null, now: 240_00 },
      { kind: 'stopped', subjectId: 3, before: 240_00, now: null },
    ])
  })
})
