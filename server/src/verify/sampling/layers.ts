/** How a sample is spread: the layers with their sizes, before anything is drawn. */
import type { Ctx } from '#platform'
import { allocate } from './allocate.ts'
import { smoothRates } from './estimate.ts'
import type { Rule } from './rule.ts'
import { expectedHalf, layeredSize, simpleSize, spreadOf } from './size.ts'
import { isFaulty, isLooked, tasksOf } from './task-store.ts'

export type PlannedLayer = {
  code: string
  all: number
  /** The rate that its size rests on, as a fraction. */
  rate: number
  /** What the earlier round saw there. */
  before: Seen
  size: number
}
export type Seen = { looked: number; faults: number }

export type Plan = {
  layers: PlannedLayer[]
  all: number
  size: number
  /** What the precision alone asks for; `size` is more where every layer has to give its least. */
  bySize: number
  /** Half the interval of the whole that is to be expected, as a fraction. */
  half: number
}

/** The township or village of a part; what lies above it is a layer of its own. */
export function layerOf(area: string, layers: Rule['layers']): string {
  return area.slice(0, layers === 'township' ? 9 : 12)
}

/** `counts`: records by village. */
export function planOf(
  counts: readonly { area: string; all: number }[],
  rule: Rule,
  before: (code: string) => Seen,
): Plan {
  const codes = [...new Set(counts.map(({ area }) => layerOf(area, rule.layers)))].sort()
  const known = codes.map(before)
  const rates = ratesOf(known, rule)
  const layers = codes.map((code, at) => ({
    code,
    all: counts
      .filter(({ area }) => layerOf(area, rule.layers) === code)
      .reduce((sum, { all }) => sum + all, 0),
    rate: rates[at] ?? 0,
    before: known[at] ?? { looked: 0, faults: 0 },
  }))
  return withSizes(layers, rule)
}

/** Without an earlier round every layer is expected to be alike. */
function ratesOf(known: readonly Seen[], { expected }: Rule): number[] {
  return known.some(({ looked }) => looked > 0) ? smoothRates(known) : known.map(() => expected / 100)
}

function withSizes(layers: readonly Omit<PlannedLayer, 'size'>[], rule: Rule): Plan {
  const wanted = { half: rule.precision / 100, confidence: rule.confidence }
  const each = layers.map((layer) => simpleSize(layer, wanted))
  const bySize =
    rule.holds === 'each'
      ? each.reduce((sum, one) => sum + one, 0)
      : layeredSize(layers, wanted, rule.allocation)
  const sizes =
    rule.holds === 'each'
      ? layers.map(({ all }, at) => Math.min(all, Math.max(each[at] ?? 0, rule.least)))
      : allocate(
          bySize,
          layers.map((layer) => ({ weight: weightOf(layer, rule), least: rule.least, all: layer.all })),
        )
  const planned = layers.map((layer, at) => ({ ...layer, size: sizes[at] ?? 0 }))
  return {
    layers: planned,
    all: planned.reduce((sum, { all }) => sum + all, 0),
    size: planned.reduce((sum, { size }) => sum + size, 0),
    bySize,
    half: expectedHalf(planned, rule.confidence),
  }
}

/** Neyman: layers where records differ more give more. */
function weightOf(layer: Omit<PlannedLayer, 'size'>, { allocation }: Rule): number {
  return allocation === 'neyman' ? layer.all * spreadOf(layer) : layer.all
}

/** What an earlier sample saw within an area, from its answers. */
export async function seenBy(ctx: Ctx, sampleId: number | null): Promise<(code: string) => Seen> {
  if (sampleId === null) return () => ({ looked: 0, faults: 0 })
  const tasks = (await tasksOf(ctx, sampleId)).filter(isLooked)
  return (code) => {
    const own = tasks.filter(({ part }) => part.startsWith(code))
    return { looked: own.length, faults: own.filter(isFaulty).length }
  }
}
