/** Runs the examples of every policy of every system: a new policy brings its tests with it. */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Policy } from '#policy'
import { runExample } from '#policy'

const here = import.meta.dirname
const found = readdirSync(here, { withFileTypes: true }).filter(
  (entry) => entry.isDirectory() && readdirSync(`${here}/${entry.name}`).includes('policies'),
)
const modules = await Promise.all(
  found.map(
    async (entry) => (await import(`./${entry.name}/policies/index.ts`)) as Record<string, readonly Policy[]>,
  ),
)
const policies = modules.flatMap((module) => Object.values(module).flat())

it('finds policies', () => {
  expect(policies.length).toBeGreaterThan(0)
})

describe.each(policies.map((policy) => [policy.id, policy] as const))('%s', (_id, policy) => {
  it('brings examples', () => {
    expect(policy.examples.length).toBeGreaterThan(0)
  })

  it.each(
    policy.examples.map(
      (example, i) => [`${i + 1} ${example.rule} ${example.title?.en ?? ''}`, example] as const,
    ),
  )('example %s', (_name, example) => {
    expect(runExample(policy, example)).toEqual([])
  })
})
