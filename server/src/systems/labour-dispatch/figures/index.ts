/** Declared figures of this system's documents. */
import { dispatchPlan } from './dispatch-plan.data.ts'

export const labourDispatchFigures = [dispatchPlan] as const
