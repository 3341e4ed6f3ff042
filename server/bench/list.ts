/** The first page of a list, and a page far behind, in the scope of a township. */
import { listRows } from '#register'
import { person } from '../src/systems/population/registers/index.ts'
import type { Crowd } from './crowd.ts'
import { beside, type Outcome } from './measure.ts'

const LIMIT = 50
const plan = { warm: 10, runs: 60 }
const bar = { text: 'p95 <= 25 ms', ms: 25 }
const against = 'same page, plain SQL, owner without fence'

type Ids = { id: number }[]

export async function listJob(crowd: Crowd): Promise<Outcome> {
  const deep = await deepCursor(crowd)
  const [area, id] = JSON.parse(Buffer.from(deep, 'base64url').toString()) as [string, number]
  const wrong: string[] = []
  const first = await both(crowd, {}, ['', 0], wrong)
  const behind = await both(crowd, { after: deep }, [area, id], wrong)
  const bare = await fencedOnly(crowd)
  return {
    lines: [
      { job: 'list: first page (door: rows, count, names, masks, log)', ...first, against, bar },
      { job: 'list: page behind a key (the same door)', ...behind, against, bar },
      { job: 'list: first page, only its rows under the fence', ...bare, against },
    ],
    notes: [`list: township of ${crowd.town.persons} persons, pages of ${LIMIT}`],
    wrong,
  }
}

/** Behind the tenth page, or wherever a smaller township ends. */
async function deepCursor(crowd: Crowd): Promise<string> {
  let after = (await crowd.list('township', { limit: 200 })).next
  for (let page = 0; page < 10 && after; page++) {
    const { next } = await crowd.list('township', { limit: 200, after })
    if (!next) break
    after = next
  }
  if (!after) throw new Error('the township has one page only: give more persons')
  return after
}

async function both(crowd: Crowd, ask: object, after: [string, number], wrong: string[]) {
  const { times, last } = await beside(
    plan,
    { run: () => crowd.list('township', { ...ask, limit: LIMIT }) },
    { run: () => plainPage(crowd, after) },
  )
  if (idsOf(last.ours.rows) !== idsOf(last.baseline.slice(0, LIMIT)))
    wrong.push('list: the page of the door is not the page of the plain statement')
  return times
}

function idsOf(rows: Ids): string {
  return rows.map((row) => row.id).join()
}

async function fencedOnly(crowd: Crowd) {
  const { county } = crowd
  const { times } = await beside(
    plan,
    { run: () => county.run(crowd.actor('township'), (ctx) => listRows(ctx, person, { limit: LIMIT })) },
    { run: () => plainPage(crowd, ['', 0]) },
  )
  return times
}

async function plainPage({ county, town }: Crowd, after: [string, number]): Promise<Ids> {
  const { rows } = await county.db.ownerPool.query<{ id: number }>(
    `select * from c990101.person where deleted_at is null and area >= $1 and area < $1 || '~'
       and (area, id) > ($2, $3) order by area, id limit ${LIMIT + 1}`,
    [town.code, ...after],
  )
  return rows
}
