/** Names and places of columns: what the database calls what the code calls. */
import type { Register } from './define.ts'
import type { Column, Field } from './kinds/index.ts'

/** idNumber -> id_number. */
export function snake(name: string): string {
  return name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)
}

/** id_number -> idNumber, as rows come back from the database. */
export function camel(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, c: string) => c.toUpperCase())
}

export type PlacedColumn = Column & { name: string }

/** The columns of one field: `person` of the kind reference lives in `person_id`. */
export function columnsOf(name: string, field: Field): readonly PlacedColumn[] {
  const known = placed.get(field)
  if (known?.name === name) return known.columns
  const columns = field.kind
    .columns(field)
    .map((column) => ({ ...column, name: snake(name) + column.suffix }))
  placed.set(field, { name, columns })
  return columns
}

/** Worked out once: rows by the million ask for them. */
const placed = new WeakMap<Field, { name: string; columns: readonly PlacedColumn[] }>()

/** The first column, which filters and orders compare. */
export function mainColumn(register: Register, name: string): string {
  const field = register.fields[name]
  if (!field) return snake(name)
  return columnsOf(name, field)[0]?.name ?? snake(name)
}

/** The fields whose columns are the register's own: the field that is the row's area lives in the base column `area`. */
export function ownFields(register: Register): [string, Field][] {
  return Object.entries(register.fields).filter(([name]) => name !== 'area')
}

export function ownerColumn(register: Register): string | null {
  return register.owner ? `${snake(register.owner)}_id` : null
}

/** Columns that every table of a register has, before and behind its own. */
export const baseColumns = [
  'id',
  'area',
  'raw',
  'version',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'change_reason',
  'deleted_at',
] as const
