/**
 * `npm run bench [-- --only list,search] [--persons N] [--accounts N] [--rows N]`: the jobs of the house, each beside a
 * baseline of the same run. A row is printed as soon as it is measured. Fails on a wrong result, never on a slow one.
 */
import { actJob } from './act.ts'
import { type Ask, askOf } from './ask.ts'
import { checksJob } from './checks.ts'
import { compareJob } from './compare.ts'
import { countyJob } from './county.ts'
import { type Crowd, openCrowd } from './crowd.ts'
import { decideJob } from './decide.ts'
import { duplicatesJob } from './duplicates.ts'
import { explainJob } from './explain.ts'
import { exportJob } from './export.ts'
import { figuresJob } from './figures.ts'
import { findingsJob } from './findings.ts'
import { importJob } from './import.ts'
import { interestJob } from './interest.ts'
import { kernelJob } from './kernel.ts'
import { killedJob } from './killed.ts'
import { laboratoryJob } from './laboratory.ts'
import { listJob } from './list.ts'
import { loadWarning, machineLine } from './machine.ts'
import type { Report } from './measure.ts'
import { openPlace, type Place } from './place.ts'
import { postingJob } from './posting.ts'
import { searchJob } from './search.ts'
import { seedJob } from './seed.ts'
import { headText, rowText } from './table.ts'

type Bench = { ask: Ask; place: Place; report: Report; crowd(): Promise<Crowd> }

const jobs: Record<string, (bench: Bench) => Promise<void>> = {
  seed: async ({ report, crowd }) => seedJob(await crowd(), report),
  list: async ({ report, crowd }) => listJob(await crowd(), report),
  search: async ({ report, crowd }) => searchJob(await crowd(), report),
  checks: async ({ report, crowd }) => checksJob(await crowd(), report),
  figures: async ({ report, crowd }) => figuresJob(await crowd(), report),
  findings: async ({ report, crowd }) => findingsJob(await crowd(), report),
  export: async ({ report, crowd }) => exportJob(await crowd(), report),
  duplicates: async ({ report, crowd }) => duplicatesJob(await crowd(), report),
  compare: async ({ ask, report, crowd }) => compareJob(await crowd(), ask.rows, report),
  act: ({ place, report }) => actJob(place, report),
  posting: ({ place, report }) => postingJob(place, report),
  interest: ({ ask, place, report }) => interestJob(place, ask.accounts, report),
  decide: ({ ask, report }) => decideJob(ask.persons, report),
  explain: ({ place, report }) => explainJob(place, report),
  kernel: ({ report }) => kernelJob(report),
  laboratory: ({ place, report }) => laboratoryJob(place, report),
  county: async ({ report, crowd }) => countyJob(await crowd(), report),
  import: ({ ask, place, report }) => importJob(place, ask.rows, report),
  killed: ({ ask, place, report }) => killedJob(place, ask.rows, report),
}

async function runAll(ask: Ask, report: Report): Promise<void> {
  const place = await openPlace()
  try {
    const probe = await place.fresh()
    console.log(
      `${await machineLine(probe.db)}\n${ask.persons} persons, ${ask.accounts} accounts, ${ask.rows} rows to import`,
    )
    warn()
    console.log(headText())
    await runJobs({ ask, place, report })
    warn()
  } finally {
    await place.close()
  }
}

/** A job that breaks is a wrong result; the others still run. */
async function runJobs(given: Omit<Bench, 'crowd'>): Promise<void> {
  let opened: Promise<Crowd> | undefined
  const crowd = () => {
    opened ??= openCrowd(given.place, given.ask, given.report)
    return opened
  }
  for (const name of given.ask.only) {
    given.report.progress(`${name} ...`)
    await jobs[name]?.({ ...given, crowd }).catch((thrown) =>
      given.report.wrong(`${name}: ${thrown instanceof Error ? thrown.stack : String(thrown)}`),
    )
  }
}

/** Rows and notes on standard output at once; what is going on, and what is wrong, on standard error. */
function printing(): Report {
  const began = performance.now()
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s`
  return {
    line: (line) => console.log(rowText(line)),
    note: (text) => console.log(`  ${text}`),
    progress: (text) => process.stderr.write(`${seconds()}  ${text}\n`),
    wrong: (text) => {
      process.exitCode = 1
      console.error(`WRONG ${text}`)
    },
  }
}

function warn(): void {
  const warning = loadWarning()
  if (warning) console.log(warning)
}

await runAll(askOf(process.argv.slice(2), Object.keys(jobs)), printing())
