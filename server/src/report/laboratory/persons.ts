/** The persons behind a trial, called by their titles and places, as far as the reader may see them. */
import type { Ctx } from '#platform'
import { areaNames, type Registry, titlesOf } from '#register'

type Row = { readonly id: number; readonly area: string }
export type Named<R extends Row> = R & { readonly title: string; readonly place: string }

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
