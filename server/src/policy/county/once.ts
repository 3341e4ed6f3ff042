/** Starting a county once: at the same rules, values and facts everybody is decided once, however often it is started. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Ctx } from '#platform'
import { findJob } from '#platform'
import type { Room } from '../decide.ts'
import { readBook } from '../decide.ts'
import { policiesBehind, touched } from '../touched.ts'
import type { CountyCase, CountyRecord } from './once-store.ts'
import { carriedBy, latestRecord, openRecord, startingAlone } from './once-store.ts'

/**
 * `started`: from the first subject. `underWay`: somebody has started it and it runs. `goesOn`: it was stopped and goes on where
 * it stood. `decided`: everybody is decided at these rules, values and facts, and nothing is done.
 */
export type Standing = 'started' | 'underWay' | 'goesOn' | 'decided'

export type CountyStart = {
  readonly jobId: number
  readonly standing: Standing
  readonly decided: number
  /** The moment at which facts are known (ISO); null before the first page. */
  readonly known: string | null
  readonly say: Text
}

/** Rules and values by which it is decided: of the policy and of those whose results it uses. */
export async function countyRules(
  room: Room,
  ctx: Ctx,
  given: { policy: string; register: string; known: string },
): Promise<string> {
  const parts: string[] = []
  for (const id of policiesBehind(room, given)) {
    const policy = room.registry.get(id)
    const book = await (room.book ?? readBook)(ctx, policy, given.known)
    parts.push(`${id} ${policy.hash} ${book.version}`)
  }
  return parts.join('\n')
}

/** Starts it, or says how that stands which was started before. `enqueue` puts the job of a record in the queue. */
export async function startCounty(
  room: Room,
  ctx: Ctx,
  what: CountyCase,
  enqueue: (record: number) => Promise<number>,
): Promise<CountyStart> {
  await startingAlone(ctx)
  const rules = await countyRules(room, ctx, { ...what, known: ctx.now })
  const begun = async (id: number) => {
    const jobId = await enqueue(id)
    await carriedBy(ctx, id, jobId)
    return jobId
  }
  const earlier = await latestRecord(ctx, what)
  if (!earlier || earlier.rules !== rules || (await isKnownBetter(room, ctx, what, earlier)))
    return told('started', {
      jobId: await begun(await openRecord(ctx, what, rules)),
      decided: 0,
      known: null,
    })
  const { jobId, decided, known, id } = earlier
  if (earlier.endedAt !== null && jobId !== null) return told('decided', { jobId, decided, known })
  if (jobId !== null && (await isRunning(ctx, jobId))) return told('underWay', { jobId, decided, known })
  return told('goesOn', { jobId: await begun(id), decided, known })
}

/** Whether a fact of anybody was written since. */
async function isKnownBetter(
  room: Room,
  ctx: Ctx,
  { policy, register }: CountyCase,
  { known }: CountyRecord,
): Promise<boolean> {
  if (known === null) return false
  const whom = await touched(room, ctx, { policy, register, since: known })
  return whom === undefined || whom.length > 0
}

async function isRunning(ctx: Ctx, jobId: number): Promise<boolean> {
  const job = await findJob(ctx.tx, jobId)
  return job?.state === 'waiting' || job?.state === 'running'
}

const words: Record<Standing, (decided: number) => Text> = {
  started: () => t('已开始认定，进度在后台任务里看。', 'Started; the jobs show how far it is.'),
  underWay: (decided) =>
    t(
      `这一项正在认定，已认定 ${decided} 人，不另开一次。`,
      `This is being decided, ${decided} persons so far; it is not started a second time.`,
    ),
  goesOn: (decided) =>
    t(
      `上次停在已认定 ${decided} 人处，现从停下的地方接着认定。`,
      `It was stopped after ${decided} persons and goes on from there.`,
    ),
  decided: (decided) =>
    t(
      `这一项已按现行条文、参数和资料认定完毕，共 ${decided} 人，不再重复认定。资料或参数变动后可以再认定。`,
      `All ${decided} persons are decided by the rules, values and facts as they are; nothing is decided twice. It can be started again when facts or values have changed.`,
    ),
}

function told(standing: Standing, start: Omit<CountyStart, 'standing' | 'say'>): CountyStart {
  return { ...start, standing, say: words[standing](start.decided) }
}
