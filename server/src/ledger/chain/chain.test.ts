/** The chain: one flipped byte is found, in the database and in an export. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day, fen, t } from '#kernel'
import type { Ctx } from '#platform'
import { type TestCounty, testCounty } from '#test/database.ts'
import { postVoucher, reverseVoucher } from '../index.ts'
import { contribute, fund, openFor } from '../ledger.fixture.ts'
import { exportChain, verifyExport } from './export.ts'
import { openPostingRun, sealPostingRun } from './posting-run-store.ts'
import { verifyChain } from './verify.ts'

let county: TestCounty
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)

beforeAll(async () => {
  county = await testCounty()
  await run(async (ctx) => {
    await contribute(ctx, 10_000_00)
    const { voucherId } = await contribute(ctx, 500_00)
    await openFor(ctx, 1, 700_00)
    await reverseVoucher(ctx, voucherId, '票据重复“引号”\\ "\t\n换行')
  })
  for (const part of [1, 2]) await run((ctx) => runVoucher(ctx, part))
  await run(async (ctx) => sealPostingRun(ctx, await openPostingRun(ctx, 'run:1')))
  await run((ctx) => contribute(ctx, 300_00))
})
afterAll(() => county.close())

async function runVoucher(ctx: Ctx, part: number): Promise<void> {
  await postVoucher(ctx, {
    fund,
    purpose: 'contribution',
    day: day('2025-09-01'),
    text: t(`第 ${part} 段`, `part ${part}`),
    source: 'run:1',
    runId: await openPostingRun(ctx, 'run:1'),
    lines: [
      { account: { kind: 'special' }, debit: fen(100) },
      { account: { kind: 'suspense' }, credit: fen(100) },
    ],
  })
}

async function exported(): Promise<string[]> {
  return run(async (ctx) => {
    const lines: string[] = []
    for await (const line of exportChain(ctx)) lines.push(line)
    return lines
  })
}

/** As the owner, with the triggers off: what an intruder with the server's own password could do. */
async function tamper(of: TestCounty, statement: string): Promise<void> {
  await of.db.owner.transaction().execute(async (tx) => {
    await sql
      .raw(
        `set local session_replication_role = replica; set local search_path = c990101, public; ${statement}`,
      )
      .execute(tx)
  })
}

describe('the chain', () => {
  it('holds, and a run is one link', async () => {
    const report = await run(verifyChain)
    expect(report.faults).toEqual([])
    expect(report).toMatchObject({ ok: true, open: 0, entries: 2 * report.vouchers })
    expect(report.links).toBe(report.vouchers - 1) // two vouchers of the run, one link
  })
  it('holds in an export, with the same head, without the database', async () => {
    const [inside, outside] = [await run(verifyChain), await verifyExport(await exported())]
    expect(outside.faults).toEqual([])
    expect(outside).toMatchObject({
      vouchers: inside.vouchers,
      entries: inside.entries,
      links: inside.links,
      head: inside.head,
    })
  })
  it('finds any one byte that was flipped in an export', async () => {
    const lines = await exported()
    const text = lines.join('')
    let [tried, found] = [0, 0]
    for (let at = 0; at < text.length; at += 3) {
      const flipped = text[at] === '0' ? '1' : '0'
      if (!/[0-9a-f]/.test(text[at] ?? '')) continue // keep it JSON: letters and digits of values and names
      const report = await verifyExport(
        `${text.slice(0, at)}${flipped}${text.slice(at + 1)}`.split('\n'),
      ).catch(() => ({ ok: false }))
      tried += 1
      if (!report.ok) found += 1
    }
    expect(tried).toBeGreaterThan(300)
    expect(found).toBe(tried)
  })
  it('refuses a voucher of a sealed run', async () => {
    await expect(run((ctx) => runVoucher(ctx, 3))).rejects.toMatchObject({
      details: { constraint: 'voucher_open_run' },
    })
  })
  it.each([
    [
      'an amount',
      'update entry set amount = amount + 1 where id = (select min(id) from entry)',
      '与记账时的指纹不符',
    ],
    [
      'a word',
      `update voucher set text_zh = text_zh || '。' where id = (select max(id) from voucher)`,
      '与记账时的指纹不符',
    ],
    [
      'whose account it is',
      `update fund_account set subject_id = 77 where kind = 'individual'`,
      '与记账时的指纹不符',
    ],
    [
      'a balance',
      `update fund_account set balance = balance + 1 where kind = 'special'`,
      '余额与分录合计不等',
    ],
    [
      'a removed voucher',
      'delete from entry where voucher_id = (select max(id) from voucher); delete from voucher where id = (select max(id) from voucher)',
      '被删过',
    ],
    ['a cut end', 'delete from chain_link where seq = (select max(seq) from chain_link)', '尾部被截过'],
    [
      'a removed voucher of a run',
      'delete from entry where voucher_id = (select min(id) from voucher where run_id is not null); delete from voucher where id = (select min(id) from voucher where run_id is not null)',
      '被删过',
    ],
  ])('finds %s changed in the database', async (_, statement, words) => {
    const other = await testCounty()
    try {
      await other.run(other.actor(), async (ctx) => {
        await contribute(ctx, 10_000_00)
        await openFor(ctx, 1, 700_00)
        await runVoucher(ctx, 1)
        await runVoucher(ctx, 2)
        await sealPostingRun(ctx, await openPostingRun(ctx, 'run:1'))
        await contribute(ctx, 500_00)
      })
      await tamper(other, statement)
      const report = await other.run(other.actor(), verifyChain)
      expect(report.ok).toBe(false)
      expect(report.faults.map((fault) => fault.text.zh).join('\n')).toContain(words)
    } finally {
      await other.close()
    }
  })
})
