/** A long list as a job, a step a chunk. */
import { t } from '#kernel'
import type { JobKind } from '#platform'
import { defineJob } from '#platform'
import type { VerifyRoom } from '../run.ts'
import type { StepState } from './steps.ts'
import { takeStep } from './steps.ts'

export const compareJobKind = 'compare.run'

export function listJobs(room: VerifyRoom): JobKind[] {
  return [
    defineJob<{ comparisonId: number; state: StepState }, StepState>({
      kind: compareJobKind,
      text: t('比对一份名单', 'Compare a list'),
      can: 'verify.run',
      chunk: async (ctx, { comparisonId, state: first }, state) => {
        const step = await takeStep(ctx, room, { id: comparisonId, state: state ?? first })
        return { ...step, progress: { at: step.state.read, total: 0 } }
      },
    }),
  ]
}
