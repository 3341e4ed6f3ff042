/** What a field kind must answer. One file a kind; shared code asks here and never asks which kind it is. */
import type { z } from 'zod'
import type { Day, Locale, Text } from '#kernel'

/** A value as JSON carries it. */
export type Wire = string | number | boolean | null | { [key: string]: Wire } | Wire[]

/** A cell as a sheet or a form gives it; `serial` is a number that stood in a cell with a date format (1900 system). */
export type Cell = string | number | boolean | null | { serial: number }

/** What reading a cell needs to know beside the cell. */
export type Reading = { today?: Day }

/**
 * The outcome of reading a cell. `value` null = nobody knows; `raw` is then the text that stood there, kept beside the
 * unknown value (GEN-07). `doubt` = read, but a person should look at it.
 */
export type Parsed<V> = { ok: true; value: V | null; raw?: string; doubt?: Text } | { ok: false; text: Text }

/** Classes of personal data that are masked unless the actor's role sees them (GEN-10). */
export type Sensitive = 'id' | 'phone' | 'card' | 'health' | 'income'

export type FieldOptions = {
  label: Text
  required?: boolean
  sensitive?: Sensitive
  /** Who the value usually comes from: `t('户籍册', 'household register')`. */
  source?: Text
  help?: Text
  /** Other headings under which rosters carry this column. */
  alias?: readonly string[]
  /** Whether the sum line of the list adds it up. */
  sum?: boolean
}

export type FieldExtra = {
  options?: Readonly<Record<string, Text>>
  unit?: Text
  /** The unit's code in the expression language: `mu`. */
  unitCode?: string
  register?: string
  min?: number
  max?: number
  default?: unknown
}

/** `V` is the value in code; `Q` says whether it is required. */
export type Field<V = unknown, Q extends boolean = boolean> = FieldOptions &
  FieldExtra & { readonly kind: Kind<V>; readonly required: Q; readonly valueType?: V }

export type Operator =
  | 'eq'
  | 'ne'
  | 'lt'
  | 'le'
  | 'gt'
  | 'ge'
  | 'in'
  | 'within'
  | 'contains'
  | 'starts'
  | 'unknown'
  | 'known'
  | 'laterOrNone'
  | 'byOrNone'

/** A physical column: `suffix` is put behind the field's name in snake case. */
export type Column = { suffix: string; type: string; check?: (column: string) => string }

export type ExcelStyle = {
  width: number
  /** Number format of the cells; '@' = text. */
  format: string
  /** Whether the cell holds a number (else text: identity numbers stay text). */
  number: boolean
}

/** What the value is in the expression language; null = no policy can ask for it. */
export type FactKind =
  | { kind: 'boolean' | 'count' | 'percent' | 'money' | 'day' | 'area' | 'text' }
  | { kind: 'choice'; options: readonly string[] }
  | { kind: 'quantity'; unit: string }

// Methods, not properties: a kind of strings must stand where a kind of anything is asked for.
export type Kind<V = unknown> = {
  readonly name: string
  readonly operators: readonly Operator[]
  /** What a form shows as an example. */
  readonly example?: string
  /** The value is a code of the area table, shown by its name. */
  readonly place?: true
  /** Whether what is read has passed a test: a check digit, the calendar, a list of words or rows, declared bounds. */
  checks?(field: Field<V>): boolean
  columns(field: Field<V>): readonly Column[]
  /** The values of the columns, in their order; all null for an unknown value. */
  encode(value: V): readonly unknown[]
  decode(cells: readonly unknown[]): V | null
  /** The schema of the value on the wire. */
  schema(field: Field<V>): z.ZodType
  toWire(value: V): Wire
  parse(cell: Cell, field: Field<V>, reading?: Reading): Parsed<V>
  /** The cell that says the same as a wire value that is no plain cell. */
  cellOf?(wire: Wire): Cell
  format(value: V, field: Field<V>, locale: Locale): string
  compare(a: V, b: V): number
  excel(field: Field<V>): ExcelStyle
  /** What goes into an Excel cell: a number where `excel` says number, else text. */
  toCell(value: V, field: Field<V>): string | number
  fact(field: Field<V>): FactKind | null
  /** The value as the policy language reads it, where that is not the wire form. */
  toFact?(value: V, field: Field<V>): Wire
  /** The readable rest of a masked value; without it nothing is shown. */
  mask?(value: V): string
  /** What the declaration of the field lacks, if anything. */
  fault?(field: Field<V>): string | null
  /** The register that the value points to. */
  target?(field: Field<V>): string
}

export type RequiredOf<O> = O extends { required: true } ? true : false

/** A field with a default may be left out of an insert. */
export type DefaultOf<O> = O extends { default: infer D } ? { default: D } : unknown
