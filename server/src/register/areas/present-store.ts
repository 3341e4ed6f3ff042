/** What codes of places are called today. */
import { sql } from 'kysely'
import { areaContains } from '#kernel'
import type { Ctx } from '#platform'

/** By code: the places in use that it became; several where a merged village became several again. */
export type Present = ReadonlyMap<string, readonly string[]>

export async function presentAreas({ tx }: Ctx, codes: readonly string[]): Promise<Present> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<{ code: string; present: string }>`
    select code, present from present_areas(${[...new Set(codes)]}::text[]) order by code, present`.execute(
    tx,
  )
  const found = Map.groupBy(rows, ({ code }) => code)
  return new Map([...found].map(([code, all]) => [code, all.map(({ present }) => present)]))
}

/** Which of them is meant for a row that stands `at`: the village that it is in; the code itself where none is in use. */
export function presentFor(present: Present, { code, at }: { code: string; at: string }): string {
  const all = present.get(code) ?? [code]
  return (
    all.find((one) => one === at) ?? all.find((one) => areaContains(one.slice(0, 12), at)) ?? all[0] ?? code
  )
}
