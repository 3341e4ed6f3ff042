/** What a kind of node answers for SQL. Text is made of generated names, quoted literals and `$n`; never of what people wrote. */
import type { Node } from '../node.ts'
import type { ValueType } from '../types.ts'

/**
 * Two expressions: the state (0 known, 1 not applicable, 2 unknown, 3 problem; never null) and the value, which is null
 * unless known.
 */
export type Column = { readonly s: string; readonly v: string }

export type Answer =
  /** Over columns of operands. `partial`: a state 0 without a value is a problem (a division by zero, a number too large). */
  | (Column & { readonly partial?: true })
  /** A select that gives one row with columns `s` and `v`; both are final unless `partial`. */
  | { readonly select: string; readonly partial?: true }
  /** The reading of another node. */
  | { readonly same: Node }

/** Rows of a body: one for each element of a list, or for the round before. */
export type Rows = {
  /** What stands after `from`. */
  readonly from: string
  /** Expressions over `from` that the rows carry: by the letter that ends their column's name. */
  readonly carried: Readonly<Record<string, string>>
  /** The name that the bodies know the element by, and which carried letters are its state and value. */
  readonly item?: { readonly name: string; readonly s: string; readonly v: string }
  readonly bodies: readonly Node[]
}

export type Inner = {
  /** A select in brackets: the rows with all columns. */
  readonly rows: string
  /** Names of the carried columns by their letter. */
  readonly at: Readonly<Record<string, string>>
  readonly bodies: readonly Column[]
}

/** Where a node is translated. */
export type Place = {
  col(node: Node): Column
  typeOf(node: Node): ValueType
  /** The columns of a fact; undefined where none are given, so that it is unknown. */
  fact(name: string): Column | undefined
  inner(rows: Rows): Inner
  /** A name that nothing else in the statement has. */
  name(): string
  /** The day of lookup; undefined while that day itself is being found. */
  readonly day: Column | undefined
  parameter(name: string): ParameterSource | undefined
}

/** Rows of a parameter in time, as text for `values`, and the column with rows that the subject's own papers fix. */
export type ParameterSource = { readonly values: string | undefined; readonly own: string | undefined }

export type SqlRule<N extends Node> = (node: N, place: Place) => Answer

/** The state of the first condition that holds: `states([['a', 1], ['b', 3]])`. */
export function states(
  cases: readonly (readonly [condition: string, state: number | string])[],
  otherwise = '0',
): string {
  const whens = cases.map(([condition, state]) => ` when ${condition} then ${state}`)
  return `(case${whens.join('')} else ${otherwise} end)`
}

export function anyIs(columns: readonly Column[], state: number): string {
  if (columns.length === 0) return 'false'
  return `${state} in (${columns.map((c) => c.s).join(', ')})`
}

/** State of `absorbing`: an operand that does not apply makes the result not apply; what is missing may yet prove so. */
export function absorbed(columns: readonly Column[]): string {
  return states([1, 2, 3].map((state) => [anyIs(columns, state), state] as const))
}

/** State of `skipping`: an operand that does not apply takes no part; none left does not apply. */
export function skipped(columns: readonly Column[]): string {
  return states([
    [columns.map((c) => `${c.s} = 1`).join(' and '), 1],
    [anyIs(columns, 3), 3],
    [anyIs(columns, 2), 2],
  ])
}

/** The value where nothing is open; without one there it is a problem. */
export function computed(state: string, value: string): Answer {
  return { s: state, v: `(case when ${state} = 0 then ${value} end)`, partial: true }
}

/** Readings that are equal: known with one value, or both not applicable. */
export function same(a: Column, b: Column): string {
  return `(${a.s} = ${b.s} and (${a.s} = 1 or (${a.s} = 0 and ${a.v} = ${b.v})))`
}
