/** What is checked in the registers of persons and places. */
import { personChecks } from './person.ts'
import { villageYearChecks } from './village-year.ts'

export const populationChecks = [...personChecks, ...villageYearChecks] as const
