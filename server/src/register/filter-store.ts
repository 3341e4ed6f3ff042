/** Conditions of a list: AND of field, operator, value. Values are read by the field's kind, hidden fields are refused. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '#platform'
import { mainColumn, ownerColumn, snake } from './columns.ts'
import type { Register } from './define.ts'
import { dayKind } from './kinds/day.ts'
import type { Cell, Field, Operator } from './kinds/index.ts'
import { referenceKind } from './kinds/reference.ts'
import { refuseMasked } from './mask.ts'
import { registerProblems } from './problems.ts'

export const operators = [
  'eq',
  'ne',
  'lt',
  'le',
  'gt',
  'ge',
  'in',
  'within',
  'contains',
  'starts',
  'unknown',
  'known',
  'laterOrNone',
  'byOrNone',
] as const

export const conditionShape = z.object({
  field: z.string().max(60),
  op: z.enum(operators),
  value: z
    .union([
      z.string().max(200),
      z.number(),
      z.boolean(),
      z.array(z.union([z.string().max(200), z.number()])).max(200),
    ])
    .optional(),
})
export type Condition = z.infer<typeof conditionShape>

/** One SQL condition; `true` for none. */
export function whereOf(
  register: Register,
  actor: Pick<Actor, 'sees'>,
  filter: readonly Condition[],
): RawBuilder<unknown> {
  const parts = filter.map((condition) => conditionOf(register, actor, condition))
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `)
}

function conditionOf(
  register: Register,
  actor: Pick<Actor, 'sees'>,
  { field: name, op, value }: Condition,
): RawBuilder<unknown> {
  const field = filterable(register, name)
  if (!field?.kind.operators.includes(op)) throw registerProblems.filter({ field: name, op })
  refuseMasked(actor, field)
  const column = sql.ref(name === 'ownerId' ? (ownerColumn(register) ?? '') : mainColumn(register, name))
  const read = (one: unknown) => readValue(field, { name, op, value: one })
  return sqlOf[op]({ name, column, value, read })
}

/** The declared fields, the span of dated rows, the owner. */
export function filterable(register: Register, name: string): Field | undefined {
  const bare = { label: register.label, required: true } as const
  if (register.shape === 'dated' && (name === 'validFrom' || name === 'validTo'))
    return { ...bare, kind: dayKind } as unknown as Field
  if (register.owner && name === 'ownerId') return { ...bare, kind: referenceKind } as unknown as Field
  if (name === 'area' && !register.fields.area) return { ...bare, kind: areaOf } as unknown as Field
  return register.fields[name]
}

const areaOf = {
  operators: ['within', 'eq'],
  parse: (cell: Cell) => ({ ok: true, value: String(cell) }),
  encode: (v: unknown) => [v],
}

type Part = { name: string; column: RawBuilder<unknown>; value: unknown; read: (one: unknown) => unknown }

/** By operator, never by kind. Comparisons are true of known values only; `ne` keeps the unknown ones out. */
const sqlOf: Record<Operator, (part: Part) => RawBuilder<unknown>> = {
  eq: ({ column, value, read }) => sql`${column} = ${read(value)}`,
  ne: ({ column, value, read }) => sql`${column} <> ${read(value)}`,
  lt: ({ column, value, read }) => sql`${column} < ${read(value)}`,
  le: ({ column, value, read }) => sql`${column} <= ${read(value)}`,
  gt: ({ column, value, read }) => sql`${column} > ${read(value)}`,
  ge: ({ column, value, read }) => sql`${column} >= ${read(value)}`,
  in: ({ column, value, read }) =>
    sql`${column} in (${sql.join((Array.isArray(value) ? value : [value]).map((one) => sql`${read(one)}`))})`,
  within: ({ column, value }) => sql`(${column} >= ${String(value)} and ${column} < ${`${String(value)}~`})`,
  contains: ({ column, value }) => sql`${column} like ${`%${escapeLike(String(value))}%`}`,
  starts: ({ column, value }) => sql`${column} like ${`${escapeLike(String(value))}%`}`,
  unknown: ({ column }) => sql`${column} is null`,
  known: ({ column }) => sql`${column} is not null`,
  /** Not yet on that day: a day without entry has not come, one of which only words are kept (GEN-07) cannot be told. */
  laterOrNone: ({ name, column, value, read }) =>
    sql`(${column} > ${read(value)} or (${column} is null and (not raw ? ${name} or null)))`,
  /** Not after that day, as far as is known. */
  byOrNone: ({ column, value, read }) => sql`(${column} <= ${read(value)} or ${column} is null)`,
}

export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (c) => `\\${c}`)
}

function readValue(field: Field, { name, op, value }: { name: string; op: string; value: unknown }): unknown {
  const parsed = field.kind.parse((value ?? null) as Cell, { ...field, required: true })
  if (!parsed.ok || parsed.value === null) throw registerProblems.filter({ field: name, op })
  return field.kind.encode(parsed.value)[0]
}

export { snake }
