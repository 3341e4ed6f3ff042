/** From what was given to what will be stored: defaults, what follows from other fields, and nothing required left open. */
import type { z } from 'zod'
import { t } from '#kernel'
import type { Register } from './define.ts'
import type { Field } from './kinds/index.ts'
import type { ValueIssue } from './problems.ts'
import { registerProblems } from './problems.ts'

type Values = Readonly<Record<string, unknown>>

/** The values with defaults and fillings; a required value that is missing, or one of the wrong form, is a Problem that names all. */
export function fillRow(register: Register, given: Values): Values {
  const defaults = Object.fromEntries(
    Object.entries(register.fields).flatMap(([name, field]) =>
      field.default === undefined ? [] : [[name, field.default]],
    ),
  )
  const known = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value !== null),
  )
  const values = { ...given, ...defaults, ...known }
  const filled = { ...values, ...register.fill?.(values) }
  requireAll(register, filled)
  requireForm(register, filled)
  return filled
}

export function requireAll(register: Register, values: Values): void {
  const missing = Object.entries(register.fields).filter(
    ([name, field]) => field.required && (values[name] === null || values[name] === undefined),
  )
  const issues: ValueIssue[] = missing.map(([field, { label }]) => ({
    field,
    label,
    text: t('还没有填，这一栏必须填。', 'is empty and must be given.'),
  }))
  if (register.shape === 'dated' && !values.validFrom)
    issues.push({
      field: 'validFrom',
      label: t('起日', 'From'),
      text: t('还没有填，这一栏必须填。', 'is empty and must be given.'),
    })
  if (issues.length > 0) throw registerProblems.values({ issues })
}

/** Values that code hands in keep the form that the kind has on the wire. */
function requireForm(register: Register, values: Values): void {
  const issues: ValueIssue[] = []
  for (const [name, field] of Object.entries(register.fields)) {
    const value = values[name]
    if (value === null || value === undefined || schemaOf(field).safeParse(field.kind.toWire(value)).success)
      continue
    issues.push({
      field: name,
      label: field.label,
      text: t(
        `“${String(value)}”不是这一栏的写法。请核对。`,
        `"${String(value)}" is not a value of this field. Check it.`,
      ),
    })
  }
  if (issues.length > 0) throw registerProblems.values({ issues })
}

const schemas = new WeakMap<Field, z.ZodType>()

/** A schema is made once a field: making one costs as much as reading a thousand values. */
function schemaOf(field: Field): z.ZodType {
  const known = schemas.get(field)
  if (known) return known
  const made = field.kind.schema(field)
  schemas.set(field, made)
  return made
}
