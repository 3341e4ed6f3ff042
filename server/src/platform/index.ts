/** The ground floor: database, scope, accounts, log, jobs, files, http. */
export type { HatMove } from './accounts/area-hats.ts'
export { hatsAt, moveHats } from './accounts/area-hats.ts'
export type { County, FirstAccount } from './accounts/bootstrap.ts'
export { ensureAccounts, ensureCounty } from './accounts/bootstrap.ts'
export type { GuardedStep } from './accounts/last-holder.ts'
export { administratorRoles, type Roles, rolesByName } from './accounts/roles.ts'
export { actorNow, type Gate, type Session } from './accounts/session.ts'
export { holdersWithin } from './accounts/store.ts'
export type { Actor } from './actor.ts'
export { may, samePerson, systemActor, visitor } from './actor.ts'
export { goneTo, namesOf, wentBefore, withNames } from './alias-store.ts'
export { type ChainState, verifyAccess, verifyAudit } from './audit-store.ts'
export { clock, clockOf, dayAt, fixClock, later, milliseconds, playedAt } from './clock.ts'
export {
  type AloneCall,
  type Command,
  type CommandCall,
  defineAloneCommand,
  defineCommand,
} from './command.ts'
export { platformCommands } from './commands.ts'
export type { ConstraintProblem, Refusal } from './constraints.ts'
export { defineConstraints, translate } from './constraints.ts'
export type { Ctx, Note } from './context.ts'
export { contextOf, withContext } from './context.ts'
export type { Database, NoTables, Tx } from './db.ts'
export { openDatabase } from './db.ts'
export { fileSize, readFile, release, type StoredFile, saveFile, shareFile } from './files.ts'
export { type Calendar, holidaysOf, openCalendar } from './holiday-store.ts'
export * from './holidays.ts'
export type { House, MetaParts } from './house.ts'
export { buildServer, type ServerOptions } from './http/server.ts'
export type { Me } from './http/session-routes.ts'
export { type ChunkResult, defineJob, type Hands, type JobDeclaration, type JobKind } from './jobs/define.ts'
export { jobOperations } from './jobs/operations.ts'
export { type Runner, type RunnerOptions, startJobs } from './jobs/runner.ts'
export { findJob } from './jobs/store.ts'
export { countySchema, createCounty, migrate } from './migrate.ts'
export type { AnyOperation, ApiOf, AuditKind, Operation, Outgoing } from './operation.ts'
export { operation } from './operation.ts'
export { platformOperations } from './operations.ts'
export { startPostgres } from './postgres/index.ts'
export { type ProblemBody, problemBody } from './problem-body.ts'
export { platformProblems } from './problems.ts'
export type { Role } from './role.ts'
export { defineRole } from './role.ts'
export { askOperation, runOperation } from './run-operation.ts'
export { nextNumber, withPublicDoor, withScope } from './scope.ts'
export {
  asData,
  type Hit,
  type HitGroup,
  idsOf,
  type Named,
  type SearchSource,
  searchOperations,
} from './search.ts'
export { type Receiver, streamOperation } from './stream-operation.ts'
