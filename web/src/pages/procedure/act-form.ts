// The form of an act between page and server: what it starts with, what is sent.
import { isPaper } from './act-kinds.tsx'
import type { NextAct } from './case-types.ts'

export type ActValues = Record<string, unknown>

/** Presets of the declaration, before anybody writes. */
export function startValues(act: NextAct): ActValues {
  return Object.fromEntries(
    act.form.flatMap((field) => (field.preset === undefined ? [] : [[field.name, field.preset]])),
  )
}

/** As the server reads it: a paper by its number, nothing for what is empty. */
export function sentForm(values: ActValues): ActValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (value === undefined || value === null || value === '') return []
      return [[name, isPaper(value) ? value.id : value]]
    }),
  )
}

/** The items that go with the act: all that may be taken unless fewer are chosen; only chosen ones where the act says so. */
export function sentItems(act: NextAct, chosen: readonly number[] | undefined): number[] | undefined {
  if (act.take === 'none' || act.take === 'all') return undefined
  const eligible = new Set(act.eligible)
  if (chosen === undefined) return act.take === 'eligible' ? undefined : []
  return chosen.filter((id) => eligible.has(id))
}

/** How many it takes. */
export function countTaken(act: NextAct, items: readonly number[] | undefined): number {
  return items === undefined ? act.eligible.length : items.length
}
