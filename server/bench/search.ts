/** The search box of the list: names frequent and rare, an identity number, initials. */
import type { Crowd, Listed } from './crowd.ts'
import { beside, type Line, type Outcome } from './measure.ts'

const LIMIT = 50
/** Beyond so many the door answers with any of them and says so. */
const CAP = 200
const plan = { warm: 10, runs: 60 }
const bar = { text: 'p95 <= 25 ms', ms: 25 }

type Probe = {
  job: string
  who: 'township' | 'county'
  text: string
  where: string
  value: unknown
  against: string
}
type Row = { id: number }

export async function searchJob(crowd: Crowd): Promise<Outcome> {
  const lines: Line[] = []
  const wrong: string[] = []
  const notes: string[] = []
  for (const probe of await probesOf(crowd)) {
    const found = await measure(crowd, probe)
    lines.push({ job: `search: ${probe.job}`, ...found.times, against: probe.against, bar })
    notes.push(`search: ${probe.job} "${shown(probe.text)}" finds ${found.all.length}`)
    if (!isRight(found.ours, found.all))
      wrong.push(`search: "${shown(probe.text)}" finds other persons than the plain statement`)
  }
  return { lines, notes, wrong }
}

async function measure(crowd: Crowd, probe: Probe) {
  const { times, last } = await beside(
    plan,
    { run: () => crowd.list(probe.who, { search: probe.text, limit: LIMIT }) },
    { run: () => plainFind(crowd, probe, `limit ${LIMIT + 1}`) },
  )
  return { times, ours: last.ours, all: await plainFind(crowd, probe, '') }
}

/** Up to the cap the very page; beyond it any of them, and said to be capped. */
function isRight(ours: Listed, all: readonly Row[]): boolean {
  const ids = ours.rows.map((row) => row.id)
  const first = all.slice(0, LIMIT).map((row) => row.id)
  if (all.length <= CAP) return ids.join() === first.join()
  const known = new Set(all.map((row) => row.id))
  return ids.length === LIMIT && ours.countCapped && ids.every((id) => known.has(id))
}

async function plainFind({ county, town }: Crowd, probe: Probe, limit: string): Promise<Row[]> {
  const scope = probe.who === 'township' ? town.code : '990101'
  const { rows } = await county.db.ownerPool.query<Row>(
    `select * from c990101.person where ${probe.where} and area >= $1 and area < $1 || '~' and deleted_at is null
     order by area, id ${limit}`,
    [scope, probe.value],
  )
  return rows
}

async function probesOf({ county, town }: Crowd): Promise<Probe[]> {
  const one = async (query: string) =>
    (await county.db.ownerPool.query<{ found: string }>(query, [town.code])).rows[0]?.found ?? ''
  const inTown = `from c990101.person where area >= $1 and area < $1 || '~'`
  const frequent = await one(
    `select left(name, 2) as found ${inTown} and name ~ '^[\\u4e00-\\u9fff]{2}' group by 1 order by count(*) desc, 1 limit 1`,
  )
  const rare = await one(`select name as found ${inTown} group by 1 having count(*) = 1 order by 1 limit 1`)
  const number = await one(
    `select id_number as found ${inTown} and id_number is not null order by id desc limit 1`,
  )
  const initials = await one(
    `select key as found from (select unnest(search_keys) as key ${inTown}) k where key ~ '^[a-z]{3}$' group by 1 order by count(*) desc, 1 limit 1`,
  )
  const named = { where: 'name like $2', against: 'name like, trigram index, owner' }
  const keyed = { where: 'search_keys @> $2', against: 'key array, GIN index, owner' }
  return [
    {
      job: 'frequent two characters, township',
      who: 'township',
      text: frequent,
      value: `%${frequent}%`,
      ...named,
    },
    {
      job: 'frequent two characters, county',
      who: 'county',
      text: frequent,
      value: `%${frequent}%`,
      ...named,
    },
    { job: 'rare name, township', who: 'township', text: rare, value: `%${rare}%`, ...named },
    {
      job: 'identity number, township',
      who: 'township',
      text: number,
      value: number,
      where: 'id_number = $2',
      against: 'id_number =, owner',
    },
    { job: 'pinyin initials, township', who: 'township', text: initials, value: [initials], ...keyed },
    { job: 'pinyin initials, county', who: 'county', text: initials, value: [initials], ...keyed },
  ]
}

/** A number of the invented county 990199 may be shown; the middle is left out all the same. */
function shown(text: string): string {
  return /^\d{17}/.test(text) ? `${text.slice(0, 6)}********${text.slice(-4)}` : text
}
