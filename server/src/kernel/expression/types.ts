/** The vocabulary of the language: kinds of values, and what an expression can answer with. */
import type { Citation } from '../citation.ts'
import type { Text } from '../label.ts'
import type { Ratio } from '../ratio.ts'

/** The kind of a value; data, so that it can be stored with the tree. */
export type ValueType =
  | {
      readonly kind:
        | 'boolean'
        | 'count'
        | 'number'
        | 'percent'
        | 'money'
        | 'day'
        | 'months'
        | 'years'
        | 'area'
        | 'text'
    }
  | ChoiceType
  | { readonly kind: 'quantity'; readonly unit: string }
  | RecordType
  | ListType

export type ChoiceType = { readonly kind: 'choice'; readonly options: Readonly<Record<string, Text>> }
export type FieldTypes = Readonly<Record<string, { readonly type: ValueType; readonly label: Text }>>
export type RecordType = { readonly kind: 'record'; readonly fields: FieldTypes }
export type ListType = { readonly kind: 'list'; readonly fields: FieldTypes }
export type ValueKind = ValueType['kind']

/** count, months, years: whole numbers; money: fen; number, percent (share of 1), quantity: exact fractions; the rest text. */
export type Value = boolean | string | number | Ratio | RecordValue | ListValue
export type RecordValue = { readonly fields: Readonly<Record<string, Reading>> }
export type ListValue = { readonly elements: readonly Element[] }

/** An element of a list. `present` is a known true, except where a filter could not decide. */
export type Element = { readonly record: RecordValue; readonly present: Reading }

/** What evaluating gives: the three values of the language, or a problem where no value exists. */
export type Reading =
  | Known
  | { readonly state: 'na' }
  | {
      readonly state: 'unknown'
      readonly missing: readonly string[]
      readonly missingParameters: readonly string[]
    }
  | { readonly state: 'problem'; readonly findings: readonly Finding[] }

export type Known = { readonly state: 'known'; readonly value: Value }

/** Why there is no value: said to a person, with the clauses that it concerns. */
export type Finding = {
  readonly code: string
  readonly text: Text
  readonly details?: Readonly<Record<string, unknown>>
  readonly citations?: readonly Citation[]
}

/** A parameter as it holds on the day of lookup: a value, or the rows of a table. */
export type ParameterRow = { readonly keys: Readonly<Record<string, string>>; readonly value: Value }
export type ParameterReading =
  | {
      readonly state: 'known'
      readonly rows: readonly ParameterRow[]
      readonly from: string
      readonly citation?: Citation
      readonly wire: unknown
    }
  | {
      readonly state: 'unknown'
      readonly missing: readonly string[]
      readonly missingParameters: readonly string[]
    }

/** Facts by name; an absent one is unknown. */
export type Facts = Readonly<Record<string, Reading>>
/** Parameters by key, already looked up on the day that the policy names; an absent one is unknown. */
export type Parameters = Readonly<Record<string, ParameterReading>>

/** How a table finds its row: `exact` key, or the row with the greatest `from` that is not above the key (dates as text). */
export type TableKey = { readonly name: string; readonly match: 'exact' | 'from' }
