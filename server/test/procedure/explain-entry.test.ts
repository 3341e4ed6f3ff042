/** Every credit of interest explains itself to the fen; so does a payment, and what was not computed says so (LS-11, OF-06, OF-07). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day, fen, mulDivRound, t, yuanText } from '#kernel'
import { postVoucher, reverseVoucher, statement } from '#ledger'
import type { Ctx } from '#platform'
import { type TestCounty, testCounty } from '#test/database.ts'
import { explainEntry } from '../../src/procedure/explain-entry/entry.ts'
import { entryText } from '../../src/procedure/explain-entry/text.ts'
import { makeProof } from '../../src/procedure/proof/make.ts'
import { verifyProof } from '../../src/procedure/proof/verify.ts'
import { accounts, interestEntry, policy, ratesAndMoney, room, yearly } from './explain.kit.ts'
import { account, doRun, fund, walkers } from './run.kit.ts'

const methods = ['daily', 'monthly', 'yearEnd'] as const

let county: TestCounty
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)

beforeAll(async () => {
  county = await testCounty()
  await run(ratesAndMoney)
})
afterAll(() => county.close())

describe('interest', () => {
  it.each(methods)(
    'by %s: each credit is what the pinned rule gives over what stood in the account',
    async (method) => {
      const year = 2019 + methods.indexOf(method)
      const ids = await run((ctx) => accounts(ctx, year, 1 + 10 * methods.indexOf(method)))
      await doRun(county, walkers(county, { ...yearly, method }), { run: yearly.id, period: String(year) })
      for (const id of ids) {
        const entry = await interestEntry(county, id, year)
        expect(entry.decisionId).toEqual(expect.any(Number))
        const why = await run((ctx) => explainEntry(policy, ctx, entry.entryId))
        expect(why).toMatchObject({
          basis: 'interest',
          reproduced: true,
          factsChanged: false,
          booked: yuanText(entry.amount),
          recomputed: yuanText(entry.amount),
          difference: '0.00',
        })
        expect(why.reasons.map((one) => one.policy)).toEqual([
          'land-security.interest',
          'land-security.account-interest',
        ])
      }
    },
  )

  it('goes down to the clause of the rate and its parameter, in both languages', async () => {
    const id = await run((ctx) => account(ctx, 90, 35_000_00, '2021-12-31'))
    await doRun(county, walkers(county, { ...yearly, method: 'yearEnd' }), { run: yearly.id, period: '2022' })
    const entry = await interestEntry(county, id, 2022)
    // 35,000.00 x 1.37 %
    expect(entry.amount).toBe(mulDivRound(35_000_00, 137, 10_000, 'half-up'))
    const why = await run((ctx) => explainEntry(policy, ctx, entry.entryId))
    const [zh, en] = (['zh', 'en'] as const).map((locale) => entryText(why, locale))
    expect(zh).toContain('当年利息　479.50 元')
    expect(zh).toContain('一年期存款利率　1.37%')
    expect(zh).toContain('青人社〔2015〕1 号 第一条')
    expect(zh).toContain('[《就业核查方案》篇一 三·第一（二）1]')
    expect(zh).toContain('重算 479.50 元，记账 479.50 元，相差 0.00 元。')
    expect(en).toContain('One-year deposit rate  1.37%')
    expect(en).toContain('Recomputed 479.50 yuan, booked 479.50 yuan')
  })

  it('says so when the facts behind a credit are others, and explains a red entry by what it takes back', async () => {
    const [id = 0] = await run((ctx) => accounts(ctx, 2023, 100))
    await doRun(county, walkers(county, yearly), { run: yearly.id, period: '2023' })
    const entry = await interestEntry(county, id, 2023)
    const red = await run((ctx) => reverseVoucher(ctx, entry.voucherId, '利率有误'))
    const { lines } = await run((ctx) => statement(ctx, id))
    const back = lines.find((one) => one.voucherId === red.voucherId)
    const why = await run((ctx) => explainEntry(policy, ctx, back?.entryId ?? 0))
    expect(why).toMatchObject({ basis: 'interest', reproduced: true, entry: { reverses: entry.entryId } })
    expect(verifyProof(Buffer.from(await run((ctx) => makeProof(room, ctx, back?.entryId ?? 0)))).ok).toBe(
      true,
    )
    const { db } = county
    await db.ownerPool.query(
      `set search_path = c990101, public; set session_replication_role = replica;
       update entry set day = '2023-03-01' where account_id = ${id} and day = '2022-12-31';
       set session_replication_role = default; reset search_path`,
    )
    const other = await run((ctx) => explainEntry(policy, ctx, entry.entryId))
    expect(other).toMatchObject({ reproduced: false })
    expect(other.difference).not.toBe('0.00')
  })
})

describe('other entries', () => {
  const reason = async (entryId: number) => ({
    why: await run((ctx) => explainEntry(policy, ctx, entryId)),
    proof: verifyProof(Buffer.from(await run((ctx) => makeProof(room, ctx, entryId)))),
  })

  it('an arrival rests on its document', async () => {
    const { lines } = await run(async (ctx) =>
      statement(ctx, await account(ctx, 200, 1_000_00, '2024-01-02')),
    )
    const { why, proof } = await reason(lines[0]?.entryId ?? 0)
    expect(why).toMatchObject({ basis: 'document', reproduced: true, recomputed: null, reasons: [] })
    expect(proof.ok).toBe(true)
  })

  it('a payment from two accounts is one sum of one decision; the side of what is owed is their sum', async () => {
    const paid = await run(async (ctx) => {
      const id = await account(ctx, 201, 100_00, '2024-01-02')
      const decided = await policy.decideFacts(ctx, {
        policy: 'land-security.account-interest',
        facts: {
          spans: [{ from: '2024-01-01', balance: '24000.00', units: 1 }],
          rate: '1',
          creditedOn: '2024-12-31',
        },
        subject: { register: 'run', id: 1 },
      })
      const of = { subject: { register: 'protectedPerson', id: 201 }, decisionId: decided.decisionId }
      const { voucherId } = await postVoucher(ctx, {
        fund,
        purpose: 'benefit',
        day: day('2024-02-10'),
        text: t('养老金', 'Pension'),
        source: 'test',
        lines: [
          { ...of, account: { id }, debit: fen(100_00) },
          { ...of, account: { kind: 'pooled' }, debit: fen(140_00) },
          { account: { kind: 'payable' }, credit: fen(240_00) },
        ],
      })
      return voucherId
    })
    const { rows } = await county.db.ownerPool.query(
      'select id, amount, side from c990101.entry where voucher_id = $1 order by id',
      [paid],
    )
    const [own, pool, owed] = await Promise.all(rows.map(({ id }) => reason(Number(id))))
    for (const one of [own, pool]) {
      expect(one?.why).toMatchObject({
        basis: 'decision',
        booked: '240.00',
        recomputed: '240.00',
        reproduced: true,
      })
      expect(one?.proof.ok).toBe(true)
    }
    expect(own?.why.entry.amount).toBe('100.00')
    expect(owed?.why.basis).toBe('sum')
  })
})
