/** Texts: what is masked, missing, miscounted or from elsewhere; and the figures that a text holds. */
export { checkText } from './check-text.ts'
export type { Spot, TextFinding } from './finding.ts'
