/** Every example of every policy, read by the kernel: the same state, value and branches as the evaluation of one. */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Policy } from '#policy'
import { assess, compile, defaultBook, encodeReading, layFacts, readingAt, spansOf } from '#policy'

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

describe.each(policies.map((policy) => [policy.id, policy] as const))('%s', (_id, policy) => {
  it('is read in columns', () => {
    for (const { given, on, parameters } of policy.examples) {
      const kernel = compile(policy.tree)
      const book = spansOf(policy, defaultBook(policy), parameters)
      const day = on ?? (policy.tree.on ? undefined : '2024-01-01')
      const columns = layFacts(policy.tree, kernel.words, [given])
      expect(kernel.whyNot(columns, book, day)).toBeUndefined()
      const outcome = kernel.run(columns, book, { on: day })
      const one = assess(policy, given, { on: day, overrides: parameters, trace: false })
      const results = Object.entries(outcome.results).filter(
        ([, { type }]) => type.kind !== 'list' && type.kind !== 'record',
      )
      const ours = results.map(([name, column]) => [
        name,
        encodeReading(readingAt(column, 0, kernel.words), column.type),
      ])
      expect(Object.fromEntries(ours)).toEqual(
        Object.fromEntries(results.map(([name]) => [name, one.result[name]])),
      )
      expect(kernel.branches(outcome, 0)).toBe(one.branches)
    }
  })
})
