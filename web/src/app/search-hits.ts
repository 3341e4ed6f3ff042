// What was found, in groups of at most five: records first, then the pages of the house.
import type { Meta } from './meta.ts'
import type { Entry } from './page-route.ts'
import { type Text, t } from './text.tsx'

export type Hit = { title: string; note: string; to: string }
export type HitGroup = { label: Text; hits: Hit[] }
type Row = { id: number; title: string; areaName: string }
export type Found = { groups: readonly { register: string; rows: readonly Row[]; sameSound: boolean }[] }

const perGroup = 5

/** `register.search` finds records; pages are matched by their labels. `sameSound`: only the sound is the same. */
export function hitGroups(
  found: Found | undefined,
  from: { meta: Meta; places: readonly Entry[]; text: string },
): HitGroup[] {
  const records = (found?.groups ?? []).map((group) => recordGroup(group, from.meta))
  return [...records, pageGroup(from.places, from.text)].filter((group) => group.hits.length > 0)
}

function recordGroup(group: Found['groups'][number], meta: Meta): HitGroup {
  const label =
    meta.registers.find((one) => one.name === group.register)?.label ?? t(group.register, group.register)
  const hits = group.rows
    .slice(0, perGroup)
    .map((row) => ({ title: row.title, note: row.areaName, to: `/r/${group.register}/${row.id}` }))
  return { label: group.sameSound ? t(`${label.zh}（读音相同）`, `${label.en} (same sound)`) : label, hits }
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
