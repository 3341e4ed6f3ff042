/** Policies read twice: every example, and every person of a county, by the oracle and by SQL. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CompareState, Given } from '#policy'
import { byOracle, bySql, comparePage, defaultBook, policies } from '#policy'
import { registerFactSource } from '#register'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { systems } from './index.ts'

const all = systems.flatMap((system) => system.policies ?? [])
const room = {
  registry: policies(all),
  bindings: systems.flatMap((system) => system.bindings ?? []),
  source: registerFactSource(systems.flatMap((system) => system.registers ?? [])),
}
const bound = [...new Set(room.bindings.map(({ policy }) => policy))]
const request = (policy: string) => ({ policy, on: '2023-09-01', known: '2026-01-01T00:00:00Z' })

let county: TestCounty
beforeAll(async () => {
  county = await testCounty({ seeded: true })
})
afterAll(() => county.close())

describe('every example of', () => {
  it.each(all.map((policy) => [policy.id, policy] as const))('%s', async (_, policy) => {
    const given = policy.examples.map(
      (example, id): Given => ({
        id,
        facts: example.given,
        parameters: example.parameters ?? {},
        on: example.on ?? policy.effective.from,
      }),
    )
    const book = defaultBook(policy)
    const [oracle, sql] = [
      await byOracle(policy, book, given),
      await bySql(county.db.app)(policy, book, given),
    ]
    expect(sql).toEqual(oracle)
  })
})

describe('every subject of the county', () => {
  it.each(bound)('%s: both readings agree', async (policy) => {
    const state = await whole(policy)
    expect(state.differing).toEqual([])
    expect(state.compared).toBeGreaterThan(29)
    expect([state.agreed, state.compared]).toEqual([state.compared, state.total])
  })
})

async function whole(policy: string): Promise<CompareState> {
  let state: CompareState | undefined
  for (;;) {
    const more = { request: request(policy), page: 100, ...(state ? { state } : {}) }
    const page = await county.run(county.actor(), (ctx) => comparePage(room, ctx, more))
    state = page.state
    if (page.done) return state
  }
}
