/** 策: who is entitled to what, and why. */
export * from '#expression'
export type { Assessment, AssessOptions, CheckResult } from './assess.ts'
export { assess, readTree } from './assess.ts'
export type { Binding, FactBinding, FieldBinding, ListBinding } from './binding.ts'
export { constant, dayOfDecision, defineBinding, from, list, resultOf } from './binding.ts'
export { policyCommands } from './commands.ts'
export type { Decided, DecideRequest } from './decide.ts'
export type { Example, Policy, PolicyDeclaration, Summary } from './define.ts'
export { definePolicy } from './define.ts'
export type { Difference, ExampleResult } from './example.ts'
export { runExample, runExamples } from './example.ts'
export type { DecisionExplanation } from './explain-decision.ts'
export { hashTree } from './hash.ts'
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
export type { Decision } from './store.ts'
export type { TimelineEntry } from './timeline.ts'
