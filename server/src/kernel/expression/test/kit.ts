/** Short forms for tests of the language: a tree over facts, read for given wire values. */
import { t } from '../../label.ts'
import type { FactDeclaration, Node, Parameters, Reading, Term, Tree, ValueType, Wire } from '../index.ts'
import { decodeFacts, encodeReading, evaluate, termOf, typeOf } from '../index.ts'

/** A symbolic fact. */
export function given<T extends Term>(name: string, declaration: FactDeclaration<T>): T {
  const { type, label } = declaration
  return termOf(type, { kind: 'fact', name, of: type, label }) as T
}

/** A tree with one result. */
export function treeOf(term: Term): Tree {
  return {
    language: 1,
    facts: factsOf(term.node),
    parameters: {},
    results: { result: { label: t('结果', 'result'), node: term.node } },
  }
}

function factsOf(node: unknown): Tree['facts'] {
  const found: Record<string, { type: ValueType; label: { zh: string; en: string } }> = {}
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const fact = value as { kind?: string; name?: string; of?: ValueType; label?: { zh: string; en: string } }
    if (fact.kind === 'fact' && fact.name && fact.of && fact.label)
      found[fact.name] = { type: fact.of, label: fact.label }
    for (const inner of Object.values(value)) visit(inner)
  }
  visit(node)
  return found
}

/** A reading in short: the wire value, `NA`, `? a, b` with what is missing, `! code` of a problem. */
export type Short = Wire | string

export const NA = 'NA'

export function short(reading: Reading, node: Node): Short {
  if (reading.state === 'na') return NA
  if (reading.state === 'unknown') return `? ${[...reading.missing, ...reading.missingParameters].join(', ')}`
  if (reading.state === 'problem') return `! ${reading.findings.map((f) => f.code).join(', ')}`
  return encodeReading(reading, typeOf(node))
}

/** Reads a term for given facts. `NA` stands for 不适用. */
export function read(
  term: Term,
  facts: Readonly<Record<string, unknown>> = {},
  parameters: Parameters = {},
): Short {
  const tree = treeOf(term)
  const wire = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, value === NA ? { applicable: false } : value]),
  )
  const decoded = decodeFacts(tree.facts, wire)
  const { results } = evaluate(tree, decoded.facts, parameters)
  return short(results.result as Reading, term.node)
}
