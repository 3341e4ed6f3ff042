/** Projections of land security. */
import type { Projection } from '#report'
import { solvency } from './solvency.ts'

export const landSecurityProjections: readonly Projection[] = [solvency]
