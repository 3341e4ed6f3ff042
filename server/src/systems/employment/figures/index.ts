/** Declared figures of this system's documents. */
import { employmentPlan } from './employment-plan.data.ts'

export const employmentFigures = [employmentPlan] as const
