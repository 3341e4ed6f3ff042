/** Operations: an inheritance is taken up by one, approved by another, withdrawn by who took it up (LS-13, OF-15, GEN-13). */

import { z } from 'zod'
import { t } from '#kernel'
import type { Account } from '#ledger'
import { type Ctx, operation, samePerson } from '#platform'
import type { PayRun } from './run-define.ts'
import type { Heir, InheritanceInput } from './run-inheritance.ts'
import {
  collectiveForm,
  deathForm,
  heirForm,
  readCollective,
  readDeath,
  readHeirs,
} from './run-inheritance-form.ts'
import { type Found, found, lockInheritance } from './run-inheritance-found.ts'
import * as store from './run-inheritance-store.ts'
import { runProblems, runStates } from './run-problems.ts'
import { approveRun, cancelRun, openRun, proposeChunk } from './run-propose.ts'
import type { Runs } from './run-registry.ts'
import { id, moneyIn } from './run-wire.ts'

type DeathForm = { accountId: number; diedOn: string; source: string; knownOn: string; document: string }

export const propose = (runs: Runs) =>
  operation({
    name: 'inheritance.propose',
    text: t('办理继承', 'Take up an inheritance'),
    can: 'inheritance.propose',
    audit: 'write',
    input: z.object({ ...deathForm, heirs: z.array(heirForm).min(1).max(20) }),
    output: z.object({ runId: id }),
    run: async (ctx, given) => {
      const from = await found(ctx, runs, given.accountId)
      return { runId: await takeUp(ctx, runs, { from, given, heirs: readHeirs(given.heirs) }) }
    },
  })

export const proposeWithoutHeir = (runs: Runs) =>
  operation({
    name: 'inheritance.proposeWithoutHeir',
    text: t('没有继承人，提出处理余额', 'Propose what becomes of the rest without an heir'),
    can: 'inheritance.propose',
    audit: 'write',
    input: z.object({ ...deathForm, collective: collectiveForm.optional() }),
    output: z.object({ runId: id }),
    run: async (ctx, given) => {
      const from = await found(ctx, runs, given.accountId)
      const heirs = await nobodyOrCollective(ctx, from, given)
      return { runId: await takeUp(ctx, runs, { from, given, heirs }) }
    },
  })

/** The county's parameter at the day of death says whether the pool keeps the rest or the collective is paid (OF-15). */
async function nobodyOrCollective(
  ctx: Ctx,
  { run, account, subject, deceased }: Found,
  given: DeathForm & { collective?: z.infer<typeof collectiveForm> | undefined },
): Promise<Heir[]> {
  const { diedOn } = readDeath(ctx, given, deceased)
  const { paid, credited } = await store.creditOf(ctx.tx, account)
  const facts = { subject, diedOn, credited, paid, keep: false }
  const { noHeirTo } = await run.inheritance.decide(ctx, facts)
  if (noHeirTo === 'pool' && given.collective) throw runProblems.toPool()
  if (noHeirTo === 'collective' && !given.collective) throw runProblems.toCollective()
  return given.collective ? [readCollective(given.collective)] : []
}

/** Opens the run with its list. Throws run.emptyAccount, run.once and what its form refuses. */
async function takeUp(
  ctx: Ctx,
  runs: Runs,
  { from, given, heirs }: { from: Found; given: DeathForm; heirs: Heir[] },
): Promise<number> {
  const { run, account, deceased } = from
  if (account.balance === 0) throw runProblems.emptyAccount()
  const { accountId, source, document } = given
  const person = deceased?.person ?? null
  const dated = readDeath(ctx, given, deceased)
  const input: InheritanceInput = { accountId, source, document, person, ...dated, heirs }
  const runId = await openRun(ctx, run, { period: await periodOf(ctx, run, account), input })
  // Few lines: the list is there at once, no job is left to wait for.
  while (!(await proposeChunk(ctx, runs, runId)).done);
  return runId
}

/** Once an account; what is credited later, by interest or by what was recovered, is inherited again when the first is done. */
async function periodOf(ctx: Ctx, run: PayRun, account: Account): Promise<string> {
  const before = await store.inheritancesOf(ctx.tx, { run: run.id, accountId: account.id })
  const name = `账户 ${account.id}`
  if (before.some((one) => one.state !== 'sealed')) throw runProblems.once({ label: run.label, period: name })
  return before.length === 0 ? name : `${name} 第 ${before.length + 1} 次`
}

export const approve = (runs: Runs) =>
  operation({
    name: 'inheritance.approve',
    text: t('审批继承', 'Approve an inheritance'),
    can: 'inheritance.approve',
    audit: 'write',
    input: z.object({ runId: id, count: z.number().int(), total: moneyIn }),
    output: z.object({ done: z.literal(true) }),
    run: async (ctx, given) => {
      await lockInheritance(ctx, runs, given.runId)
      await approveRun(ctx, runs, given)
      return { done: true as const }
    },
  })

export const withdraw = (runs: Runs) =>
  operation({
    name: 'inheritance.withdraw',
    text: t('撤回自己提出的继承', 'Withdraw an inheritance of one’s own'),
    can: 'inheritance.propose',
    audit: 'write',
    input: z.object({
      runId: id,
      reason: z.string().trim().min(2).max(200),
      /** False: nobody died, so that monthly payments go on. */
      deathStands: z.boolean(),
    }),
    output: z.object({ done: z.literal(true) }),
    run: async (ctx, { runId, reason, deathStands }) => {
      const row = await lockInheritance(ctx, runs, runId)
      if (!samePerson(ctx.actor, { accountId: row.proposedBy }))
        throw runProblems.notYours({ name: row.proposedName })
      if (row.state !== 'proposing' && row.state !== 'proposed')
        throw runProblems.notNow({ state: runStates[row.state] })
      await cancelRun(ctx, runId, reason, { deathStands })
      return { done: true as const }
    },
  })
