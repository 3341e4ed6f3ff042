/** One edge: whose result another step of one fact would change, and how far from it each is. */
import type { Column, KernelBook, Outcome } from '#expression'
import { arrayFor, codeOfNumber, isListColumn, numberOfCode } from '#expression'
import type { Text } from '#kernel'
import type { LabCounty } from './county.ts'
import { amounts } from './effect.ts'
import type { Layer } from './layer.ts'
import { run } from './trial.ts'

export type Edge = {
  readonly county: LabCounty
  readonly spans: KernelBook
  /** What comes out without a step. */
  readonly still: readonly Outcome[]
  readonly move: {
    readonly fact: string
    readonly kind: string
    readonly label: Text
    readonly by: number
  }
  readonly result: string
}

/** A subject at the edge: its layer and place there, and what it gets before and after the step. */
export type At = { readonly layer: number; readonly i: number; readonly now: number; readonly then: number }

export function atEdge(edge: Edge): readonly At[] {
  return edge.county.layers.flatMap((layer, at) => {
    const differs = differing(edge, at, () => edge.move.by)
    if (!differs) return []
    const found: At[] = []
    for (let i = 0; i < layer.ids.length; i++) {
      const one = layer.skipped[i] === 1 ? undefined : differs(i)
      if (one) found.push({ layer: at, i, ...one })
    }
    return found
  })
}

/** The least step that changes the result of each, by halving; where several steps do, one of them. */
export function distances(edge: Edge, at: readonly At[]): readonly number[] {
  const step = Math.abs(edge.move.by)
  const sign = Math.sign(edge.move.by)
  const [low, high] = [new Float64Array(at.length), new Float64Array(at.length).fill(step)]
  const places = placesOf(at)
  for (let size = step; size > 1; size = Math.ceil(size / 2))
    for (const [layer, place] of places) {
      const middle = (k: number) => Math.floor(((low[k] as number) + (high[k] as number)) / 2)
      const differs = differing(
        edge,
        layer,
        (i) => sign * (place.has(i) ? middle(place.get(i) as number) : 0),
      )
      for (const [i, k] of place) {
        if ((high[k] as number) - (low[k] as number) <= 1) continue
        if (differs?.(i)) high[k] = middle(k)
        else low[k] = middle(k)
      }
    }
  return [...high]
}

/** By layer: where each subject of it stands in the list. */
function placesOf(at: readonly At[]): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const found = new Map<number, Map<number, number>>()
  for (const [k, { layer, i }] of at.entries()) {
    const places = found.get(layer) ?? new Map<number, number>()
    found.set(layer, places.set(i, k))
  }
  return found
}

type Differs = (i: number) => { now: number; then: number } | undefined

/** Runs a layer with the fact moved: who takes other branches and gets another result. */
function differing(edge: Edge, at: number, by: (i: number) => number): Differs | undefined {
  const { county, spans, still, move, result } = edge
  const [layer, before] = [county.layers[at], still[at]]
  const columns = layer && moved(layer, move, by)
  if (!before || !columns) return undefined
  const after = run(county, columns, { spans, into: undefined })
  const [a, b] = [amounts(before, result), amounts(after, result)]
  return (i) => {
    if (!takesOther(before, after, i)) return undefined
    const [now, then] = [a(i), b(i)]
    return now === then || (Number.isNaN(now) && Number.isNaN(then)) ? undefined : { now, then }
  }
}

function takesOther({ bits, bitWords }: Outcome, after: Outcome, i: number): boolean {
  for (let k = i * bitWords; k < (i + 1) * bitWords; k++) if (bits[k] !== after.bits[k]) return true
  return false
}

/** The layer's columns with one fact moved; undefined where nobody has it. */
function moved(
  { columns }: Layer,
  { fact, kind }: Edge['move'],
  by: (i: number) => number,
): Layer['columns'] | undefined {
  const column = columns.facts[fact]
  if (!column || isListColumn(column)) return undefined
  return { ...columns, facts: { ...columns.facts, [fact]: { ...column, values: shifted(column, kind, by) } } }
}

function shifted({ values, dens }: Column, kind: string, by: (i: number) => number): Column['values'] {
  const next = arrayFor(kind === 'day' ? { kind: 'day' } : { kind: 'money' }, values.length)
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (kind === 'day') next[i] = value === 0 ? 0 : codeOfNumber(numberOfCode(value) + by(i)) || value
    else next[i] = value + by(i) * (dens?.[i] ?? 1)
  }
  return next
}
