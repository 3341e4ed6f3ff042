/** 办: how a decision is reached. The room's one front door. */

export { type ActInput, act } from './act.ts'
export { type Clock, clocksOf } from './clock.ts'
export { procedureConstraints } from './constraints.ts'
export { checkProcedure } from './declaration-check.ts'
export {
  type Action,
  defineProcedure,
  type ItemStateSpec,
  type ItemTake,
  type Procedure,
  type ProcedureSpec,
  type StateSpec,
} from './define.ts'
export {
  assessItems,
  closeNotice,
  type Effect,
  findingsClear,
  fundingDue,
  fundsArrived,
  openAccounts,
  openNotice,
} from './effects/effect.ts'
export { ask, type Form, type FormField, type FormRule, type FormValues } from './form.ts'
export { checkProcedures, type Surroundings } from './house/check.ts'
export { type HouseRooms, housePorts } from './house/ports.ts'
export type { InquiryGroup } from './inquiry-page/page.ts'
export { inquiryPages } from './inquiry-page/routes.ts'
export { days, type Limit, workingDays } from './limit.ts'
export { procedureMeta } from './meta.ts'
export { type NextAct, nextActs, type Reason } from './next.ts'
export { actHead, type OpenInput, openCase } from './open.ts'
export { procedureOperations } from './operations/index.ts'
export type { AccountRequest, Assessed, ItemCard, Ports, RowRef, SubjectCard } from './ports.ts'
export { procedureProblems } from './problems.ts'
export { proofCommands } from './proof/commands.ts'
export type { ProofRoom } from './proof/make.ts'
export { explainOperations } from './proof/operations.ts'
export { noticePages } from './public-page/routes.ts'
export type { Room } from './room.ts'
export * from './run.ts'
export { caseSearches, runSearches } from './search-source.ts'
export { type Act, type CaseState, type ItemValues, stateOf, step } from './state.ts'
export { listTasks, type Task } from './tasks.ts'
export type { CaseWire } from './wire.ts'
