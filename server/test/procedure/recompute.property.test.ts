/** Whatever becomes known late, in whatever order: after recomputing, every month of everybody is paid to the fen as the last facts say. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addMonths, type Day, day, firstOfMonth, month, monthOf } from '#kernel'
import { verifyChain } from '#ledger'
import type { Ctx } from '#platform'
import { type TestCounty, testCounty } from '#test/database.ts'
import {
  bookedFor,
  carriedOut,
  ground,
  learn,
  linesOf,
  pension,
  pensionAgain,
  proposed,
  type Someone,
  sentTo,
  somebody,
  standard,
} from './recompute.kit.ts'

const months = ['2025-01', '2025-02', '2025-03', '2025-04']
const PEOPLE = 10

type Facts = { born: Day | null; diedOn: Day | null }
type Value = { amount: number; from: string }

let county: TestCounty
let people: Someone[]
const facts: Facts[] = []
/** In the order of entry: the last that covers the day holds. */
const standards: Value[] = [{ amount: 24_000, from: '2024-01-01' }]
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)

/** The catalogue by hand: from the month of 60 (55) years through the month of death (LS-12); null: cannot be said. */
function dueBy({ born, diedOn }: Facts, sex: Someone['sex'], period: string): number | null {
  const first = firstOfMonth(month(period))
  if (diedOn !== null && monthOf(diedOn) < period) return 0
  if (born === null) return null
  if (firstOfMonth(addMonths(born, 12 * (sex === 'male' ? 60 : 55))) > first) return 0
  return standards.findLast(({ from }) => from <= first)?.amount ?? null
}

const born = (at: number) => `19${at % 2 === 0 ? 70 : 65}-0${1 + (at % 5)}-11`

beforeAll(async () => {
  county = await testCounty()
  people = await run(async (ctx) => {
    const take = await ground(ctx)
    const found: Someone[] = []
    for (let at = 0; at < PEOPLE; at++) {
      // Men have odd numbers. Some accounts are empty after a month or two, some lie far above.
      const given = { take, seq: 10 + at, born: born(at), own: at % 3 === 0 ? 300_00 : 900_00 }
      found.push(await somebody(ctx, given))
      facts.push({ born: day(given.born), diedOn: null })
    }
    return found
  })
  for (const period of months)
    await carriedOut(county, await proposed(county, county.actor(), { run: pension, period }))
}, 120_000)
afterAll(() => county.close())

const who = fc.nat(PEOPLE - 1)
const birth = fc.constantFrom(
  '1960-02-03',
  '1964-12-31',
  '1965-02-28',
  '1965-03-31',
  '1969-12-01',
  '1970-03-15',
  '1971-01-01',
)
const death = fc.constantFrom('2024-12-31', '2025-01-01', '2025-02-15', '2025-03-31')
const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('birth' as const), who, value: birth }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('death' as const), who, value: death }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('alive' as const), who, value: fc.constant('') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unknown' as const), who, value: fc.constant('') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('standard' as const),
      who: fc.integer({ min: 1, max: 40_000 }),
      value: fc.constantFrom('2025-01-01', '2025-02-01', '2025-03-15'),
    }),
  },
)
type Event = { kind: string; who: number; value: string }

async function happens({ kind, who: at, value }: Event): Promise<void> {
  if (kind === 'standard') {
    standards.push({ amount: at, from: value })
    await run((ctx) => standard(ctx, `${Math.floor(at / 100)}.${String(at % 100).padStart(2, '0')}`, value))
    return
  }
  const one = facts[at] as Facts
  if (kind === 'birth') one.born = day(value)
  if (kind === 'unknown') one.born = null
  if (kind === 'death') one.diedOn = day(value)
  if (kind === 'alive') one.diedOn = null
  const values = kind === 'death' || kind === 'alive' ? { diedOn: one.diedOn } : { birthDate: one.born }
  await run((ctx) => learn(ctx, (people[at] as Someone).person, values))
}

