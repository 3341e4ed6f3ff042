/** Who is on the list of a taking: whole households as far as they fit, in the categories that the taking is to have (LS-03). */
import { completedYears, type Day, invariant } from '#kernel'
import type { DemoPerson } from '../population/demo/people.ts'
import type { Residents } from './people-of.ts'
import type { Counts, Taking } from './takings.data.ts'

export type Listed = DemoPerson & { category: keyof Counts }

/** The category on the day of the taking, by the limits of the source: 16, 55 for women, 60 for men (LS-03). */
export function categoryOn({ birthDate, sex }: DemoPerson, takenOn: Day): keyof Counts {
  const age = completedYears(birthDate, takenOn)
  if (age < 16) return 'minor'
  return age >= (sex === 'male' ? 60 : 55) ? 'above' : 'working'
}

/** The lists of takings in their order; nobody stands on two of them but where a taking says so (OF-12: 两头占). */
export function listsOf(residents: Residents, takings: readonly Taking[]): Map<string, Listed[]> {
  const taken = new Set<string>()
  const lists = new Map<string, Listed[]>()
  for (const taking of takings) {
    const people = listOf(residents.get(taking.village) ?? [], taking, taken)
    for (const { idNumber } of people) taken.add(idNumber)
    const again = lists.get(taking.alsoFrom ?? '')?.find(({ category }) => category === 'working')
    lists.set(taking.name, again ? [...people, again] : people)
  }
  return lists
}

function listOf(people: readonly DemoPerson[], taking: Taking, taken: ReadonlySet<string>): Listed[] {
  const room = { ...taking.counts }
  const list: Listed[] = []
  for (const person of people) {
    const born = person.birthDate <= taking.takenOn
    if (person.hukou !== 'agricultural' || taken.has(person.idNumber) || !born) continue
    const category = categoryOn(person, taking.takenOn)
    if (room[category] === 0) continue
    room[category] -= 1
    list.push({ ...person, category })
  }
  invariant(
    Object.values(room).every((left) => left === 0),
    `${taking.name}: the village has not enough people`,
  )
  return list
}
