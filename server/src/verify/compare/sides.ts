/** Fields of the register's row, of its owner and of what it points to, by their path; and the list as a register without a table. */
import { invariant, t } from '#kernel'
import type { Ctx } from '#platform'
import type { EventDeclaration, Field, ImportDeclaration, Register, Registry } from '#register'
import { defineRegister } from '#register'
import type { Comparison, Here, Near, Pair } from './define.ts'

/** `via`: null = the row itself, `owner`, or the reference field that leads there. */
export type Side = { path: Here; via: string | null; register: Register; name: string; field: Field }

export function sideOf(registry: Registry, register: Register, path: Here): Side {
  const [first = '', name] = path.split('.')
  const via = name === undefined ? null : first
  const target = via === null ? register : registry.get(targetOf(register, via) ?? '')
  const field = target.fields[name ?? first]
  invariant(field, `${register.name} has ${path}`)
  return { path, via, register: target, name: name ?? first, field }
}

function targetOf(register: Register, via: string): string | undefined {
  const field = register.fields[via]
  return via === 'owner' ? register.owner : field?.kind.target?.(field)
}

export function nearPairs(near: Near | undefined): Pair[] {
  return near ? Object.values(near) : []
}

export function pathsOf({
  keys,
  compare = [],
  near = {} as never,
  expects = [],
  finds = [],
}: Comparison): Here[] {
  const pairs = [...keys.flat(), ...compare, ...nearPairs(near)]
  const wheres = [...expects, ...finds.flatMap(({ where = [] }) => where)]
  const quoted = finds.flatMap(({ here = [] }) => here)
  return [...new Set([...pairs.map(({ here }) => here), ...wheres.map(({ here }) => here), ...quoted])]
}

/** The registers that a comparison looks into. */
export function registersOf(registry: Registry, comparison: Comparison): string[] {
  const register = registry.get(comparison.register)
  const sides = pathsOf(comparison).map((path) => sideOf(registry, register, path).register.name)
  return [...new Set([register.name, ...sides])]
}

/** Whether the actor sees all that is looked into: who sees less would take the unseen for missing. */
export function canCompare({ actor }: Ctx, registry: Registry, comparison: Comparison): boolean {
  const read = new Set([...actor.reads, ...actor.writes])
  const all = registersOf(registry, comparison)
  return actor.party === null && (read.has('*') || all.every((name) => read.has(name)))
}

/** The columns of the list as the importer's reader takes them. */
export function listOf(comparison: Comparison, registry: Registry): Register {
  const { id, label, fields, keys, near } = comparison
  const title = near?.name.list ?? Object.keys(fields)[0] ?? ''
  return defineRegister({
    name: `list.${id}`,
    label,
    counter: t('行', 'rows'),
    system: registry.get(comparison.register).system,
    shape: 'record',
    fields,
    identity: keys[0]?.map(({ list }) => list) ?? [],
    title,
    columns: [],
  })
}

export function rulesOf({ id, words = {} }: Comparison): ImportDeclaration {
  return { register: `list.${id}`, ...words }
}

/** Proves at start that every column and path of a comparison exists and that both sides are of one kind. */
export function checkComparisons(
  registry: Registry,
  comparisons: readonly Comparison[],
  events: readonly EventDeclaration[] = [],
): void {
  for (const comparison of comparisons) {
    checkByEvents(comparison, events)
    const register = registry.get(comparison.register)
    const { keys, compare = [], adopts = [], near, finds = [], fields } = comparison
    const pairs = [...keys.flat(), ...compare, ...adopts, ...nearPairs(near)]
    for (const { list, here } of pairs) {
      const side = sideOf(registry, register, here)
      const same = fields[list]?.kind.name === side.field.kind.name
      invariant(same, `${comparison.id}: ${list} is of the kind of ${here}`)
    }
    for (const path of pathsOf(comparison)) sideOf(registry, register, path)
    for (const { list, here } of adopts)
      invariant(list in fields && here in register.fields, `${comparison.id} adopts own fields only`)
    for (const { there = [], differs } of finds)
      for (const name of [...there, ...(differs ? [differs] : [])])
        invariant(name in fields, `${comparison.id} has the column ${name}`)
  }
}

/** The event is one of the comparison's register, has these fields, and takes only what may be adopted. */
function checkByEvents(
  { id, register, adopts = [], adoptsBy = [] }: Comparison,
  events: readonly EventDeclaration[],
): void {
  for (const { event: name, day, values = {} } of adoptsBy) {
    const event = events.find((one) => one.name === name)
    invariant(event?.subject.name === register, `${id}: ${name} is an event of ${register}`)
    for (const pair of [day, ...Object.values(values)])
      invariant(
        adopts.some(({ list, here }) => list === pair.list && here === pair.here),
        `${id}: ${pair.list} is adopted by ${name} and among what may be adopted`,
      )
    for (const field of Object.keys(values)) invariant(event.form[field], `${id}: ${name} has ${field}`)
  }
}
