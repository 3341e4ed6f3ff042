/** Parameters of a policy: dated values, each with its citation; the county may override them per date (GEN-12). */

import type { FactDeclaration, FactDeclarations, Node, TableKey, Term, TermsOf, ValueType } from '#expression'
import { rewrap, termOf, typeOf } from '#expression'
import type { Citation, Text } from '#kernel'

/** The value in force from a day on, in wire form: one value, or the rows of a table. */
export type DatedValue = { readonly from: string; readonly value: unknown; readonly citation: Citation }

export type ParameterDeclaration<P = unknown> = {
  readonly type: ValueType
  readonly label: Text
  /** How a table finds its row; empty for one value. */
  readonly keys: readonly TableKey[]
  readonly values: readonly DatedValue[]
  /** The question of interpretation that the default answers: `AMB-08`. */
  readonly question?: string
  readonly bind: (name: string) => P
}
export type ParameterDeclarations = Readonly<Record<string, ParameterDeclaration>>
export type ParameterTerms<P extends ParameterDeclarations> = {
  readonly [K in keyof P]: P[K] extends ParameterDeclaration<infer T> ? T : never
}

type Words = { readonly label: Text; readonly question?: string }
type Since = { readonly from: string; readonly cite: Citation }

/** A value with its date and citation; `later` adds the next ones: `dated(years(60), {…}).later(years(63), {…})`. */
export type Dated<P> = ParameterDeclaration<P> & { later(value: Term, since: Since): Dated<P> }

export function dated<T extends Term>(value: T, more: Words & Since): Dated<T> {
  const type = typeOf(value.node)
  const bind = (name: string) => rewrap(value, parameterNode(name, { type, label: more.label }))
  return growing({
    type,
    label: more.label,
    keys: [],
    question: more.question,
    values: [row(wireOf(value), more)],
    bind,
  })
}

function growing<P>(given: ParameterDeclaration<P>): Dated<P> {
  return {
    ...given,
    later: (value, since) => growing({ ...given, values: [...given.values, row(wireOf(value), since)] }),
  }
}

function row(value: unknown, { from, cite }: Since): DatedValue {
  return { from, value, citation: cite }
}

/** A parameter that the county must set: without a value the result is unknown and names it (AMB-22). */
export function required<T extends Term>(
  kind: FactDeclaration<T>,
  question?: string,
): ParameterDeclaration<T> {
  const { type, label } = kind
  return {
    type,
    label,
    keys: [],
    values: [],
    question,
    bind: (name) => termOf(type, parameterNode(name, { type, label })) as T,
  } // `as`: the declaration names the class
}

/** A parameter with keys, as rules see it. */
export type TableTerm<T extends Term, Keys> = { of(keys: Keys): T }

type Row<T extends Term> = { readonly value: T; readonly [key: string]: string | T }
type TableShape<E extends FactDeclarations, B extends FactDeclarations> = {
  readonly exact: E
  readonly from?: B
}

/**
 * A table: `exact` keys are equal to the row's, a `from` key takes the row with the greatest value that is not above it
 * (a limit by birth date, OF-17): `table({ exact: { sex }, from: { born } }, [{ sex: 'male', born: '0001-01-01', value: years(60) }, …], {…})`.
 */
export function table<
  T extends Term,
  E extends FactDeclarations,
  B extends FactDeclarations = Record<never, never>,
>(
  shape: TableShape<E, B>,
  rows: readonly Row<T>[],
  more: Words & Since,
): ParameterDeclaration<TableTerm<T, TermsOf<E> & TermsOf<B>>> {
  const keys = [
    ...Object.keys(shape.exact).map((name): TableKey => ({ name, match: 'exact' })),
    ...Object.keys(shape.from ?? {}).map((name): TableKey => ({ name, match: 'from' })),
  ]
  const [first] = rows
  const like = (first as Row<T>).value
  const type = typeOf(like.node)
  const wire = rows.map((r) =>
    Object.fromEntries(
      Object.entries(r).map(([key, value]) => [key, typeof value === 'string' ? value : wireOf(value)]),
    ),
  )
  const bind = (name: string) => ({
    of: (by: TermsOf<E> & TermsOf<B>) =>
      rewrap(
        like,
        parameterNode(name, {
          type,
          label: more.label,
          keys: keys.map((key) => ({
            key,
            by: (by as Readonly<Record<string, Term>>)[key.name]?.node as Node,
          })),
        }),
      ),
  })
  return { type, label: more.label, keys, question: more.question, values: [row(wire, more)], bind }
}

function parameterNode(
  name: string,
  given: { type: ValueType; label: Text; keys?: readonly { key: TableKey; by: Node }[] },
): Node {
  return { kind: 'parameter', name, of: given.type, label: given.label, keys: given.keys ?? [] }
}

/** The wire form of a value written in the rule. */
function wireOf(value: Term): unknown {
  return value.node.kind === 'literal' ? value.node.wire : undefined
}

/** The symbolic parameters that `decide` receives. */
export function parameterTerms<P extends ParameterDeclarations>(parameters: P): ParameterTerms<P> {
  const entries = Object.entries(parameters).map(([name, declaration]) => [name, declaration.bind(name)])
  return Object.fromEntries(entries) as ParameterTerms<P> // `as`: each declaration binds its own term
}
