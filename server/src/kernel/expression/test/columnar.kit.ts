/** The columnar reading beside the evaluation, over the same facts. */
import { expect } from 'vitest'
import type { Book, Kernel } from '../columnar/index.ts'
import { compile, factsAt, layFacts, parametersOf, readingAt } from '../columnar/index.ts'
import type { Parameters, Reading, Tree } from '../index.ts'
import { evaluate } from '../index.ts'

export type Wire = Readonly<Record<string, unknown>>

/** Parameters that hold on every day. */
export function always(parameters: Parameters): Book {
  return { spans: [{ from: '0001-01-01', parameters }], open: {} }
}

/** State, and the value where there is one: names of what is missing are told by evaluating the one subject. */
function shape(reading: Reading): unknown {
  return reading.state === 'known' ? reading : { state: reading.state }
}

export type Told = { readonly redone: number; readonly why: string | undefined; readonly kernel: Kernel }

/** Fails where the kernel and the evaluation differ on a subject: in value, state, status or branches. */
export function expectAgreement(
  tree: Tree,
  rows: readonly Wire[],
  { book = always({}), on = '2020-01-01' }: { book?: Book; on?: string | null } = {},
): Told {
  const kernel = compile(tree)
  const columns = layFacts(tree, kernel.words, rows)
  const outcome = kernel.run(columns, book, { on: on ?? undefined })
  for (let i = 0; i < rows.length; i++) {
    const facts = factsAt(columns, tree, i)
    const { results, branches } = evaluate(tree, facts, parametersOf(book, outcome.span[i] as number))
    const ours = Object.entries(outcome.results).map(([name, column]) => [
      name,
      isPlaced(column.type.kind)
        ? { state: shape(readingAt(column, i, kernel.words)) }
        : shape(readingAt(column, i, kernel.words)),
    ])
    const theirs = Object.entries(results).map(([name, reading]) => [
      name,
      isPlaced(outcome.results[name]?.type.kind ?? '') ? { state: shape(reading) } : shape(reading),
    ])
    expect({ ...Object.fromEntries(ours), branches: kernel.branches(outcome, i) }).toEqual({
      ...Object.fromEntries(theirs),
      branches,
    })
  }
  return { redone: outcome.redone.length, why: kernel.whyNot(columns, book, on ?? undefined), kernel }
}

function isPlaced(kind: string): boolean {
  return kind === 'record' || kind === 'list'
}
