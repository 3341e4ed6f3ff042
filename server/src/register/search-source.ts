/** Rows of the registers in the search box, and what `person:12` is called. */
import type { Ctx, HitGroup, Named, SearchSource } from '#platform'
import { asData, idsOf, may } from '#platform'
import type { Register } from './define.ts'
import { namedImports } from './import/named-store.ts'
import { readable } from './operations/shapes.ts'
import { findRows } from './read-store.ts'
import type { Registry } from './registry.ts'
import type { AnyRow } from './row.ts'
import { searchRows } from './search-store.ts'
import { titlesOf } from './title-store.ts'
import { wireRows } from './wire.ts'

export function registerSearches(registry: Registry): readonly SearchSource[] {
  return [
    {
      find: async (ctx, asked) => {
        const groups: HitGroup[] = []
        for (const register of readable(ctx, registry).filter((one) => one.search))
          groups.push(await groupOf(ctx, registry, { register, ...asked }))
        return groups
      },
      named: (ctx, asked) => namedRows(ctx, registry, asked),
    },
    { named: (ctx, asked) => namedImports(ctx, idsOf(asked, 'import')) },
  ]
}

type Asked = { register: Register; text: string; limit: number }

async function groupOf(ctx: Ctx, registry: Registry, { register, text, limit }: Asked): Promise<HitGroup> {
  const found = await searchRows(ctx, register, text)
  if (found.ids.length === 0) return { label: register.label, hits: [] }
  const read = await findRows(ctx, register, found.ids.slice(0, limit))
  const rows = await wireRows(ctx, registry, { register, rows: read as unknown as AnyRow[] })
  const hits = rows.map(({ id, title, areaName }) => ({
    title: asData(title),
    note: asData(areaName),
    to: `/r/${register.name}/${id}`,
  }))
  return { label: register.label, hits, sameSound: found.sameSound }
}

async function namedRows(ctx: Ctx, registry: Registry, asked: readonly Named[]) {
  const names = new Map<string, { title: ReturnType<typeof asData>; to: string }>()
  for (const name of new Set(asked.map(({ kind }) => kind))) {
    const register = registry.find(name)
    if (!register || !may(ctx.actor, `${name}.read`)) continue
    for (const [id, title] of await titlesOf(ctx, registry, { register, ids: idsOf(asked, name) }))
      if (title) names.set(`${name}:${id}`, { title: asData(title), to: `/r/${name}/${id}` })
  }
  return names
}
