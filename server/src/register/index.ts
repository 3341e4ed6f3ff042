/** 册: what is known. The room's front door. */

export type { Aggregate, AggregateValue, Measure } from './aggregate-store.ts'
export { aggregateRows } from './aggregate-store.ts'
export { mergerJob, mergerOperations, undoMergerJob } from './areas/index.ts'
export { checkRegisters } from './check.ts'
export { camel, columnsOf, mainColumn, ownerColumn, snake } from './columns.ts'
export type { AskedField, Condition } from './condition.ts'
export { askedBy, conditionShape, filterable, linkedBy } from './condition.ts'
export { ddlOf } from './ddl.ts'
export type * from './define.ts'
export { defineRegister } from './define.ts'
export type {
  DuplicatePorts,
  DuplicateRule,
  Likely,
  Likeness,
  NameKind,
  Reason,
  ReasonCode,
} from './duplicates/index.ts'
export {
  duplicateJobs,
  duplicateOperations,
  likely,
  possible,
  reasonWords,
  scoreLikeness,
} from './duplicates/index.ts'
export { readEntry, readSpan } from './entry.ts'
export type {
  Ask,
  Asked,
  Choosing,
  Effect,
  EventDeclaration,
  EventIssue,
  EventParts,
  Filled,
  Foreseen,
  Happened,
  Look,
  Planned,
  SpellDeclaration,
} from './events/index.ts'
export {
  confirmEvent,
  defineEvent,
  defineSpells,
  eventActOf,
  eventActShape,
  eventAskShape,
  eventChangeShape,
  eventIssueShape,
  eventOperations,
  eventPartsOf,
  eventProblems,
  eventSubjects,
  foreseeEvent,
  made,
  sayForeseen,
  shownEventPlan,
} from './events/index.ts'
export type { RegisterFacts } from './facts.ts'
export { registerFactSource } from './facts.ts'
export type { HistoryEntry } from './history.ts'
export { historyOf } from './history.ts'
export type {
  Derivation,
  Draft,
  ImportDeclaration,
  ImportParts,
  ListReading,
  ListRow,
  LooksAt,
  OtherSources,
  Sheet,
  SheetCell,
  SheetPlan,
  SheetRow,
  ValueSource,
  Workbook,
} from './import/index.ts'
export {
  corrected,
  defineImport,
  importCommand,
  importJobs,
  importOperations,
  planList,
  readList,
  readWorkbook,
  rememberColumns,
} from './import/index.ts'
export { quantityOfBounded } from './kinds/bounded.ts'
export * from './kinds/index.ts'
export type { Look as ValueLook } from './level/level.ts'
export type { ListAsk, Page, Sum } from './list-store.ts'
export { countRows, listRows, pagesOf, totalRows } from './list-store.ts'
export { logPair } from './log.ts'
export { isMasked, maskedText } from './mask.ts'
export type { RegisterMeta } from './meta.ts'
export { registerMeta, registerMetaShape } from './meta.ts'
export { registerOperations } from './operations.ts'
export type { FieldConflict, ValueIssue } from './problems.ts'
export { registerProblems } from './problems.ts'
export type { AsOf } from './read-store.ts'
export {
  asOf,
  findRow,
  findRows,
  getRow,
  ownedRows,
  ownedRowsOf,
  pointingRows,
  rowsAt,
  standingRow,
  versionsOf,
} from './read-store.ts'
export type { Registry } from './registry.ts'
export { registryOf } from './registry.ts'
export type { AnyRow, InsertOf, RowOf } from './row.ts'
export { nameKeys, nameSyllables, searchKeys } from './search-keys.ts'
export { registerSearches } from './search-source.ts'
export type { Found } from './search-store.ts'
export { searchRows } from './search-store.ts'
export { settleRegister } from './settle-store.ts'
export { areaNames } from './sql-store.ts'
export { titlesOf } from './title-store.ts'
export type { RowWire } from './wire.ts'
export { rowShape, wireRows } from './wire.ts'
export type { Removal, Update } from './write-store.ts'
export { deleteRow, insertRow, insertRows, updateRow } from './write-store.ts'
