// What is typed into a form as the wire wants it, and back. A form that cannot be read goes as it is: the server says what is wrong with it.
import type { FactMeta } from './policy-types.ts'
import { isNotApplicable } from './value-text.ts'

export type Typed = Readonly<Record<string, unknown>>
type Fact = Pick<FactMeta, 'name' | 'kind' | 'unit' | 'fields'>
type Form = (typed: unknown, fact: Fact) => unknown

/** All facts that were given; one left empty is unknown and not sent. */
export function wireOfAll(typed: Typed, facts: readonly Fact[]): Record<string, unknown> {
  const entries = facts.flatMap((fact) => {
    const value = wireOf(typed[fact.name], fact)
    return value === undefined ? [] : [[fact.name, value]]
  })
  return Object.fromEntries(entries)
}

export function wireOf(typed: unknown, fact: Fact): unknown {
  if (typed === undefined || typed === null || typed === '') return undefined
  if (isNotApplicable(typed)) return typed
  return (forms[fact.kind] ?? same)(typed, fact)
}

const same: Form = (typed) => typed

const whole: Form = (typed) => (/^-?\d+$/.test(String(typed).trim()) ? Number(typed) : typed)

const forms: Record<string, Form | undefined> = {
  money: (typed) => yuan(String(typed).replaceAll(',', '').trim()),
  percent: (typed) => String(typed).replace(/%$/, '').trim(),
  count: whole,
  months: whole,
  years: whole,
  quantity: (typed, { unit }) => ({ value: String(typed).trim(), unit }),
  list: (typed, { fields = [] }) => (typed as readonly Typed[]).map((row) => wireOfAll(row, fields)), // `as`: the list input gives rows
}

/** `50000` and `50000.5` are amounts too. */
function yuan(text: string): string {
  if (/^-?\d+$/.test(text)) return `${text}.00`
  return /^-?\d+\.\d$/.test(text) ? `${text}0` : text
}

/** The same facts as the inputs show them: for filling in an example. */
export function typedOfAll(wire: Typed, facts: readonly Fact[]): Record<string, unknown> {
  return Object.fromEntries(
    facts.flatMap((fact) =>
      wire[fact.name] === undefined ? [] : [[fact.name, typedOf(wire[fact.name], fact)]],
    ),
  )
}

function typedOf(wire: unknown, fact: Fact): unknown {
  if (isNotApplicable(wire)) return wire
  if (fact.kind === 'quantity') return typeof wire === 'object' && wire && 'value' in wire ? wire.value : wire
  if (fact.kind === 'list' && Array.isArray(wire))
    return wire.map((row) => typedOfAll(row, fact.fields ?? []))
  return typeof wire === 'number' ? String(wire) : wire
}
