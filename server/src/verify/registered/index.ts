/** Figures that come from a register. */
export { checkRegisterFigures } from './check.ts'
export { figuresCommand } from './command.ts'
export type { Counted, RegisterFigure } from './define.ts'
export {
  defineRegisterFigure,
  differentOf,
  inYear,
  onDay,
  rowsOf,
  shareOfFigures,
  sumOf,
  yearsBefore,
} from './define.ts'
export { registerFigure, registerValues } from './look.ts'
export type { Behind, Moment, RegisterValue } from './value.ts'