/** Vouchers, entries, decisions and paid lines, as text; what is added later does not change them. */
async function written(upTo: { voucher: number; decision: number }): Promise<string> {
  const { rows } = await run((ctx) =>
    sql<{ all: string }>`
      select md5(concat(
        (select string_agg(v::text, ';' order by v.id) from voucher v where id <= ${upTo.voucher}),
        (select string_agg(e::text, ';' order by e.id) from entry e where voucher_id <= ${upTo.voucher}),
        (select string_agg(d::text, ';' order by d.id) from decision d where id <= ${upTo.decision}),
        (select string_agg(l::text, ';' order by run_id, line) from run_line l))) as all`.execute(ctx.tx),
  )
  return rows[0]?.all ?? ''
}

async function lastIds(): Promise<{ voucher: number; decision: number }> {
  const { rows } = await run((ctx) =>
    sql<{ voucher: number; decision: number }>`
      select (select max(id) from voucher) as voucher, (select max(id) from decision) as decision`.execute(
      ctx.tx,
    ),
  )
  return rows[0] as { voucher: number; decision: number }
}

let round = 0

it('the sum of paid and differences is what the last facts give, for every person and month; nothing is edited', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 7 }),
      async (events, chunk) => {
        for (const one of events) await happens(one)
        const before = await lastIds()
        const was = await written(before)
        const row = await proposed(county, county.actor(), { run: pensionAgain, period: `第 ${++round} 次` })
        await carriedOut(county, row, chunk)
        expect(await written(before)).toBe(was)
        await allPaidAsDue(row.id)
        const again = await proposed(county, county.actor(), { run: pensionAgain, period: `又 ${round} 次` })
        expect(again.count).toBe(0)
      },
    ),
    { numRuns: 15, seed: 20251127 },
  )
}, 120_000)

/** Months that a fact keeps open are on the list as held, and are paid as they were. */
async function allPaidAsDue(runId: number): Promise<void> {
  const held = (await linesOf(county, runId)).filter(({ status }) => status === 'held')
  const [booked, sent] = [await bookedFor(county), await sentTo(county)]
  for (const [at, one] of people.entries()) {
    const fact = facts[at] as Facts
    let open = 0
    let due = 0
    for (const period of months) {
      const expected = dueBy(fact, one.sex, period)
      const line = held.find((row) => row.subjectId === one.listed && row.period === period)
      if (line) expect(fact.diedOn !== null || expected === null).toBe(true)
      if (line && line.due !== null) open += line.due - line.paid
      if (expected === null) due += line?.paid ?? 0
      else due += expected
    }
    expect((booked.get(one.listed) ?? 0) + open).toBe(due)
    expect(sent.get(one.listed) ?? 0).toBe(booked.get(one.listed) ?? 0)
  }
}

it('the book is whole, balanced and never below zero', async () => {
  expect((await run(verifyChain)).faults).toEqual([])
  const { rows } = await run((ctx) =>
    sql<{ off: number }>`
      select sum(case when side = 'D' then amount else -amount end)::bigint as off from entry
      union all select count(*) from fund_account where balance < 0`.execute(ctx.tx),
  )
  expect(rows.map(({ off }) => Number(off))).toEqual([0, 0])
})

it('the rounds met every way: topped up, claimed back, set against a claim, held, borne by account and pool', async () => {
  const { rows } = await run((ctx) =>
    sql<Record<string, number>>`
      select count(*) filter (where direction = 'topUp' and status = 'posted' and set_off = 0) as topped,
        count(*) filter (where direction = 'recovery' and status = 'posted') as claimed,
        count(*) filter (where set_off = amount) as against, count(*) filter (where set_off > 0 and set_off < amount) as partly, count(*) filter (where status = 'held' and due is null) as open,
        count(*) filter (where status = 'held' and direction = 'topUp') as dead,
        count(*) filter (where own > 0 and pool > 0) as both from recompute_line`.execute(ctx.tx),
  )
  for (const [way, count] of Object.entries(rows[0] ?? {}))
    expect([way, Number(count) > 0]).toEqual([way, true])
})
