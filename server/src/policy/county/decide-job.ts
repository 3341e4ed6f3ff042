/** 按政策认定全县: the job that decides and keeps, and the door that starts it. */
import { z } from 'zod'
import { t } from '#kernel'
import type { AnyOperation, Ctx, JobKind } from '#platform'
import { defineJob, operation } from '#platform'
import type { Binding } from '../binding.ts'
import { policyProblems } from '../problems.ts'
import type { CountyState } from './decide-county.ts'
import type { CountyDoors } from './doors.ts'
import type { CountyCase } from './once-store.ts'
import { holdRecord, keepProgress, openRecord } from './once-store.ts'

const KIND = 'policy.decideCounty'
const text = t('按政策认定全县', 'Decide the whole county by a policy')

type Input = CountyCase & { readonly record?: number }
type Memory = { readonly record: number; readonly after: number; readonly decided: number }

/**
 * All subjects of a policy decided and kept, a page a transaction. How far it is stands in its record, which the transaction of
 * a page holds: what is kept is not done again, by this job or another. `limit`: subjects of a page.
 */
export function countyJobs(
  room: Pick<CountyDoors, 'decideCountyPage' | 'countyRules'>,
  { limit }: { limit?: number } = {},
): readonly JobKind[] {
  return [
    defineJob<Input, Memory>({
      kind: KIND,
      text,
      can: KIND,
      chunk: async (ctx, { record: given, ...what }, memory) => {
        const record = given ?? memory?.record ?? (await openRecord(ctx, what, ''))
        const { after, decided, total, done } = await nextPage(room, ctx, { what, record, limit })
        return {
          state: { record, after, decided },
          done,
          progress: { at: decided, total },
          text: t(`已认定 ${decided} 人。`, `${decided} persons decided.`),
        }
      },
    }),
  ]
}

async function nextPage(
  room: Pick<CountyDoors, 'decideCountyPage' | 'countyRules'>,
  ctx: Ctx,
  { what, record, limit }: { what: CountyCase; record: number; limit: number | undefined },
): Promise<CountyState & { done: boolean }> {
  const held = await holdRecord(ctx, record)
  if (!held) throw policyProblems.noCountyRecord()
  const { after, decided } = held
  const begun = held.total === null ? undefined : { after, decided, total: held.total }
  if (held.endedAt !== null && begun) return { ...begun, done: true }
  const known = held.known ?? ctx.now
  const { state, done } = await room.decideCountyPage(ctx, { ...what, known }, begun, limit)
  const rules = begun ? held.rules : await room.countyRules(ctx, { ...what, known })
  await keepProgress(ctx, record, { ...state, rules, known, done })
  return { ...state, done }
}

type Bound = Pick<CountyDoors, 'startCounty'> & {
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
    output: z.object({
      jobId: z.number(),
      standing: z.enum(['started', 'underWay', 'goesOn', 'decided']),
      decided: z.number(),
      known: z.string().nullable(),
      say: z.object({ zh: z.string(), en: z.string() }),
    }),
    run: async (ctx, { policy, register, on = ctx.today }) => {
      const { id } = room.policies.get(policy)
      if (!room.bindings.some((one) => one.policy === id && one.subject === register))
        throw policyProblems.unbound({ policy, register })
      const what = { policy, register, on }
      const start = await room.startCounty(ctx, what, (record) =>
        ctx.enqueue({ kind: KIND, input: { ...what, record } }),
      )
      ctx.note({ subject: `policy:${policy}`, after: { register, on, standing: start.standing } })
      return start
    },
  })
  return [decide] as const satisfies readonly AnyOperation[]
}
