/** Reports of the population. */
import type { Report } from '#report'
import { registeredPersons } from './persons.ts'
import { villageIncome, villageLabour } from './villages.ts'

export const populationReports: readonly Report[] = [villageIncome, villageLabour, registeredPersons]
