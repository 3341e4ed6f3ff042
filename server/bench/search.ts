/** The search box through `register.list`: names, identity number, its last 4, initials, telephone, at each level. */
import { type Crowd, type Level, type Listed, levels } from './crowd.ts'
import { beside, type Report } from './measure.ts'
import { type Probe, probesOf, shown } from './probes.ts'

const LIMIT = 50
/** Beyond so many the door answers with any of them and says so. */
const CAP = 200
const plan = { warm: 5, runs: 40 }
const bar = { text: 'p95 <= 25 ms', ms: 25 }

type Row = { id: number }

export async function searchJob(crowd: Crowd, report: Report): Promise<void> {
  for (const level of levels)
    for (const probe of await probesOf(crowd, level)) {
      const found = await measure(crowd, level, probe)
      report.line({ job: `search: ${probe.job}, ${level}`, ...found.times, against: probe.against, bar })
      report.note(`search: "${shown(probe.text)}" finds ${found.all.length} in the ${level}`)
      if (!isRight(found.ours, found.all))
        report.wrong(`search: "${shown(probe.text)}" finds other persons than the plain statement, ${level}`)
    }
}

async function measure(crowd: Crowd, level: Level, probe: Probe) {
  const { times, last } = await beside(
    plan,
    { run: () => crowd.list(level, { search: probe.text, limit: LIMIT }) },
    { run: () => plainFind(crowd, level, probe, `limit ${LIMIT + 1}`) },
  )
  return { times, ours: last.ours, all: await plainFind(crowd, level, probe, '') }
}

/** Up to the cap the very page; beyond it any of them, and said to be capped. */
function isRight(ours: Listed, all: readonly Row[]): boolean {
  const ids = ours.rows.map((row) => row.id)
  const first = all.slice(0, LIMIT).map((row) => row.id)
  if (all.length <= CAP) return ids.join() === first.join()
  const known = new Set(all.map((row) => row.id))
  return ids.length === LIMIT && ours.countCapped && ids.every((id) => known.has(id))
}

async function plainFind(
  { county, scopes }: Crowd,
  level: Level,
  probe: Probe,
  limit: string,
): Promise<Row[]> {
  const { rows } = await county.db.ownerPool.query<Row>(
    `select * from c990101.person where ${probe.where} and area >= $1 and area < $1 || '~' and deleted_at is null
     order by area, id ${limit}`,
    [scopes[level].code, probe.value],
  )
  return rows
}
