/** Single vouchers of two lines, each in its own transaction. */
import { day, fen, t } from '#kernel'
import { postVoucher, verifyChain } from '#ledger'
import { account, endow, fund } from '#test/procedure/run.kit.ts'
import { asOwner, insertBare, lastKey, makeBare, rowsBehind } from './copies.ts'
import { beside, type Report } from './measure.ts'
import type { Place } from './place.ts'

const ACCOUNTS = 40
const plan = { warm: 20, runs: 150 }

export async function postingJob(place: Place, report: Report): Promise<void> {
  const county = await place.fresh()
  const pool = county.db.ownerPool
  const clerk = county.actor()
  await makeBare(pool, ['voucher', 'entry'])
  const accounts = await county.run(clerk, async (ctx) => {
    await endow(ctx, 1_000_000_00)
    const ids: number[] = []
    for (let n = 1; n <= ACCOUNTS; n++) ids.push(await account(ctx, n, 50_000_00))
    return ids
  })
  const before = { voucher: await lastKey(pool, 'voucher', 'id'), entry: await lastKey(pool, 'entry', 'id') }
  const post = (run: number) =>
    county.run(clerk, (ctx) =>
      postVoucher(ctx, {
        fund,
        purpose: 'benefit',
        day: day('2025-09-10'),
        text: t('养老金', 'Pension'),
        source: `bench:${run}`,
        lines: [
          { account: { id: accounts[run % ACCOUNTS] ?? 0 }, debit: fen(301_13) },
          { account: { kind: 'payable' }, credit: fen(301_13) },
        ],
      }),
    )
  await post(0)
  const [head] = await rowsBehind(pool, 'voucher', 'id', before.voucher)
  const lines = await rowsBehind(pool, 'entry', 'id', before.entry)
  const raw = (run: number) =>
    asOwner(pool, async (client) => {
      await insertBare(client, 'voucher', [{ ...head, id: 1e6 + run, serial: 1e6 + run }])
      await insertBare(
        client,
        'entry',
        lines.map((line, at) => ({ ...line, id: 1e6 + 2 * run + at, voucher_id: 1e6 + run })),
      )
    })
  const { times } = await beside(plan, { run: post }, { run: raw })
  report.line({
    job: 'posting: one voucher of two lines',
    ...times,
    against: 'the same three rows raw, owner',
  })
  report.note(`posting: ${Math.round(1000 / times.ours.median)} vouchers a second from one writer`)
  const { faults } = await county.run(clerk, verifyChain)
  if (faults.length > 0) report.wrong(`posting: the chain has ${faults.length} faults`)
}
