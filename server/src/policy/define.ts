/** `definePolicy`: one declaration is the whole rule. `decide` runs once, here; what remains is data. */

import type { DayTerm, FactDeclarations, Node, Term, TermsOf, Tree } from '#expression'
import { factTerms, nodesOf, restore, store, typeOf } from '#expression'
import type { Citation, Text } from '#kernel'
import { checkTree } from './checker.ts'
import { hashTree } from './hash.ts'
import type { ParameterDeclarations, ParameterTerms } from './parameter.ts'
import { parameterTerms } from './parameter.ts'

/** An example of the source or the catalogue; runs as a test. `expect` names only what it is about. */
export type Example<Facts extends string = string, Results extends string = string> = {
  /** The rule that it illustrates: `LS-03`. */
  readonly rule: string
  readonly title?: Text
  readonly given: { readonly [K in Facts]?: unknown }
  readonly on?: string
  /** Parameter values for this example, in wire form. */
  readonly parameters?: Readonly<Record<string, unknown>>
  readonly expect: {
    readonly status?: 'known' | 'unknown' | 'problem'
    readonly result?: { readonly [K in Results]?: unknown }
    readonly missing?: readonly string[]
    readonly missingParameters?: readonly string[]
    /** Codes of problems. */
    readonly problems?: readonly string[]
    /** Checks by id: holds or does not. */
    readonly checks?: Readonly<Record<string, boolean>>
  }
}

/** What a person asks first, one sentence each; a rule that pays nothing leaves the money out. */
export type Summary = {
  /** 谁能得 */
  readonly who: Text
  /** 得多少 */
  readonly amount?: Text
  /** 怎么算 */
  readonly how: Text
  /** 从哪里付 */
  readonly paidFrom?: Text
}

/** `Fact` names its facts for the compiler; a list holds `Policy`. */
export type Policy<Fact extends string = string> = {
  /** For the compiler only. */
  readonly factNames?: Fact
  readonly id: string
  /** Raised when the rule itself changes; `policies.lock` holds the hash of each released one. */
  readonly version: number
  readonly label: Text
  readonly source: Citation
  readonly summary?: Summary
  readonly effective: { readonly from: string; readonly until?: string }
  readonly parameters: ParameterDeclarations
  readonly tree: Tree
  /** SHA-256 of the canonical tree: the identity of the rule. */
  readonly hash: string
  readonly examples: readonly Example[]
}

export type PolicyDeclaration<
  F extends FactDeclarations,
  P extends ParameterDeclarations,
  R extends Readonly<Record<string, Term>>,
> = {
  readonly id: string
  readonly version?: number
  readonly label: Text
  readonly source: Citation
  readonly summary?: Summary
  readonly effective: { readonly from: string; readonly until?: string }
  readonly facts: F
  readonly parameters: P
  /** The day on which parameters are looked up; absent: the caller names it. */
  readonly on?: (facts: TermsOf<F>) => DayTerm
  readonly decide: (facts: TermsOf<F>, parameters: ParameterTerms<P>) => R
  /** Words of results that are not steps. */
  readonly results?: { readonly [K in keyof R]?: Text }
  readonly examples: readonly Example<keyof F & string, keyof R & string>[]
}

/** Builds the tree and checks it: kinds fit, ids are unique, exceptions do not overlap where that can be seen. Throws a Problem. */
export function definePolicy<
  F extends FactDeclarations,
  P extends ParameterDeclarations,
  R extends Readonly<Record<string, Term>>,
>(given: PolicyDeclaration<F, P, R>): Policy<keyof F & string> {
  const tree = restore(store(buildTree(given))) // as it will come back from the database, node for node
  for (const node of nodesOf(tree)) typeOf(node)
  checkTree(given.id, tree)
  const { id, version = 1, label, source, summary, effective, parameters, examples } = given
  const told = summary ? { summary } : {}
  return { id, version, label, source, ...told, effective, parameters, tree, hash: hashTree(tree), examples }
}

function buildTree<
  F extends FactDeclarations,
  P extends ParameterDeclarations,
  R extends Readonly<Record<string, Term>>,
>(given: PolicyDeclaration<F, P, R>): Tree {
  const facts = factTerms(given.facts)
  const decided = given.decide(facts, parameterTerms(given.parameters))
  const results = Object.entries(decided).map(([name, term]) => [
    name,
    { label: given.results?.[name] ?? labelOf(term.node, name), node: term.node },
  ])
  return {
    language: 1,
    facts: Object.fromEntries(
      Object.entries(given.facts).map(([name, { type, label }]) => [name, { type, label }]),
    ),
    parameters: Object.fromEntries(
      Object.entries(given.parameters).map(([name, { type, label, keys }]) => [name, { type, label, keys }]),
    ),
    ...(given.on ? { on: given.on(facts).node } : {}),
    results: Object.fromEntries(results),
  }
}

/** A result that is a step is called as the step is. */
function labelOf(node: Node, name: string): Text {
  return 'label' in node && node.label ? node.label : { zh: name, en: name }
}
