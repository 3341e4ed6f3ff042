/** From what stands now and what the events changed to the spans of days in which each value held. Pure. */
import type { Day } from '#kernel'
import type { AnyRow } from '../row.ts'
import type { SpellDeclaration, Values } from './define.ts'

export type Spell = {
  /** Null: from when is not known; the register did not say it before the first event. */
  from: Day | null
  /** The first day that no longer counts; null while it goes on. */
  to: Day | null
  values: Values
}

/** What an event did to the row; in the order in which they happened. */
export type Step = { on: Day; born: boolean; before: Values; after: Values }

/** The spans of the declared fields, the first first. A span without a day is left out. */
export function spellsOf({ fields, ends }: SpellDeclaration, row: AnyRow, steps: readonly Step[]): Spell[] {
  const spells: Spell[] = []
  const last = ends.map((name) => row[name]).find((day) => typeof day === 'string') as Day | undefined
  let values: Record<string, unknown> = Object.fromEntries(fields.map((name) => [name, row[name] ?? null]))
  let to: Day | null = last ?? null
  for (const step of [...steps].reverse()) {
    if (step.born) return [spell(step.on, to, values), ...spells].filter(lasts)
    const changed = fields.filter((name) => name in step.before || name in step.after)
    if (changed.length === 0) continue
    spells.unshift(spell(step.on, to, values))
    values = { ...values, ...Object.fromEntries(changed.map((name) => [name, step.before[name] ?? null])) }
    to = step.on
  }
  return [spell(null, to, values), ...spells].filter(lasts)
}

function spell(from: Day | null, to: Day | null, values: Values): Spell {
  return { from, to, values: { ...values } }
}

function lasts({ from, to }: Spell): boolean {
  return from === null || to === null || from < to
}
