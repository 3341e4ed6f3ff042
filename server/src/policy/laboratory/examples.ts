/** Whether the examples of a policy still hold when values are tried on every day. */
import type { Text } from '#kernel'
import type { Policy } from '../define.ts'
import type { Difference } from '../example.ts'
import { runExample } from '../example.ts'

/** An example that comes out otherwise; `at` is its place in the file, from 0. */
export type ExampleUnder = {
  readonly at: number
  readonly rule: string
  readonly title?: Text
  readonly differences: readonly Difference[]
}

/** Those that no longer hold. An example that states a value itself, or that it is missing, is about that, and is not touched. */
export function examplesUnder(
  policy: Policy,
  overrides: Readonly<Record<string, unknown>>,
): readonly ExampleUnder[] {
  const tried = Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== null))
  return policy.examples.flatMap((example, at) => {
    const missing = new Set(example.expect.missingParameters)
    const given = Object.fromEntries(Object.entries(tried).filter(([key]) => !missing.has(key)))
    const differences = runExample(policy, { ...example, parameters: { ...given, ...example.parameters } })
    const { rule, title } = example
    return differences.length > 0 ? [{ at, rule, ...(title ? { title } : {}), differences }] : []
  })
}
