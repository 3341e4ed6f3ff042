/** Runs: what is done to many at once. */
export {
  type Claimant,
  type Deceased,
  defineRun,
  type InheritanceDecision,
  type InheritanceFacts,
  type InheritancePorts,
  type InterestRun,
  type Payee,
  type PayRun,
  type Population,
  type Proposal,
  type RecomputeRun,
  type Run,
  type RunMoment,
  type RunSubject,
} from './run-define.ts'
export { distributionOperations } from './run-distribution.ts'
export { inheritanceRun } from './run-inheritance.ts'
export { runJobs } from './run-jobs.ts'
export { runOperations } from './run-operations.ts'
export type { RunFactory, RunPorts } from './run-ports.ts'
export { type Progress, postChunk } from './run-post.ts'
export { runProblems, runStates } from './run-problems.ts'
export { approveRun, cancelRun, openRun, proposeChunk } from './run-propose.ts'
export { type Runs, runsOf } from './run-registry.ts'
export { countPaid, findRun, listEmptying, readRun } from './run-store.ts'
