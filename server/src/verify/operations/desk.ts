/** The desk of findings: what there is, one of them, and its conclusion. */
import { z } from 'zod'
import { sumFen, t, yuanText } from '#kernel'
import type { Ctx } from '#platform'
import { operation } from '#platform'
import { findOfLists, stillListed } from '../compare/finds.ts'
import type { Finding, LastRun, Tally } from '../finding-store.ts'
import {
  actsOf,
  findingStates,
  getFinding,
  lastRuns,
  listFindings,
  settleFinding,
  tallyFindings,
} from '../finding-store.ts'
import { verifyProblems } from '../problems.ts'
import type { VerifyRoom } from '../run.ts'
import { checkOf, runCheck } from '../run.ts'
import { designOfCheck, stillDiffers } from '../sampling/still.ts'
import { ruleOfCheck, stillShows } from '../sheet.ts'
import { getSheet } from '../sheet-store.ts'
import { isFault, verdictTexts } from '../verdict.ts'
import { findingShape, hidden, labelOf, reportedBy, showFindings, text } from './show.ts'

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

const listOutput = z.object({
  findings: z.array(findingShape),
  next: z.number().nullable(),
  tallies: z.array(tally),
  /** Of faults; what rounding explains is not among them. */
  total: z.object({ count: z.number(), people: z.number(), amount: z.string() }),
  lastRun: z.object({ at: z.string(), looked: z.number() }).nullable(),
})

export function listDoor(room: VerifyRoom) {
  return operation({
    name: 'verify.list',
    text: t('查看疑点', 'List findings'),
    can: 'verify.read',
    audit: 'read',
    input: z.object({
      states: z.array(z.enum(findingStates)).default(['open', 'checking']),
      check: z.string().max(80).optional(),
      area: z.string().max(15).optional(),
      after: z.int().min(0).optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: listOutput,
    run: async (ctx, ask) => {
      const rows = await listFindings(ctx, { ...ask, limit: ask.limit + 1 })
      const page = rows.slice(0, ask.limit)
      return {
        findings: await showFindings(ctx, room, page),
        next: rows.length > ask.limit ? (page.at(-1)?.id ?? null) : null,
        ...talliesOf(room, await tallyFindings(ctx, ask)),
        lastRun: runOf(await lastRuns(ctx)),
      }
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

export function getDoor(room: VerifyRoom) {
  return operation({
    name: 'verify.get',
    text: t('查看一条疑点', 'Show a finding'),
    can: 'verify.read',
    audit: 'read',
    input: z.object({ findingId: z.int().positive() }),
    output: z.object({
      finding: findingShape,
      acts: z.array(
        z.object({
          at: z.string(),
          name: z.string(),
          fromState: z.string(),
          toState: z.string(),
          note: z.string(),
        }),
      ),
    }),
    run: async (ctx, { findingId }) => {
      const finding = await getFinding(ctx, findingId)
      ctx.note({ subject: `finding:${findingId}` })
      const [one] = await showFindings(ctx, room, [finding])
      if (!one) throw verifyProblems.notFound()
      return { finding: one, acts: await actsOf(ctx, findingId) }
    },
  })
}

const states = { explain: 'explained', correct: 'corrected', check: 'checking', reopen: 'open' } as const

export function actDoor(room: VerifyRoom) {
  return operation({
    name: 'verify.act',
    text: t('结疑点', 'Settle a finding'),
    can: 'verify.act',
    audit: 'write',
    input: z.object({
      findingId: z.int().positive(),
      /** `correct`: the register was put right, which is looked at again. `explain`: there is a reason. `check`: somebody goes and looks. */
      as: z.enum(['explain', 'correct', 'check', 'reopen']),
      note: z.string().trim().min(1).max(500),
    }),
    output: z.object({ state: z.enum(findingStates) }),
    run: async (ctx, { findingId, as, note }) => {
      const finding = await getFinding(ctx, findingId)
      const open = finding.state === 'open' || finding.state === 'checking'
      if (as === 'reopen' && open) throw verifyProblems.notClosed()
      if (as !== 'reopen' && !open) throw verifyProblems.closed({ state: finding.state })
      if ((as === 'explain' || as === 'correct') && reportedBy(ctx, finding)) throw verifyProblems.ownFigure()
      if (as === 'correct') await requireGone(ctx, room, finding)
      await settleFinding(ctx, finding, { state: states[as], note })
      ctx.note({
        subject: `finding:${findingId}`,
        before: { state: finding.state },
        after: { state: states[as], note },
      })
      return { state: states[as] }
    },
  })
}

/** Corrected is what the check no longer finds. */
async function requireGone(ctx: Ctx, room: VerifyRoom, finding: Finding): Promise<void> {
  if (await shows(ctx, room, finding))
    throw verifyProblems.stillThere({ stated: hidden(ctx, finding, finding.stated) })
}

async function shows(
  ctx: Ctx,
  room: VerifyRoom,
  { checkId, key, rowIds, stated }: Finding,
): Promise<boolean> {
  if (designOfCheck(room, checkId)) return stillDiffers(ctx, room, { checkId, key, stated })
  if (ruleOfCheck(checkId)) return stillShows(await getSheet(ctx, rowIds[0] ?? 0), key)
  const listed = findOfLists(room.lists ?? [], checkId)
  if (listed) return stillListed(ctx, room, { ...listed, rowIds })
  const { hits } = await runCheck(ctx, room, checkOf(room, checkId))
  return hits.some((hit) => hit.key === key)
}
