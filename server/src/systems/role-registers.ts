/** The registers by whom they concern, for the roles. */
import { looksAt } from './grant.ts'

export const places = looksAt('area', 'villageYear')
export const people = ['household', 'person'] as const
export const ofPersons = ['employmentSpell', 'otherPension'] as const
export const takings = ['landTake', 'protectedPerson'] as const
export const business = [...people, 'official', ...takings, ...ofPersons, 'villageWelfare'] as const
