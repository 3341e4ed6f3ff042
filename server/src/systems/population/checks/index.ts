/** What is checked in the registers of persons and places. */
import { figureChecks } from './figures.ts'
import { personChecks } from './person.ts'
import { villageYearChecks } from './village-year.ts'

export const populationChecks = [...personChecks, ...villageYearChecks, ...figureChecks] as const
