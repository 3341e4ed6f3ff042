/** 查: what is doubtful. The room's front door. */
export type { CheckResult } from './command.ts'
export { checkCommand } from './command.ts'
export * from './compare/index.ts'
export type { Check } from './define.ts'
export { defineCheck } from './define.ts'
export * from './figures/compare.ts'
export * from './figures/index.ts'
export * from './figures/share.ts'
export * from './figures/sum.ts'
export type { Finding, FindingState } from './finding-store.ts'
export { openFindings } from './finding-store.ts'
export {
  addsUp,
  countAgainst,
  derived,
  figuresAgree,
  form,
  holds,
  listedThough,
  listedTwice,
  sameValue,
} from './finds/find.ts'
export type { Hit, Looked } from './finds/hit.ts'
export type { CheckMeta } from './meta.ts'
export { checkMetaShape, verifyMeta } from './meta.ts'
export { findingsOf } from './open-findings.ts'
export { verifyJobs } from './operations/run.ts'
export { verifyOperations } from './operations.ts'
export { verifyProblems } from './problems.ts'
export * from './registered/index.ts'
export type { VerifyRoom } from './run.ts'
export { inPasses, runCheck, runPass } from './run.ts'
export * from './sampling/index.ts'
export type { Verdict } from './verdict.ts'
export { isFault, verdictTexts } from './verdict.ts'
