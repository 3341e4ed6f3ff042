/** A plan goes through two hands, and makes hold what was simulated. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, AnyOperation, Ctx } from '#platform'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { policyOperations } from '../operations.ts'
import type { Simulation } from './laboratory.ts'
import { grant, roomOf } from './small-county.kit.ts'

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

  /** The second example of the file, as the document of the plan lets it come out. */
  const outside = (amount: string) => ({
    rule: 'LM-09',
    given: { near: false, began: '2025-01-01', claimed: '2025-04-01' },
    expect: { result: { amount } },
  })

  it('is sent once every example comes out as somebody stated, and no sooner', async () => {
    const { id } = await call(officer, 'policy.savePlan', plan)
    await expect(call(officer, 'policy.sendPlan', { id })).rejects.toMatchObject({
      code: 'policy.examplesFail',
      details: { examples: [{ zh: '2. LM-09 省外满三个月 1,000（amount 写明 "1000.00"，算出 "900.00"）' }] },
    })
    await call(officer, 'policy.savePlan', { id, ...plan, examples: [outside('950.00')] })
    await expect(call(officer, 'policy.sendPlan', { id })).rejects.toMatchObject({
      code: 'policy.examplesFail',
      details: { examples: [{ zh: '2. LM-09 省外满三个月 1,000（amount 写明 "950.00"，算出 "900.00"）' }] },
    })
    await call(officer, 'policy.savePlan', { id, ...plan, examples: [outside('900.00')] })
    await call(officer, 'policy.sendPlan', { id })
    await expect(call(officer, 'policy.savePlan', { id, ...plan })).rejects.toMatchObject({
      code: 'policy.planSent',
    })
    await expect(call(officer, 'policy.decidePlan', { id, outcome: 'approved' })).rejects.toMatchObject({
      code: 'policy.samePerson',
    })
  })

  it('leaves examples of earlier days as they are, and may not state them anew', async () => {
    const later = { ...plan, validFrom: '2025-05-01' }
    const { id } = await call(officer, 'policy.savePlan', { ...later, examples: [outside('900.00')] })
    await expect(call(officer, 'policy.sendPlan', { id })).rejects.toMatchObject({
      code: 'policy.examplesFail',
    })
    await call(officer, 'policy.savePlan', { id, ...later })
    await call(officer, 'policy.sendPlan', { id })
    await call(leader, 'policy.decidePlan', { id, outcome: 'refused' })
  })

  it('states what is new as well, and not nothing', async () => {
    const given = { near: false, began: '2025-05-01', claimed: '2025-08-01' }
    const examples = [outside('900.00'), { given, expect: { result: { amount: '1000.00' } } }]
    const { id } = await call(officer, 'policy.savePlan', { ...plan, examples })
    await expect(call(officer, 'policy.sendPlan', { id })).rejects.toMatchObject({
      details: { examples: [{ en: '3.  (amount: "1000.00" stated, "900.00" computed)' }] },
    })
    await expect(
      call(officer, 'policy.savePlan', { ...plan, examples: [{ given, expect: {} }] }),
    ).rejects.toMatchObject({ code: 'policy.exampleEmpty' })
    await expect(
      call(officer, 'policy.savePlan', { ...plan, examples: [{ given, expect: { result: { sum: '1' } } }] }),
    ).rejects.toMatchObject({ code: 'policy.noResult' })
  })

  it('makes hold exactly what was simulated, once another person has approved it', async () => {
    const { plans } = (await call(leader, 'policy.plans', { policy: grant.id })) as {
      plans: { id: number; effect: Simulation; sentAt: string | null; outcome: string | null }[]
    }
    const sent = plans.find(({ sentAt, outcome }) => sentAt && !outcome)
    const { id, effect } = sent as NonNullable<typeof sent>
    expect(effect.total).toMatchObject({ down: 1, sum: ['1400.00', '1300.00'] })
    await call(leader, 'policy.decidePlan', { id, outcome: 'approved' })
    const after = await simulated({})
    expect(after.total.sum).toEqual(['1300.00', '1300.00'])
    expect(after.examples).toEqual([]) // what was stated with the plan stands
    expect(after.townships.map(({ sum }) => sum[0])).toEqual(effect.townships.map(({ sum }) => sum[1]))
    await expect(call(leader, 'policy.decidePlan', { id, outcome: 'approved' })).rejects.toMatchObject({
      code: 'policy.planSent',
    })
  })

  it('is refused where the values have changed since it was tried', async () => {
    const { id } = await call(officer, 'policy.savePlan', {
      ...plan,
      trial: { policy: grant.id, overrides: { inside: '450.00' } },
      examples: [{ ...outside('450.00'), given: { ...outside('').given, near: true } }],
    })
    await call(officer, 'policy.sendPlan', { id })
    const other = {
      ...plan,
      trial: { policy: grant.id, overrides: { outside: '950.00' } },
      examples: [outside('950.00')],
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
