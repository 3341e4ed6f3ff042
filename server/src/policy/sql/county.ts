/** A comparison from its first page to its record: as a job in the house, and from the command line. */
import { z } from 'zod'
import { t } from '#kernel'
import type { AnyOperation, CommandCall, Ctx, JobKind } from '#platform'
import { defineJob, operation, systemActor, withContext } from '#platform'
import { policyProblems } from '../problems.ts'
import type { PolicyRoom } from '../room.ts'
import type { CompareRequest, CompareState, Said } from './compare.ts'
import type { Comparison, KeptComparison } from './comparison-store.ts'
import { latestComparison } from './comparison-store.ts'

const KIND = 'policy.compare'
const text = t('两种算法逐人比对', 'Compare two readings, person by person')

type Step = { state: CompareState; done: boolean; comparison?: Comparison }
type Memory = CompareState & { readonly request: CompareRequest }

/** One page; with the last one the record is written. */
async function step(
  room: PolicyRoom,
  ctx: Ctx,
  request: CompareRequest,
  state?: CompareState,
): Promise<Step> {
  const page = await room.comparePage(ctx, { request, ...(state ? { state } : {}) })
  if (!page.done) return page
  return { ...page, comparison: await room.keepComparison(ctx, request, page.state) }
}

export function compareJobs(room: PolicyRoom): readonly JobKind[] {
  return [
    defineJob<{ policy: string; on: string }, Memory>({
      kind: KIND,
      text,
      can: KIND,
      chunk: async (ctx, input, memory) => {
        const request = memory?.request ?? { ...input, known: ctx.now }
        const { state, done } = await step(room, ctx, request, memory)
        return {
          state: { ...state, request },
          done,
          progress: { at: state.compared, total: state.total },
          text: saidOf(state),
        }
      },
    }),
  ]
}

function saidOf({ compared, agreed }: Pick<CompareState, 'compared' | 'agreed'>) {
  const apart = compared - agreed
  return apart === 0
    ? t(`已比对 ${compared} 人次，全部一致。`, `${compared} subjects compared, all agree.`)
    : t(`已比对 ${compared} 人次，${apart} 人次不一致。`, `${compared} subjects compared, ${apart} differ.`)
}

export function compareOperations(room: PolicyRoom) {
  const compare = operation({
    name: KIND,
    text,
    can: KIND,
    audit: 'write',
    input: z.object({
      policy: z.string(),
      on: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/)
        .optional(),
    }),
    output: z.object({ jobId: z.number() }),
    run: async (ctx, { policy, on = ctx.today }) => {
      if (!room.bindings.some((one) => one.policy === room.policies.get(policy).id))
        throw policyProblems.unboundAtAll({ policy })
      ctx.note({ subject: `policy:${policy}`, after: { on } })
      return { jobId: await ctx.enqueue({ kind: KIND, input: { policy, on } }) }
    },
  })
  const compared = operation({
    name: 'policy.compared',
    text: t('看两种算法的比对结果', 'See how two readings compare'),
    can: 'policy.explain',
    audit: 'none',
    input: z.object({ policy: z.string() }),
    output: z.object({ bound: z.boolean(), latest: z.custom<KeptComparison | null>() }),
    run: async (ctx, { policy }) => ({
      bound: room.bindings.some((one) => one.policy === policy),
      latest: (await latestComparison(ctx, policy)) ?? null,
    }),
  })
  return [compare, compared] as const satisfies readonly AnyOperation[]
}

/** `assess <policy> --county --compare [--on DATE]`: the whole county, a page a transaction, as of one moment. */
export async function compareFromShell(
  room: PolicyRoom,
  { house, words }: Pick<CommandCall, 'house' | 'words'>,
  on: string | undefined,
): Promise<Comparison> {
  let state: CompareState | undefined
  let request: CompareRequest | undefined
  for (;;) {
    const found: Step = await withContext(house.db, systemActor(house.county), (ctx) => {
      request ??= { policy: words[0] ?? '', on: on ?? ctx.today, known: ctx.now }
      return step(room, ctx, request, state)
    })
    if (found.comparison) return found.comparison
    state = found.state
  }
}

/** Every difference, subject by subject. */
export function comparisonLines({ policy, onDay, compared, agreed, differing }: Comparison): string {
  return [
    `${policy}　${onDay}　两种算法逐人比对：${compared} 人次，一致 ${agreed} 人次，不一致 ${compared - agreed} 人次`,
    ...differing.map(
      ({ register, id, result, first, second }) =>
        `  ${register} ${id}　${result}　${saidText(first)} ≠ ${saidText(second)}`,
    ),
  ].join('\n')
}

const stateWords = { na: '不适用', unknown: '不详', problem: '有问题', none: '没有' }

function saidText({ state, value }: Said): string {
  if (state !== 'known') return stateWords[state]
  return typeof value === 'string' ? value : JSON.stringify(value)
}
