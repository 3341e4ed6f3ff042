/** A small county tried by hand: what is said of it, who is behind each figure, and what a plan makes hold. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { choose, fact, money, months, monthsBetween, onlyIf } from '#expression'
import { cite, parseYuan, t } from '#kernel'
import type { Actor, AnyOperation, Ctx } from '#platform'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { dayOfDecision, defineBinding, from } from '../binding.ts'
import { definePolicy } from '../define.ts'
import { policyOperations } from '../operations.ts'
import { dated } from '../parameter.ts'
import type { FactSource } from '../port.ts'
import { openPolicyRoom } from '../room.ts'
import type { Changed } from './changed.ts'
import type { Simulation } from './laboratory.ts'

const clause = cite('劳务办法', '第四部分（二）')
const since = '2020-01-01'

/** 400 in the county, 1,000 beyond the province, after three months of work. */
const grant = definePolicy({
  id: 'test.grant',
  label: t('转移就业补助', 'Grant'),
  source: clause,
  effective: { from: since },
  facts: {
    near: fact.boolean({ label: t('县内', 'In the county') }),
    began: fact.day({ label: t('就业起始日', 'First day of work') }),
    claimed: fact.day({ label: t('申领日', 'Day of the claim') }),
  },
  parameters: {
    least: dated(months(3), { label: t('连续就业满', 'Months of work'), from: since, cite: clause }),
    inside: dated(money('400.00'), { label: t('县内标准', 'In the county'), from: since, cite: clause }),
    outside: dated(money('1000.00'), {
      label: t('省外标准', 'Beyond the province'),
      from: since,
      cite: clause,
    }),
  },
  on: (f) => f.claimed,
  decide: (f, p) => {
    const worked = monthsBetween(f.began, f.claimed).isAtLeast(p.least)
    const amount = choose().when(f.near, p.inside).otherwise(p.outside)
    return { worked, amount: onlyIf(worked, amount) }
  },
  examples: [
    {
      rule: 'LM-09',
      title: t('县内满三个月 400', '400 in the county'),
      given: { near: true, began: '2025-01-01', claimed: '2025-04-01' },
      expect: { result: { amount: '400.00' } },
    },
    {
      rule: 'LM-09',
      title: t('省外满三个月 1,000', '1,000 beyond the province'),
      given: { near: false, began: '2025-01-01', claimed: '2025-04-01' },
      expect: { result: { amount: '1000.00' } },
    },
  ],
})

type Person = { area: string; near: boolean | null; began: string | null; claimed: string }
const [stone, willow] = ['990101100', '990101101']

/** 石门镇: 400 now, and one who lacks a day; 柳溪镇: 1,000 now, and one whose place of work nobody knows. */
const known: Person[] = [
  { area: `${stone}201001`, near: true, began: '2025-01-01', claimed: '2025-04-01' },
  { area: `${willow}201001`, near: false, began: '2025-01-01', claimed: '2025-04-01' },
  { area: `${stone}201001`, near: false, began: '2025-01-01', claimed: '2025-03-31' },
  { area: `${willow}201002`, near: null, began: '2024-01-01', claimed: '2024-12-01' },
]
let people = known

/** The registers as far as this test needs them; `columns` as whole pages. */
function sourceOf(withColumns: boolean): FactSource {
  const cell = (id: number, name: string) => people[id - 1]?.[name as keyof Person] ?? null
  const read: FactSource['read'] = async (_, { subject, facts }) => ({
    area: people[subject.id - 1]?.area ?? '',
    facts: Object.fromEntries(Object.keys(facts).map((name) => [name, cell(subject.id, name)])),
    origins: {},
  })
  const idsOf = ({ after, limit }: { after: number; limit: number }) =>
    people
      .map((_, i) => i + 1)
      .filter((id) => id > after)
      .slice(0, limit)
  const subjects: FactSource['subjects'] = async (_, __, page) => ({
    ids: idsOf(page),
    left: people.length - page.after,
  })
  const columns: FactSource['columns'] = async (_, { facts, ...page }) => {
    const ids = idsOf(page)
    return {
      ids,
      areas: ids.map((id) => people[id - 1]?.area ?? ''),
      facts: Object.fromEntries(Object.keys(facts).map((name) => [name, ids.map((id) => cell(id, name))])),
      lists: {},
      apart: [],
    }
  }
  return withColumns ? { read, subjects, columns } : { read, subjects }
}

