/** A county decided end to end under the fence: read, decide, keep; beside copying the same columns out and in. */
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import { from as copyIn, to as copyOut } from 'pg-copy-streams'
import { day, fen } from '#kernel'
import type { CountyState } from '#policy'
import { assessCounty, countyDesk, decideCountyPage, policies } from '#policy'
import { insertRow, registerFactSource } from '#register'
import { landSecurityBindings } from '../src/systems/land-security/policies/bindings.ts'
import { landSecurityPolicies } from '../src/systems/land-security/policies/index.ts'
import { landTake } from '../src/systems/land-security/registers/index.ts'
import { type Crowd, registers } from './crowd.ts'
import { beside, type Report } from './measure.ts'

const policy = 'land-security.protection'
const register = 'protectedPerson'
const on = '2023-09-01'

/** Everybody of the crowd is on the list of one taking. */
export async function countyJob({ county }: Crowd, report: Report): Promise<void> {
  const officer = county.actor()
  const persons = await list(county, officer)
  const room = {
    registry: policies(landSecurityPolicies),
    bindings: landSecurityBindings,
    source: registerFactSource(registers),
  }
  const request = await county.run(officer, async (ctx) => ({ policy, register, on, known: ctx.now }))
  const desk = countyDesk(room)
  const ours = async () => {
    let [state, done]: [CountyState | undefined, boolean] = [undefined, false]
    while (!done)
      ({ state, done } = await county.run(officer, (ctx) =>
        decideCountyPage(room, ctx, request, { state, desk }),
      ))
    return state?.decided ?? 0
  }
  const files = filesOf(county.db.ownerPool)
  const baseline = { before: () => prepared(files, persons), run: () => copied(files) }
  const { times, last } = await beside({ warm: 1, runs: 2 }, { run: ours }, baseline)
  await Promise.all([files.out, files.rows].map((file) => rm(file, { force: true })))
  report.line({
    job: `county: ${policy} read, decided, kept for ${persons} persons`,
    ...times,
    against: 'COPY out of the facts + COPY in of the decisions',
    bar: { text: '1,000,000 persons <= 20 s', ...(persons === 1_000_000 ? { ms: 20_000 } : {}) },
  })
  if (last.ours !== persons) report.wrong(`county: ${last.ours} decided of ${persons}`)
  const totals = await county.run(officer, (ctx) => assessCounty(room, ctx, request))
  report.note(
    `county: ${totals.known} known, ${totals.unknown} unknown, ${totals.problem} problems, ${totals.oneByOne} one by one`,
  )
}

async function list(county: Crowd['county'], officer: ReturnType<Crowd['actor']>): Promise<number> {
  const persons = await county.run(officer, async (ctx) => {
    const take = await insertRow(ctx, landTake, {
      name: '石桥地块',
      area: '990101',
      takenOn: day('2023-06-30'),
      basePerPerson: fen(5_000_000),
    })
    const made =
      await sql`insert into protected_person (area, land_take_id, person_id) select area, ${take.id}, id from person`.execute(
        ctx.tx,
      )
    return Number(made.numAffectedRows ?? 0)
  })
  await county.db.ownerPool.query('vacuum analyze c990101.protected_person')
  return persons
}

type Columns = { readonly pool: pg.Pool; readonly out: string; readonly rows: string }

const kept = 'area, subject_id, on_day, status, result, branches, given, facts_digest'

function filesOf(pool: pg.Pool): Columns {
  const file = (name: string) => join(tmpdir(), `xiangce-bench-${process.pid}-${name}.copy`)
  return { pool, out: file('facts'), rows: file('rows') }
}

/** The rows that were decided, in a file, so that copying them in needs nothing else. */
async function prepared({ pool, rows }: Columns, persons: number): Promise<void> {
  await withClient(pool, (client) =>
    pipeline(
      client.query(
        copyOut(`copy (select ${kept} from c990101.decision order by id limit ${persons}) to stdout`),
      ),
      createWriteStream(rows),
    ),
  )
}

/** The facts of everybody out to a file, and the rows of their decisions in, without fence, check or index. */
async function copied({ pool, out, rows }: Columns): Promise<void> {
  const facts = `select l.id, l.area, p.sex, p.birth_date, t.taken_on, t.base_per_person from c990101.protected_person l
    join c990101.person p on p.id = l.person_id join c990101.land_take t on t.id = l.land_take_id order by l.id`
  await withClient(pool, async (client) => {
    await pipeline(client.query(copyOut(`copy (${facts}) to stdout`)), createWriteStream(out))
    await client.query(`create temp table plain as select ${kept} from c990101.decision limit 0`)
    await pipeline(createReadStream(rows), client.query(copyIn('copy plain from stdin')))
    await client.query('drop table plain')
  })
}

async function withClient(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await work(client)
  } finally {
    client.release()
  }
}
