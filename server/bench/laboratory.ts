/** One move of a parameter over a million persons: decided, compared, counted by township and by year; as the door does it. */
import type { FactSource, LabAsk, Simulation } from '#policy'
import { openPolicyRoom } from '#policy'
import type { TestCounty } from '#test/database.ts'
import { landSecurityBindings } from '../src/systems/land-security/policies/bindings.ts'
import { landSecurityPolicies } from '../src/systems/land-security/policies/index.ts'
import { beside, type Report } from './measure.ts'
import type { Place } from './place.ts'

const PERSONS = 1_000_000
const TOWNSHIPS = 16
const plan = { warm: 2, runs: 9 }
const policy = 'land-security.protection'
const { round } = Math

/** Facts from memory: what is measured is the move, not the reading. */
export async function laboratoryJob(place: Place, report: Report): Promise<void> {
  const county = await place.fresh()
  const room = openPolicyRoom({
    policies: landSecurityPolicies,
    bindings: landSecurityBindings,
    source: invented(),
  })
  const officer = county.actor()
  const known = await county.run(officer, async (ctx) => ctx.now)
  const move = (share: number) => simulate(county, { known, overrides: { government: String(share) } })
  const simulate = (of: TestCounty, ask: Omit<LabAsk, 'policy'>) =>
    of.run(officer, (ctx) => room.laboratory.simulate(ctx, { policy, result: 'individualAccount', ...ask }))
  const began = performance.now()
  await move(30)
  report.note(`laboratory: ${PERSONS} persons laid into columns in ${round(performance.now() - began)} ms`)
  const { times, last } = await beside(plan, { run: (run) => move(10 + run) }, { run: sumsByHand })
  report.line({
    job: `laboratory: ${policy}, a move over ${PERSONS} persons`,
    ...times,
    against: 'the account of (a) alone by hand, summed by township',
    bar: { text: 'median <= 300 ms', ms: 300, by: 'median' },
  })
  const edges = () =>
    county.run(officer, (ctx) =>
      room.laboratory.cliffs(ctx, { policy, result: 'individualAccount', known, overrides: {} }),
    )
  await edges() // the first reads the households
  const edgesBegan = performance.now()
  const cliffs = await edges()
  report.note(
    `laboratory: ${cliffs.length} edges of ${PERSONS} persons, the fullest with ${cliffs[0]?.persons ?? 0} and how far each is, in ${round(performance.now() - edgesBegan)} ms`,
  )
  const lastShare = 10 + plan.warm + plan.runs - 1
  check(report, last.ours, lastShare)
}

/** Sexes, ages and places in turn; all on one taking. */
const sexes = ['male', 'female'] as const
const years = Array.from({ length: 90 }, (_, i) => `${1930 + i}-06-15`)

function someone(id: number) {
  return {
    sex: sexes[id % 2] as 'male' | 'female',
    birthDate: years[id % 90] as string,
    place: id % TOWNSHIPS,
  }
}

function invented(): FactSource {
  const takenOn = '2023-06-30'
  const cells: Record<string, (id: number) => unknown> = {
    sex: (id) => someone(id).sex,
    birthDate: (id) => someone(id).birthDate,
    takenOn: () => takenOn,
    base: () => '50000.00',
  }
  return {
    read: async () => undefined,
    columns: async (_, { facts, after, limit }) => {
      const ids = Array.from(
        { length: Math.max(0, Math.min(limit, PERSONS - after)) },
        (__, i) => after + i + 1,
      )
      const columns = Object.keys(facts).map((name) => [name, ids.map((id) => cells[name]?.(id) ?? null)])
      return {
        ids,
        areas: ids.map((id) => `9901011${String(10 + someone(id).place)}201001`),
        facts: Object.fromEntries(columns),
        lists: {},
        apart: [],
      }
    },
  }
}

/** Persons of (a) and their accounts at 80 percent of 50,000, told by a loop over what was invented. */
function sumsByHand(): Float64Array {
  const sums = new Float64Array(TOWNSHIPS)
  for (let id = 1; id <= PERSONS; id++)
    if (isAbove(id)) sums[id % TOWNSHIPS] = (sums[id % TOWNSHIPS] as number) + 40_000
  return sums
}

/** Born on 15 June, taken on 30 June 2023: the year alone tells the age. */
function isAbove(id: number): boolean {
  const { sex, birthDate } = someone(id)
  return 2023 - Number(birthDate.slice(0, 4)) >= (sex === 'male' ? 60 : 55)
}

/** At `share` percent instead of 30, each of (a) has (30 - share) percent of 50,000 more. */
function check(report: Report, { total, townships }: Simulation, share: number): void {
  let above = 0
  for (let id = 1; id <= PERSONS; id++) if (isAbove(id)) above++
  const wanted = `${above * (30 - share) * 500}.00`
  if (total.up !== above || total.difference !== wanted)
    report.wrong(`laboratory: ${total.up} gain ${total.difference}; ${above} and ${wanted} by hand`)
  if (townships.length !== TOWNSHIPS || total.subjects !== PERSONS)
    report.wrong(`laboratory: ${townships.length} townships, ${total.subjects} persons`)
}
