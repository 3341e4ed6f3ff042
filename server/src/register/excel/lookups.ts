/** Names of places and rows that others point to, for the pages of a file: each asked for once, remembered from page to page. */
import type { Ctx } from '#platform'
import type { Register } from '../define.ts'
import { findRows } from '../read-store.ts'
import type { Registry } from '../registry.ts'
import type { AnyRow } from '../row.ts'
import { areaNames } from '../sql-store.ts'

export type Lookups = {
  area(code: unknown): string | null
  row(register: string, id: unknown): AnyRow | undefined
}

/** As many linked rows are remembered; then the memory begins anew. */
const MOST_LINKED = 20_000

type Link = { target: string; idOf(row: AnyRow): unknown }
type Known = { areas: Map<string, string>; linked: Map<string, Map<number, AnyRow | null>> }

/** Prepares the words for a page of rows; what is outside the actor's scope has none. */
export function lookupsOf(ctx: Ctx, registry: Registry, register: Register) {
  const links = linksOf(register)
  const known: Known = { areas: new Map(), linked: new Map() }
  const lookups: Lookups = {
    area: (code) => known.areas.get(String(code)) ?? null,
    row: (name, id) => known.linked.get(name)?.get(Number(id)) ?? undefined,
  }
  return async (rows: readonly AnyRow[]): Promise<Lookups> => {
    const places = new Set<string>()
    gather(places, register, rows)
    for (const link of links)
      gather(places, registry.get(link.target), await learnRows(ctx, registry, { link, rows, known }))
    await learnAreas(ctx, places, known)
    return lookups
  }
}

function linksOf(register: Register): Link[] {
  const own = Object.entries(register.fields).flatMap(([name, field]) => {
    const target = field.kind.target?.(field)
    return target ? [{ target, idOf: (row: AnyRow) => row[name] }] : []
  })
  return register.owner ? [{ target: register.owner, idOf: (row) => row.ownerId }, ...own] : own
}

/** The linked rows that nobody had asked for yet. */
async function learnRows(
  ctx: Ctx,
  registry: Registry,
  { link, rows, known }: { link: Link; rows: readonly AnyRow[]; known: Known },
): Promise<AnyRow[]> {
  let memory = known.linked.get(link.target) ?? new Map<number, AnyRow | null>()
  const wanted = new Set(rows.map(link.idOf).filter((id): id is number => typeof id === 'number'))
  if (memory.size > MOST_LINKED)
    memory = new Map([...wanted].map((id) => [id, memory.get(id)]).filter(isKnown))
  known.linked.set(link.target, memory)
  const missing = [...wanted].filter((id) => !memory.has(id))
  if (missing.length === 0) return []
  const found = (await findRows(ctx, registry.get(link.target), missing)) as unknown as AnyRow[]
  for (const id of missing) memory.set(id, null)
  for (const row of found) memory.set(row.id as number, row)
  return found
}

function isKnown(entry: (number | AnyRow | null | undefined)[]): entry is [number, AnyRow | null] {
  return entry[1] !== undefined
}

function gather(codes: Set<string>, register: Register, rows: readonly AnyRow[]): void {
  const places = Object.keys(register.fields).filter((name) => register.fields[name]?.kind.place)
  for (const row of rows) for (const name of places) if (row[name]) codes.add(String(row[name]))
}

async function learnAreas(ctx: Ctx, codes: ReadonlySet<string>, { areas }: Known): Promise<void> {
  const missing = [...codes].filter((code) => !areas.has(code))
  for (const [code, name] of await areaNames(ctx, missing)) areas.set(code, name)
}
