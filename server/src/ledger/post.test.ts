/** Posting and its refusals, by the room's own door and by raw SQL as the application. */

import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day, fen, isProblem, t } from '#kernel'
import type { Ctx } from '#platform'
import { type TestCounty, testCounty } from '#test/database.ts'
import { balance, getAccount, openAccount, postVoucher, reverseVoucher } from './index.ts'
import { charge, contribute, fund, openFor, village } from './ledger.fixture.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)

async function refusal(work: Promise<unknown>): Promise<{ code: string; zh: string }> {
  try {
    await work
  } catch (thrown) {
    if (isProblem(thrown)) return { code: thrown.code, zh: thrown.text.zh }
    throw thrown
  }
  throw new Error('it was not refused')
}

describe('a voucher', () => {
  it('moves the balances and takes the next number of book and month (OF-11)', async () => {
    const first = await run((ctx) => contribute(ctx, 2_500_000_00))
    const second = await run((ctx) => contribute(ctx, 100_00))
    const other = await run((ctx) => contribute(ctx, 100_00, 'collective', '2025-09-01'))
    expect([first.number, second.number, other.number]).toEqual(['记-0001', '记-0002', '记-0001'])
    const special = await run((ctx) => openAccount(ctx, { fund, kind: 'special', area: '990101' }))
    expect(await run((ctx) => balance(ctx, special))).toBe(250_020_000)
    expect(await run((ctx) => balance(ctx, special, day('2025-08-31')))).toBe(250_010_000)
  })

  it('does not balance, has an empty line or a stray purpose: refused with the reason', async () => {
    const draft = {
      fund,
      purpose: 'benefit' as const,
      day: day('2025-09-01'),
      text: t('x', 'x'),
      source: 'test',
      lines: [
        { account: { kind: 'pooled' as const }, debit: fen(2) },
        { account: { kind: 'payable' as const }, credit: fen(1) },
      ],
    }
    expect((await refusal(run((ctx) => postVoucher(ctx, draft)))).code).toBe('ledger.unbalanced')
    const empty = {
      ...draft,
      lines: [{ account: { kind: 'pooled' as const } }, { account: { kind: 'payable' as const } }],
    }
    expect((await refusal(run((ctx) => postVoucher(ctx, empty)))).code).toBe('ledger.emptyLine')
  })

  it('never makes a balance negative, and says how much is there (LS-18)', async () => {
    const account = await run((ctx) => openFor(ctx, 900, 1_204_00))
    const refused = await refusal(run((ctx) => charge(ctx, account, fen(3_600_00))))
    expect(refused).toEqual({
      code: 'ledger.overdrawn',
      zh: '测试900：余额 1,204.00 元，付不出 3,600.00 元。没有记账。',
    })
    expect(await run((ctx) => balance(ctx, account))).toBe(1_204_00)
  })

  it('is corrected by a red voucher only, once', async () => {
    const account = await run((ctx) => openFor(ctx, 901, 500_00))
    const posted = await run((ctx) => charge(ctx, account, fen(300_00)))
    const red = await run((ctx) => reverseVoucher(ctx, posted.voucherId, '金额记错'))
    expect(await run((ctx) => balance(ctx, account))).toBe(500_00)
    expect((await refusal(run((ctx) => reverseVoucher(ctx, posted.voucherId, '再来')))).code).toBe(
      'ledger.reversedAlready',
    )
    expect((await refusal(run((ctx) => reverseVoucher(ctx, red.voucherId, '再来')))).code).toBe(
      'ledger.reversalOfReversal',
    )
  })

  it('is not reversed when its money has gone on', async () => {
    const opened = await run(async (ctx) => {
      const account = await openFor(ctx, 902, 100_00)
      await charge(ctx, account, fen(100_00))
      return account
    })
    const { voucherId } = (
      await run((ctx) =>
        sql<{
          voucherId: number
        }>`select voucher_id from entry where account_id = ${opened} order by id limit 1`.execute(ctx.tx),
      )
    ).rows[0] as { voucherId: number }
    expect((await refusal(run((ctx) => reverseVoucher(ctx, voucherId, '开错')))).code).toBe(
      'ledger.overdrawn',
    )
  })
})