const bindings = [
  defineBinding({
    policy: grant,
    subject: 'person',
    facts: { near: from('near'), began: from('began'), claimed: from('claimed') },
  }),
]
const onTheDay = defineBinding({
  policy: grant,
  subject: 'person',
  facts: { near: from('near'), began: from('began'), claimed: dayOfDecision() },
})
const roomOf = (withColumns: boolean) =>
  openPolicyRoom({ policies: [grant], bindings, source: sourceOf(withColumns) })

let county: TestCounty
let [officer, leader]: Actor[] = []
beforeAll(async () => {
  county = await testCounty()
  ;[officer, leader] = [county.actor(), county.actor()]
})
afterAll(() => county?.close())

const within = <T>(work: (ctx: Ctx) => Promise<T>) => county.run(officer as Actor, work)
const simulated = (overrides: Record<string, unknown>, more: { from?: string } = {}, withColumns = true) =>
  within((ctx) => roomOf(withColumns).laboratory.simulate(ctx, { policy: grant.id, overrides, ...more }))

describe.each([true, false])(
  'three persons and one of whom nobody can say (in columns: %s)',
  (withColumns) => {
    it('without a change nobody wins or loses', async () => {
      const { total, examples, oneByOne } = await simulated({}, {}, withColumns)
      expect(total).toMatchObject({
        subjects: 4,
        up: 0,
        down: 0,
        same: 3,
        open: 1,
        openNow: 1,
        entitled: [2, 2],
      })
      expect(total).toMatchObject({ sum: ['1400.00', '1400.00'], difference: '0.00' })
      expect(examples).toEqual([])
      expect(oneByOne).toBe(withColumns ? 0 : 4)
    })

    it('900 instead of 1,000 beyond the province takes 100 from one', async () => {
      const { total, townships, years } = await simulated({ outside: '900.00' }, {}, withColumns)
      expect(total).toMatchObject({ up: 0, down: 1, same: 2, open: 1, sum: ['1400.00', '1300.00'] })
      expect(total).toMatchObject({ difference: '-100.00', lost: '100.00', gained: '0.00' })
      expect(townships).toMatchObject([
        { code: stone, subjects: 2, down: 0, sum: ['400.00', '400.00'] },
        { code: willow, subjects: 2, down: 1, sum: ['1000.00', '900.00'] },
      ])
      expect(years).toMatchObject([
        { year: 2024, open: 1, sum: ['0.00', '0.00'] },
        { year: 2025, subjects: 3, sum: ['1400.00', '1300.00'] },
      ])
    })
  },
)

it('two months instead of three give 1,000 to whoever lacks a day', async () => {
  const { total } = await simulated({ least: 2 })
  expect(total).toMatchObject({ up: 1, down: 0, gained: '1000.00', entitled: [2, 3] })
})

it('values that hold from a day on leave the years before alone', async () => {
  const { total } = await simulated({ outside: '900.00' }, { from: '2025-04-02' })
  expect(total).toMatchObject({ down: 0, difference: '0.00' })
})

it('every figure opens: who changes, from what to what', async () => {
  const ask = { policy: grant.id, overrides: { outside: '900.00', least: 2 }, limit: 10 }
  const changed = (more: object): Promise<Changed> =>
    within((ctx) => roomOf(true).laboratory.changed(ctx, { ...ask, ...more }))
  expect(await changed({})).toMatchObject({
    register: 'person',
    count: 2,
    rows: [
      { id: 3, kind: 'up', now: '0.00', trial: '900.00', difference: '900.00' },
      { id: 2, kind: 'down', now: '1000.00', trial: '900.00', difference: '-100.00' },
    ],
  })
  expect((await changed({ classes: ['down'] })).rows.map(({ id }) => id)).toEqual([2])
  expect((await changed({ classes: ['open'] })).rows).toMatchObject([{ id: 4, trial: null }])
  expect((await changed({ area: stone })).rows.map(({ id }) => id)).toEqual([3])
})

