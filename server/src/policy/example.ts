/** Runs an example of a policy and says how the result differs from what the source expects. */
import { isDeepStrictEqual } from 'node:util'
import type { Assessment } from './assess.ts'
import { assess } from './assess.ts'
import type { Example, Policy } from './define.ts'
import type { ParameterBook } from './lookup.ts'

/** An example with what it gave: as the page of a policy shows it. */
export type ExampleResult = Pick<Example, 'rule' | 'title' | 'given' | 'on' | 'parameters' | 'expect'> & {
  readonly holds: boolean
  readonly differences: readonly Difference[]
}

/** All examples of a policy, each run now. */
export function runExamples(policy: Policy): readonly ExampleResult[] {
  return policy.examples.map((example) => {
    const differences = runExample(policy, example)
    return { ...example, holds: differences.length === 0, differences }
  })
}

export type Difference = { readonly what: string; readonly expected: unknown; readonly found: unknown }

/** Empty where the example holds; with the values of the file where no book is given. */
export function runExample(policy: Policy, example: Example, book?: ParameterBook): readonly Difference[] {
  const { given, on, parameters, expect } = example
  const found = assess(policy, given, { on, overrides: parameters, ...(book ? { book } : {}), trace: false })
  const status =
    expect.status ??
    (expect.problems ? 'problem' : expect.missing || expect.missingParameters ? 'unknown' : 'known')
  return [
    ...differ('status', status, found.status),
    ...Object.entries(expect.result ?? {}).flatMap(([name, value]) =>
      differ(name, value, found.result[name]),
    ),
    ...Object.entries(expect.checks ?? {}).flatMap(([id, holds]) =>
      differ(`check ${id}`, holds, checkOf(found, id)),
    ),
    ...(expect.missing ? differ('missing', expect.missing, found.missing) : []),
    ...(expect.missingParameters
      ? differ('missingParameters', expect.missingParameters, found.missingParameters)
      : []),
    ...(expect.problems
      ? differ(
          'problems',
          expect.problems,
          found.problems.map((p) => p.code),
        )
      : []),
  ]
}

function checkOf(found: Assessment, id: string): boolean | null | undefined {
  return found.checks.find((c) => c.id === id)?.holds
}

function differ(what: string, expected: unknown, found: unknown): readonly Difference[] {
  return isDeepStrictEqual(expected, found) ? [] : [{ what, expected, found }]
}
