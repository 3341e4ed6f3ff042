/** A full pass over the persons of a county, beside a plain self-join by number; and how good it is on labelled people. */
import { fullPass, type PassResult } from '../src/register/duplicates/pass.ts'
import { type Compared, keepPairs, readTable } from '../src/register/duplicates/pass-store.ts'
import { measure, type Quality } from '../src/register/duplicates/quality.ts'
import { newPassTable } from '../src/register/duplicates/table.ts'
import { labelledSet } from '../src/systems/population/duplicates-labelled.ts'
import { person } from '../src/systems/population/registers/index.ts'
import type { Crowd } from './crowd.ts'
import { type Report, timesOf } from './measure.ts'

/** A county of 1,000,000 within two minutes. */
const bar = { text: '1,000,000 persons <= 2 min', persons: 1_000_000, ms: 120_000 }
/** Found less than this, or wrong more often: the search itself is wrong. */
const least = { recall: 0.9, precision: 0.9 }
const register = person as unknown as Compared // `as`: persons declare what makes duplicates

export async function duplicatesJob({ county, seeded, scopes }: Crowd, report: Report): Promise<void> {
  const persons = seeded?.persons ?? scopes.county.persons
  await passOver(county, persons, report)
  await quality(persons, report)
}

async function passOver(county: Crowd['county'], persons: number, report: Report): Promise<void> {
  const cpu = process.cpuUsage()
  const began = performance.now()
  const found = await county.run(county.actor(), async (ctx) => {
    const table = await readTable(ctx, register)
    if (table.ids.length !== persons)
      report.wrong(`duplicates: ${table.ids.length} of ${persons} persons read`)
    const read = performance.now()
    const result = await fullPass(table, register.duplicates)
    const compared = performance.now()
    await keepPairs(ctx, register, result.pairs)
    report.note(
      `duplicates: read in ${Math.round(read - began)} ms, compared in ${Math.round(compared - read)} ms`,
    )
    return result
  })
  const ours = performance.now() - began
  const { user, system } = process.cpuUsage(cpu)
  const baseline = await selfJoin(county)
  report.line({
    job: `duplicates: a full pass over ${persons} persons, read, compared, kept`,
    ours: timesOf([ours]),
    against: 'self-join by identity number alone',
    baseline: timesOf([baseline]),
    bar: { text: bar.text, ...(persons >= bar.persons ? { ms: bar.ms } : {}) },
  })
  report.note(passText(found, (user + system) / 1000))
}

/** By the owner, whom no fence holds: only what has one number would be found by it. */
async function selfJoin({ db }: Crowd['county']): Promise<number> {
  const began = performance.now()
  await db.ownerPool.query(
    `select count(*) from c990101.person a join c990101.person b
       on a.id_number = b.id_number and a.id < b.id where a.deleted_at is null and b.deleted_at is null`,
  )
  return performance.now() - began
}

function passText({ compared, pairs, crowded }: PassResult, cpu: number): string {
  const rest = crowded.rows > 0 ? `, ${crowded.rows} rows of ${crowded.blocks} crowded keys not compared` : ''
  return `duplicates: ${compared} comparisons, ${pairs.length} pairs kept, ${Math.round(cpu)} ms of CPU${rest}`
}

/** The labelled set is not read from the database: the same people, some of them written down twice. */
async function quality(persons: number, report: Report): Promise<void> {
  const { rows, labels } = labelledSet(persons)
  const { table, add } = newPassTable(1)
  for (const row of rows) add({ ...row, marks: [row.phone], shared: 0 })
  const { pairs } = await fullPass(table, { ...register.duplicates, marks: ['phone'] })
  const all = measure(pairs, labels)
  for (const one of all) report.note(qualityText(one, labels.length))
  for (const [kind, { found, of, one }] of all[0]?.byKind ?? [])
    report.note(
      `  ${one ? 'one' : 'two'}  ${String(found).padStart(5)} of ${of} shown  ${kind.replace('two: ', '')}`,
    )
  const [shown] = all
  if (shown && (shown.recall < least.recall || shown.precision < least.precision))
    report.wrong(`duplicates: recall ${shown.recall}, precision ${shown.precision} on labelled people`)
}

function qualityText({ from, found, precision, recall }: Quality, labels: number): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  return `duplicates: from score ${from}: precision ${percent(precision)}, recall ${percent(recall)} (${found} shown, ${labels} labelled pairs)`
}
