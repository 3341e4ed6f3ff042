/** Statements, requests that are refused, what one area sees of a voucher of the county. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { day, fen, parseYuan, t } from '#kernel'
import {
  balance,
  fundsOf,
  ledgerOperations,
  openAccount,
  postVoucher,
  reverseVoucher,
  statement,
} from '#ledger'
import type { Ctx } from '#platform'
import { type TestCounty, testCounty } from '#test/database.ts'
import { charge, contribute, fund, openFor, project, village } from '../../src/ledger/ledger.fixture.ts'
import { requestMoney } from '../../src/ledger/request.ts'
import { funds as declared, protectionFund } from '../../src/systems/land-security/funds/index.ts'

let county: TestCounty
let account: number
const run = <T>(work: (ctx: Ctx) => Promise<T>, area?: string): Promise<T> =>
  county.run(county.actor({}, area), work)
beforeAll(async () => {
  county = await testCounty()
  await run((ctx) => contribute(ctx, 100_000_00, 'collective', '2019-01-01'))
  account = await run((ctx) => openFor(ctx, 1, 35_000_00, '2019-01-05'))
  const wrong = await run((ctx) => charge(ctx, account, fen(301_00), '2019-02-10'))
  await run((ctx) => reverseVoucher(ctx, wrong.voucherId, '金额记错', day('2019-02-11')))
  await run((ctx) => charge(ctx, account, fen(300_00), '2019-02-12'))
})
afterAll(() => county.close())

it('a statement runs: every entry with the balance after it, red ink included', async () => {
  const { lines, brought } = await run((ctx) => statement(ctx, account))
  expect(brought).toBe(0)
  expect(lines.map((line) => [line.day, line.amount, line.balance])).toEqual([
    ['2019-01-05', 35_000_00, 35_000_00],
    ['2019-02-10', 301_00, 34_699_00],
    ['2019-02-11', -301_00, 35_000_00],
    ['2019-02-12', 300_00, 34_700_00],
  ])
  expect(lines.at(-1)?.balance).toBe(await run((ctx) => balance(ctx, account)))
})

it('the latest entries are the end of the whole statement, in the order of posting', async () => {
  const whole = await run((ctx) => statement(ctx, account))
  const latest = await run((ctx) => statement(ctx, account, { limit: 2, latest: true }))
  expect(whole.lines.length).toBeGreaterThan(2)
  expect(latest.lines).toEqual(whole.lines.slice(-2))
  expect(latest.brought).toBe(whole.lines.at(-3)?.balance)
})

it('pages hand the balance on, and a day asks for what stood then', async () => {
  const first = await run((ctx) => statement(ctx, account, { limit: 2 }))
  const second = await run((ctx) => statement(ctx, account, { limit: 2, after: first.next ?? 0 }))
  expect([first.lines.length, second.lines.length, second.next, second.brought]).toEqual([
    2,
    2,
    null,
    34_699_00,
  ])
  expect(await run((ctx) => balance(ctx, account, day('2019-02-10')))).toBe(34_699_00)
})

it('a village reads its own account; the voucher over many villages is not its to see', async () => {
  const { lines } = await run((ctx) => statement(ctx, account), village)
  expect(lines).toHaveLength(4)
  expect(lines.every((line) => line.voucher === null)).toBe(true)
})

it('银行手续费, 工作经费, 借款 and anything else are refused in words, and the refusal is kept (LS-18, OF-05)', async () => {
  const ask = (purpose: string, words = '') =>
    run((ctx) =>
      requestMoney(ctx, { fund: protectionFund, purpose, purposeText: words, amount: parseYuan('30000') }),
    )
  expect((await ask('bankFee')).text.zh).toBe(
    '征地社保资金不能用于“银行手续费”，只用于：待遇、计息、转移接续、继承、退款。手续费由同级财政预算安排，不从基金列支。',
  )
  expect((await ask('workExpense')).refused).toBe(true)
  expect((await ask('loan')).text.zh).toContain('本资金不得出借、挪用、截留、挤占')
  expect((await ask('other', '村道维修')).text.zh).toContain('“村道维修”')
  expect((await ask('appropriation')).refused).toBe(true)
  expect((await ask('benefit')).refused).toBe(false)
  const get = ledgerOperations({ funds: fundsOf(declared), titles: async () => new Map() }).find(
    (op) => op.name === 'fund.get',
  )
  const page = (await county.call(county.actor(), get as never, { fund, year: '2019' })) as {
    refusals: { purposeText: string; amount: string }[]
    flows: unknown[]
  }
  expect(page.refusals.map((one) => one.purposeText)).toEqual([
    'appropriation',
    '村道维修',
    '借款',
    '工作经费',
    '银行手续费',
  ])
  expect(page.refusals[1]?.amount).toBe('30000.00')
  expect(page.flows).toEqual([{ period: '2019-01', income: '100000.00', expense: '0.00' }])
})

it('a transfer to another scheme and a refund by the channel that paid (LS-16, OF-05)', async () => {
  const special = await run((ctx) => openAccount(ctx, { fund, kind: 'special', area: '990101' }))
  const before = await run((ctx) => balance(ctx, special))
  await run((ctx) =>
    postVoucher(ctx, {
      fund,
      purpose: 'refund',
      day: day('2019-03-01'),
      text: t('退多缴', 'Refund'),
      source: 'test',
      lines: [
        { account: { kind: 'raised', part: 'collective', context: project }, debit: fen(5_00) },
        { account: { kind: 'special' }, credit: fen(5_00) },
      ],
    }),
  )
  await run((ctx) =>
    postVoucher(ctx, {
      fund,
      purpose: 'transfer',
      day: day('2019-03-02'),
      text: t('转出', 'Transfer'),
      source: 'test',
      lines: [
        { account: { id: account }, debit: fen(34_700_00) },
        { account: { kind: 'payable' }, credit: fen(34_700_00) },
      ],
    }),
  )
  expect(
    await run(async (ctx) => [before - (await balance(ctx, special)), await balance(ctx, account)]),
  ).toEqual([5_00, 0])
})
