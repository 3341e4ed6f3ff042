/** Operations: who claims in a run that pays on claims (LS-14). Last period's claimants stay until somebody takes them off. */

import { z } from 'zod'
import { t } from '#kernel'
import { type Ctx, operation } from '#platform'
import type { Claimant, PayRun } from './run-define.ts'
import { runProblems } from './run-problems.ts'
import type { Runs } from './run-registry.ts'
import * as store from './run-store.ts'
import { text } from './run-wire.ts'

const claimant = z.object({
  id: z.number().int(),
  name: z.string(),
  area: z.string(),
  unemployedFrom: z.string().nullable(),
  paidBefore: z.number(),
  meetsDibao: z.boolean().nullable(),
  source: text,
  /** Months that this run has paid to the person already. */
  paid: z.number(),
})

const claimants = (runs: Runs) =>
  operation({
    name: 'run.claimants',
    text: t('申领名单', 'Who claims'),
    can: 'run.propose',
    audit: 'read',
    input: z.object({ run: z.string(), search: z.string().trim().min(1).max(50).optional() }),
    output: z.object({ claimants: z.array(claimant), period: z.string().nullable() }),
    run: async (ctx, input) => {
      const run = runs.get(input.run)
      if (run.kind !== 'pay' || !run.claimants) throw runProblems.noClaims({ label: run.label })
      const last = input.search === undefined ? await lastClaims(ctx, run.id) : null
      const by = input.search === undefined ? { claimed: last?.claims ?? [] } : { search: input.search }
      ctx.note({ subject: `run:${run.id}` })
      return {
        claimants: await withPaid(ctx, run, await run.claimants(ctx, by)),
        period: last?.period ?? null,
      }
    },
  })

/** The claims of the newest run that was not given up. */
async function lastClaims(ctx: Ctx, run: string) {
  const rows = await store.listRuns(ctx.tx, { run, limit: 50 })
  const last = rows
    .filter((row) => row.state !== 'cancelled')
    .sort((a, b) => (a.period < b.period ? 1 : -1))[0]
  return last && { period: last.period, claims: (last.input.claims ?? []) as Record<string, unknown>[] }
}

async function withPaid(ctx: Ctx, run: PayRun, found: readonly Claimant[]) {
  const listed = []
  for (const { stated, subject, ...one } of found) {
    const paid = await store.countPaid(ctx.tx, run.id, subject)
    listed.push({ ...one, ...stated, id: subject.id, paid })
  }
  return listed
}

export const claimOperations = (runs: Runs) => [claimants(runs)] as const
