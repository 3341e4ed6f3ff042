/** 策: who is entitled to what, and why. */
export * from '#expression'
export type { Assessment, AssessOptions, CheckResult } from './assess.ts'
export { assess, readTree } from './assess.ts'
export type { Binding, FactBinding, FieldBinding, ListBinding } from './binding.ts'
export { constant, dayOfDecision, defineBinding, from, list, resultOf } from './binding.ts'
export { policyCommands } from './commands.ts'
export type { CountyTotals } from './county/assess-county.ts'
export { assessCounty } from './county/assess-county.ts'
export type { CountyState } from './county/decide-county.ts'
export { decideCountyPage } from './county/decide-county.ts'
export { countyJobs } from './county/doors.ts'
export type { CountyDesk, CountyRequest } from './county/page.ts'
export { countyDesk } from './county/page.ts'
export { spansOf } from './county/spans.ts'
export type { Decided, DecideRequest } from './decide.ts'
export type { Example, Policy, PolicyDeclaration, Summary } from './define.ts'
export { definePolicy } from './define.ts'
export type { Evidence, EvidenceReading } from './evidence.ts'
export { readEvidence } from './evidence.ts'
export type { Difference, ExampleResult } from './example.ts'
export { runExample, runExamples } from './example.ts'
export type { DecisionEvidence, DecisionExplanation } from './explain-decision.ts'
export { explained } from './explain-decision.ts'
export { hashTree } from './hash.ts'
export type { InquiryData, PublicInquiry } from './inquiry/define.ts'
export {
  asked,
  asToday,
  atOffice,
  defineInquiry,
  granted,
  inquiryData,
  through,
} from './inquiry/define.ts'
export type { InquiryPage } from './inquiry/page-data.ts'
export { checkInquiries, readInquiryPage } from './inquiry/page-data.ts'
export type { Changed, ChangedRow, ClassName } from './laboratory/changed.ts'
export type { Cliff } from './laboratory/cliff.ts'
export type { ExampleUnder } from './laboratory/examples.ts'
export type { LabAsk, Laboratory, Simulation } from './laboratory/laboratory.ts'
export { countedResults, openLaboratory } from './laboratory/laboratory.ts'
export { checkKnown, trialShape } from './laboratory/operations.ts'
export type { Plan } from './laboratory/plan-store.ts'
export { findPlan } from './laboratory/plan-store.ts'
export { openShelf } from './laboratory/shelf.ts'
export type { ToldTally } from './laboratory/told.ts'
export type { PolicyLock } from './lock.ts'
export { lockProblems } from './lock.ts'
export type { CountyValue, Overrides, ParameterBook } from './lookup.ts'
export { defaultBook, lookUp } from './lookup.ts'
export type { FactMeta, ParameterMeta, PolicyMeta } from './meta.ts'
export { policyMeta, policyTree } from './meta.ts'
export { policyOperations } from './operations.ts'
export type {
  DatedValue,
  ParameterDeclaration,
  ParameterDeclarations,
  ParameterTerms,
  TableTerm,
} from './parameter.ts'
export { dated, required, table } from './parameter.ts'
export type { AsOf, FactReading, FactSource, Subject } from './port.ts'
export { policyProblems } from './problems.ts'
export type { Proposal } from './proposal-store.ts'
export type { PolicyRegistry } from './registry.ts'
export { policies } from './registry.ts'
export type { Entitlement, NewParameter, PolicyRoom } from './room.ts'
export { openPolicyRoom } from './room.ts'
export { policySearches } from './search-source.ts'
export type { CompareRequest, CompareState, Differing } from './sql/compare.ts'
export { comparePage } from './sql/compare.ts'
export { compareJobs } from './sql/county.ts'
export { bySql } from './sql/read-store.ts'
export type { Given, Reader, Readings } from './sql/readings.ts'
export { byOracle } from './sql/readings.ts'
export type { Decision } from './store.ts'
export type { TimelineEntry } from './timeline.ts'
export type { Change } from './why-differs.ts'
