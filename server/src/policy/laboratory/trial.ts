/** What is tried: values in the place of those that hold, as the very book that an approval would make. */
import type { KernelBook, Outcome } from '#expression'
import { type Citation, t } from '#kernel'
import { settle } from '../county/page.ts'
import { spansOf } from '../county/spans.ts'
import type { Policy } from '../define.ts'
import type { CountyValue, ParameterBook } from '../lookup.ts'
import { bookOf, declaredParameter, rowsOf } from '../lookup.ts'
import type { LabCounty } from './county.ts'

/** `overrides`: values in wire form by parameter. They hold on [from, until), on every day where no `from` is given. */
export type Trial = {
  readonly overrides: Readonly<Record<string, unknown>>
  readonly from?: string | undefined
  readonly until?: string | null | undefined
}

const FIRST = '0001-01-01'
const tried: Citation = { source: '试算', clause: '', called: t('试算', 'tried out') }

/** The book as it would be. Throws `policy.noParameter`, `policy.parameterForm`. */
export function trialBook(
  policy: Policy,
  now: ParameterBook,
  { overrides, from, until }: Trial,
): ParameterBook {
  const entries = Object.entries(overrides)
  for (const [key, value] of entries) {
    const declared = declaredParameter(policy.tree, key)
    if (value !== null) rowsOf(key, declared, value)
  }
  const added = entries.map(
    ([key, value]): CountyValue => ({
      key,
      value,
      from: from ?? FIRST,
      until: until ?? null,
      citation: tried,
    }),
  )
  return bookOf(policy, [...now.values, ...added])
}

/** Outcomes of all layers under a book, written over those of an earlier run where they are given. */
export function runAll(county: LabCounty, book: ParameterBook, into: readonly Outcome[] = []): Outcome[] {
  const spans = spansOf(county.rule, book)
  return county.layers.map(({ columns }, at) => run(county, columns, { spans, into: into[at] }))
}

export function run(
  { rule, kernel, on }: Pick<LabCounty, 'rule' | 'kernel' | 'on'>,
  columns: LabCounty['layers'][number]['columns'],
  { spans, into }: { spans: KernelBook; into: Outcome | undefined },
): Outcome {
  const outcome = kernel.run(columns, spans, { on: rule.tree.on ? undefined : on, ...(into ? { into } : {}) })
  settle(rule, columns, outcome)
  return outcome
}
