/** Operations of recomputing: proposing it, its lines, and one person's months as known then and now. */
import { z } from 'zod'
import { day, type Fen, month, t } from '#kernel'
import { operation } from '#platform'
import type { Assessment } from '#policy'
import type { RecomputeRun } from './run-define.ts'
import { runProblems } from './run-problems.ts'
import { openRun } from './run-propose.ts'
import { type ContrastMonth, contrastOf, explainMonth } from './run-recompute-contrast.ts'
import { OPENING } from './run-recompute-months.ts'
import type { RecomputeInput } from './run-recompute-propose.ts'
import * as store from './run-recompute-store.ts'
import { change, recomputeLine, recomputeWire } from './run-recompute-wire.ts'
import type { Runs } from './run-registry.ts'
import { readRun } from './run-store.ts'
import { amount, id, limit, text, yuan } from './run-wire.ts'

const monthIn = z.string().transform((given) => month(given))
const dayIn = z.string().transform((given) => day(given))
const ref = { register: z.string(), id }
const subjectRef = z.object(ref)

function recomputing(runs: Runs, name: string): RecomputeRun {
  const run = runs.get(name)
  if (run.kind !== 'recompute') throw runProblems.unknown({ run: name })
  return run
}

/** A day of knowing counts to its end in China. */
const endOf = (on: string) => `${on}T23:59:59.999999+08:00`

const propose = (runs: Runs) =>
  operation({
    name: 'recompute.propose',
    text: t('提出追补重算', 'Propose a recomputation'),
    can: 'run.propose',
    audit: 'write',
    input: z.object({
      run: z.string(),
      /** Only whom facts written on or after this day concern. */
      since: dayIn.optional(),
      from: monthIn.optional(),
      to: monthIn.optional(),
      /** Only this person, or this row of a list. */
      subject: subjectRef.optional(),
    }),
    output: z.object({ runId: id, jobId: id }),
    run: async (ctx, { run: name, since, from, to, subject }) => {
      const run = recomputing(runs, name)
      const subjects = subject ? [...(await run.subjectsOf(ctx, subject))] : undefined
      const input: RecomputeInput = {
        ...(since ? { since: `${since}T00:00:00+08:00` } : {}),
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
        ...(subjects ? { subjects } : {}),
      }
      const times = (await store.countRuns(ctx.tx, run.id)) + 1
      const runId = await openRun(ctx, run, { period: `${ctx.today} 第 ${times} 次`, input })
      const jobId = await ctx.enqueue({ kind: 'run.propose', input: { runId }, key: `run.propose:${runId}` })
      return { runId, jobId }
    },
  })

const lines = operation({
  name: 'recompute.lines',
  text: t('重算差额', 'Differences of a recomputation'),
  can: 'ledger.read',
  audit: 'none',
  input: z.object({
    runId: id,
    status: z.enum(['proposed', 'held', 'posted', 'dropped']).optional(),
    after: z.number().int().optional(),
    limit,
  }),
  output: z.object({ lines: z.array(recomputeLine), next: z.number().nullable() }),
  run: async (ctx, input) => {
    const row = await readRun(ctx.tx, input.runId)
    if (!row) throw runProblems.notFound({ id: input.runId })
    const rows = await store.readRecomputeLines(ctx.tx, { ...input, limit: input.limit + 1 })
    const shown = rows.slice(0, input.limit)
    return {
      lines: shown.map(recomputeWire),
      next: rows.length > input.limit ? (shown.at(-1)?.line ?? null) : null,
    }
  },
})

const contrastMonth = z.object({
  month: z.string(),
  paid: yuan,
  decided: z.boolean(),
  open: z.boolean(),
  decisionId: z.number().nullable(),
  asKnown: yuan.nullable(),
  now: yuan.nullable(),
  /** What is due now, less what was paid; null while nobody can say. */
  difference: yuan.nullable(),
  why: text,
  changes: z.array(change),
})

const contrast = (runs: Runs) =>
  operation({
    name: 'recompute.contrast',
    text: t('重算对照', 'Paid, due as known then, due as known now'),
    can: 'policy.explain',
    audit: 'read',
    input: z.object({ ...ref, from: monthIn, to: monthIn, known: dayIn }),
    output: z.object({
      parts: z.array(
        z.object({
          run: z.string(),
          label: text,
          subject: subjectRef,
          name: z.string(),
          accountId: z.number().nullable(),
          months: z.array(contrastMonth),
        }),
      ),
    }),
    run: async (ctx, { register, id: rowId, from, to, known }) => {
      const again = runs.all.filter((one) => one.kind === 'recompute')
      const asked = { of: { register, id: rowId }, from, to, known: endOf(known) }
      const parts = await contrastOf(ctx, again, asked)
      return {
        parts: parts.map(({ run, subject, months }) => ({
          run: run.id,
          label: run.part,
          subject: subject.subject,
          name: subject.name,
          accountId: subject.accountId,
          months: months.map(monthWire),
        })),
      }
    },
  })

function monthWire(row: ContrastMonth) {
  const { paid, asKnown, now } = row
  const orNull = (value: Fen | null) => (value === null ? null : amount(value))
  return {
    ...row,
    changes: [...row.changes],
    paid: amount(paid),
    asKnown: orNull(asKnown),
    now: orNull(now),
    difference: now === null ? null : amount(now - paid),
  }
}

const explain = (runs: Runs) =>
  operation({
    name: 'recompute.explain',
    text: t('看某月按当时所知的理由', 'Explain a month as known on a day'),
    can: 'policy.explain',
    audit: 'read',
    input: z.object({
      run: z.string(),
      subjectId: id,
      month: z.union([z.literal(OPENING), monthIn]),
      known: dayIn.optional(),
    }),
    output: z.custom<Assessment & { subject: z.infer<typeof subjectRef> }>(),
    run: (ctx, { run, subjectId, month: of, known }) => {
      const asked = { subjectId, month: of, known: known ? endOf(known) : ctx.now }
      return explainMonth(ctx, recomputing(runs, run), asked)
    },
  })

export function recomputeOperations(runs: Runs) {
  return [propose(runs), lines, contrast(runs), explain(runs)] as const
}
