/** Whatever is posted, reversed or refused in whatever order: the book balances, nothing is negative, the chain holds. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { day, fen, isProblem, t } from '#kernel'
import type { Ctx } from '#platform'
import { type TestCounty, testCounty } from '#test/database.ts'
import {
  type AccountKind,
  accountKinds,
  type PurposeId,
  postVoucher,
  purposes,
  reverseVoucher,
  verifyChain,
} from './index.ts'
import { contribute, fund, openFor } from './ledger.fixture.ts'

let county: TestCounty
let individuals: number[]
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)
beforeAll(async () => {
  county = await testCounty()
  await run((ctx) => contribute(ctx, 1_000_00, 'collective', '2025-01-01'))
  individuals = await run(async (ctx) => [
    await openFor(ctx, 1, 100_00, '2025-01-01'),
    await openFor(ctx, 2, 100_00, '2025-01-01'),
  ])
})
afterAll(() => county.close())

const kind = fc.constantFrom(...(Object.keys(accountKinds) as AccountKind[]))
const purpose = fc.constantFrom(...(Object.keys(purposes) as PurposeId[]))
const amount = fc.integer({ min: -5, max: 60_00 })
const line = fc.record({ kind, side: fc.constantFrom('debit', 'credit'), amount, which: fc.nat(1) })
const step = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('any' as const),
      purpose,
      lines: fc.array(line, { maxLength: 5 }),
      month: fc.integer({ min: 1, max: 12 }),
    }),
  },
  // Mostly well-formed movements, so that many are posted: one debit and one credit that the purpose allows.
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('fit' as const),
      purpose,
      debit: fc.nat(9),
      credit: fc.nat(9),
      amount: fc.integer({ min: 1, max: 60_00 }),
      which: fc.nat(1),
      month: fc.integer({ min: 1, max: 12 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reverse' as const), which: fc.nat(200) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const accountOf = (of: AccountKind, which: number) =>
  of === 'individual' ? { id: individuals[which] ?? 0 } : { kind: of }

async function take(given: Step): Promise<'posted' | 'refused'> {
  try {
    await run((ctx) => perform(ctx, given))
    return 'posted'
  } catch (thrown) {
    if (isProblem(thrown)) return 'refused' // any refusal is fine; a crash of another kind is not
    throw thrown
  }
}

async function perform(ctx: Ctx, given: Step): Promise<unknown> {
  if (given.do === 'reverse') {
    const { rows } = await sql<{
      id: number
    }>`select id from voucher order by id offset ${given.which} limit 1`.execute(ctx.tx)
    return rows[0] ? reverseVoucher(ctx, rows[0].id, '试', day('2025-12-31')) : undefined
  }
  const head = {
    fund,
    purpose: given.purpose,
    day: day(`2025-${String(given.month).padStart(2, '0')}-11`),
    text: t('试', 'try'),
    source: 'property',
  }
  if (given.do === 'any')
    return postVoucher(ctx, {
      ...head,
      lines: given.lines.map((l) => ({ account: accountOf(l.kind, l.which), [l.side]: fen(l.amount) })),
    })
  const movement = purposes[given.purpose].agency
  if (!movement) return undefined
  const pick = (kinds: readonly AccountKind[], n: number) =>
    accountOf(kinds[n % kinds.length] as AccountKind, given.which)
  return postVoucher(ctx, {
    ...head,
    lines: [
      { account: pick(movement.debit, given.debit), debit: fen(given.amount) },
      { account: pick(movement.credit, given.credit), credit: fen(given.amount) },
    ],
  })
}

it('stays whole under random posts and reversals', { timeout: 120_000 }, async () => {
  let [posted, refused] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 60 }), async (steps) => {
      for (const one of steps) (await take(one)) === 'posted' ? posted++ : refused++
      const report = await run(verifyChain)
      expect(report.faults).toEqual([])
      const { rows } = await run((ctx) =>
        sql<{ least: number; debit: number; credit: number }>`
        select min(balance) as least, sum(balance) filter (where k.normal = 'D')::bigint as debit,
          sum(balance) filter (where k.normal = 'C')::bigint as credit
        from fund_account a join account_kind k using (kind)`.execute(ctx.tx),
      )
      expect(rows[0]?.least).toBeGreaterThanOrEqual(0)
      expect(rows[0]?.debit).toBe(rows[0]?.credit)
    }),
    { numRuns: 8, endOnFailure: true },
  )
  expect(posted).toBeGreaterThan(100)
  expect(refused).toBeGreaterThan(50)
})

it('many writers at once: numbers have no hole, the chain holds, nobody waits for ever', {
  timeout: 60_000,
}, async () => {
  const writers = Array.from({ length: 60 }, (_, i) =>
    run((ctx) => contribute(ctx, 100 + i, 'collective', `2025-0${1 + (i % 3)}-20`)),
  )
  const done = await Promise.allSettled(writers)
  expect(done.filter((one) => one.status === 'rejected')).toEqual([])
  const report = await run(verifyChain)
  expect(report.faults).toEqual([])
})
