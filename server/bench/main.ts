/** `npm run bench [-- name ...]`: the jobs of the house, each beside a baseline of the same run. Fails on a wrong result, never on a slow one. */
import { actJob } from './act.ts'
import { type Crowd, openCrowd } from './crowd.ts'
import { decideJob } from './decide.ts'
import { importJob } from './import.ts'
import { interestJob } from './interest.ts'
import { listJob } from './list.ts'
import { loadWarning, machineLine } from './machine.ts'
import type { Line, Outcome } from './measure.ts'
import { openPlace, type Place } from './place.ts'
import { postingJob } from './posting.ts'
import { searchJob } from './search.ts'
import { tableText } from './table.ts'

const persons = sizeOf('BENCH_PERSONS', 100_000)
const accounts = sizeOf('BENCH_ACCOUNTS', persons)
const rows = sizeOf('BENCH_ROWS', 20_000)

type Bench = { place: Place; crowd(): Promise<Crowd> }

const jobs: Record<string, (bench: Bench) => Promise<Outcome>> = {
  list: async ({ crowd }) => listJob(await crowd()),
  search: async ({ crowd }) => searchJob(await crowd()),
  act: ({ place }) => actJob(place),
  posting: ({ place }) => postingJob(place),
  interest: ({ place }) => interestJob(place, accounts),
  decide: () => decideJob(persons),
  import: ({ place }) => importJob(place, rows),
}

function sizeOf(name: string, usual: number): number {
  const given = Number(process.env[name] ?? usual)
  if (!Number.isInteger(given) || given < 1) throw new Error(`${name} is a whole number above 0`)
  return given
}

async function runAll(names: readonly string[]): Promise<string[]> {
  const place = await openPlace()
  try {
    const probe = await place.fresh()
    console.log(
      `${await machineLine(probe.db)}\n${persons} persons, ${accounts} accounts, ${rows} rows to import`,
    )
    warn()
    return await runJobs(names, place)
  } finally {
    await place.close()
  }
}

async function runJobs(names: readonly string[], place: Place): Promise<string[]> {
  let opened: Promise<Crowd> | undefined
  const crowd = () => {
    opened ??= openCrowd(place, persons)
    return opened
  }
  const [lines, notes, wrong]: [Line[], string[], string[]] = [[], [], []]
  for (const name of names) {
    process.stderr.write(`  ${name} ...\n`)
    const found = await jobs[name]?.({ place, crowd }).catch((thrown) => stopped(name, thrown))
    lines.push(...(found?.lines ?? []))
    notes.push(...(found?.notes ?? []))
    wrong.push(...(found?.wrong ?? []))
  }
  console.log(`\n${tableText(lines)}\n`)
  for (const note of notes) console.log(note)
  warn()
  return wrong
}

/** A job that breaks is a wrong result; the others are still told. */
function stopped(name: string, thrown: unknown): Outcome {
  return { lines: [], wrong: [`${name}: ${thrown instanceof Error ? thrown.stack : String(thrown)}`] }
}

function warn(): void {
  const warning = loadWarning()
  if (warning) console.log(warning)
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(jobs, name))
if (unknown.length > 0) {
  console.error(`no job ${unknown.join(', ')}; there are ${Object.keys(jobs).join(', ')}`)
  process.exit(1)
}
const wrong = await runAll(asked.length > 0 ? asked : Object.keys(jobs))
for (const line of wrong) console.error(`WRONG ${line}`)
process.exitCode = wrong.length > 0 ? 1 : 0
