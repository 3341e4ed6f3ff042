/** Declared figures of this system's documents. */
import { districtSurvey } from './district-survey.data.ts'

export const landSecurityFigures = [districtSurvey] as const
