/** What the window needs to show a policy: its facts with kinds and words, parameters with citations, results. */

import type { FieldTypes, StoredTree, ValueType } from '#expression'
import { nodesOf, store, typeOf } from '#expression'
import type { Citation, Text } from '#kernel'
import type { Policy, Summary } from './define.ts'
import type { DatedValue } from './parameter.ts'

export type KindMeta = {
  readonly kind: ValueType['kind']
  readonly options?: Readonly<Record<string, Text>>
  readonly unit?: string
  readonly fields?: readonly FactMeta[]
}
export type FactMeta = KindMeta & { readonly name: string; readonly label: Text }
export type ParameterMeta = KindMeta & {
  readonly key: string
  readonly label: Text
  readonly keys: readonly string[]
  /** What the keys of a table are, in the same order. */
  readonly keyFacts: readonly FactMeta[]
  readonly values: readonly DatedValue[]
  readonly question?: string
}
export type PolicyMeta = {
  readonly id: string
  readonly version: number
  /** The same text twice: `label` as every list of `/api/meta` calls it. */
  readonly label: Text
  readonly title: Text
  readonly source: Citation
  readonly summary?: Summary
  readonly effective: Policy['effective']
  readonly ruleHash: string
  readonly facts: readonly FactMeta[]
  readonly parameters: readonly ParameterMeta[]
  readonly results: readonly FactMeta[]
  readonly examples: number
}

/** For listing; JSON throughout. */
export function policyMeta(policies: readonly Policy[]): readonly PolicyMeta[] {
  return policies.map((policy) => ({
    id: policy.id,
    version: policy.version,
    label: policy.label,
    title: policy.label,
    source: policy.source,
    ...(policy.summary ? { summary: policy.summary } : {}),
    effective: policy.effective,
    ruleHash: policy.hash,
    facts: factsMeta(policy.tree.facts),
    parameters: parametersMeta(policy),
    results: Object.entries(policy.tree.results).map(([name, { label, node }]) => ({
      name,
      label,
      ...kindMeta(typeOf(node)),
    })),
    examples: policy.examples.length,
  }))
}

/** The tree as the window reads it (`/api/meta` of public policies, the page of a policy). */
export function policyTree(policy: Policy): StoredTree {
  return store(policy.tree)
}

function parametersMeta(policy: Policy): readonly ParameterMeta[] {
  return Object.entries(policy.parameters).map(([key, { type, label, keys, values, question }]) => ({
    key,
    label,
    ...kindMeta(type),
    keys: keys.map((k) => k.name),
    keyFacts: keyFacts(policy, key),
    values,
    ...(question ? { question } : {}),
  }))
}

/** Kinds and words of a table's keys: those of what the rule looks it up by. */
function keyFacts({ tree }: Policy, key: string): readonly FactMeta[] {
  const node = nodesOf(tree).find((one) => one.kind === 'parameter' && one.name === key)
  if (node?.kind !== 'parameter') return []
  return node.keys.map(({ key: { name }, by }) => ({
    name,
    label: 'label' in by && by.label ? by.label : { zh: name, en: name },
    ...kindMeta(typeOf(by)),
  }))
}

function factsMeta(facts: FieldTypes): readonly FactMeta[] {
  return Object.entries(facts).map(([name, { type, label }]) => ({ name, label, ...kindMeta(type) }))
}

function kindMeta(type: ValueType): KindMeta {
  if (type.kind === 'choice') return { kind: type.kind, options: type.options }
  if (type.kind === 'quantity') return { kind: type.kind, unit: type.unit }
  return type.kind === 'list' || type.kind === 'record'
    ? { kind: type.kind, fields: factsMeta(type.fields) }
    : { kind: type.kind }
}
