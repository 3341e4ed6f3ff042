/** Demo people as rows of the registers, for the ways in that do not go through a sheet. */
import type { InsertOf } from '#register'
import type { DemoPerson } from '../population/demo/people.ts'
import type { household, person } from '../population/registers/index.ts'

export type HouseholdRow = InsertOf<typeof household>
export type PersonRow = InsertOf<typeof person>

const relations: Readonly<Record<string, PersonRow['relation']>> = {
  户主: 'head',
  配偶: 'spouse',
  子: 'child',
  女: 'child',
  孙子: 'grandchild',
  孙女: 'grandchild',
  父亲: 'parent',
  母亲: 'parent',
}

/** The households that the people live in, in their order; the number may be given a mark in front. */
export function householdRows(people: readonly DemoPerson[], mark = ''): HouseholdRow[] {
  const rows = new Map<string, HouseholdRow>()
  for (const one of people) {
    const known = rows.get(one.household)
    const headName = !known || one.relation === '户主' ? one.name : known.headName
    rows.set(one.household, {
      number: mark + one.household,
      headName,
      area: one.group,
      members: (known?.members ?? 0) + 1,
    })
  }
  return [...rows.values()]
}

/** A person with the household's id. */
export function personRow(one: DemoPerson, householdId: number): PersonRow {
  return {
    name: one.name,
    idNumber: one.idNumber,
    sex: one.sex,
    birthDate: one.birthDate,
    area: one.group,
    household: householdId as PersonRow['household'],
    relation: relations[one.relation] ?? 'other',
    hukou: one.hukou,
    phone: one.phone,
  }
}

/** Every person's household id, in the order of the people, given the ids in the order of `householdRows`. */
export function householdIdsOf(people: readonly DemoPerson[], ids: readonly number[]): number[] {
  const order = new Map<string, number>()
  for (const { household } of people) if (!order.has(household)) order.set(household, order.size)
  return people.map(({ household }) => ids[order.get(household) ?? -1] ?? 0)
}
