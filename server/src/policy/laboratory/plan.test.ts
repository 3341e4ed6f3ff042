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
