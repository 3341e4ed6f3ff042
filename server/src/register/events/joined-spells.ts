/** The spells of a record that was merged of several, told as one. Pure. */
import type { Spell } from './spells.ts'

/** What one number of the record says, as long as nobody else had a word in it. `ended`: its last spell is over, and nobody knows since when. */
export type Part = { id: number; spells: readonly Spell[]; ended: boolean }

export type ToldSpell = Spell & {
  /** The number of the record that says it. */
  id: number
  /** Over, on a day that nobody knows. */
  over: boolean
}

type Same = (a: Spell['values'], b: Spell['values']) => boolean

/**
 * `now` is the part that holds today. Where another part says since when that with which it begins is so, the two are one story.
 * What it says already is not told twice; what contradicts it is told beside, under its number. The first first.
 */
export function joinedSpells(now: Part, others: readonly Part[], same: Same): ToldSpell[] {
  let chain = toldOf(now)
  let rest = [...others]
  for (let led = ledTo(chain, rest, same); led; led = ledTo(chain, rest, same)) ({ chain, rest } = led)
  const told = [...chain]
  for (const spell of rest.flatMap(toldOf)) if (!told.some((one) => holds(one, spell, same))) told.push(spell)
  return told.sort(earlierFirst)
}

function toldOf({ id, spells, ended }: Part): ToldSpell[] {
  return spells.map((spell, nth) => ({
    ...spell,
    id,
    over: ended && nth === spells.length - 1 && spell.to === null,
  }))
}

type Led = { chain: ToldSpell[]; rest: Part[] }

/** The story with what one part knows of the time before it; what that part says of later stays with the rest. */
function ledTo(chain: readonly ToldSpell[], parts: readonly Part[], same: Same): Led | undefined {
  const [first, ...later] = chain
  if (first?.from !== null) return undefined
  for (const [nth, part] of parts.entries()) {
    const at = part.spells.findIndex((spell) => beginsSo(spell, first, same))
    const since = part.spells[at]?.from ?? null
    if (since === null) continue
    const before = toldOf({ ...part, spells: part.spells.slice(0, at), ended: false })
    const left = { ...part, spells: part.spells.slice(at + 1) }
    return { chain: [...before, { ...first, from: since }, ...later], rest: parts.toSpliced(nth, 1, left) }
  }
  return undefined
}

/** The same as that with which the story begins, up to the same day, from a day that is known. */
function beginsSo({ from, to, values }: Spell, first: Spell, same: Same): boolean {
  if (from === null || !same(values, first.values)) return false
  return (to === null || to === first.to) && (first.to === null || from < first.to)
}

/** Whether `a` says all that `b` says: the same, with each day that `b` knows. */
function holds(a: Spell, b: Spell, same: Same): boolean {
  if (!same(a.values, b.values)) return false
  return (b.from === null || b.from === a.from) && (b.to === null || b.to === a.to)
}

/** What goes on comes last; what began nobody knows when, by its end. */
function earlierFirst(a: ToldSpell, b: ToldSpell): number {
  const goesOn = (one: ToldSpell) => one.to === null && !one.over
  if (goesOn(a) !== goesOn(b)) return goesOn(a) ? 1 : -1
  const key = ({ from, to }: Spell) => from ?? to ?? ''
  if (key(a) !== key(b)) return key(a) < key(b) ? -1 : 1
  return (a.from === null ? 0 : 1) - (b.from === null ? 0 : 1)
}
