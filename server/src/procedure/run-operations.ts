/** Operations on runs. */

import { z } from 'zod'
import { day, t } from '#kernel'
import { operation } from '#platform'
import { claimOperations } from './run-claims.ts'
import { inheritanceOperations } from './run-inheritance-operations.ts'
import { runProblems, runStates } from './run-problems.ts'
import { approveRun, cancelRun, openRun } from './run-propose.ts'
import { recomputeOperations } from './run-recompute-operations.ts'
import type { Runs } from './run-registry.ts'
import * as store from './run-store.ts'
import { amount, id, limit, line, lineWire, moneyIn, run, runWire, text, yuan } from './run-wire.ts'

const list = (runs: Runs) =>
  operation({
    name: 'run.list',
    text: t('批量事项', 'Runs'),
    can: 'ledger.read',
    audit: 'none',
    input: z.object({
      run: z.string().optional(),
      fund: z.string().optional(),
      before: id.optional(),
      limit,
    }),
    output: z.object({
      runs: z.array(run),
      declared: z.array(
        z.object({
          id: z.string(),
          label: text,
          kind: z.enum(['pay', 'interest', 'recompute']),
          fund: z.string(),
          every: z.enum(['month', 'year', 'once']),
          /** Pays who claims: proposed with `input.claims`. */
          claims: z.boolean(),
        }),
      ),
      next: z.number().nullable(),
    }),
    run: async (ctx, input) => {
      const rows = await store.listRuns(ctx.tx, { ...input, limit: input.limit + 1 })
      const shown = rows.slice(0, input.limit)
      return {
        runs: shown.map((row) => runWire(runs, row)),
        declared: runs.all.map((one) => {
          const { id, label, kind, fund, every } = one
          return { id, label, kind, fund, every, claims: one.kind === 'pay' && one.claimants !== undefined }
        }),
        next: rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null,
      }
    },
  })

const get = (runs: Runs) =>
  operation({
    name: 'run.get',
    text: t('一次批量', 'A run'),
    can: 'ledger.read',
    audit: 'none',
    input: z.object({ id }),
    output: run,
    run: async (ctx, input) => {
      const row = await store.readRun(ctx.tx, input.id)
      if (!row) throw runProblems.notFound({ id: input.id })
      return runWire(runs, row)
    },
  })

const lines = operation({
  name: 'run.lines',
  text: t('名单', 'Lines of a run'),
  can: 'ledger.read',
  audit: 'none',
  input: z.object({
    runId: id,
    status: z.enum(['proposed', 'held', 'posted', 'dropped']).optional(),
    after: z.number().int().optional(),
    limit,
  }),
  output: z.object({ lines: z.array(line), next: z.number().nullable() }),
  run: async (ctx, input) => {
    const rows = await store.readLines(ctx.tx, { ...input, limit: input.limit + 1 })
    const shown = rows.slice(0, input.limit)
    return {
      lines: shown.map(lineWire),
      next: rows.length > input.limit ? (shown.at(-1)?.line ?? null) : null,
    }
  },
})

const propose = (runs: Runs) =>
  operation({
    name: 'run.propose',
    text: t('提出批量', 'Propose a run'),
    can: 'run.propose',
    audit: 'write',
    input: z.object({
      run: z.string(),
      period: z.string().max(60),
      day: z.string().optional(),
      input: z.record(z.string(), z.unknown()).default({}),
    }),
    output: z.object({ runId: id, jobId: id }),
    run: async (ctx, given) => {
      const runId = await openRun(ctx, runs.get(given.run), {
        ...given,
        day: given.day ? day(given.day) : undefined,
      })
      const jobId = await ctx.enqueue({ kind: 'run.propose', input: { runId }, key: `run.propose:${runId}` })
      return { runId, jobId }
    },
  })

const approve = (runs: Runs) =>
  operation({
    name: 'run.approve',
    text: t('审批批量', 'Approve a run'),
    can: 'run.approve',
    audit: 'write',
    input: z.object({ runId: id, count: z.number().int(), total: moneyIn }),
    output: z.object({ done: z.literal(true) }),
    run: async (ctx, given) => {
      await approveRun(ctx, runs, given)
      return { done: true as const }
    },
  })

const post = operation({
  name: 'run.post',
  text: t('批量记账', 'Post a run'),
  can: 'run.post',
  audit: 'write',
  input: z.object({ runId: id }),
  output: z.object({ jobId: id }),
  run: async (ctx, { runId }) => {
    const row = await store.readRun(ctx.tx, runId)
    if (!row) throw runProblems.notFound({ id: runId })
    if (row.state !== 'approved' && row.state !== 'posting')
      throw runProblems.notNow({ state: runStates[row.state] })
    ctx.note({ subject: `run:${runId}` })
    return {
      jobId: await ctx.enqueue({
        kind: 'run.post',
        input: { runId },
        key: `run.post:${runId}:${row.version}`,
      }),
    }
  },
})

const cancel = operation({
  name: 'run.cancel',
  text: t('撤销批量', 'Cancel a run'),
  can: 'run.propose',
  audit: 'write',
  input: z.object({ runId: id, reason: z.string().trim().min(2).max(200) }),
  output: z.object({ done: z.literal(true) }),
  run: async (ctx, { runId, reason }) => {
    await cancelRun(ctx, runId, reason)
    return { done: true as const }
  },
})

const emptying = operation({
  name: 'run.emptying',
  text: t('将要用完的个人账户', 'Accounts soon empty'),
  can: 'ledger.read',
  audit: 'none',
  input: z.object({ within: z.number().int().min(1).max(120).default(24), limit }),
  output: z.object({
    accounts: z.array(
      z.object({
        accountId: id,
        name: z.string(),
        area: z.string(),
        monthly: yuan,
        monthsLeft: z.number(),
        period: z.string(),
      }),
    ),
  }),
  run: async (ctx, input) => ({
    accounts: (await store.listEmptying(ctx.tx, input)).map((one) => ({
      ...one,
      monthly: amount(one.monthly),
    })),
  }),
})

export function runOperations(runs: Runs) {
  return [
    list(runs),
    get(runs),
    lines,
    propose(runs),
    approve(runs),
    post,
    cancel,
    emptying,
    ...claimOperations(runs),
    ...inheritanceOperations(runs),
    ...recomputeOperations(runs),
  ] as const
}
