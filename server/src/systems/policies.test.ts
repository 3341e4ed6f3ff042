/** Runs the examples of every policy of every system: a new policy brings its tests with it. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { may } from '#platform'
import type { Policy, PolicyLock } from '#policy'
import { assess, lockProblems, nodesOf, restore, runExample, store } from '#policy'
import { roles } from './roles.ts'

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
const lock = JSON.parse(readFileSync(`${here}/policies.lock`, 'utf8')) as PolicyLock

it('finds policies', () => {
  expect(policies.length).toBeGreaterThan(0)
})

it('every rule is the one that was released under its version', () => {
  expect(lockProblems(policies, lock)).toEqual([])
})

describe.each(policies.map((policy) => [policy.id, policy] as const))('%s', (_id, policy) => {
  it('brings examples', () => {
    expect(policy.examples.length).toBeGreaterThan(0)
  })

  it('reads the same when it comes back from the database', () => {
    const again = { ...policy, tree: restore(JSON.parse(JSON.stringify(store(policy.tree)))) }
    expect(policy.examples.flatMap((example) => runExample(again, example))).toEqual([])
    for (const { given, on, parameters: overrides } of policy.examples) {
      expect(assess(again, given, { on, overrides })).toEqual(assess(policy, given, { on, overrides }))
    }
  })

  it('has words in both languages for every fact, parameter, step and option', () => {
    const texts = [
      policy.label,
      ...labelsIn(policy.tree.facts),
      ...labelsIn(policy.tree.parameters),
      ...nodesOf(policy.tree).flatMap(labelsIn),
    ]
    const wordless = texts.filter(({ zh, en }) => !/[\u4e00-\u9fff]/.test(zh) || !/[A-Za-z0-9]/.test(en))
    expect(wordless).toEqual([])
  })

  it.each(
    policy.examples.map(
      (example, i) => [`${i + 1} ${example.rule} ${example.title?.en ?? ''}`, example] as const,
    ),
  )('example %s', (_name, example) => {
    expect(runExample(policy, example)).toEqual([])
  })
})

type Label = { readonly zh: string; readonly en: string }

/** Every text below a value. */
function labelsIn(value: unknown): readonly Label[] {
  if (typeof value !== 'object' || value === null) return []
  if ('zh' in value && 'en' in value) return [value as Label]
  return Object.values(value).flatMap(labelsIn)
}

it('lets one office propose a parameter and another approve it, the system administrator neither (OF-29)', () => {
  const holders = (verb: string) => roles.filter((role) => may({ verbs: new Set(role.verbs) }, verb))
  expect(holders('policy.propose').map(({ name }) => name)).toEqual(['hrOfficer'])
  expect(holders('policy.approve').map(({ name }) => name)).toEqual(['hrReviewer'])
})

it('explains decisions to everyone who may read them, the auditor too', () => {
  const readers = roles.filter(({ reads }) => reads.includes('decision'))
  expect(readers.map(({ name }) => name)).toContain('auditor')
  expect(readers.filter((role) => !may({ verbs: new Set(role.verbs) }, 'policy.explain'))).toEqual([])
})