it('says what a step of each parameter comes to, from the trial on', async () => {
  const steps = await within((ctx) =>
    roomOf(true).laboratory.sensitivities(ctx, { policy: grant.id, overrides: { outside: '900.00' } }),
  )
  expect(steps).toEqual([
    { key: 'least', step: 1, difference: '-1300.00' }, // nobody has four calendar months
    { key: 'inside', step: 10, difference: '10.00' },
    { key: 'outside', step: 10, difference: '10.00' },
  ])
})

it('carries a monthly benefit through the months of the years ahead, with the people of now', async () => {
  const monthly = openPolicyRoom({ policies: [grant], bindings: [onTheDay], source: sourceOf(true) })
  const years = await within((ctx) =>
    monthly.laboratory.ahead(ctx, {
      policy: grant.id,
      overrides: { outside: '900.00' },
      on: '2025-02-15',
      years: 2,
    }),
  )
  // 1 has worked since 2025-01: nine months from April; 2 and 3 likewise at 1,000 or 900; of 4 nobody can say
  expect(years).toMatchObject([
    { year: 2025, sum: ['21600.00', '19800.00'], difference: '-1800.00', entitled: [3, 3], open: 1 },
    { year: 2026, sum: ['28800.00', '26400.00'], difference: '-2400.00' },
  ])
  expect(years[0]?.townships).toMatchObject([
    { code: stone, sum: ['12600.00', '11700.00'] },
    { code: willow, sum: ['9000.00', '8100.00'] },
  ])
  expect(monthly.laboratory.goesOn(grant.id, 'person')).toBe(true)
  await expect(
    within((ctx) => roomOf(true).laboratory.ahead(ctx, { policy: grant.id, overrides: {}, years: 1 })),
  ).rejects.toMatchObject({ code: 'policy.notMonthly' })
})

it('finds whoever a step of a fact would carry over a limit', async () => {
  const cliffs = await within((ctx) =>
    roomOf(true).laboratory.cliffs(ctx, { policy: grant.id, overrides: {}, days: 1, limit: 5 }),
  )
  const told = cliffs.map(({ fact, by, persons, difference }) => ({ fact, by, persons, difference }))
  expect(told).toContainEqual({ fact: 'began', by: -1, persons: 1, difference: '1000.00' })
  expect(told).toContainEqual({ fact: 'claimed', by: 1, persons: 1, difference: '1000.00' })
  // a claim on the last day of March has two calendar months (GEN-04); a first day of work on the 2nd changes none
  expect(told).toContainEqual({ fact: 'claimed', by: -1, persons: 2, difference: '-1400.00' })
  expect(told.some(({ fact, by }) => fact === 'began' && by === 1)).toBe(false)
  expect(cliffs.find(({ fact, by }) => fact === 'began' && by === -1)?.rows).toMatchObject([
    { id: 3, now: '0.00', trial: '1000.00' },
  ])
})

it('counts everybody once, and the difference is the sum of differences', async () => {
  const day = fc.constantFrom('2024-12-31', '2025-01-01', '2025-01-31', '2025-03-01', null)
  const one = fc.record({
    area: fc.constantFrom(`${stone}201001`, `${willow}201001`),
    near: fc.constantFrom(true, false, null),
    began: day,
    claimed: fc.constantFrom('2025-03-31', '2025-04-01', '2025-05-01', '2026-01-01'),
  })
  const trial = fc.record(
    {
      least: fc.integer({ min: 0, max: 5 }),
      outside: fc.constantFrom('0.00', '999.99', '1200.00'),
      inside: fc.constant('500.00'),
    },
    { requiredKeys: [] },
  )
  const fen = (value: unknown) => parseYuan(String(value))
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 12 }), trial, async (some, overrides) => {
      people = some
      const { total, townships, years } = await simulated(overrides)
      const rows = await within((ctx) =>
        roomOf(true).laboratory.changed(ctx, { policy: grant.id, overrides, limit: 100 }),
      )
      expect(total.up + total.down + total.same + total.open).toBe(some.length)
      const each = rows.rows.map(
        ({ now, trial: then }) => (then === null ? 0 : fen(then)) - (now === null ? 0 : fen(now)),
      )
      expect(fen(total.difference)).toBe(each.reduce((sum, one) => sum + one, 0))
      expect(fen(total.difference)).toBe(fen(total.gained) - fen(total.lost) - fen(total.leftOpen))
      for (const parts of [townships, years]) {
        expect(parts.reduce((sum, { subjects }) => sum + subjects, 0)).toBe(some.length)
        expect(parts.reduce((sum, { difference }) => sum + fen(difference), 0)).toBe(fen(total.difference))
      }
    }),
    { numRuns: 60 },
  )
  people = known
})