/** What somebody with the application's own database role might try. */
describe('PostgreSQL itself refuses, in raw SQL as xiangce_app', () => {
  const execute = (statement: RawBuilder<unknown>, area?: string) =>
    county.run(county.actor({}, area), (ctx) => statement.execute(ctx.tx))
  const head = (purpose: string, on = '2025-10-01', more = '') => `
    with v as (insert into voucher (area, fund, book_entity, period, serial, day, purpose, text_zh, text_en, source, prepared_by, prepared_name, created_at${more ? ', reverses' : ''})
      select '990101', '${fund}', 'agency', to_char('${on}'::date, 'YYYY-MM'), coalesce(max(serial), 0) + 1, '${on}', '${purpose}', 'x', 'x', 'x', 1, 'x', now()${more}
      from voucher where fund = '${fund}' and book_entity = 'agency' and period = to_char('${on}'::date, 'YYYY-MM') returning id, day, purpose)`
  const account = (kind: string) =>
    `(select id from fund_account where fund = '${fund}' and book_entity = 'agency' and kind = '${kind}' order by id limit 1)`
  const lines = (...rows: [kind: string, side: string, amount: number][]) => `
    insert into entry (year, area, voucher_id, account_id, side, amount, day, purpose)
    select extract(year from v.day)::int, a.area, v.id, a.id, l.side, l.amount, v.day, v.purpose from v,
      (values ${rows.map(([kind, side, amount]) => `(${account(kind)}, '${side}', ${amount})`).join(', ')}) l(account, side, amount)
      join fund_account a on a.id = l.account`
  const attempt = (text: string) => refusal(execute(sql.raw(text)))

  beforeAll(() =>
    run(async (ctx) => {
      for (const kind of ['special', 'expenditure', 'pooled', 'payable', 'suspense', 'interest'] as const)
        await openAccount(ctx, { fund, kind, area: '990101' })
      await contribute(ctx, 1_000_00)
    }),
  )

  it('a balanced voucher passes, so that the refusals below mean something', async () => {
    await execute(
      sql.raw(
        head('deposit').replace(/deposit/g, 'appropriation') +
          lines(['expenditure', 'D', 5], ['special', 'C', 5]),
      ),
    )
  })
  it('an unbalanced voucher', async () => {
    expect(
      (await attempt(head('appropriation') + lines(['expenditure', 'D', 5], ['special', 'C', 4]))).code,
    ).toBe('ledger.unbalanced')
  })
  it('a voucher without entries', async () => {
    expect((await attempt(`${head('appropriation')} select 1 from v`)).code).toBe('ledger.unbalanced')
  })
  it('a purpose that the fund does not have', async () => {
    for (const purpose of ['bankFee', 'loan', 'workExpense', '村道维修'])
      expect((await attempt(head(purpose) + lines(['pooled', 'D', 5], ['expenditure', 'C', 5]))).code).toBe(
        'ledger.movementRefused',
      )
  })
  it('a purpose that may not touch the account', async () => {
    expect((await attempt(head('benefit') + lines(['suspense', 'D', 5], ['special', 'C', 5]))).code).toBe(
      'ledger.movementRefused',
    )
  })
  it('a negative balance', async () => {
    expect(
      (await attempt(head('benefit') + lines(['pooled', 'D', 99_999_999], ['payable', 'C', 99_999_999])))
        .code,
    ).toBe('ledger.overdrawn')
  })
  it('red ink outside a reversal, and a reversal that does not mirror', async () => {
    expect(
      (await attempt(head('appropriation') + lines(['expenditure', 'D', -5], ['special', 'C', -5]))).code,
    ).toBe('ledger.emptyLine')
    const first = `, (select min(id) from voucher where fund = '${fund}' and purpose = 'contribution')`
    const mirrored = await attempt(
      head('contribution', '2025-10-01', first) + lines(['special', 'D', -5], ['suspense', 'C', -5]),
    )
    expect(mirrored.code).toBe('ledger.overdrawn')
    await execute(sql.raw(head('contribution') + lines(['special', 'D', 7], ['suspense', 'C', 7])))
    const stray = await attempt(
      head('contribution', '2025-10-01', first) + lines(['special', 'D', -5], ['suspense', 'C', -5]),
    )
    expect(stray).toMatchObject({ code: 'platform.refused', zh: expect.stringContaining('voucher_mirrors') })
  })
  it('change and removal of what is posted, and of balances', async () => {
    expect((await attempt('update entry set amount = amount + 1')).code).toBe('platform.outOfScope')
    expect((await attempt('delete from entry')).code).toBe('platform.outOfScope')
    expect((await attempt(`update voucher set text_zh = '改'`)).code).toBe('platform.outOfScope')
    expect((await attempt('update fund_account set balance = balance + 1')).code).toBe('platform.outOfScope')
    expect((await attempt('delete from voucher_digest')).code).toBe('platform.outOfScope')
    expect(
      (await attempt(`insert into posting_rule values ('${fund}', 'agency', 'loan', 'pooled', 'D')`)).code,
    ).toBe('platform.outOfScope')
    expect((await attempt('alter table entry disable trigger all')).code).toBe('platform.outOfScope')
  })
  it('change by the owner of the tables', async () => {
    const owner = sql`update c990101.entry set amount = amount + 1`.execute(county.db.owner)
    await expect(owner).rejects.toMatchObject({ constraint: 'append_only' })
  })
  it('a further entry on a posted voucher', async () => {
    const old = `with v as (select id, day, purpose from voucher where purpose = 'appropriation' limit 1)`
    expect((await attempt(old + lines(['expenditure', 'D', 5], ['special', 'C', 5]))).code).toBe(
      'ledger.closedVoucher',
    )
  })
  it('an entry that belies its voucher or its account', async () => {
    const text = head('appropriation') + lines(['expenditure', 'D', 5], ['special', 'C', 5])
    for (const wrong of [
      text.replace('v.day, v.purpose from', `date '2025-10-02', v.purpose from`),
      text.replace('a.area, v.id', `'990101103201', v.id`),
    ])
      expect(await attempt(wrong)).toMatchObject({
        code: 'platform.refused',
        zh: expect.stringContaining('entry_of_its_voucher'),
      })
  })
  it('a hole in the numbers, a false period', async () => {
    const hole = head('appropriation').replace('coalesce(max(serial), 0) + 1', 'coalesce(max(serial), 0) + 2')
    expect((await attempt(hole + lines(['expenditure', 'D', 5], ['special', 'C', 5]))).zh).toContain(
      'voucher_without_hole',
    )
    const false_ = head('appropriation').replace(`to_char('2025-10-01'::date, 'YYYY-MM'),`, `'2025-11',`)
    expect((await attempt(false_ + lines(['expenditure', 'D', 5], ['special', 'C', 5]))).zh).toMatch(
      /voucher_(period_of_day|without_hole)/,
    )
  })
  it('a voucher in a closed month (OF-11)', async () => {
    await execute(
      sql.raw(
        `insert into ledger_month values ('${fund}', 'agency', '2024-12', 'closed', null, 1, 2, now())`,
      ),
    )
    expect(
      (
        await attempt(
          head('appropriation', '2024-12-31') + lines(['expenditure', 'D', 5], ['special', 'C', 5]),
        )
      ).code,
    ).toBe('ledger.monthClosed')
    expect(
      (
        await attempt(
          `insert into ledger_month values ('${fund}', 'agency', '2024-11', 'closed', null, 1, 1, now())`,
        )
      ).zh,
    ).toContain('ledger_month_two_persons')
  })
  it('reading or posting outside the own area', async () => {
    const account = await run((ctx) => openFor(ctx, 950, 100_00))
    const elsewhere = county.actor({}, '990101104')
    await expect(county.run(elsewhere, (ctx) => getAccount(ctx, account))).rejects.toMatchObject({
      code: 'ledger.notFound',
    })
    expect(
      await county.run(county.actor({}, village), async (ctx) => (await getAccount(ctx, account)).balance),
    ).toBe(100_00)
  })
})
