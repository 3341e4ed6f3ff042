/** Running the checks: as a job, a pass a chunk. */
import { z } from 'zod'
import { t } from '#kernel'
import type { JobKind } from '#platform'
import { defineJob, operation } from '#platform'
import { listJobs } from '../compare/jobs.ts'
import type { Check } from '../define.ts'
import { verifyProblems } from '../problems.ts'
import type { VerifyRoom } from '../run.ts'
import { canLook, checkOf, inPasses, runPass } from '../run.ts'

type State = { at: number; looked: number; found: number }

export function verifyJobs(room: VerifyRoom): JobKind[] {
  return [
    ...listJobs(room),
    defineJob<{ checks: string[] }, State>({
      kind: 'verify.run',
      text: t('跑一遍核查', 'Run the checks'),
      can: 'verify.run',
      chunk: async (ctx, { checks }, from = { at: 0, looked: 0, found: 0 }) => {
        const pass = passAt(room, checks, from.at)
        const found = await runPass(ctx, room, pass)
        const state = { at: from.at + pass.length, looked: from.looked, found: from.found }
        for (const { looked, hits } of found) {
          state.looked += looked
          state.found += hits.length
        }
        const done = state.at >= checks.length
        const text = done ? outcome(state) : named(pass)
        return { state, done, progress: { at: state.at, total: checks.length }, text }
      },
    }),
  ]
}

/** The checks from there on that go through the same rows. */
function passAt(room: VerifyRoom, ids: readonly string[], at: number): readonly Check[] {
  const [pass = []] = inPasses(ids.slice(at).map((id) => checkOf(room, id)))
  const rest = ids.slice(at, at + pass.length)
  return pass.every(({ id }, i) => id === rest[i]) ? pass : pass.slice(0, 1)
}

function named(pass: readonly Check[]) {
  return t(
    `已核 ${pass.map(({ label }) => label.zh).join('、')}`,
    `${pass.map(({ label }) => label.en).join(', ')} done`,
  )
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
      const checks = inPasses(asked)
        .flat()
        .map(({ id }) => id)
      ctx.note({ after: { checks } })
      return { jobId: await ctx.enqueue({ kind: 'verify.run', input: { checks } }) }
    },
  })
}
