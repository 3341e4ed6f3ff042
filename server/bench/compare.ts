/** A list of deaths beside the persons of a county: read, matched, laid side by side, findings kept; beside a full outer join on ID. */
import type { AnyOperation } from '#platform'
import { saveFile } from '#platform'
import { verifyOperations } from '#verify'
import { populationComparisons } from '../src/systems/population/comparisons/index.ts'
import { populationEvents } from '../src/systems/population/events/index.ts'
import { getCompared } from '../src/verify/compare/compare-store.ts'
import { firstStep, type StepState, takeStep } from '../src/verify/compare/steps.ts'
import type { Crowd } from './crowd.ts'
import { registry } from './crowd.ts'
import { type Report, timesOf } from './measure.ts'

const room = { registry, checks: [], lists: populationComparisons, events: populationEvents }
const upload = verifyOperations(room).find((one) => one.name === 'compare.upload')
/** One line in so many is of somebody whom the register does not know. */
const STRANGER = 20

type Person = { name: string; number: string }

export async function compareJob({ county, scopes }: Crowd, rows: number, report: Report): Promise<void> {
  const known = rows - Math.floor(rows / STRANGER)
  const { rows: people } = await county.db.ownerPool.query<Person>(
    `select name, id_number as number from c990101.person
     where id_number is not null and died_on is null and deleted_at is null order by id limit $1`,
    [known],
  )
  const strangers = Math.floor(people.length / (STRANGER - 1))
  const lines = [
    ...people.map(({ name, number }) => `${name},${number},2025-05-20`),
    ...Array.from({ length: strangers }, (_, at) => `无名氏${at},,2025-05-20`),
  ]
  const actor = county.actor()
  const file = await county.run(actor, ({ tx }) => saveFile(tx, fileOf(lines)))
  const given = { fileId: file.id, kind: 'deaths', sender: '县民政局', listDate: '2025-06-30' }
  const { comparisonId } = (await county.call(actor, upload as AnyOperation, given)) as {
    comparisonId: number
  }
  const took = await compared(county, comparisonId, actor)
  const baseline = await outerJoin(county, people)
  const { counts } = await county.run(actor, (ctx) => getCompared(ctx, comparisonId))
  report.line({
    job: `compare: a list of ${lines.length} beside ${scopes.county.persons} persons, findings kept`,
    ours: timesOf([took.total]),
    against: 'full outer join on ID, list as JSON, owner',
    baseline: timesOf([baseline]),
  })
  report.note(`compare: ${[...took.phases].map(([name, ms]) => `${name} ${Math.round(ms)} ms`).join(', ')}`)
  if (counts.findings !== people.length || counts.differs !== people.length)
    report.wrong(`compare: ${counts.findings} findings of ${people.length} who are on the list`)
}

const fileOf = (lines: readonly string[]) => ({
  name: '死亡名单.csv',
  mime: 'text/csv',
  bytes: Buffer.from(`姓名,身份证号,死亡日期\n${lines.join('\n')}\n`),
})

type County = Crowd['county']

/** Step by step as the job takes them, each in a transaction. Milliseconds, of each phase too. */
async function compared(county: County, id: number, actor: ReturnType<County['actor']>) {
  const phases = new Map<string, number>()
  let state: StepState = firstStep
  const began = performance.now()
  for (let done = false; !done; ) {
    const [from, { phase }] = [performance.now(), state]
    ;({ state, done } = await county.run(actor, (ctx) => takeStep(ctx, room, { id, state })))
    phases.set(phase, (phases.get(phase) ?? 0) + performance.now() - from)
  }
  return { total: performance.now() - began, phases }
}

/** What a clerk with SQL would write: who is on both sides, who on one. */
async function outerJoin({ db }: County, people: readonly Person[]): Promise<number> {
  const began = performance.now()
  await db.ownerPool.query(
    `with list as materialized (select * from jsonb_to_recordset($1::jsonb) as l (name text, number text))
     select count(*) filter (where p.id is null), count(*) filter (where l.number is null), count(*)
     from list l full outer join c990101.person p on p.id_number = l.number`,
    [JSON.stringify(people)],
  )
  return performance.now() - began
}
