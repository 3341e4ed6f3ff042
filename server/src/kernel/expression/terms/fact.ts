/** Declarations of facts: a kind and its words. The term that a rule sees follows from the declaration. */
import type { Text } from '../../label.ts'
import type { FieldTypes, ValueType } from '../types.ts'
import type {
  AreaTerm,
  BooleanTerm,
  ChoiceTerm,
  CountTerm,
  DayTerm,
  ListTerm,
  MoneyTerm,
  MonthsTerm,
  NumberTerm,
  PercentTerm,
  QuantityTerm,
  Term,
  TextTerm,
  YearsTerm,
} from './term.ts'
import { termOf } from './term.ts'

/** `term` is for the compiler only. */
export type FactDeclaration<T extends Term = Term> = {
  readonly type: ValueType
  readonly label: Text
  readonly term?: T
}
export type FactDeclarations = Readonly<Record<string, FactDeclaration>>
export type TermsOf<F extends FactDeclarations> = {
  readonly [K in keyof F]: F[K] extends FactDeclaration<infer T> ? T : never
}

type Labelled = { readonly label: Text }

const simple =
  <T extends Term>(kind: Exclude<ValueType['kind'], 'choice' | 'quantity' | 'record' | 'list'>) =>
  ({ label }: Labelled): FactDeclaration<T> => ({ type: { kind }, label })

export const fact = {
  boolean: simple<BooleanTerm>('boolean'),
  count: simple<CountTerm>('count'),
  number: simple<NumberTerm>('number'),
  percent: simple<PercentTerm>('percent'),
  money: simple<MoneyTerm>('money'),
  day: simple<DayTerm>('day'),
  months: simple<MonthsTerm>('months'),
  years: simple<YearsTerm>('years'),
  area: simple<AreaTerm>('area'),
  text: simple<TextTerm>('text'),
  choice: <const O extends Record<string, Text>>({
    label,
    options,
  }: Labelled & { options: O }): FactDeclaration<ChoiceTerm<keyof O & string>> => ({
    type: { kind: 'choice', options },
    label,
  }),
  quantity: <const U extends string>({
    label,
    unit,
  }: Labelled & { unit: U }): FactDeclaration<QuantityTerm<U>> => ({
    type: { kind: 'quantity', unit },
    label,
  }),
  /** A list of records; each field is itself a fact. */
  list: <F extends FactDeclarations>({
    label,
    fields,
  }: Labelled & { fields: F }): FactDeclaration<ListTerm<TermsOf<F>>> => ({
    type: { kind: 'list', fields: typesOf(fields) },
    label,
  }),
}

function typesOf(fields: FactDeclarations): FieldTypes {
  return Object.fromEntries(Object.entries(fields).map(([name, { type, label }]) => [name, { type, label }]))
}

/** The symbolic facts that `decide` receives. */
export function factTerms<F extends FactDeclarations>(facts: F): TermsOf<F> {
  const entries = Object.entries(facts).map(([name, { type, label }]) => [
    name,
    termOf(type, { kind: 'fact', name, of: type, label }),
  ])
  return Object.fromEntries(entries) as TermsOf<F> // `as`: termOf gives the class that the declaration names
}
