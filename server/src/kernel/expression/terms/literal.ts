/** Values written in a rule. A wrong form is refused when the rule is declared. */
import type { Text } from '../../label.ts'
import { t } from '../../label.ts'
import { Problem } from '../../problem.ts'
import type { LiteralNode } from '../node.ts'
import type { ValueType } from '../types.ts'
import { decode } from '../wire.ts'
import {
  AreaTerm,
  BooleanTerm,
  ChoiceTerm,
  CountTerm,
  DayTerm,
  MoneyTerm,
  MonthsTerm,
  NumberTerm,
  PercentTerm,
  QuantityTerm,
  TextTerm,
  YearsTerm,
} from './term.ts'

function literal(of: ValueType, wire: unknown): LiteralNode {
  const reading = decode(wire, of, { path: 'literal', label: t('规则中的值', 'the value in the rule') })
  if (reading.state === 'known') return { kind: 'literal', of, wire: wire as LiteralNode['wire'] }
  const [first] = reading.state === 'problem' ? reading.findings : []
  throw new Problem({
    code: 'expression.literal',
    status: 422,
    text: first?.text ?? t('规则中的值没有写。请写上。', 'The value in the rule is not given. Give it.'),
  })
}

/** Yuan with two decimals: `money('50000.00')`. */
export const money = (yuan: string): MoneyTerm => new MoneyTerm(literal({ kind: 'money' }, yuan))
/** `percent('1.5')` is 1.5 %. */
export const percent = (value: string | number): PercentTerm =>
  new PercentTerm(literal({ kind: 'percent' }, String(value)))
export const number = (value: string): NumberTerm => new NumberTerm(literal({ kind: 'number' }, value))
export const count = (value: number): CountTerm => new CountTerm(literal({ kind: 'count' }, value))
export const months = (value: number): MonthsTerm => new MonthsTerm(literal({ kind: 'months' }, value))
export const years = (value: number): YearsTerm => new YearsTerm(literal({ kind: 'years' }, value))
export const theDay = (value: string): DayTerm => new DayTerm(literal({ kind: 'day' }, value))
export const text = (value: string): TextTerm => new TextTerm(literal({ kind: 'text' }, value))
export const area = (value: string): AreaTerm => new AreaTerm(literal({ kind: 'area' }, value))
export const boolean = (value: boolean): BooleanTerm => new BooleanTerm(literal({ kind: 'boolean' }, value))
export const quantity = <const Unit extends string>(value: string, unit: Unit): QuantityTerm<Unit> =>
  new QuantityTerm<Unit>(literal({ kind: 'quantity', unit }, { value, unit }))
export const days = (value: number): QuantityTerm<'day'> => quantity(String(value), 'day')

/** A closed set of options with their words; each member is the option as a term: `category.minor`. */
export function choices<const Options extends Record<string, Text>>(
  options: Options,
): { readonly [K in keyof Options & string]: ChoiceTerm<keyof Options & string> } {
  const entries = Object.keys(options).map((key) => [
    key,
    new ChoiceTerm(literal({ kind: 'choice', options }, key)),
  ])
  return Object.fromEntries(entries) as never // `as`: one term for each key of `options`
}
