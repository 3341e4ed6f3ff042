/** A parameter changes by two persons, and only then. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fact } from '#expression'
import { cite, t } from '#kernel'
import type { Actor, AnyOperation } from '#platform'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { definePolicy } from './define.ts'
import { policyOperations } from './operations.ts'
import { required } from './parameter.ts'
import { openPolicyRoom } from './room.ts'

const benefit = definePolicy({
  id: 'test.benefit',
  label: t('待遇', 'Benefit'),
  source: cite('甲办法', '第一条'),
  effective: { from: '2020-01-01' },
  facts: { month: fact.day({ label: t('月份', 'Month') }) },
  parameters: { standard: required(fact.money({ label: t('月标准', 'Standard') })) },
  on: (f) => f.month,
  decide: (_f, p) => ({ monthly: p.standard }),
  examples: [],
})

const room = openPolicyRoom({ policies: [benefit], bindings: [], source: { read: async () => undefined } })
const operations: readonly AnyOperation[] = policyOperations(room)
const proposal = {
  policy: 'test.benefit',
  key: 'standard',
  value: '240.00',
  from: '2023-01-01',
  citation: { source: '人社〔2023〕5号', clause: '一' },
  reason: '年度调整',
}

let county: TestCounty
let [officer, leader]: Actor[] = []
beforeAll(async () => {
  county = await testCounty()
  ;[officer, leader] = [county.actor(), county.actor()]
})
afterAll(() => county?.close())

const call = (actor: Actor | undefined, name: string, input: unknown) =>
  county.call(actor as Actor, operations.find((op) => op.name === name) as AnyOperation, input) as Promise<
    Record<string, unknown>
  >
const monthly = async () => {
  const found = await call(officer, 'policy.assess', {
    policy: 'test.benefit',
    facts: { month: '2023-07-01' },
  })
  return (found.result as { monthly: unknown }).monthly
}

it('holds once another person has approved it, and not before', async () => {
  const { id } = await call(officer, 'policy.propose', proposal)
  expect(await monthly()).toBeNull()
  await expect(call(officer, 'policy.approve', { id, outcome: 'approved' })).rejects.toMatchObject({
    code: 'policy.samePerson',
  })
  await call(leader, 'policy.approve', { id, outcome: 'approved' })
  expect(await monthly()).toBe('240.00')
  await expect(call(leader, 'policy.approve', { id, outcome: 'approved' })).rejects.toMatchObject({
    code: 'policy.proposalDecided',
  })
})

it('changes nothing when it is refused', async () => {
  const { id } = await call(officer, 'policy.propose', { ...proposal, value: '999.00' })
  await call(leader, 'policy.approve', { id, outcome: 'refused' })
  expect(await monthly()).toBe('240.00')
  const { proposals } = await call(leader, 'policy.proposals', { policy: 'test.benefit' })
  expect(proposals).toMatchObject([
    { outcome: 'refused', value: '999.00' },
    { outcome: 'approved', value: '240.00' },
  ])
})

it('is refused in a wrong form before anybody has to read it', async () => {
  await expect(call(officer, 'policy.propose', { ...proposal, value: '240' })).rejects.toMatchObject({
    code: 'policy.parameterForm',
  })
  await expect(call(leader, 'policy.approve', { id: 4711, outcome: 'approved' })).rejects.toMatchObject({
    code: 'policy.proposalAbsent',
  })
})

describe('examples', () => {
  const stated = (month: string, monthly: string) => ({
    given: { month },
    expect: { result: { monthly } },
  })
  const raised = { ...proposal, value: '260.00', from: '2024-01-01' }

  it('go with the proposal, and must come out as stated', async () => {
    await expect(
      call(officer, 'policy.propose', { ...raised, examples: [stated('2024-07-01', '250.00')] }),
    ).rejects.toMatchObject({ code: 'policy.examplesFail' })
    const { id } = await call(officer, 'policy.propose', {
      ...raised,
      examples: [stated('2023-07-01', '240.00'), stated('2024-07-01', '260.00')],
    })
    await call(leader, 'policy.approve', { id, outcome: 'approved' })
  })

  it('hold from then on: a later value that changes one of them states it anew', async () => {
    const next = { ...proposal, value: '280.00', from: '2024-06-01' }
    const under = await call(officer, 'policy.examplesUnder', {
      policy: 'test.benefit',
      values: { standard: '280.00' },
      from: '2024-06-01',
    })
    expect(under).toMatchObject({
      all: 2,
      failing: [{ at: 1, day: '2024-07-01', differences: [{ expected: '260.00', found: '280.00' }] }],
    })
    await expect(call(officer, 'policy.propose', next)).rejects.toMatchObject({ code: 'policy.examplesFail' })
    await call(officer, 'policy.propose', { ...next, examples: [stated('2024-07-01', '280.00')] })
  })

  it('are looked at again at the approval', async () => {
    const { id } = await call(officer, 'policy.propose', { ...proposal, value: '270.00', from: '2025-01-01' })
    const { id: other } = await call(officer, 'policy.propose', {
      ...proposal,
      value: '300.00',
      from: '2025-02-01',
      examples: [stated('2025-03-01', '300.00')],
    })
    await call(leader, 'policy.approve', { id: other, outcome: 'approved' })
    await expect(call(leader, 'policy.approve', { id, outcome: 'approved' })).rejects.toMatchObject({
      code: 'policy.examplesFail',
    })
    await call(leader, 'policy.approve', { id, outcome: 'refused' })
  })
})

it('is not approved by the deputy of whoever proposed it (OF-22)', async () => {
  const { id } = await call(officer, 'policy.propose', { ...proposal, until: '2024-01-01' })
  const deputy = { ...(leader as Actor), actsFor: officer as Actor }
  await expect(call(deputy, 'policy.approve', { id, outcome: 'approved' })).rejects.toMatchObject({
    code: 'policy.samePerson',
  })
})
