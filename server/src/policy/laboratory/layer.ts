/** One layer of the county: up to a page of subjects with their columns, and where each lives. */
import type { Columns } from '#expression'

export type Layer = {
  readonly ids: Float64Array
  readonly areas: readonly string[]
  readonly columns: Columns
  /** 1: stands in another layer and is not counted here. */
  readonly skipped: Uint8Array
  readonly counted: number
  /** Townships of this layer, and of each subject the place in that list. */
  readonly townships: readonly string[]
  readonly township: Uint16Array
  /** Those that were read one by one: no page of the register. */
  readonly alone?: true
}

/** Digits of a township's code. */
const TOWNSHIP = 9

export function layerOf(given: {
  ids: readonly number[]
  areas: readonly string[]
  columns: Columns
  apart: ReadonlySet<number>
}): Layer {
  const { ids, areas, columns, apart } = given
  const places = new Map<string, number>()
  const township = Uint16Array.from(areas, (area) => {
    const code = area.slice(0, TOWNSHIP)
    const at = places.get(code) ?? places.size
    places.set(code, at)
    return at
  })
  const skipped = new Uint8Array(ids.length)
  for (const at of apart) skipped[at] = 1
  return {
    ids: Float64Array.from(ids),
    areas,
    columns,
    skipped,
    counted: ids.length - apart.size,
    townships: [...places.keys()],
    township,
  }
}
