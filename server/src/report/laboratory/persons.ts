/** The persons behind a trial, called by their titles and places, as far as the reader may see them. */
import type { Ctx } from '#platform'
import { areaNames, type Registry, titlesOf } from '#register'

type Row = { readonly id: number; readonly area: string }
export type Named<R extends Row> = R & { readonly title: string; readonly place: string }

/** With the head of each household, as far as the reader may see it. */
export async function inHouseholds<R extends { readonly household: number | null }>(
  ctx: Ctx,
  registry: Registry,
  { register: name, rows }: { register: string | undefined; rows: readonly R[] },
): Promise<(R & { readonly householdTitle: string })[]> {
  const register = name === undefined ? undefined : registry.get(name)
  const ids = [...new Set(rows.flatMap(({ household }) => household ?? []))]
  const titles = register ? await titlesOf(ctx, registry, { register, ids }) : new Map<number, string>()
  return rows.map((row) => ({ ...row, householdTitle: titles.get(row.household ?? 0) ?? '' }))
}

/** A row whose title the reader may not see has none. */
export async function named<R extends Row>(
  ctx: Ctx,
  registry: Registry,
  { register, rows }: { register: string; rows: readonly R[] },
): Promise<Named<R>[]> {
  const places = await areaNames(ctx, [...new Set(rows.map(({ area }) => area))])
  const ids = rows.map(({ id }) => id)
  const titles = await titlesOf(ctx, registry, { register: registry.get(register), ids })
  return rows.map((row) => ({
    ...row,
    title: titles.get(row.id) ?? '',
    place: places.get(row.area) ?? row.area,
  }))
}
