/** From the registers to the entitlement: one person of one taking, as the walk of the office meets her. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cite, day, fen, residentId } from '#kernel'
import type { PolicyRoom } from '#policy'
import { openPolicyRoom } from '#policy'
import { insertRow, insertRows, registerFactSource, updateRow } from '#register'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { systems } from '../../index.ts'
import { area, person } from '../../population/registers/index.ts'
import { landTake, otherPension, protectedPerson } from '../registers/index.ts'
import { landSecurityBindings } from './bindings.ts'
import { landSecurityPolicies } from './index.ts'

const village = '990101103201'
let county: TestCounty
let room: PolicyRoom
const ids = { person: 0, listed: 0, take: 0 }

beforeAll(async () => {
  county = await testCounty()
  const source = registerFactSource(systems.flatMap((system) => system.registers ?? []))
  room = openPolicyRoom({ policies: landSecurityPolicies, bindings: landSecurityBindings, source })
  await county.run(county.actor(), async (ctx) => {
    await insertRows(ctx, area, [{ code: village, name: '石桥村', level: 'village' }])
    const take = await insertRow(ctx, landTake, {
      name: '石桥地块',
      area: village,
      takenOn: day('2023-06-30'),
      basePerPerson: fen(5_000_000),
    })
    const who = await insertRow(ctx, person, {
      name: '周桂枝',
      area: village,
      idNumber: residentId('990101', day('1968-06-12'), 264),
    })
    const row = await insertRow(ctx, protectedPerson, { ownerId: take.id, person: who.id })
    await insertRow(ctx, otherPension, {
      ownerId: who.id,
      kind: 'rural',
      monthly: fen(8000),
      validFrom: day('2023-07-01'),
    })
    Object.assign(ids, { person: who.id, listed: row.id, take: take.id })
    for (const [key, value] of [
      ['standard', '240.00'],
      ['dibao', '230.00'],
    ] as const) {
      await room.setParameter(ctx, {
        policy: 'land-security.pension',
        key,
        value,
        from: '2023-01-01',
        citation: cite('青禾县人社局', '2023 年参数表'),
        source: 'test',
      })
    }
  })
})
afterAll(() => county?.close())

const decide = (policy: string, on: string) =>
  county.run(county.actor(), (ctx) =>
    room.decideFor(ctx, {
      policy: `land-security.${policy}`,
      subject: { register: 'protectedPerson', id: ids.listed },
      on,
    }),
  )
const explain = (id: number) => county.run(county.actor(), (ctx) => room.explainDecision(ctx, id))

describe('the listed person', () => {
  it('is of category (a): 35,000 individual, 15,000 pooled (LS-10)', async () => {
    const decided = await decide('protection', '2023-09-01')
    expect(decided).toMatchObject({
      status: 'known',
      result: { category: 'above', age: 55, individualAccount: '35000.00', pooled: '15000.00' },
    })
    expect(await explain(decided.decisionId)).toMatchObject({ reproduced: true, factsChanged: false })
  })

  it('gets 240 from our fund and sees 320 in all (LS-17, OF-05)', async () => {
    const own = await decide('pension', '2023-07-01')
    expect(own).toMatchObject({
      status: 'known',
      result: { entitled: true, monthly: '240.00', aboveDibao: true },
    })
    const all = await decide('combined-pension', '2023-07-01')
    expect(all).toMatchObject({
      status: 'known',
      result: { together: '320.00', ours: '240.00', byOthers: '80.00' },
    })
    expect(await explain(all.decisionId)).toMatchObject({ differences: [], reproduced: true })
  })

  it('has the shares that her project fixes (AMB-08)', async () => {
    const before = await decide('protection', '2023-09-01')
    await county.run(county.actor(), (ctx) =>
      updateRow(ctx, landTake, {
        id: ids.take,
        version: 1,
        values: { governmentPercent: '35' },
        reason: '方案调整',
      }),
    )
    const after = await decide('protection', '2023-09-01')
    expect(after.result).toMatchObject({
      government: '17500.00',
      collective: '20000.00',
      individual: '12500.00',
      pooled: '17500.00',
    })
    for (const { decisionId } of [before, after]) expect((await explain(decisionId)).reproduced).toBe(true)
  })

  it('gets nothing after the month of her death, and the old months stay as they were decided (OF-15)', async () => {
    const before = await decide('pension', '2025-09-01')
    await new Promise((done) => setTimeout(done, 5))
    await county.run(county.actor(), (ctx) =>
      updateRow(ctx, person, {
        id: ids.person,
        version: 1,
        values: { diedOn: day('2025-08-30') },
        reason: '民政比对',
      }),
    )
    expect((await decide('pension', '2025-09-01')).result).toMatchObject({
      entitled: false,
      monthly: { applicable: false },
    })
    expect((await decide('pension', '2025-08-01')).result.monthly).toBe('240.00')
    expect(await explain(before.decisionId)).toMatchObject({
      reproduced: true,
      decision: { result: { monthly: '240.00' } },
    })
  })
})

describe("the person's page", () => {
  it('lists every policy with its result, or with what is missing', async () => {
    const found = await county.run(county.actor(), (ctx) =>
      room.entitlements(ctx, { subject: { register: 'person', id: ids.person }, on: '2023-07-01' }),
    )
    expect(found.map((e) => [e.policy.replace('land-security.', ''), e.status, e.missing])).toEqual([
      ['protection', 'known', []],
      ['pension', 'known', []],
      ['combined-pension', 'known', []],
      ['living-allowance', 'unknown', expect.arrayContaining(['unemployedFrom'])],
      ['reemployment', 'unknown', ['jobless', 'landless', 'selfEmployed']],
    ])
    // LS-13: what is inherited is decided when a death is taken up, and is no entitlement of the living.
    const listed = await county.run(county.actor(), (ctx) =>
      room.entitlements(ctx, { subject: { register: 'protectedPerson', id: ids.listed }, on: '2023-07-01' }),
    )
    expect(listed.map((e) => e.policy)).toContain('land-security.pension')
    expect(listed.map((e) => e.policy)).not.toContain('land-security.inheritance')
    const [line] = found[0]?.trace ?? []
    expect(JSON.stringify(line)).toContain('征地批复·征地日')
  })
})
