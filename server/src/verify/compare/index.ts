/** Lists from outside beside the registers. */
export { compareListCommand } from './command.ts'
export type { ByEvent, Comparison, ListFind, Near, Pair, Where } from './define.ts'
export { defineComparison } from './define.ts'
export { listLooks } from './looks.ts'
export { checkComparisons } from './sides.ts'
export { adoptedSources } from './sources.ts'
