// What was found, in groups of at most five: records first, then the pages of the house.
import type { Meta } from './meta.ts'
import type { Entry } from './page-route.ts'
import { type Text, t } from './text.tsx'

export type Hit = { title: string; note: string; to: string }
export type HitGroup = { label: Text; hits: Hit[] }
type Row = { id: number | string; title?: string; note?: string; areaName?: string; [field: string]: unknown }
type Found = { groups?: { register: string; rows: Row[] }[] }

const perGroup = 5

/** `register.search` answers `{ groups: [{ register, rows }] }`; pages are matched by their labels. */
export function hitGroups(
  found: unknown,
  from: { meta: Meta; places: readonly Entry[]; text: string },
): HitGroup[] {
  // shape declared by the register room's operation
  const records = ((found as Found | undefined)?.groups ?? []).map((group) => recordGroup(group, from.meta))
  return [...records, pageGroup(from.places, from.text)].filter((group) => group.hits.length > 0)
}

function recordGroup(group: { register: string; rows: Row[] }, meta: Meta): HitGroup {
  const register = meta.registers.find((one) => one.name === group.register)
  const hits = group.rows.slice(0, perGroup).map((row) => ({
    title: String(row.title ?? row[register?.title ?? 'name'] ?? row.id),
    note: row.note ?? row.areaName ?? '',
    to: `/r/${group.register}/${row.id}`,
  }))
  return { label: register?.label ?? t(group.register, group.register), hits }
}

function pageGroup(places: readonly Entry[], text: string): HitGroup {
  const wanted = text.trim().toLowerCase()
  const fits = (label: Text) => label.zh.includes(wanted) || label.en.toLowerCase().includes(wanted)
  const hits = wanted ? places.filter((place) => fits(place.label)).slice(0, perGroup) : []
  return {
    label: t('页面', 'Pages'),
    hits: hits.map((place) => ({ title: place.label.zh, note: place.group.zh, to: place.to })),
  }
}
