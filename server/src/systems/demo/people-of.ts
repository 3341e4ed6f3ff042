/** Everybody of the demo county who is known by name: the full villages, and the list of one partly registered one. */
import type { DemoPerson } from '../population/demo/people.ts'
import { demoPeople, newIssuer } from '../population/demo/people.ts'
import type { DemoVillage } from '../population/demo/villages.ts'

/** By village code. One issuer for all, so that no number is given twice. */
export type Residents = ReadonlyMap<string, readonly DemoPerson[]>

/** Of a village that reports totals only, those who are on the list of a taking. */
const listed = { code: '990101102201', population: 120, labour: 64 }

/** Somebody to look for: `zgz` finds her. */
const known = { village: '990101103201', group: '003', name: '周桂枝' }

function withKnown(code: string, people: readonly DemoPerson[]): readonly DemoPerson[] {
  const at = people.findIndex(
    ({ sex, birthDate, group, hukou }) =>
      sex === 'female' && birthDate < '1968' && group.endsWith(known.group) && hukou === 'agricultural',
  )
  return code === known.village && people[at] ? people.with(at, { ...people[at], name: known.name }) : people
}

export function residentsOf(villages: readonly DemoVillage[]): Residents {
  const issuer = newIssuer()
  const full = villages.filter((village) => village.full)
  return new Map([
    ...full.map((village) => [village.code, withKnown(village.code, demoPeople(village, issuer))] as const),
    ...(villages.some(({ code, full: whole }) => code === listed.code && !whole)
      ? [[listed.code, demoPeople(listed, issuer)] as const]
      : []),
  ])
}
