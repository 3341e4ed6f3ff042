/** Paths from a row to others: `person` (a reference), `landTake` (its owner), `otherPension` (rows it owns or that point to it). */
import type { Text } from '#kernel'
import { invariant, t } from '#kernel'
import type { Register } from './define.ts'
import type { Registry } from './registry.ts'

/** One step: along a reference field, to the owner, to the rows owned, or to the rows that point here by `field`. */
export type Step = { way: 'reference' | 'owner' | 'owned' | 'pointing'; field: string; to: Register }

/** The steps of a path; a name that leads nowhere is a fault of the declaration. */
export function stepsOf(registry: Registry, from: Register, names: readonly string[]): Step[] {
  let here = from
  return names.map((name) => {
    const step = stepOf(registry, here, name)
    invariant(step, `${here.name} has no way to "${name}"`)
    here = step.to
    return step
  })
}

function stepOf(registry: Registry, here: Register, name: string): Step | undefined {
  const field = here.fields[name]
  const target = field?.kind.target?.(field)
  if (target) return { way: 'reference', field: name, to: registry.get(target) }
  const to = registry.find(name)
  if (!to) return undefined
  if (here.owner === name) return { way: 'owner', field: 'ownerId', to }
  if (to.owner === here.name) return { way: 'owned', field: 'ownerId', to }
  const pointer = registry.pointersTo(here.name).find((one) => one.register.name === name)
  return pointer ? { way: 'pointing', field: pointer.field, to } : undefined
}

const spans: Record<string, Text> = {
  validFrom: t('起日', 'from'),
  validTo: t('止日', 'to'),
  area: t('村组', 'area'),
}

/** The label of a field or of the span. */
export function filterName(register: Register, name: string): Text {
  return register.fields[name]?.label ?? spans[name] ?? t(name, name)
}
