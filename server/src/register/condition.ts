/** Conditions over the rows of a register, as data: a field and an operator, OR, NOT, and what rows of other registers must meet. */
import { z } from 'zod'
import { invariant } from '#kernel'
import type { Register } from './define.ts'
import { dayKind } from './kinds/day.ts'
import type { Cell, Field, Operator } from './kinds/index.ts'
import { referenceKind } from './kinds/reference.ts'
import type { Registry } from './registry.ts'

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

const plainShape = z.object({
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
type Value = z.infer<typeof plainShape>['value']

/** A field of the row itself. */
export type PlainCondition<V = NonNullable<Value>> = { field: string; op: Operator; value?: V | undefined }

/**
 * `any`: one of these groups holds whole. `not`: these do not hold together. `where`: the row that the field points to meets
 * these (`ownerId`: the owner). `some`: there is a row of that register that points here by the field `by` and meets these.
 */
export type Condition<V = NonNullable<Value>> =
  | PlainCondition<V>
  | { any: readonly (readonly Condition<V>[])[] }
  | { not: readonly Condition<V>[] }
  | { field: string; where: readonly Condition<V>[] }
  | { some: string; by: string; where: readonly Condition<V>[] }

const around = (inner: z.ZodType<Condition, Condition>): z.ZodType<Condition, Condition> =>
  z.union([
    plainShape,
    z.object({ any: z.array(z.array(inner).min(1).max(10)).min(1).max(10) }),
    z.object({ not: z.array(inner).min(1).max(10) }),
    z.object({ field: z.string().max(60), where: z.array(inner).max(10) }),
    z.object({ some: z.string().max(60), by: z.string().max(60), where: z.array(inner).max(10) }),
  ])

/** Three deep: persons in a household that has somebody who … or …. */
export const conditionShape = around(around(around(plainShape)))

/** All of them hold. */
export const filterShape = z
  .array(conditionShape)
  .max(20)
  .refine((filter) => partsOf(filter).length <= 60, {
    error: '条件太多了，请去掉一些。 / Too many conditions.',
  })

/** Every part of a filter, those inside others too. */
function partsOf<V>(filter: readonly Condition<V>[]): Condition<V>[] {
  return filter.flatMap((one) => [one, ...partsOf(insideOf(one))])
}

function insideOf<V>(one: Condition<V>): readonly Condition<V>[] {
  if ('any' in one) return one.any.flat()
  if ('not' in one) return one.not
  return 'where' in one ? one.where : []
}

/**
 * One field that a filter asks, with the register whose rows it asks. `where`: it points to a row of another register. `some`:
 * rows of another register point here by it. `linked`: it is not a field of the row itself.
 */
export type AskedField = {
  register: Register
  field: string
  op: Operator | 'where' | 'some'
  linked: boolean
}

/** Every field that a filter asks, in its order. A link that leads nowhere is a mistake of who declared it. */
export function askedBy<V>(
  registry: Registry,
  register: Register,
  filter: readonly Condition<V>[],
  linked = false,
): AskedField[] {
  return filter.flatMap((one): AskedField[] => {
    if ('op' in one) return [{ register, field: one.field, op: one.op, linked }]
    if (!('where' in one)) return askedBy(registry, register, insideOf(one), linked)
    const other = linkedBy(registry, register, one)
    invariant(other, `${register.name} is linked so with another register`)
    const at: AskedField =
      'some' in one
        ? { register: other, field: one.by, op: 'some', linked: true }
        : { register, field: one.field, op: 'where', linked }
    return [at, ...askedBy(registry, other, one.where, true)]
  })
}

/** The register whose rows a link asks; none where there is no such link. */
export function linkedBy(
  registry: Registry,
  register: Register,
  link: { field: string } | { some: string; by: string },
): Register | undefined {
  if ('field' in link) return registry.find(targetOf(register, link.field) ?? '')
  const other = registry.find(link.some)
  return other && targetOf(other, link.by) === register.name ? other : undefined
}

function targetOf(register: Register, name: string): string | undefined {
  const field = filterable(register, name)
  return name === 'ownerId' ? register.owner : field?.kind.target?.(field)
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
