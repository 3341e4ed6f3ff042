/** Runs and their lines on the wire. */

import { z } from 'zod'
import { fen, isProblem, parseYuan, t, yuanText } from '#kernel'
import type { Run } from './run-define.ts'
import { runStates } from './run-problems.ts'
import type { Runs } from './run-registry.ts'
import type { LineRow, RunRow } from './run-store.ts'

export const text = z.object({ zh: z.string(), en: z.string() })
export const id = z.number().int().positive()
export const yuan = z.string()
export const limit = z.number().int().min(1).max(500).default(100)

export const runState = z.enum(
  Object.keys(runStates) as [keyof typeof runStates, ...(keyof typeof runStates)[]],
)

export const run = z.object({
  id,
  run: z.string(),
  kind: z.enum(['pay', 'interest', 'recompute']),
  label: text,
  fund: z.string(),
  period: z.string(),
  day: z.string(),
  state: runState,
  stateLabel: text,
  count: z.number(),
  held: z.number(),
  total: yuan,
  postedCount: z.number(),
  postedTotal: yuan,
  version: z.number(),
  proposedName: z.string(),
  proposedAt: z.string(),
  approvedName: z.string().nullable(),
  approvedAt: z.string().nullable(),
  sealedAt: z.string().nullable(),
  batchId: z.number().nullable(),
  /** Heirs, or the pool, take the rest of one account: `inheritance.get` says more. */
  inheritance: z.boolean(),
  /** What a recomputation came to, each way by itself, and which run's months it did again. */
  recompute: z
    .object({
      of: z.string(),
      topUp: yuan,
      recovery: yuan,
      /** Of what was credited at the opening. */ opening: z.boolean(),
    })
    .nullable(),
  interest: z
    .object({
      percent: z.string(),
      ratePolicy: z.string().nullable(),
      /** The decision on the rate: opens its reason. */
      decisionId: z.number().nullable(),
      short: yuan,
      difference: yuan,
      sources: z.array(z.object({ kind: z.string(), amount: yuan })),
    })
    .nullable(),
})

export const line = z.object({
  line: z.number(),
  name: z.string(),
  area: z.string(),
  subject: z.object({ register: z.string(), id: z.number() }),
  accountId: z.number().nullable(),
  status: z.enum(['proposed', 'held', 'posted', 'dropped']),
  amount: yuan,
  elsewhere: yuan,
  elsewhereText: text,
  own: yuan,
  pool: yuan,
  monthsLeft: z.number().nullable(),
  decisionId: z.number().nullable(),
  reason: text,
  voucherId: z.number().nullable(),
})

/** Fen as yuan text. */
export const amount = (given: unknown) => yuanText(fen(Number(given ?? 0)))

export function runWire(runs: Runs, row: RunRow) {
  const declared: Run = runs.get(row.run)
  const { memory } = row
  const sources = (memory.sources ?? []) as { kind: string; amount: number }[]
  return {
    ...row,
    kind: declared.kind,
    label: declared.label,
    stateLabel: runStates[row.state],
    total: amount(row.total),
    postedTotal: amount(row.postedTotal),
    batchId: typeof memory.batchId === 'number' ? memory.batchId : null,
    recompute:
      declared.kind === 'recompute'
        ? {
            of: declared.of,
            topUp: amount(memory.topUp),
            recovery: amount(memory.recovery),
            opening: declared.opening !== undefined,
          }
        : null,
    inheritance: declared.kind === 'pay' && declared.inheritance !== undefined,
    interest:
      declared.kind === 'interest' && memory.percent
        ? {
            percent: String(memory.percent),
            ratePolicy: declared.ratePolicy ?? null,
            decisionId: (memory.rate as { decisionId?: number | null } | undefined)?.decisionId ?? null,
            short: amount(memory.short),
            difference: amount(memory.difference),
            sources: sources.map((one) => ({ kind: one.kind, amount: amount(one.amount) })),
          }
        : null,
  }
}

export function lineWire(row: LineRow) {
  return {
    ...row,
    subject: { register: row.subjectRegister, id: row.subjectId },
    amount: amount(row.amount),
    elsewhere: amount(row.elsewhere),
    elsewhereText: t(row.elsewhereZh, row.elsewhereEn),
    own: amount(row.own),
    pool: amount(row.pool),
    reason: t(row.reasonZh, row.reasonEn),
  }
}

export const moneyIn = z.string().transform((given, context) => {
  try {
    return parseYuan(given)
  } catch (thrown) {
    if (!isProblem(thrown)) throw thrown
    context.addIssue({ code: 'custom', message: thrown.text.zh })
    return z.NEVER
  }
})
