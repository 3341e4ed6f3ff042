/** What an inheritance starts from: the account of somebody, and the run that pays heirs from its fund. */
import { type Account, getAccount, type Ref } from '#ledger'
import type { Ctx } from '#platform'
import type { Deceased, InheritancePorts, PayRun, Run } from './run-define.ts'
import { runProblems } from './run-problems.ts'
import { lockRun } from './run-propose.ts'
import type { Runs } from './run-registry.ts'
import type { RunRow } from './run-store.ts'

export type InheritanceRun = PayRun & { inheritance: InheritancePorts }
export type Found = { run: InheritanceRun; account: Account; subject: Ref; deceased: Deceased | undefined }

/** Throws run.notPersonal. */
export async function found(ctx: Ctx, runs: Runs, accountId: number): Promise<Found> {
  const account = await getAccount(ctx, accountId)
  const run = runs.all.find((one): one is InheritanceRun => isInheritance(one) && one.fund === account.fund)
  const { subject } = account
  if (!run || !subject || account.kind !== 'individual') throw runProblems.notPersonal()
  return { run, account, subject, deceased: await run.inheritance.deceased(ctx, subject) }
}

export function isInheritance(run: Run): run is InheritanceRun {
  return run.kind === 'pay' && run.inheritance !== undefined
}

/** The inheritance under lock. Throws run.notFound where the number is of another run. */
export async function lockInheritance(ctx: Ctx, runs: Runs, runId: number): Promise<RunRow> {
  const row = await lockRun(ctx, runId)
  if (!isInheritance(runs.get(row.run))) throw runProblems.notFound({ id: runId })
  return row
}
