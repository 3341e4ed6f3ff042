/** The registers of persons and places. */
import { area } from './area.ts'
import { household } from './household.ts'
import { official } from './official.ts'
import { person } from './person.ts'
import { villageYear } from './village-year.ts'

export { area, household, official, person, villageYear }

export const populationRegisters = [area, villageYear, household, person, official] as const
