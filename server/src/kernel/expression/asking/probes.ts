/** Answers that could be given to a question, few but telling ones: to see what an answer would settle before it is asked. */
import type { Day } from '../../day.ts'
import { addMonths } from '../../day.ts'
import { nodesOf } from '../evaluate.ts'
import type { Tree } from '../node.ts'
import type { FieldTypes, ValueType } from '../types.ts'
import type { Wire } from '../values/rule.ts'
import type { Inquiry } from './inquiry.ts'

/** Ages and spans that people have, in years before the day of asking. */
const YEARS = [0, 1, 3, 8, 17, 30, 42, 52, 57, 66, 80]
const ENDS: Readonly<Record<string, readonly Wire[]>> = {
  boolean: [true, false],
  count: [0, 1, 10_000],
  months: [0, 1, 1200],
  years: [0, 18, 200],
  number: ['0', '1', '10000'],
  percent: ['0', '50', '100'],
  money: ['0.00', '1.00', '10000000.00'],
  text: ['-'],
  area: ['990101'],
}

/** Wire values of a kind: its ends, and what the rule and its parameters compare with. */
export function probesOf(type: ValueType, inquiries: readonly Inquiry[], today: string): readonly Wire[] {
  if (type.kind === 'choice') return Object.keys(type.options)
  if (type.kind === 'list') return listProbes(type.fields, inquiries, today)
  if (type.kind === 'day') return YEARS.map((years) => addMonths(today as Day, -12 * years))
  if (type.kind === 'quantity') return ['0', '1', '1000000'].map((value) => ({ value, unit: type.unit }))
  const own = inquiries.flatMap((one) => [...literalsOf(one.tree, type.kind), ...valuesOf(one, type.kind)])
  return [
    ...new Map([...(ENDS[type.kind] ?? []), ...own].map((wire) => [JSON.stringify(wire), wire])).values(),
  ]
}

/** None, and one element of each leading value. */
function listProbes(fields: FieldTypes, inquiries: readonly Inquiry[], today: string): readonly Wire[] {
  const lists = Object.entries(fields).map(
    ([name, { type }]) => [name, probesOf(type, inquiries, today)] as const,
  )
  const longest = Math.max(...lists.map(([, values]) => values.length))
  const elements = Array.from({ length: longest }, (_, i) =>
    Object.fromEntries(lists.map(([name, values]) => [name, values[i % values.length] as Wire])),
  )
  return [[], ...elements.map((element) => [element])]
}

function literalsOf(tree: Tree, kind: string): readonly Wire[] {
  return nodesOf(tree).flatMap((node) =>
    node.kind === 'literal' && node.of.kind === kind ? [node.wire as Wire] : [],
  )
}

function valuesOf({ tree, book }: Inquiry, kind: string): readonly Wire[] {
  const keys = Object.keys(tree.parameters).filter(
    (key) => tree.parameters[key]?.type.kind === kind && tree.parameters[key]?.keys.length === 0,
  )
  return keys.flatMap((key) =>
    [...(book.defaults[key] ?? []), ...book.values.filter((v) => v.key === key && v.value !== null)].map(
      ({ value }) => value as Wire,
    ),
  )
}
