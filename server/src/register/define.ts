/** `defineRegister`: one declaration is the whole register; everything else is derived from it. */
import type { Text } from '#kernel'
import { snake } from './columns.ts'
import type { DuplicateRule } from './duplicates/declare.ts'
import type { Field } from './kinds/index.ts'

/** record: stands for itself; child: rows of an owner; dated: rows of an owner, each with a half-open span of days. */
export type Shape = 'record' | 'dated' | 'child'

export type Fields = Readonly<Record<string, Field>>

export type Declaration<N extends string, F extends Fields, S extends Shape> = {
  name: N
  label: Text
  /** The counter word: 人, 户. */
  counter: Text
  /** The system that it belongs to, for grouping. */
  system: string
  shape: S
  /** The register whose rows own the rows of a child or dated register. */
  owner?: string
  fields: F
  /** The field whose value is the row's area; `area` unless said. Child and dated rows take the owner's. */
  areaFrom?: string
  /** What tells one row from another (within its owner), for imports and for the refusal of doubles. */
  identity: readonly string[]
  /** What tells rows apart whose identity is unknown (a person without number). */
  identityElse?: readonly string[]
  /** Fields that are unique together among rows that are not removed; `identity` unless said. `false`: none. */
  unique?: readonly string[] | false
  title: string
  columns: readonly string[]
  /** By a reference field: the columns on the page of the row that it points to, where others matter there. */
  columnsUnder?: Readonly<Record<string, readonly string[]>>
  /** Fields that the search box looks in. */
  search?: { name: string; id?: string; phone?: string }
  /** What tells that two rows may be one; a register without it is not looked through. */
  duplicates?: DuplicateRule
  /** Dated rows of one owner (with the same values of `by`) may not overlap. */
  overlap?: { refuse: true; by?: readonly string[] }
  /** Fills what is missing from what is given (birth date from the identity number); never overwrites. */
  fill?: (values: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
}

export type Register<
  N extends string = string,
  F extends Fields = Fields,
  S extends Shape = Shape,
> = Declaration<N, F, S> & {
  readonly table: string
  readonly areaField: string | null
}

/** Declares a register. `checkRegisters` proves at start that all of them fit together. */
export function defineRegister<const N extends string, const F extends Fields, const S extends Shape>(
  declaration: Declaration<N, F, S>,
): Register<N, F, S> {
  return {
    ...declaration,
    table: snake(declaration.name),
    areaField: declaration.shape === 'record' ? (declaration.areaFrom ?? 'area') : null,
  }
}
