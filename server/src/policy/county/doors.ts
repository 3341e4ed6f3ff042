/** A whole county through the room: what decides it, as a job, and from the command line. */
import { t } from '#kernel'
import type { CommandCall, Ctx, JobKind } from '#platform'
import { defineJob, systemActor, withContext } from '#platform'
import type { Binding } from '../binding.ts'
import type { Room } from '../decide.ts'
import { policyProblems } from '../problems.ts'
import type { CountyTotals } from './assess-county.ts'
import { assessCounty } from './assess-county.ts'
import type { CountyState } from './decide-county.ts'
import { decideCountyPage } from './decide-county.ts'
import type { CountyRequest } from './page.ts'

export type CountyDoors = {
  /** Decides every row of a register that the policy is bound to; counts and sums, nothing is stored. */
  assessCounty(ctx: Ctx, request: CountyRequest): Promise<CountyTotals>
  /** Decides the next page and keeps the decisions. */
  decideCountyPage(
    ctx: Ctx,
    request: CountyRequest,
    state?: CountyState,
  ): Promise<{ state: CountyState; done: boolean }>
}

export function countyDoors(room: Room): CountyDoors {
  return {
    assessCounty: (ctx, request) => assessCounty(room, ctx, request),
    decideCountyPage: (ctx, request, state) => decideCountyPage(room, ctx, request, { state }),
  }
}

const KIND = 'policy.decideCounty'

/** All subjects of a policy decided and kept, a page a transaction: what is kept is not done again. */
export function countyJobs(room: CountyDoors): readonly JobKind[] {
  return [
    defineJob<Omit<CountyRequest, 'known'>, CountyState & { readonly request: CountyRequest }>({
      kind: KIND,
      text: t('按政策认定全县', 'Decide the whole county by a policy'),
      can: KIND,
      chunk: async (ctx, input, memory) => {
        const request = memory?.request ?? { ...input, known: ctx.now }
        const { state, done } = await room.decideCountyPage(ctx, request, memory)
        const text = t(`已认定 ${state.decided} 人。`, `${state.decided} persons decided.`)
        return {
          state: { ...state, request },
          done,
          progress: { at: state.decided, total: state.total },
          text,
        }
      },
    }),
  ]
}

/** `assess <policy> --county [--on DATE]`: every register that the policy is bound to. */
export async function assessFromShell(
  room: CountyDoors & { readonly bindings: readonly Binding[] },
  { house, words }: Pick<CommandCall, 'house' | 'words'>,
  on: string | undefined,
): Promise<readonly CountyTotals[]> {
  const policy = words[0] ?? ''
  const bound = room.bindings.filter((one) => one.policy === policy)
  if (bound.length === 0) throw policyProblems.unboundAtAll({ policy })
  return withContext(house.db, systemActor(house.county), async (ctx) => {
    const totals: CountyTotals[] = []
    for (const { subject: register } of bound)
      totals.push(await room.assessCounty(ctx, { policy, register, on: on ?? ctx.today, known: ctx.now }))
    return totals
  })
}

export function countyLines({
  policy,
  register,
  on,
  subjects,
  known,
  unknown,
  problem,
  totals,
  oneByOne,
}: CountyTotals): string {
  return [
    `${policy}　${register}　${on}　共 ${subjects}：已算出 ${known}，还不能判断 ${unknown}，有问题 ${problem}`,
    ...Object.entries(totals).map(([name, { total, count }]) => `  ${name}　${total} 元（${count}）`),
    ...(oneByOne > 0 ? [`  其中逐个计算 ${oneByOne}`] : []),
  ].join('\n')
}
