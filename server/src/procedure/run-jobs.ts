/** Long work of runs: proposing and posting, a chunk a transaction, the verb asked again at each. */
import { t } from '#kernel'
import { defineJob, type JobKind } from '#platform'
import { postChunk } from './run-post.ts'
import { proposeChunk } from './run-propose.ts'
import type { Runs } from './run-registry.ts'

type Input = { runId: number }

export function runJobs(runs: Runs): readonly JobKind[] {
  return [
    defineJob<Input, { at: number }>({
      kind: 'run.propose',
      text: t('测算名单', 'Compute a proposal'),
      can: 'run.propose',
      chunk: async (ctx, { runId }) => {
        const { done, at } = await proposeChunk(ctx, runs, runId)
        return {
          state: { at },
          done,
          progress: { at, total: 0 },
          text: t(`已测算 ${at} 人。`, `${at} persons computed.`),
        }
      },
    }),
    defineJob<Input, { at: number }>({
      kind: 'run.post',
      text: t('批量记账', 'Post a run'),
      can: 'run.post',
      chunk: async (ctx, { runId }) => {
        const { done, at, total } = await postChunk(ctx, runs, runId)
        const text = t(`已记 ${at} 人，没有人记两次。`, `${at} persons posted, nobody twice.`)
        return { state: { at }, done, progress: { at, total }, text }
      },
    }),
  ]
}
