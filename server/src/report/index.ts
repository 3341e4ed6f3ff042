/** 表: what is told. The room's front door. */

export type { Alert, DeskSource, DeskTask, Payment } from './desk/define.ts'
export { deskOperations } from './desk/operations.ts'
export { type LaboratoryReports, laboratoryReports } from './laboratory/operations.ts'
export { paperMeta, type ReportMeta, reportMeta } from './meta.ts'
export { reportOperations } from './operations.ts'
export { type AnyPaper, type Ask, definePaper, type Paper } from './paper/define.ts'
export { houseStyle } from './paper/style.ts'
export { renderTypst } from './paper/typst.ts'
export { reportProblems } from './problems.ts'
export { projectionCommand } from './projection/command.ts'
export {
  defineProjection,
  type Opened,
  type Projected,
  type Projection,
  type ProjectionPorts,
  type ProjectionRow,
  type Run,
  type Stated,
} from './projection/define.ts'
export {
  type ProjectionRoom,
  projectionAnswer,
  projectionMeta,
  projectionOperations,
  projectionShape,
} from './projection/operations.ts'
export { projectionProblems } from './projection/problems.ts'
export { assumptionWords, changesWords, dryWords } from './projection/words.ts'
export { goneWords, rangeText, rateText } from './sampling/blocks.ts'
export { sampleReports } from './sampling/operations.ts'
export { defineReport, type Report } from './table/define.ts'
export {
  type Band,
  byArea,
  byBands,
  byField,
  byPolicy,
  type Dimension,
  type PolicyCut,
} from './table/dimension.ts'
export { counted, type Figure, type Measure, rate, shareOf, summed, weightedMean } from './table/measure.ts'
export { fromRegister, type Source, type SourceField } from './table/source.ts'
