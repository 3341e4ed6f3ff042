/** What must come out: the examples of the rule file, and those that were approved together with a change. */
import { z } from 'zod'
import { type Text, t } from '#kernel'
import { assess } from './assess.ts'
import type { Example, Policy } from './define.ts'
import type { Difference } from './example.ts'
import { runExample } from './example.ts'
import { sortedJson } from './hash.ts'
import type { CountyValue, ParameterBook } from './lookup.ts'
import { bookOf } from './lookup.ts'
import { policyProblems } from './problems.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const wires = z.record(z.string(), z.unknown())

/** An example as it is sent: a new one, or one of those that stand, with what comes out of it from now on. */
export const statedShape = z.object({
  /** The rule that it illustrates, where it has one: `LM-09`. */
  rule: z.string().default(''),
  title: z.string().optional(),
  given: wires,
  on: day.optional(),
  parameters: wires.optional(),
  expect: z.object({
    status: z.enum(['known', 'unknown', 'problem']).optional(),
    result: wires.optional(),
    missing: z.array(z.string()).optional(),
    missingParameters: z.array(z.string()).optional(),
    problems: z.array(z.string()).optional(),
    checks: z.record(z.string(), z.boolean()).optional(),
  }),
})
export type Stated = z.infer<typeof statedShape>

/** An example that comes out otherwise than stated. */
export type ExampleUnder = {
  /** Its place among all that stand, from 0: those of the file first, in their order. */
  readonly at: number
  readonly rule: string
  readonly title?: Text
  /** What is asked; sent back as it is, it states the same case anew. */
  readonly asked: Pick<Example, 'given' | 'on' | 'parameters'>
  /** The day whose values decide it; null where it is not known. */
  readonly day: string | null
  readonly differences: readonly Difference[]
}

/** All examples that stand; what is stated later of the same case counts, and what it leaves out stays as it was stated. */
export function standing(policy: Policy, stated: readonly Stated[]): readonly Example[] {
  const found = new Map(policy.examples.map((example) => [caseOf(example), example]))
  for (const one of stated) {
    const key = caseOf(one)
    const before = found.get(key)
    found.set(key, before ? { ...before, expect: restated(before.expect, one.expect) } : exampleOf(one))
  }
  return [...found.values()]
}

/** The same facts on the same day are the same case. */
function caseOf({ given, on, parameters = {} }: Pick<Example, 'given' | 'on' | 'parameters'>): string {
  return sortedJson({ given, on, parameters })
}

function restated(before: Example['expect'], now: Stated['expect']): Example['expect'] {
  const settles = now.status !== undefined || now.result !== undefined // then it is no longer open
  return {
    ...(settles ? {} : before),
    ...now,
    result: { ...before.result, ...now.result },
    checks: { ...before.checks, ...now.checks },
  }
}

function exampleOf({ title, ...one }: Stated): Example {
  return { ...one, ...(title ? { title: { zh: title, en: title } } : {}) }
}

/** Throws `policy.exampleEmpty` where an example states nothing, `policy.noResult` where it states what the rule does not give. */
export function checkStated(policy: Policy, stated: readonly Stated[]): void {
  for (const { expect } of stated) {
    const { status, result = {}, checks = {}, missing, missingParameters, problems } = expect
    const lists = [missing, missingParameters, problems].some((list) => list !== undefined)
    if (!status && !lists && Object.keys({ ...result, ...checks }).length === 0)
      throw policyProblems.exampleEmpty()
    for (const name of Object.keys(result))
      if (!Object.hasOwn(policy.tree.results, name))
        throw policyProblems.noResult({ policy: policy.id, result: name })
  }
}

/** Those of the examples that come out otherwise with these values. */
export function examplesUnder(
  policy: Policy,
  examples: readonly Example[],
  book: ParameterBook,
): readonly ExampleUnder[] {
  return examples.flatMap((example, at): ExampleUnder[] => {
    const own = withoutMissing(policy, example, book)
    const differences = runExample(policy, example, own)
    if (differences.length === 0) return []
    const { rule, title, given, on, parameters } = example
    const asked = { given, ...(on ? { on } : {}), ...(parameters ? { parameters } : {}) }
    const day = assess(policy, given, { on, overrides: parameters, book: own, trace: false }).on
    return [{ at, rule, ...(title ? { title } : {}), asked, day, differences }]
  })
}

/** An example about a value that is not set is about that, and is read without it. */
function withoutMissing(policy: Policy, { expect }: Example, book: ParameterBook): ParameterBook {
  const missing = expect.missingParameters ?? []
  if (missing.length === 0) return book
  return bookOf(
    policy,
    book.values.filter((value: CountyValue) => !missing.includes(value.key)),
  )
}

/** Throws `policy.examplesFail`, which names each with what was stated and what comes out. */
export function checkExamples(policy: Policy, stated: readonly Stated[], book: ParameterBook): void {
  const failing = examplesUnder(policy, standing(policy, stated), book)
  if (failing.length > 0)
    throw policyProblems.examplesFail({ examples: failing.map((one) => exampleWords(policy, one)) })
}

/** `2. LM-09 省外满三个月（补助 写明 "1000.00"，算出 "900.00"）` */
function exampleWords({ tree }: Policy, { at, rule, title, differences }: ExampleUnder): Text {
  const of = (locale: 'zh' | 'en') => [rule, title?.[locale]].filter(Boolean).join(' ')
  const words = differences.map(({ what, expected, found }): Text => {
    const [result, is, was] = [tree.results[what], JSON.stringify(found), JSON.stringify(expected)]
    return t(
      `${result?.label.zh ?? what} 写明 ${was}，算出 ${is}`,
      `${result?.label.en ?? what}: ${was} stated, ${is} computed`,
    )
  })
  return t(
    `${at + 1}. ${of('zh')}（${words.map(({ zh }) => zh).join('；')}）`,
    `${at + 1}. ${of('en')} (${words.map(({ en }) => en).join('; ')})`,
  )
}
