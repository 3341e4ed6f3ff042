/** The door to money: amounts, their splitting, their capitals. */
export * from './fen.ts'
export type { Rounding } from './round.ts'
export * from './split.ts'
export * from './upper-yuan.ts'
