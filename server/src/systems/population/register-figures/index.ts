/** Figures that the registers of persons, households and villages give of a place on a day. */
import { householdFigures } from './households.ts'
import { linkedFigures } from './linked.ts'
import { personFigures } from './persons.ts'
import { reportedFigures } from './reported.ts'

export const populationRegisterFigures = [
  ...personFigures,
  ...householdFigures,
  ...linkedFigures,
  ...reportedFigures,
] as const
