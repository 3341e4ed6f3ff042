/** For tests of payment batches: a county with money in both books, its six hands, and the calls that walk a batch. */
import { day, fen, t } from '#kernel'
import { balance, openAccount, postVoucher } from '#ledger'
import type { Actor, Ctx } from '#platform'
import { testCounty } from '#test/database.ts'
import { actOnBatch } from '../../src/ledger/batch/act.ts'
import { importReturn, sendBatch } from '../../src/ledger/batch/bank.ts'
import { addBatchLines, finishFilling, openBatch } from '../../src/ledger/batch/fill.ts'
import type { BatchAct } from '../../src/ledger/batch/states.ts'
import * as store from '../../src/ledger/batch/store.ts'

export const fund = 'land-security.protection'
const hands = ['hr1', 'hr2', 'fund1', 'fund2', 'finance1', 'finance2'] as const
export type Hand = (typeof hands)[number]
export type PaymentWalk = Awaited<ReturnType<typeof paymentWalk>>

/** Opens the county; close it in `afterAll`. */
export async function paymentWalk() {
  const county = await testCounty()
  const who = Object.fromEntries(
    hands.map((name) => [name, county.actor({}, undefined, { name })]),
  ) as Record<Hand, Actor>
  const as = <T>(name: Hand, work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(who[name], work)
  const act = (name: Hand, batchId: number, doing: BatchAct) =>
    as(name, async (ctx) => actOnBatch(ctx, { ...(await controlTotals(ctx, batchId)), act: doing }))
  await as('fund1', endow)
  return {
    county,
    as,
    act,
    close: () => county.close(),
    makeBatch: (period: string, persons: readonly number[]) =>
      as('hr1', (ctx) => makeBatch(ctx, period, persons)),
    toArrived: (batchId: number) => toArrived(act, batchId),
    send: (batchId: number) =>
      as('fund1', async (ctx) => sendBatch(ctx, await controlTotals(ctx, batchId), 'csv-gb18030')),
    bring: (batchId: number, file: string) =>
      as('fund1', async (ctx) =>
        importReturn(ctx, await controlTotals(ctx, batchId), Buffer.from(file, 'utf8')),
      ),
    reply: async (
      batchId: number,
      fails: Record<number, string> = {},
      change: (text: string) => string = (x) => x,
    ) => change(await as('fund1', (ctx) => replyOfBank(ctx, batchId, fails))),
    balances: () => as('fund1', balances),
  }
}

/** What whoever acts on the batch confirms that he saw. */
export async function controlTotals(ctx: Ctx, batchId: number) {
  const batch = await store.readBatch(ctx.tx, batchId)
  return { batchId, version: batch?.version ?? 0, count: batch?.count ?? 0, total: fen(batch?.total ?? 0) }
}

async function endow(ctx: Ctx): Promise<void> {
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
}

/** A batch of one month for so many persons at 240, with 80 of the rural insurance shown beside; drafted by `ctx`. */
async function makeBatch(ctx: Ctx, period: string, persons: readonly number[]): Promise<number> {
  const payableId = await payable(ctx, period, 240_00 * persons.length)
  const batchId = await openBatch(ctx, {
    fund,
    item: t('养老金', 'Pension'),
    series: 'pension',
    period,
    source: `test:${period}`,
    purpose: 'benefit',
    payableId,
  })
  await addBatchLines(ctx, batchId, persons.map(lineOf))
  await finishFilling(ctx, batchId, { id: ctx.actor.accountId, name: ctx.actor.name, office: '' })
  return batchId
}

async function payable(ctx: Ctx, period: string, total: number): Promise<number> {
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
      { account: { kind: 'pooled' }, debit: fen(total) },
      { account: { id: payableId }, credit: fen(total) },
    ],
  })
  return payableId
}

function lineOf(id: number, index: number) {
  return {
    line: index + 1,
    area: '990101103201',
    subject: { register: 'protectedPerson', id },
    name: `测试${id}`,
    amount: fen(240_00),
    decisionId: null,
    payee: { idNumber: '', cardName: `测试${id}㙍`, card: `62170000${id}`, bank: '青禾农商行' },
    components: [
      { amount: fen(240_00) },
      { amount: fen(80_00), otherFund: t('农保基金', 'the rural insurance fund') },
    ],
  }
}

async function toArrived(
  act: (name: Hand, batchId: number, doing: BatchAct) => Promise<unknown>,
  batchId: number,
): Promise<void> {
  await act('hr2', batchId, 'review')
  await act('fund2', batchId, 'check')
  await act('fund1', batchId, 'request')
  await act('finance1', batchId, 'audit')
  await act('finance2', batchId, 'appropriate')
  await act('fund1', batchId, 'arrive')
}

async function replyOfBank(ctx: Ctx, batchId: number, fails: Record<number, string>): Promise<string> {
  const batch = await store.readBatch(ctx.tx, batchId)
  const lines = await store.readLines(ctx.tx, { batchId })
  const rows = lines.map(
    (l) =>
      `${l.line},${l.cardName},${l.card},${(l.amount / 100).toFixed(2)},${fails[l.line] ? '失败' : '成功'},${fails[l.line] ?? ''},B${l.id}`,
  )
  const total = (Number(batch?.total) / 100).toFixed(2)
  return [
    `批次号,${batch?.number},总笔数,${batch?.count},总金额,${total}`,
    '序号,户名,账号,金额,结果,原因,流水号',
    ...rows,
  ].join('\n')
}

async function balances(ctx: Ctx) {
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
}