describe('a plan', () => {
  const operations: readonly AnyOperation[] = policyOperations(roomOf(true))
  const call = (actor: Actor | undefined, name: string, input: unknown) =>
    county.call(actor as Actor, operations.find((op) => op.name === name) as AnyOperation, input) as Promise<
      Record<string, unknown>
    >
  const plan = {
    title: '省外下调',
    trial: { policy: grant.id, overrides: { outside: '900.00' } },
    validFrom: '2025-01-01',
    citation: { source: '青人社发〔2025〕18 号', clause: '二' },
    reason: '资金有限，先保县内。',
  }

  it('names the example that no longer holds before it can be sent', async () => {
    const { id } = await call(officer, 'policy.savePlan', plan)
    await expect(call(officer, 'policy.sendPlan', { id })).rejects.toMatchObject({
      code: 'policy.examplesUnnamed',
      details: { examples: ['2. LM-09 省外满三个月 1,000'] },
    })
    await call(officer, 'policy.savePlan', { id, ...plan, namedExamples: [1] })
    await call(officer, 'policy.sendPlan', { id })
    await expect(call(officer, 'policy.savePlan', { id, ...plan })).rejects.toMatchObject({
      code: 'policy.planSent',
    })
    await expect(call(officer, 'policy.decidePlan', { id, outcome: 'approved' })).rejects.toMatchObject({
      code: 'policy.samePerson',
    })
  })

  it('makes hold exactly what was simulated, once another person has approved it', async () => {
    const { plans } = (await call(leader, 'policy.plans', { policy: grant.id })) as {
      plans: { id: number; effect: Simulation }[]
    }
    const [{ id, effect }] = plans as [{ id: number; effect: Simulation }]
    expect(effect.total).toMatchObject({ down: 1, sum: ['1400.00', '1300.00'] })
    await call(leader, 'policy.decidePlan', { id, outcome: 'approved' })
    const after = await simulated({})
    expect(after.total.sum).toEqual(['1300.00', '1300.00'])
    expect(after.townships.map(({ sum }) => sum[0])).toEqual(effect.townships.map(({ sum }) => sum[1]))
    await expect(call(leader, 'policy.decidePlan', { id, outcome: 'approved' })).rejects.toMatchObject({
      code: 'policy.planSent',
    })
  })

  it('is refused where the values have changed since it was tried', async () => {
    const { id } = await call(officer, 'policy.savePlan', {
      ...plan,
      trial: { policy: grant.id, overrides: { inside: '450.00' } },
      namedExamples: [0],
    })
    await call(officer, 'policy.sendPlan', { id })
    const other = {
      ...plan,
      trial: { policy: grant.id, overrides: { outside: '950.00' } },
      namedExamples: [1],
    }
    const { id: first } = await call(officer, 'policy.savePlan', other)
    await call(officer, 'policy.sendPlan', { id: first })
    await call(leader, 'policy.decidePlan', { id: first, outcome: 'approved' })
    await expect(call(leader, 'policy.decidePlan', { id, outcome: 'approved' })).rejects.toMatchObject({
      code: 'policy.planStale',
    })
    await call(leader, 'policy.decidePlan', { id, outcome: 'refused' })
  })

  it('is not there for nothing, nor with a value of a wrong form', async () => {
    const empty = { ...plan, trial: { policy: grant.id } }
    await expect(call(officer, 'policy.savePlan', empty)).rejects.toMatchObject({ code: 'policy.planEmpty' })
    await expect(simulated({ outside: '900' })).rejects.toMatchObject({ code: 'policy.parameterForm' })
    await expect(simulated({ nothing: 1 })).rejects.toMatchObject({ code: 'policy.noParameter' })
  })
})
