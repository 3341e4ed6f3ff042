/** Figures that come from a register. */
export { checkRegisterFigures } from './check.ts'
export { figuresCommand } from './command.ts'
export type { Counted, FigureCondition, RegisterFigure } from './define.ts'
export {
  anyOf,
  defineRegisterFigure,
  differentOf,
  having,
  inYear,
  notSo,
  onDay,
  rowsOf,
  shareOfFigures,
  sumOf,
  whose,
  yearsBefore,
} from './define.ts'
export { registerFigure, registerValues } from './look.ts'
export type { Behind, Moment, RegisterValue } from './value.ts'
