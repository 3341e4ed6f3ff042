/** What the window knows of the registers: declarations as JSON, cut to the actor's verbs. */
import { z } from 'zod'
import type { Actor } from '#platform'
import { may } from '#platform'
import type { Register } from './define.ts'
import { mentionedBy } from './duplicates/declare.ts'
import { mayMerge, mayPrepare, mayWatch } from './import/who-may.ts'
import type { Field } from './kinds/index.ts'
import { isMasked } from './mask.ts'

const text = z.object({ zh: z.string(), en: z.string() })

export const fieldMetaShape = z.object({
  name: z.string(),
  kind: z.string(),
  label: text,
  required: z.boolean(),
  sensitive: z.string().nullable(),
  /** Whether this actor gets it hidden. */
  masked: z.boolean(),
  source: text.nullable(),
  help: text.nullable(),
  unit: text.nullable(),
  options: z.array(z.object({ code: z.string(), label: text })).nullable(),
  /** The register that it points to. */
  register: z.string().nullable(),
  operators: z.array(z.string()),
  sum: z.boolean(),
  /** What it is unless somebody says otherwise. */
  default: z.json(),
  number: z.boolean(),
})

export const registerMetaShape = z.object({
  name: z.string(),
  label: text,
  counter: text,
  system: z.string(),
  shape: z.enum(['record', 'dated', 'child']),
  owner: z.string().nullable(),
  title: z.string(),
  identity: z.array(z.string()),
  columns: z.array(z.string()),
  /** By a reference field: the columns on the page of the row that it points to. */
  columnsUnder: z.record(z.string(), z.array(z.string())),
  searchable: z.boolean(),
  fields: z.array(fieldMetaShape),
  /** What is compared to find duplicates, and whether this actor may merge; null where nothing is declared. */
  duplicates: z.object({ fields: z.array(z.string()), merge: z.boolean() }).nullable(),
  can: z.object({
    write: z.boolean(),
    import: z.boolean(),
    /** Uploads and mends what another commits. */
    prepare: z.boolean(),
    /** Looks at the imports of others. */
    watch: z.boolean(),
    export: z.boolean(),
    reveal: z.boolean(),
  }),
})
export type RegisterMeta = z.infer<typeof registerMetaShape>

/** The registers that the actor may read. */
export function registerMeta(registers: readonly Register[], actor: Actor): RegisterMeta[] {
  return registers
    .filter((register) => may(actor, `${register.name}.read`))
    .map((register) => metaOf(register, actor))
}

function metaOf(register: Register, actor: Actor): RegisterMeta {
  const can = (act: string) => may(actor, `${register.name}.${act}`)
  return {
    name: register.name,
    label: register.label,
    counter: register.counter,
    system: register.system,
    shape: register.shape,
    owner: register.owner ?? null,
    title: register.title,
    identity: [...register.identity],
    columns: [...register.columns],
    columnsUnder: Object.fromEntries(
      Object.entries(register.columnsUnder ?? {}).map(([field, names]) => [field, [...names]]),
    ),
    searchable: register.search !== undefined,
    fields: Object.entries(register.fields).map(([name, field]) => fieldMetaOf(actor, name, field)),
    duplicates: register.duplicates
      ? {
          fields: [...new Set([...mentionedBy(register.duplicates), 'area'])].filter(
            (one) => one !== undefined,
          ),
          merge: can('merge'),
        }
      : null,
    can: {
      write: can('write'),
      import: mayMerge(actor, register.name),
      prepare: mayPrepare(actor, register.name),
      watch: mayWatch(actor, register.name),
      export: can('export'),
      reveal: can('reveal'),
    },
  }
}

/** One field as a form of this actor shows it. */
export function fieldMetaOf(actor: Actor, name: string, field: Field): z.infer<typeof fieldMetaShape> {
  return {
    name,
    kind: field.kind.name,
    label: field.label,
    required: field.required && field.default === undefined,
    sensitive: field.sensitive ?? null,
    masked: isMasked(actor, field),
    source: field.source ?? null,
    help: field.help ?? null,
    unit: field.unit ?? null,
    options: field.options ? Object.entries(field.options).map(([code, label]) => ({ code, label })) : null,
    register: field.kind.target?.(field) ?? null,
    operators: isMasked(actor, field) ? [] : [...field.kind.operators],
    sum: field.sum ?? false,
    default: defaultOf(field),
    number: field.kind.excel(field).number,
  }
}

function defaultOf(field: Register['fields'][string]): z.infer<ReturnType<typeof z.json>> {
  return field.default === undefined ? null : field.kind.toWire(field.default)
}
