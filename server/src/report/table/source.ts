/** What a report counts: rows of one table that the fences cover, with named columns. */
import type { Text } from '#kernel'
import type { Field, Register } from '#register'
import { mainColumn } from '#register'

export type SourceField = {
  label: Text
  column: string
  /** Words of the values of a choice. */
  options?: Readonly<Record<string, Text>>
  /** How a sum of it is shown: fen as yuan, a decimal with its places, a whole number. */
  shown: 'yuan' | 'decimal' | 'whole'
  unit?: Text
}

export type Source = {
  name: string
  label: Text
  counter: Text
  table: string
  /** Rows that count; `deleted_at is null` for registers. */
  live: string
  fields: Readonly<Record<string, SourceField>>
  /** The register whose page a row opens. */
  register: Register
}

/** A register as a source: every field with one column. */
export function fromRegister(register: Register): Source {
  const fields = Object.entries(register.fields).map(([name, field]) => [
    name,
    fieldOf(register, name, field),
  ])
  return {
    name: register.name,
    label: register.label,
    counter: register.counter,
    table: register.table,
    live: 'deleted_at is null',
    fields: Object.fromEntries(fields),
    register,
  }
}

function fieldOf(register: Register, name: string, field: Field): SourceField {
  const fact = field.kind.fact(field)?.kind
  return {
    label: field.label,
    column: mainColumn(register, name),
    shown: fact === 'money' ? 'yuan' : fact === 'quantity' || fact === 'percent' ? 'decimal' : 'whole',
    ...(field.options ? { options: field.options } : {}),
    ...(field.unit ? { unit: field.unit } : {}),
  }
}
