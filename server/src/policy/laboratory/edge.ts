/** One edge: whose result another step of one fact would change, and how far from it each is. */
import type { Column, Columns, KernelBook, ListColumn, Outcome } from '#expression'
import { arrayFor, codeOfNumber, isListColumn, numberOfCode } from '#expression'
import type { Text } from '#kernel'
import type { LabCounty } from './county.ts'
import { amounts } from './effect.ts'
import { run } from './trial.ts'

export type Edge = {
  readonly county: LabCounty
  readonly spans: KernelBook
  /** What comes out without a step. */
  readonly still: readonly Outcome[]
  /** Outcomes that may be written over. */
  readonly spare: Outcome[]
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
  const { county, still, move, spare } = edge
  return county.layers.flatMap(({ columns, ids, skipped }, at) => {
    const before = still[at]
    const differs = before && differing(edge, { columns, still: before, into: spare[at] }, move.by)
    if (!differs) return []
    spare[at] = differs.after
    const found: At[] = []
    for (let i = 0; i < ids.length; i++) {
      const one = skipped[i] === 1 ? undefined : differs.of(i)
      if (one) found.push({ layer: at, i, ...one })
    }
    return found
  })
}

/** The least step that changes the result of each, by halving; where several steps do, one of them. */
export function distances(edge: Edge, at: readonly At[]): readonly number[] {
  const far = new Float64Array(at.length)
  for (const [layer, places] of placesOf(at)) {
    const part = partOf(edge, layer, [...places.keys()])
    if (part)
      for (const [k, step] of halved(edge, part).entries()) far[[...places.values()][k] as number] = step
  }
  return [...far]
}

/** Some subjects of a layer: themselves as columns, or, where they have lists, all of it with their places in it. */
type Part = { readonly columns: Columns; readonly still: Outcome; readonly places: readonly number[] }

function partOf({ county, spans, still }: Edge, layer: number, places: readonly number[]): Part | undefined {
  const [columns, before] = [county.layers[layer]?.columns, still[layer]]
  if (!columns || !before) return undefined
  const own = picked(columns, places)
  if (!own) return { columns, still: before, places }
  return { columns: own, still: run(county, own, { spans, into: undefined }), places: [...places.keys()] }
}

function halved(edge: Edge, { columns, still, places }: Part): Float64Array {
  const step = Math.abs(edge.move.by)
  const sign = Math.sign(edge.move.by)
  const [low, high] = [new Float64Array(places.length), new Float64Array(places.length).fill(step)]
  const shift = new Float64Array(columns.count)
  let into: Outcome | undefined
  for (let size = step; size > 1; size = Math.ceil(size / 2)) {
    const middle = Float64Array.from(low, (from, k) => Math.floor((from + (high[k] as number)) / 2))
    for (const [k, i] of places.entries()) shift[i] = sign * (middle[k] as number)
    const differs = differing(edge, { columns, still, into }, (i) => shift[i] as number)
    into = differs?.after
    for (const [k, i] of places.entries()) {
      if ((high[k] as number) - (low[k] as number) <= 1) continue
      if (differs?.of(i)) high[k] = middle[k] as number
      else low[k] = middle[k] as number
    }
  }
  return high
}

/** By layer: the place of each subject in it, and in the list. */
function placesOf(at: readonly At[]): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const found = new Map<number, Map<number, number>>()
  for (const [k, { layer, i }] of at.entries()) {
    const places = found.get(layer) ?? new Map<number, number>()
    found.set(layer, places.set(i, k))
  }
  return found
}

/** The columns of some subjects; undefined where a fact is a list. */
function picked(columns: Columns, places: readonly number[]): Columns | undefined {
  if (Object.values(columns.facts).some(isListColumn)) return undefined
  const some = (of: Readonly<Record<string, Column | ListColumn>>) =>
    Object.fromEntries(
      Object.entries(of).map(([name, column]) => [name, pickedColumn(column as Column, places)]),
    )
  const { parameters } = columns
  return {
    ...columns,
    count: places.length,
    facts: some(columns.facts),
    ...(parameters ? { parameters: some(parameters) as Readonly<Record<string, Column>> } : {}),
  }
}

function pickedColumn({ values, states, dens, findings }: Column, places: readonly number[]): Column {
  return {
    values: Float64Array.from(places, (i) => values[i] as number),
    ...(states ? { states: Uint8Array.from(places, (i) => states[i] as number) } : {}),
    ...(dens ? { dens: Float64Array.from(places, (i) => dens[i] as number) } : {}),
    ...(findings ? { findings: new Map(found(findings, places)) } : {}),
  }
}

function found(findings: NonNullable<Column['findings']>, places: readonly number[]) {
  return places.flatMap((i, k) => {
    const reading = findings.get(i)
    return reading ? [[k, reading] as const] : []
  })
}

/** How far: the same for all, or of each. */
type By = number | ((i: number) => number)

type Moved = {
  of(i: number): { now: number; then: number } | undefined
  readonly after: Outcome
}

/** Runs columns with the fact moved: who takes other branches and gets another result. */
function differing(
  { county, spans, move, result }: Edge,
  { columns, still, into }: Pick<Part, 'columns' | 'still'> & { into: Outcome | undefined },
  by: By,
): Moved | undefined {
  const next = moved(columns, move, by)
  if (!next) return undefined
  const after = run(county, next, { spans, into })
  const [a, b] = [amounts(still, result), amounts(after, result)]
  const of: Moved['of'] = (i) => {
    if (!takesOther(still, after, i)) return undefined
    const [now, then] = [a(i), b(i)]
    return now === then || (Number.isNaN(now) && Number.isNaN(then)) ? undefined : { now, then }
  }
  return { of, after }
}

function takesOther({ bits, bitWords }: Outcome, after: Outcome, i: number): boolean {
  for (let k = i * bitWords; k < (i + 1) * bitWords; k++) if (bits[k] !== after.bits[k]) return true
  return false
}

/** Columns with one fact moved; undefined where nobody has it. */
function moved(columns: Columns, { fact, kind }: Edge['move'], by: By): Columns | undefined {
  const column = columns.facts[fact]
  if (!column || isListColumn(column)) return undefined
  return { ...columns, facts: { ...columns.facts, [fact]: { ...column, values: shifted(column, kind, by) } } }
}

function shifted({ values, dens }: Column, kind: string, by: By): Column['values'] {
  const next = arrayFor(kind === 'day' ? { kind: 'day' } : { kind: 'money' }, values.length)
  const step = typeof by === 'number' ? () => by : by
  if (kind === 'day') {
    const day = typeof by === 'number' ? remembered((value) => dayOn(value, by)) : undefined
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number
      next[i] = day ? day(value) : dayOn(value, step(i))
    }
  } else for (let i = 0; i < values.length; i++) next[i] = (values[i] as number) + step(i) * (dens?.[i] ?? 1)
  return next
}

/** A day of the calendar some days on; one that would leave it stays. */
function dayOn(code: number, days: number): number {
  return code === 0 ? 0 : codeOfNumber(numberOfCode(code) + days) || code
}

/** There are fewer days than people. */
function remembered(of: (value: number) => number): (value: number) => number {
  const known = new Map<number, number>()
  return (value) => {
    const before = known.get(value)
    if (before !== undefined) return before
    const made = of(value)
    known.set(value, made)
    return made
  }
}
