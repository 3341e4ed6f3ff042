// What was found, in groups of at most five: what the rooms found first, then the pages of the house.
import type { Entry } from './page-route.ts'
import { type Text, t } from './text.tsx'

export type Hit = { title: Text; note: Text; to: string }
export type HitGroup = { label: Text; hits: readonly Hit[] }
export type Found = {
  groups: readonly { label: Text; hits: readonly Hit[]; sameSound: boolean }[]
}

const perGroup = 5

/** `search.all` finds records; pages are matched by their labels. `sameSound`: only the sound is the same. */
export function hitGroups(
  found: Found | undefined,
  from: { places: readonly Entry[]; text: string },
): HitGroup[] {
  const records = (found?.groups ?? []).map(({ label, hits, sameSound }) => ({
    label: sameSound ? t(`${label.zh}（读音相同）`, `${label.en} (same sound)`) : label,
    hits,
  }))
  return [...records, pageGroup(from.places, from.text)].filter((group) => group.hits.length > 0)
}

function pageGroup(places: readonly Entry[], text: string): HitGroup {
  const wanted = text.trim().toLowerCase()
  const fits = (label: Text) => label.zh.includes(wanted) || label.en.toLowerCase().includes(wanted)
  const hits = wanted ? places.filter((place) => fits(place.label)).slice(0, perGroup) : []
  return {
    label: t('页面', 'Pages'),
    hits: hits.map((place) => ({ title: place.label, note: place.group, to: place.to })),
  }
}
