/** Decisions told to the clause, one after another: read under the fence, facts as of the stored times, the stored tree run again. */
import type { Ctx } from '#platform'
import { type StoredTree, store, unshareParts } from '#policy'
import { policy } from '#test/procedure/inheritance.kit.ts'
import { ground, pension, somebody } from '#test/procedure/recompute.kit.ts'
import { systems } from '../src/systems/index.ts'
import { beside, type Report } from './measure.ts'
import type { Place } from './place.ts'

const PERSONS = 200
const plan = { warm: 20, runs: PERSONS }
const bar = { text: 'median <= 5 ms', ms: 5, by: 'median' } as const

/** Everybody once, so that nobody's facts are warm; women of pension age draw, the other half not yet. */
export async function explainJob(place: Place, report: Report): Promise<void> {
  const county = await place.fresh()
  const officer = county.actor()
  const ids = await county.run(officer, async (ctx) => {
    const take = await ground(ctx, 1_000_000_000_00)
    const decided: number[] = []
    for (let n = 1; n <= PERSONS; n++) decided.push(await decidedFor(ctx, take, n))
    return decided
  })
  const id = (run: number) => ids[run % PERSONS] ?? 0
  const explained: boolean[] = []
  const ours = async (run: number) => {
    const told = await county.run(officer, (ctx) => policy.explainDecision(ctx, id(run)))
    explained.push(told.reproduced && !told.factsChanged && told.trace.length > 0)
  }
  const raw = (run: number) => county.db.ownerPool.query(asked, [id(run)])
  const { times } = await beside(plan, { run: ours }, { run: raw })
  report.line({
    job: `explain: one decision of ${pension}`,
    ...times,
    against: 'its stored rows read raw, owner',
    bar,
  })
  report.note(sizes())
  if (!explained.every(Boolean)) report.wrong('explain: a decision did not come out as it was stored')
}

/** What the rules of all systems take where they are stored, and took while equal parts were written each time. */
function sizes(): string {
  const trees = systems.flatMap((system) => system.policies ?? []).map(({ tree }) => store(tree))
  const bytes = (of: (tree: StoredTree) => object) =>
    trees.reduce((sum, tree) => sum + Buffer.byteLength(JSON.stringify(of(tree))), 0)
  const [now, before] = [bytes((tree) => tree), bytes(unshareParts)].map((sum) => Math.round(sum / 1000))
  return `explain: ${trees.length} rules stored in ${now} kB; ${before} kB with equal parts written each time`
}

const asked = `select d.*, v.*, p.* from c990101.decision d join c990101.policy_version v on v.id = d.policy_version_id
  join c990101.protected_person l on l.id = d.subject_id join c990101.person p on p.id = l.person_id where d.id = $1`

async function decidedFor(ctx: Ctx, take: number, n: number): Promise<number> {
  const born = n % 2 === 0 ? '1965-03-01' : '1980-02-01'
  const { listed } = await somebody(ctx, { take, seq: 2 * n, born, own: 10_000_00 })
  const subject = { register: 'protectedPerson', id: listed }
  return (await policy.decideFor(ctx, { policy: pension, subject, on: '2025-01-01' })).decisionId
}
