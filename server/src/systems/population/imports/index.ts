/** What the rosters of the population registers look like. */
import { personRoster } from './person-roster.ts'

export const populationImports = [personRoster] as const
