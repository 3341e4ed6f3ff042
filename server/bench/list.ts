/** The first page of a list, and a page far behind, in the scope of a village, a township, the county. */
import { listRows } from '#register'
import { person } from '../src/systems/population/registers/index.ts'
import { type Crowd, type Level, levels } from './crowd.ts'
import { beside, type Report } from './measure.ts'

const LIMIT = 50
const plan = { warm: 10, runs: 60 }
const bar = { text: 'p95 <= 25 ms', ms: 25 }
const against = 'same page, plain SQL, owner without fence'

type Ids = { id: number }[]
type Job = { crowd: Crowd; level: Level; report: Report }

export async function listJob(crowd: Crowd, report: Report): Promise<void> {
  for (const level of levels) {
    const job = { crowd, level, report }
    const deep = await deepCursor(job)
    const [area, id] = JSON.parse(Buffer.from(deep, 'base64url').toString()) as [string, number]
    report.line({
      job: `list: first page, ${level} (rows, count, names, log)`,
      ...(await both(job, {}, ['', 0])),
    })
    report.line({
      job: `list: page behind a key, ${level}`,
      ...(await both(job, { after: deep }, [area, id])),
    })
    report.note(`list: ${level} of ${crowd.scopes[level].persons} persons, pages of ${LIMIT}`)
  }
  report.line({
    job: 'list: first page, township, only its rows under the fence',
    ...(await fencedOnly(crowd)),
    against,
  })
}

/** Behind the tenth page of 200, or wherever a smaller area ends. */
async function deepCursor({ crowd, level }: Job): Promise<string> {
  let after = (await crowd.list(level, { limit: 200 })).next
  for (let page = 0; page < 10 && after; page++) {
    const { next } = await crowd.list(level, { limit: 200, after })
    if (!next) break
    after = next
  }
  if (!after) throw new Error(`the ${level} has one page only: give more persons`)
  return after
}

async function both({ crowd, level, report }: Job, ask: object, after: [string, number]) {
  const { times, last } = await beside(
    plan,
    { run: () => crowd.list(level, { ...ask, limit: LIMIT }) },
    { run: () => plainPage(crowd, level, after) },
  )
  if (idsOf(last.ours.rows) !== idsOf(last.baseline.slice(0, LIMIT)))
    report.wrong(`list: the page of the door is not the page of the plain statement, ${level}`)
  return { ...times, against, bar }
}

function idsOf(rows: Ids): string {
  return rows.map((row) => row.id).join()
}

async function fencedOnly(crowd: Crowd) {
  const { county } = crowd
  const { times } = await beside(
    plan,
    { run: () => county.run(crowd.actor('township'), (ctx) => listRows(ctx, person, { limit: LIMIT })) },
    { run: () => plainPage(crowd, 'township', ['', 0]) },
  )
  return times
}

async function plainPage({ county, scopes }: Crowd, level: Level, after: [string, number]): Promise<Ids> {
  const { rows } = await county.db.ownerPool.query<{ id: number }>(
    `select * from c990101.person where deleted_at is null and area >= $1 and area < $1 || '~'
       and (area, id) > ($2, $3) order by area, id limit ${LIMIT + 1}`,
    [scopes[level].code, ...after],
  )
  return rows
}
