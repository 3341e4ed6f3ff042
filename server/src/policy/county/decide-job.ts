/** 按政策认定全县: the job that decides and keeps, and the door that starts it. */
import { z } from 'zod'
import { t } from '#kernel'
import type { AnyOperation, JobKind } from '#platform'
import { defineJob, operation } from '#platform'
import type { Binding } from '../binding.ts'
import { policyProblems } from '../problems.ts'
import type { CountyState } from './decide-county.ts'
import type { CountyDoors } from './doors.ts'
import type { CountyRequest } from './page.ts'

const KIND = 'policy.decideCounty'
const text = t('按政策认定全县', 'Decide the whole county by a policy')

/** All subjects of a policy decided and kept, a page a transaction: what is kept is not done again. `limit`: subjects of a page. */
export function countyJobs(
  room: Pick<CountyDoors, 'decideCountyPage'>,
  { limit }: { limit?: number } = {},
): readonly JobKind[] {
  return [
    defineJob<Omit<CountyRequest, 'known'>, CountyState & { readonly request: CountyRequest }>({
      kind: KIND,
      text,
      can: KIND,
      chunk: async (ctx, input, memory) => {
        const request = memory?.request ?? { ...input, known: ctx.now }
        const { state, done } = await room.decideCountyPage(ctx, request, memory, limit)
        return {
          state: { ...state, request },
          done,
          progress: { at: state.decided, total: state.total },
          text: t(`已认定 ${state.decided} 人。`, `${state.decided} persons decided.`),
        }
      },
    }),
  ]
}

type Bound = {
  readonly bindings: readonly Binding[]
  readonly policies: { get(id: string): { readonly id: string } }
}

/** Who decides one by one (审定) decides a county: the reviewer who compares and confirms is another person (GEN-13). */
export function countyOperations(room: Bound) {
  const decide = operation({
    name: KIND,
    text,
    can: KIND,
    audit: 'write',
    input: z.object({
      policy: z.string(),
      register: z.string(),
      on: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/)
        .optional(),
    }),
    output: z.object({ jobId: z.number() }),
    run: async (ctx, { policy, register, on = ctx.today }) => {
      const { id } = room.policies.get(policy)
      if (!room.bindings.some((one) => one.policy === id && one.subject === register))
        throw policyProblems.unbound({ policy, register })
      ctx.note({ subject: `policy:${policy}`, after: { register, on } })
      return { jobId: await ctx.enqueue({ kind: KIND, input: { policy, register, on } }) }
    },
  })
  return [decide] as const satisfies readonly AnyOperation[]
}
