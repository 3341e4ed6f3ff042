/** What a decision rests on, complete: with it the rule can be run again by anybody, without a database. */
import { isDeepStrictEqual } from 'node:util'
import type { Explanation, FactOrigins, StoredTree, Tree, Wire } from '#expression'
import { decodeFacts, restore } from '#expression'
import type { Text } from '#kernel'
import type { CheckResult } from './assess.ts'
import { readTree } from './assess.ts'
import { versionRead } from './book-version.ts'
import { hashTree } from './hash.ts'
import { lookUp, openParameters, type ParameterBook } from './lookup.ts'

export type Evidence = {
  readonly policy: string
  readonly title: Text
  readonly ruleHash: string
  readonly tree: StoredTree
  /** The day on which parameters are looked up; null where it was itself unknown. */
  readonly on: string | null
  readonly book: ParameterBook
  /** Parameters that the subject's own papers fix. */
  readonly overrides: Readonly<Record<string, unknown>>
  /** In wire form, by name. */
  readonly facts: Readonly<Record<string, unknown>>
  readonly origins: FactOrigins
  readonly result: Readonly<Record<string, Wire>>
  readonly branches: string
}

export type Difference = { readonly name: string; readonly stored: unknown; readonly computed: unknown }

export type EvidenceReading = {
  /** Empty where rule, parameters and result are the stored ones. */
  readonly differences: readonly Difference[]
  readonly reproduced: boolean
  readonly result: Readonly<Record<string, Wire>>
  readonly branches: string
  readonly trace: readonly Explanation[]
  readonly checks: readonly CheckResult[]
}

/** Runs the tree again over facts and parameters. Pure; throws what a tree or a value of a strange form throws. */
export function readEvidence(evidence: Evidence): EvidenceReading {
  const { tree, hash } = readOnce(evidence.tree)
  const { facts, findings } = decodeFacts(tree.facts, evidence.facts)
  const { on, book, overrides, origins } = evidence
  const parameters = on ? lookUp(tree, on, { book, overrides }) : openParameters(tree, [])
  const read = readTree(tree, facts, parameters, { origins })
  const differences = [
    ...resultDifferences(evidence.result, read.result),
    ...difference('branches', evidence.branches, read.branches),
    ...difference('ruleHash', evidence.ruleHash, hash),
    ...difference('parameterVersion', book.version, versionRead(book)),
  ]
  return {
    differences,
    reproduced: differences.length === 0 && findings.length === 0,
    result: read.result,
    branches: read.branches,
    trace: read.trace,
    checks: read.checks,
  }
}

/** A rule that is told many times (`ruleAsTold` gives the same value each time) is put together and hashed once. */
function readOnce(stored: StoredTree): { tree: Tree; hash: string } {
  const known = treesRead.get(stored)
  if (known) return known
  const tree = restore(stored)
  const made = { tree, hash: hashTree(tree) }
  treesRead.set(stored, made)
  return made
}

const treesRead = new WeakMap<StoredTree, { tree: Tree; hash: string }>()

function resultDifferences(
  stored: Readonly<Record<string, Wire>>,
  computed: Readonly<Record<string, Wire>>,
): readonly Difference[] {
  const names = [...new Set([...Object.keys(stored), ...Object.keys(computed)])]
  return names.flatMap((name) => difference(name, stored[name], computed[name]))
}

function difference(name: string, stored: unknown, computed: unknown): readonly Difference[] {
  return isDeepStrictEqual(stored, computed) ? [] : [{ name, stored, computed }]
}
