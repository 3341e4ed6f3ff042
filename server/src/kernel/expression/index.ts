/** The expression language: one rule, several readings. Pure and browser-safe. */

export type {
  Answer,
  Answers,
  Asking,
  DatedBook,
  DatedEntry,
  FieldWording,
  Inquiry,
  Lack,
  ListWording,
  Question,
  Standing,
  Supply,
  Wording,
} from './asking/index.ts'
export {
  answerOf,
  groundFor,
  groundOf,
  lackOf,
  nextQuestion,
  openQuestions,
  questionOf,
  readResult,
  standingOf,
  valueOn,
} from './asking/index.ts'
export type { StoredTree } from './canonical.ts'
export { canonical, restore, store } from './canonical.ts'
export type {
  Book as KernelBook,
  Column,
  Columns,
  Kernel,
  ListColumn,
  Outcome,
  ResultColumn,
} from './columnar/index.ts'
export {
  arrayFor,
  codeOfDay,
  codeOfNumber,
  compile,
  dayOfCode,
  factsAt,
  isListColumn,
  layCells,
  layFacts,
  layWire,
  numberOfCode,
  ownParameters,
  parametersOf,
  readingAt,
  states,
  Words,
} from './columnar/index.ts'
export type { Evaluation, Surroundings } from './evaluate.ts'
export { branchesOf, evaluate, evaluateNode, nodesOf, readerOf, typeOf } from './evaluate.ts'
export type { Explanation, FactOrigin, FactOrigins } from './explain.ts'
export { explain } from './explain.ts'
export { readingText } from './formula.ts'
export type { LineKind } from './kinds/rule.ts'
export { kinds } from './kinds/table.ts'
export type { Kind, Node, NodeOf, Tree } from './node.ts'
export type { Outline } from './outline.ts'
export { outline } from './outline.ts'
export { known, na, sameReading, unknown } from './reading.ts'
export { settler } from './settle.ts'
export { unshareParts } from './shared-parts.ts'
export type { FactRow } from './sql/fact-rows.ts'
export { factRelation, factRow } from './sql/fact-rows.ts'
export type { DatedRows, Sql, SqlColumns, SqlParameters } from './sql/to-sql.ts'
export { toSql } from './sql/to-sql.ts'
export { readingJson } from './sql/values.ts'
export * from './terms/build.ts'
export type { FactDeclaration, FactDeclarations, TermsOf } from './terms/fact.ts'
export { fact, factTerms } from './terms/fact.ts'
export * from './terms/literal.ts'
export * from './terms/term.ts'
export type * from './types.ts'
export { keyOfWire } from './values/key.ts'
export type { Wire } from './values/rule.ts'
export { compareValues, formatValue, valueKinds } from './values/table.ts'
export { decode, decodeFacts, encode, encodeReading } from './wire.ts'
