/** The board: a page of findings, and what all of them come to. */
import { z } from 'zod'
import { sumFen, t, yuanText } from '#kernel'
import { operation } from '#platform'
import type { LastRun, Tally } from '../board-store.ts'
import { lastRuns, sumsOf } from '../board-store.ts'
import { findingStates } from '../finding-store.ts'
import { findingOrders, listFindings } from '../page-store.ts'
import type { VerifyRoom } from '../run.ts'
import { isFault, verdictTexts } from '../verdict.ts'
import { findingShape, labelOf, showFindings, text } from './show.ts'

const filter = z.object({
  states: z.array(z.enum(findingStates)).min(1).max(4).default(['open', 'checking']),
  check: z.string().max(80).optional(),
  area: z.string().max(15).optional(),
  /** The account that handled it last; `none`: nobody did. */
  handler: z.union([z.int().positive(), z.literal('none')]).optional(),
  /** Found so many days ago or earlier. */
  days: z.int().min(0).max(3660).optional(),
})

export function listDoor(room: VerifyRoom) {
  return operation({
    name: 'verify.list',
    text: t('查看疑点', 'List findings'),
    can: 'verify.read',
    audit: 'read',
    input: filter.extend({
      order: z.enum(findingOrders).default('area'),
      /** The last finding of the page before: `next` of its answer. */
      after: z.int().positive().optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({ findings: z.array(findingShape), next: z.number().nullable() }),
    run: async (ctx, ask) => {
      const rows = await listFindings(ctx, { ...ask, limit: ask.limit + 1 })
      const page = rows.slice(0, ask.limit)
      return {
        findings: await showFindings(ctx, room, page),
        next: rows.length > ask.limit ? (page.at(-1)?.id ?? null) : null,
      }
    },
  })
}

const tally = z.object({
  check: z.string(),
  label: text,
  verdict: z.string(),
  verdictText: text,
  fault: z.boolean(),
  count: z.number(),
  people: z.number(),
  amount: z.string(),
})

/** Apart from the page, which does not wait for it: counting goes through all of them. */
export function tallyDoor(room: VerifyRoom) {
  return operation({
    name: 'verify.tally',
    text: t('疑点合计', 'What the findings come to'),
    can: 'verify.read',
    audit: 'none',
    input: filter,
    output: z.object({
      tallies: z.array(tally),
      /** Of faults; what rounding explains is not among them. */
      total: z.object({ count: z.number(), people: z.number(), amount: z.string() }),
      /** Who handled how many of them last. */
      handlers: z.array(z.object({ id: z.number(), name: z.string(), count: z.number() })),
      lastRun: z.object({ at: z.string(), looked: z.number() }).nullable(),
    }),
    run: async (ctx, ask) => {
      const { tallies, handlers } = await sumsOf(ctx, ask)
      return { ...talliesOf(room, tallies), handlers, lastRun: runOf(await lastRuns(ctx)) }
    },
  })
}

function talliesOf(room: VerifyRoom, found: readonly Tally[]) {
  const faults = found.filter(({ verdict }) => isFault(verdict))
  return {
    tallies: found.map(({ checkId, verdict, count, people, amount }) => ({
      check: checkId,
      label: labelOf(room, checkId),
      verdict,
      verdictText: verdictTexts[verdict],
      fault: isFault(verdict),
      count,
      people,
      amount: yuanText(amount),
    })),
    total: {
      count: faults.reduce((sum, { count }) => sum + count, 0),
      people: faults.reduce((sum, { people }) => sum + people, 0),
      amount: yuanText(sumFen(faults.map(({ amount }) => amount))),
    },
  }
}

function runOf(runs: readonly LastRun[]) {
  const at = runs
    .map((one) => one.at)
    .sort()
    .at(-1)
  return at === undefined ? null : { at, looked: runs.reduce((sum, { looked }) => sum + looked, 0) }
}
