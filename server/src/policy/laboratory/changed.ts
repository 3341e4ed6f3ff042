/** The persons behind the counts of a trial. */
import type { LabCounty } from './county.ts'
import type { Pair } from './effect.ts'
import { amounts, classes, classOf } from './effect.ts'
import { wireAmount } from './wire-amount.ts'

export type ClassName = 'up' | 'down' | 'open'

export type ChangedAsk = {
  /** All three where not given. */
  readonly classes?: readonly ClassName[] | undefined
  /** Only those of areas that begin with this code. */
  readonly area?: string | undefined
  /** Only those whose parameters were looked up in this year. */
  readonly year?: number | undefined
  readonly skip?: number | undefined
  readonly limit: number
}

export type ChangedRow = {
  readonly id: number
  readonly area: string
  readonly kind: ClassName
  /** In wire form; null: nobody can say. */
  readonly now: string | number | null
  readonly trial: string | number | null
  readonly difference: string | number | null
}

export type Changed = {
  readonly register: string
  readonly count: number
  readonly rows: readonly ChangedRow[]
}

type Found = { pair: Pair; i: number; a: number; b: number; size: number }

const names: Readonly<Record<number, ClassName>> = {
  [classes.up]: 'up',
  [classes.down]: 'down',
  [classes.open]: 'open',
}

/** The greatest change first, then in the order of rows. Of whom nobody could say before either is listed only where `open` is asked for. */
export function changedIn(
  { rule, register }: LabCounty,
  pairs: readonly Pair[],
  ask: ChangedAsk & { result: string },
): Changed {
  const found = pairs.flatMap((pair) => changedOf(pair, ask)).sort((a, b) => b.size - a.size)
  const skip = ask.skip ?? 0
  const write = wireAmount(rule, ask.result)
  const rows = found.slice(skip, skip + ask.limit).map(({ pair, i, a, b }): ChangedRow => {
    const { ids, areas } = pair.layer
    return {
      id: ids[i] as number,
      area: areas[i] as string,
      kind: names[classOf(a, b)] as ClassName,
      now: write(a),
      trial: write(b),
      difference: write(Number.isNaN(b) ? b : b - (Number.isNaN(a) ? 0 : a)),
    }
  })
  return { register, count: found.length, rows }
}

function changedOf(pair: Pair, ask: ChangedAsk & { result: string }): Found[] {
  const { layer, now, trial } = pair
  const [before, after] = [amounts(now, ask.result), amounts(trial, ask.result)]
  const asked = ask.classes ?? ['up', 'down', 'open']
  const withOpen = ask.classes?.includes('open') ?? false
  const found: Found[] = []
  for (let i = 0; i < trial.count; i++) {
    if (layer.skipped[i] === 1) continue
    const one = differing(before(i), after(i), withOpen)
    if (!one || !asked.includes(names[classOf(one.a, one.b)] as ClassName)) continue
    if (ask.year !== undefined && (trial.on[i] as number) >> 9 !== ask.year) continue
    if (ask.area !== undefined && !layer.areas[i]?.startsWith(ask.area)) continue
    found.push({ pair, i, ...one })
  }
  return found
}

function differing(a: number, b: number, withOpen: boolean): Omit<Found, 'pair' | 'i'> | undefined {
  if (Number.isNaN(a) && Number.isNaN(b)) return withOpen ? { a, b, size: 0 } : undefined
  if (classOf(a, b) === classes.same) return undefined
  return { a, b, size: Math.abs((Number.isNaN(b) ? 0 : b) - (Number.isNaN(a) ? 0 : a)) }
}
