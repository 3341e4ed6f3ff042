/** For tests of reasons: the policies of land security, their rates, accounts that move within a year, a yearly run. */
import { cite, day, fen, t } from '#kernel'
import { postVoucher, statement } from '#ledger'
import type { Ctx } from '#platform'
import { openPolicyRoom } from '#policy'
import type { TestCounty } from '#test/database.ts'
import type { InterestRun } from '../../src/procedure/run-define.ts'
import { landSecurity } from '../../src/systems/land-security/index.ts'
import { interestRun } from '../../src/systems/land-security/runs/interest.ts'
import { account, endow, fund } from './run.kit.ts'

export const policy = openPolicyRoom({
  policies: landSecurity.policies ?? [],
  bindings: [],
  source: { read: async () => undefined },
})
export const room = { policy, procedures: [] }
/** The run reads no register. */
export const yearly = interestRun({ policy, registers: undefined as never }) as InterestRun

/** Money, and the county's rates: 1.2 % and 1.37 %. */
export async function ratesAndMoney(ctx: Ctx): Promise<void> {
  await endow(ctx, 1_000_000_00)
  const rates = { actualReturn: '1.2', depositRate: '1.37' }
  for (const [key, value] of Object.entries(rates))
    await policy.setParameter(ctx, {
      policy: 'land-security.interest',
      key,
      value,
      from: '2015-01-01',
      citation: cite('青人社〔2015〕1 号', '第一条'),
      source: 'test',
    })
}

/** Accounts that open and pay at uneven days of the year. */
export async function accounts(ctx: Ctx, year: number, first: number): Promise<number[]> {
  const ids: number[] = []
  for (let n = first; n < first + 8; n++) {
    const opened = n % 3 === 0 ? `${year}-0${1 + (n % 8)}-11` : `${year - 1}-12-31`
    const id = await account(ctx, n, 35_000_00 + 7_77 * n, opened)
    for (const on of [`${year}-09-10`, `${year}-11-30`, `${year}-12-31`])
      await postVoucher(ctx, {
        fund,
        purpose: 'benefit',
        day: day(on),
        text: t('养老金', 'Pension'),
        source: 'test',
        lines: [
          { account: { id }, debit: fen(301_13) },
          { account: { kind: 'payable' }, credit: fen(301_13) },
        ],
      })
    ids.push(id)
  }
  return ids
}

export async function interestEntry(county: TestCounty, accountId: number, year: number) {
  const { lines } = await county.run(county.actor(), (ctx) => statement(ctx, accountId))
  const found = lines.find((one) => one.purpose === 'interest' && one.day === `${year}-12-31`)
  if (!found) throw new Error(`no interest of ${year} in account ${accountId}`)
  return found
}
