/** Facts of one subject for the policies: paths over registers, read as true on a day and known at a moment. */
import type { FactOrigin } from '#expression'
import type { Day, Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { dayAt } from '#platform'
import type { Register } from './define.ts'
import type { Step } from './fact-path.ts'
import { filterName, stepsOf } from './fact-path.ts'
import type { RowReader } from './fact-rows.ts'
import { rowReader, subjectRow } from './fact-rows.ts'
import type { ColumnsAsked, FactColumns } from './facts-columns.ts'
import { readColumns } from './facts-columns.ts'
import type { FactKind } from './kinds/index.ts'
import { isValid } from './read-store.ts'
import type { Registry } from './registry.ts'
import { registryOf } from './registry.ts'
import type { AnyRow } from './row.ts'
import { subjectIds } from './subject-store.ts'
import { touchedSubjects } from './touched-store.ts'

type FieldPath = {
  readonly kind: 'field'
  readonly path: string
  readonly empty: 'unknown' | 'notApplicable'
}
type ListPath = {
  readonly kind: 'list'
  readonly register: string
  readonly fields: Readonly<Record<string, FieldPath>>
}
type Asked = {
  subject: { register: string; id: number }
  facts: Readonly<Record<string, { readonly kind: string }>>
  valid: string
  known: string
}
type Read = {
  area: string
  facts: Readonly<Record<string, unknown>>
  origins: Readonly<Record<string, FactOrigin>>
}

/** What the policy room asks for as its port `FactSource`. */
export type RegisterFacts = {
  /** Undefined where the actor does not see the row, or it was not known then. */
  read(ctx: Ctx, asked: Asked): Promise<Read | undefined>
  /** The same for many subjects of one act: read at once, they share the statements and the rows. */
  together(): Pick<RegisterFacts, 'read'>
  /** Ids of the rows that the actor sees, in order, after one; and how many there are after it. */
  subjects(
    ctx: Ctx,
    register: string,
    page: { after: number; limit: number },
  ): Promise<{ ids: number[]; left: number }>
  /** Ids of the subjects whose facts were written after a moment, in order; undefined where they are too many. */
  touched(
    ctx: Ctx,
    asked: { register: string; facts: Asked['facts']; since: string },
  ): Promise<number[] | undefined>
  /** Facts of a page of subjects as columns; undefined where they cannot be read so. */
  columns(ctx: Ctx, asked: ColumnsAsked): Promise<FactColumns | undefined>
  /** The kind of the value at the end of a path, or why it leads nowhere; for the check at start. */
  kindAt(register: string, path: string): FactKind | { kind: 'none'; why: string }
}

/** The registers as the source of facts. */
export function registerFactSource(registers: readonly Register[]): RegisterFacts {
  const registry = registryOf(registers)
  return {
    read: (ctx, asked) => readFacts(ctx, { registry, rows: rowReader() }, asked),
    together: () => {
      const rows = rowReader()
      return { read: (ctx, asked) => readFacts(ctx, { registry, rows }, asked) }
    },
    subjects: (ctx, register, page) => subjectIds(ctx, registry.get(register), page),
    touched: (ctx, asked) => touchedSubjects(ctx, registry, asked),
    columns: (ctx, asked) => readColumns(ctx, registry, asked),
    kindAt: (register, path) => kindAt(registry, registry.get(register), path),
  }
}

type Rooms = { registry: Registry; rows: RowReader }

async function readFacts(ctx: Ctx, { registry, rows }: Rooms, asked: Asked): Promise<Read | undefined> {
  const register = registry.get(asked.subject.register)
  const row = await subjectRow(ctx, rows, { register, id: asked.subject.id, known: asked.known })
  if (!row) return undefined
  const walk: Walk = { ctx, registry, rows, valid: asked.valid as Day, known: asked.known }
  const facts: Record<string, unknown> = {}
  const origins: Record<string, FactOrigin> = {}
  for (const [name, binding] of Object.entries(asked.facts)) {
    if (binding.kind === 'field') {
      const found = await fieldAt(walk, { register, row }, binding as FieldPath)
      facts[name] = found.value
      origins[name] = found.origin
    } else if (binding.kind === 'list') {
      Object.assign(facts, {
        [name]: await listAt(walk, { register, row }, { name, list: binding as ListPath, origins }),
      })
    }
  }
  return { area: row.area, facts, origins }
}

type Walk = { ctx: Ctx; registry: Registry; rows: RowReader; valid: Day; known: string }
type Place = { register: Register; row: AnyRow }

const notApplicable = { applicable: false }

/** The value at the end of a path. Where several rows could be meant, nobody can say which: unknown, and the origin says so. */
async function fieldAt(
  walk: Walk,
  from: Place,
  { path, empty }: FieldPath,
): Promise<{ value: unknown; origin: FactOrigin }> {
  const { steps, last } = split(walk.registry, from.register, path)
  const places = await follow(walk, [from], steps)
  const end = steps.at(-1)?.to ?? from.register
  if (places.length !== 1)
    return {
      value: places.length === 0 && empty === 'notApplicable' ? notApplicable : null,
      origin: manyOrigin(end, last, places.length),
    }
  const [place] = places as [Place]
  const value = place.row[last] ?? null
  const noted = place.row.raw?.[last] !== undefined
  return {
    value: factValue(end, last, value) ?? (empty === 'notApplicable' && !noted ? notApplicable : null),
    origin: originOf(place, last),
  }
}

/** The rows at the end of a path as records; dated ones that have begun by the day. */
async function listAt(
  walk: Walk,
  from: Place,
  { name, list, origins }: { name: string; list: ListPath; origins: Record<string, FactOrigin> },
): Promise<unknown[]> {
  const steps = stepsOf(walk.registry, from.register, list.register.split('.'))
  const target = steps.at(-1)?.to ?? from.register
  const places = (await follow(walk, [from], steps, 'begun')).filter(
    ({ row }) => row.validFrom === undefined || row.validFrom <= walk.valid,
  )
  origins[name] = { label: target.label, register: target.name }
  const records: Record<string, unknown>[] = []
  for (const [i, place] of places.entries()) {
    const record: Record<string, unknown> = {}
    for (const [field, binding] of Object.entries(list.fields)) {
      const found = await fieldAt(walk, place, binding)
      record[field] = found.value
      origins[`${name}[${i}].${field}`] = found.origin
    }
    records.push(record)
  }
  return records
}

/** Goes the steps from each place. A dated row counts on the way only if its span holds the day. */
async function follow(
  walk: Walk,
  from: readonly Place[],
  steps: readonly Step[],
  last: 'valid' | 'begun' = 'valid',
): Promise<Place[]> {
  let places = [...from]
  for (const [i, step] of steps.entries()) {
    const any = last === 'begun' && i === steps.length - 1
    const next: Place[] = []
    for (const place of places)
      for (const row of await rowsBehind(walk, place, step))
        if (any || isValid(row, walk.valid)) next.push({ register: step.to, row })
    places = next
  }
  return places
}

function rowsBehind(walk: Walk, { row }: Place, step: Step): Promise<AnyRow[]> {
  const id = step.way === 'reference' ? row[step.field] : step.way === 'owner' ? row.ownerId : row.id
  if (typeof id !== 'number') return Promise.resolve([])
  return walk.rows(walk.ctx, step, id, walk.known)
}

function split(registry: Registry, from: Register, path: string): { steps: Step[]; last: string } {
  const parts = path.split('.')
  return { steps: stepsOf(registry, from, parts.slice(0, -1)), last: parts.at(-1) ?? '' }
}

function factValue(register: Register, name: string, value: unknown): unknown {
  if (value === null) return null
  const field = register.fields[name]
  if (!field) return value
  return field.kind.toFact ? field.kind.toFact(value, field) : field.kind.toWire(value)
}

function originOf({ register, row }: Place, name: string): FactOrigin {
  return {
    label: labelOf(register, name),
    register: register.name,
    id: String(row.id),
    field: name,
    asOf: dayAt(row.updatedAt),
  }
}

function labelOf(register: Register, name: string): Text {
  const field = register.fields[name]
  const where = field?.source ?? register.label
  return t(`${where.zh}·${filterName(register, name).zh}`, `${where.en}, ${filterName(register, name).en}`)
}

function manyOrigin(register: Register, name: string, count: number): FactOrigin {
  const label = labelOf(register, name)
  if (count === 0)
    return {
      label: t(`${label.zh}（没有登记）`, `${label.en} (not registered)`),
      register: register.name,
      field: name,
    }
  return {
    label: t(
      `${label.zh}（同一天有 ${count} 条，不能判断是哪一条）`,
      `${label.en} (${count} rows on one day, no telling which)`,
    ),
    register: register.name,
    field: name,
  }
}

function kindAt(registry: Registry, from: Register, path: string): FactKind | { kind: 'none'; why: string } {
  try {
    const { steps, last } = split(registry, from, path)
    const register = steps.at(-1)?.to ?? from
    const field = register.fields[last]
    if (field) return field.kind.fact(field) ?? { kind: 'none', why: `${register.name}.${last} is no fact` }
    if (register.shape === 'dated' && (last === 'validFrom' || last === 'validTo')) return { kind: 'day' }
    return last === 'area' ? { kind: 'area' } : { kind: 'none', why: `${register.name} has no field ${last}` }
  } catch (thrown) {
    return { kind: 'none', why: thrown instanceof Error ? thrown.message : String(thrown) }
  }
}
