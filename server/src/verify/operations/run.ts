/** Running the checks: as a job, a check a chunk. */
import { z } from 'zod'
import { t } from '#kernel'
import type { JobKind } from '#platform'
import { defineJob, operation } from '#platform'
import { verifyProblems } from '../problems.ts'
import type { VerifyRoom } from '../run.ts'
import { canLook, checkOf, runCheck } from '../run.ts'

type State = { at: number; looked: number; found: number }

export function verifyJobs(room: VerifyRoom): JobKind[] {
  return [
    defineJob<{ checks: string[] }, State>({
      kind: 'verify.run',
      text: t('跑一遍核查', 'Run the checks'),
      can: 'verify.run',
      chunk: async (ctx, { checks }, from = { at: 0, looked: 0, found: 0 }) => {
        const check = checkOf(room, checks[from.at] ?? '')
        const { looked, hits } = await runCheck(ctx, room, check)
        const state = { at: from.at + 1, looked: from.looked + looked, found: from.found + hits.length }
        return {
          state,
          done: state.at >= checks.length,
          progress: { at: state.at, total: checks.length },
          text: t(`已核 ${check.label.zh}`, `${check.label.en} done`),
        }
      },
    }),
  ]
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
