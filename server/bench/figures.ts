/** All declared figures of registers for the county, its townships and villages; beside the counts written by hand as plain statements of the owner. */
import { day } from '#kernel'
import { systems } from '#systems'
import type { RegisterFigure } from '#verify'
import { registerValues } from '#verify'
import { timed } from './checks.ts'
import { type Crowd, registry } from './crowd.ts'
import { type Report, timesOf } from './measure.ts'

const on = day('2025-09-10')
const figures: readonly RegisterFigure[] = systems.flatMap(({ registerFigures }) => registerFigures ?? [])
const room = { registry, registerFigures: figures }

type Counts = Record<string, number>

export async function figuresJob(crowd: Crowd, report: Report): Promise<void> {
  const areas = await areasOf(crowd)
  const ours = await timed(() => ourCounts(crowd, areas))
  const plain = await timed(() => plainCounts(crowd))
  report.line({
    job: `figures: ${figures.length} of registers in ${areas.length} places over ${crowd.scopes.county.persons} persons`,
    ours: timesOf([ours.ms]),
    against: 'nine of them by village, written by hand, owner',
    baseline: timesOf([plain.ms]),
  })
  for (const [id, count] of Object.entries(plain.result))
    if (count !== ours.result[id]) report.wrong(`figures: ${id} is ${ours.result[id]}, by hand ${count}`)
}

async function areasOf({ county }: Crowd): Promise<string[]> {
  const { rows } = await county.db.ownerPool.query<{ code: string }>(
    "select code from c990101.area where level in ('county', 'township', 'village') and deleted_at is null order by 1",
  )
  return rows.map(({ code }) => code)
}

/** Those of the county. */
async function ourCounts({ county }: Crowd, areas: readonly string[]): Promise<Counts> {
  const places = figures.flatMap((figure) => areas.map((area) => ({ figure, area })))
  const values = await county.run(county.actor(), (ctx) => registerValues(ctx, room, { places, day: on }))
  return Object.fromEntries(
    values.filter(({ area }) => area.length === 6).map(({ figure, value }) => [figure, Number(value)]),
  )
}

async function plainCounts({ county }: Crowd): Promise<Counts> {
  const here = `(birth_date <= '${on}' or birth_date is null) and (died_on > '${on}' or died_on is null) and (moved_out_on > '${on}' or moved_out_on is null)`
  const persons = `select left(area, 12) as area, count(*) filter (where ${here}) as "person.registered",
    count(*) filter (where ${here} and hukou = 'agricultural') as "person.agricultural",
    count(*) filter (where ${here} and birth_date <= date '${on}' - interval '60 years') as "person.from60",
    count(*) filter (where ${here} and birth_date > date '${on}' - interval '16 years') as "person.under16"
    from c990101.person where deleted_at is null group by 1`
  const households = `select left(area, 12) as area, count(*) as "household.standing", sum(members) as "household.members"
    from c990101.household where deleted_at is null and (ended_on > '${on}' or ended_on is null) group by 1`
  const linked = `select left(p.area, 12) as area, count(*) filter (where h.poverty = 'lifted') as "person.inLifted",
    count(*) filter (where h.poverty = 'poor' and birth_date <= date '${on}' - interval '60 years') as "person.poorElderly"
    from c990101.person p join c990101.household h on h.id = p.household_id
    where p.deleted_at is null and h.deleted_at is null and (h.ended_on > '${on}' or h.ended_on is null) and ${here} group by 1`
  const headless = `select left(h.area, 12) as area, count(*) as "household.headless" from c990101.household h
    where h.deleted_at is null and (h.ended_on > '${on}' or h.ended_on is null) and h.id not in (
      select household_id from c990101.person where household_id is not null and deleted_at is null and relation = 'head' and ${here})
    group by 1`
  const counts: Counts = {}
  for (const statement of [persons, households, linked, headless])
    for (const row of (await county.db.ownerPool.query<Record<string, string>>(statement)).rows)
      for (const [id, count] of Object.entries(row))
        if (id !== 'area') counts[id] = (counts[id] ?? 0) + Number(count)
  return counts
}
