/** Rows of which nobody can tell from the row alone who is meant. */
import type { Register } from '../define.ts'
import { columnOf } from './stage/match-store.ts'
import type { NewRow } from './tables.ts'

/** It has no number, and the register has people without. */
export function isUnsure(register: Register, { encoded }: Pick<NewRow, 'encoded'>): boolean {
  return (
    register.identityElse !== undefined &&
    columnsOfIdentity(register).some((column) => (encoded[column] ?? null) === null)
  )
}

const known = new WeakMap<Register, readonly string[]>()

function columnsOfIdentity(register: Register): readonly string[] {
  const columns = known.get(register) ?? register.identity.map((name) => columnOf(register, name))
  known.set(register, columns)
  return columns
}
