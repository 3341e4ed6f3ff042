/** A county's roster into the register, as .csv and as .xlsx, by a process of its own whose memory is measured; then the same file again. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import exceljs from 'exceljs'
import type { TestCounty } from '#test/database.ts'
import { environment, flags } from '../bin/memory.mjs'
import { asOwner, makeBare } from './copies.ts'
import { insertPlaces } from './crowd.ts'
import type { Imported } from './import-child.ts'
import { type Line, type Report, timesOf } from './measure.ts'
import type { Place } from './place.ts'
import { writeCsv, writeXlsx } from './roster-file.ts'

/** The bars of the design, for a million rows. */
const bars = { csv: 60_000, xlsx: 90_000 }
const MOST_MB = 512
const MILLION = 1_000_000

type Kind = keyof typeof bars
type Measured = { kind: Kind; rows: number; file: string; county: TestCounty }

export async function importJob(place: Place, rows: number, report: Report): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-import-'))
  try {
    for (const kind of ['csv', 'xlsx'] as const) {
      const file = join(folder, `roster.${kind}`)
      await (kind === 'csv' ? writeCsv(file, rows) : writeXlsx(file, rows))
      const county = await place.fresh()
      await insertPlaces(county)
      await measure({ kind, rows, file, county }, report)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function measure(given: Measured, report: Report): Promise<void> {
  const { kind, rows, file, county } = given
  const first = await importOf(county, file)
  const arrived = await personsOf(county)
  if (arrived !== rows || first.merged !== rows)
    report.wrong(`import: ${arrived} of ${rows} ${kind} rows arrived`)
  const again = await importOf(county, file)
  if (again.counts.unchanged !== rows || again.merged !== 0 || (await personsOf(county)) !== rows)
    report.wrong(`import: the same ${kind} again gave ${JSON.stringify(again.counts)}`)
  const beside = await (kind === 'csv' ? copied(county) : parsed(file))
  report.line({
    ...lineOf(given, { job: 'parse, check, stage, merge', took: first, ...beside }),
    ...barOf(given),
  })
  report.line(lineOf(given, { job: 'the same file again: nothing changes', took: again, ...beside }))
  report.note(partsText(kind, first))
  if (first.peakMb > MOST_MB) report.note(`import: ${kind} took more memory than the bar of ${MOST_MB} MB`)
}

type Told = { job: string; took: Imported; against: string; ms: number }

function lineOf({ kind, rows }: Measured, { job, took, against, ms }: Told): Line {
  return {
    job: `import: ${kind} of ${rows} persons, ${job}`,
    ours: timesOf([took.upload + took.stage + took.merge]),
    against,
    baseline: timesOf([ms]),
  }
}

function barOf({ kind, rows }: Measured): Pick<Line, 'bar'> {
  const text = `1,000,000 rows <= ${bars[kind] / 1000} s, <= ${MOST_MB} MB`
  return { bar: { text, ...(rows >= MILLION ? { ms: bars[kind] } : {}) } }
}

function partsText(kind: Kind, { upload, stage, merge, cpu, peakMb }: Imported): string {
  const s = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  return `import: ${kind}: upload and recognition ${s(upload)}, reading, checking and staging ${s(stage)}, merging ${s(merge)}; the importing process: ${s(cpu)} of processor, at most ${Math.round(peakMb)} MB`
}

/** With the memory of `server/bin/xiangce.mjs`. */
async function importOf({ db }: TestCounty, file: string): Promise<Imported> {
  const script = fileURLToPath(new URL('./import-child.ts', import.meta.url))
  const child = spawn(process.execPath, [...flags, script, db.url, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environment,
  })
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  if (code !== 0) throw new Error(`the importing process ended with ${code}`)
  return JSON.parse(said) as Imported
}

async function personsOf({ db }: TestCounty): Promise<number> {
  const { rows } = await db.ownerPool.query<{ n: number }>('select count(*) as n from c990101.person')
  return Number(rows[0]?.n)
}

/** The same columns of the same rows by COPY into a bare table with the same indexes. */
async function copied({ db }: TestCounty): Promise<{ against: string; ms: number }> {
  await makeBare(db.ownerPool, ['person'])
  const file = join(tmpdir(), `bench-copy-${process.pid}`)
  let ms = 0
  await asOwner(db.ownerPool, async (client) => {
    const { rows } = await client.query<{ columns: string }>(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
       where attrelid = 'c990101.person'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    )
    const columns = rows[0]?.columns ?? ''
    await client.query(`copy c990101.person (${columns}) to '${file}'`)
    const began = performance.now()
    await client.query(`copy bare.person (${columns}) from '${file}'`)
    ms = performance.now() - began
  })
  await rm(file)
  await db.ownerPool.query('drop schema bare cascade')
  return { against: 'COPY of the same rows, same indexes', ms }
}

/** exceljs reading the same file row by row, and nothing else. */
async function parsed(file: string): Promise<{ against: string; ms: number }> {
  const began = performance.now()
  const reader = new exceljs.stream.xlsx.WorkbookReader(file, { sharedStrings: 'cache', worksheets: 'emit' })
  for await (const sheet of reader) for await (const row of sheet) void row.number
  return { against: 'exceljs, parse alone (streaming)', ms: performance.now() - began }
}
