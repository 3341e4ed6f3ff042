/** Running the checks: as a job, a check a chunk. */
import { z } from 'zod'
import { t } from '#kernel'
import type { JobKind } from '#platform'
import { defineJob, operation } from '#platform'
import { listJobs } from '../compare/jobs.ts'
import { verifyProblems } from '../problems.ts'
import type { VerifyRoom } from '../run.ts'
import { canLook, checkOf, runCheck } from '../run.ts'

type State = { at: number; looked: number; found: number }

export function verifyJobs(room: VerifyRoom): JobKind[] {
  return [
    ...listJobs(room),
    defineJob<{ checks: string[] }, State>({
      kind: 'verify.run',
      text: t('跑一遍核查', 'Run the checks'),
      can: 'verify.run',
      chunk: async (ctx, { checks }, from = { at: 0, looked: 0, found: 0 }) => {
        const check = checkOf(room, checks[from.at] ?? '')
        const { looked, hits } = await runCheck(ctx, room, check)
        const state = { at: from.at + 1, looked: from.looked + looked, found: from.found + hits.length }
        const done = state.at >= checks.length
        const text = done ? outcome(state) : t(`已核 ${check.label.zh}`, `${check.label.en} done`)
        return { state, done, progress: { at: state.at, total: checks.length }, text }
      },
    }),
  ]
}

/** What stays to be read when all checks are through. */
function outcome({ at, looked, found }: State) {
  return t(
    `${at} 项都核了，看过 ${looked} 条，发现 ${found} 处；到“疑点”里处理。`,
    `${at} checks over ${looked} rows found ${found}; see the findings.`,
  )
}

export function runDoor(room: VerifyRoom) {
  return operation({
    name: 'verify.run',
    text: t('跑一遍核查', 'Run the checks'),
    can: 'verify.run',
    audit: 'write',
    input: z.object({ checks: z.array(z.string().max(80)).optional() }),
    output: z.object({ jobId: z.number() }),
    run: async (ctx, given) => {
      const asked =
        given.checks?.map((id) => checkOf(room, id)) ??
        room.checks.filter((check) => canLook(ctx, room, check))
      const blind =
        asked.find((check) => !canLook(ctx, room, check)) ?? (asked.length === 0 ? room.checks[0] : undefined)
      if (blind) throw verifyProblems.notSeen({ label: blind.label })
      const checks = asked.map(({ id }) => id)
      ctx.note({ after: { checks } })
      return { jobId: await ctx.enqueue({ kind: 'verify.run', input: { checks } }) }
    },
  })
}
