/** A whole county through the room, and from the command line. */
import type { CommandCall, Ctx } from '#platform'
import { systemActor, withContext } from '#platform'
import type { Binding } from '../binding.ts'
import type { Room } from '../decide.ts'
import { policyProblems } from '../problems.ts'
import type { CountyTotals, Within } from './assess-county.ts'
import { assessCounty, assessPages } from './assess-county.ts'
import type { CountyState } from './decide-county.ts'
import { decideCountyPage } from './decide-county.ts'
import type { CountyStart } from './once.ts'
import { countyRules, startCounty } from './once.ts'
import type { CountyCase } from './once-store.ts'
import type { CountyDesk, CountyRequest } from './page.ts'
import { countyDesk } from './page.ts'

export type CountyDoors = {
  /** Decides every row of a register that the policy is bound to; counts and sums, nothing is stored. */
  assessCounty(ctx: Ctx, request: CountyRequest): Promise<CountyTotals>
  /** The same, each page in a transaction of its own. */
  assessPages(within: Within, request: CountyRequest): Promise<CountyTotals>
  /** Decides the next page and keeps the decisions. */
  decideCountyPage(
    ctx: Ctx,
    request: CountyRequest,
    state?: CountyState,
    limit?: number,
  ): Promise<{ state: CountyState; done: boolean }>
  /** By which rules and values a county would be decided: equal texts, equal decisions of equal facts. */
  countyRules(ctx: Ctx, given: { policy: string; register: string; known: string }): Promise<string>
  /** Starts deciding a county, or says how that stands which was started before. */
  startCounty(ctx: Ctx, what: CountyCase, enqueue: (record: number) => Promise<number>): Promise<CountyStart>
}

export function countyDoors(room: Room): CountyDoors {
  const deskOf = lastDesk(room)
  return {
    assessCounty: (ctx, request) => assessCounty(room, ctx, request),
    assessPages: (within, request) => assessPages(room, within, request),
    decideCountyPage: (ctx, request, state, limit) =>
      decideCountyPage(room, ctx, request, { state, limit, desk: deskOf(request) }),
    countyRules: (ctx, given) => countyRules(room, ctx, given),
    startCounty: (ctx, what, enqueue) => startCounty(room, ctx, what, enqueue),
  }
}

/** The pages of a job share loops and books; of the job before nothing is remembered. */
function lastDesk(room: Room): (request: CountyRequest) => CountyDesk {
  let [last, desk] = ['', countyDesk(room)]
  return (request) => {
    const job = [request.policy, request.register, request.on, request.known].join(' ')
    if (job !== last) [last, desk] = [job, countyDesk(room)]
    return desk
  }
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
  const within: Within = (work) => withContext(house.db, systemActor(house.county), work)
  const now = await within(async (ctx) => ({ on: on ?? ctx.today, known: ctx.now }))
  const totals: CountyTotals[] = []
  for (const { subject: register } of bound)
    totals.push(await room.assessPages(within, { policy, register, ...now }))
  return totals
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
