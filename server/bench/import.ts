/** A roster of a township from the file into the register: read, checked, staged, merged with its households. */
import exceljs from 'exceljs'
import type { TestCounty } from '#test/database.ts'
import { type Desk, deskOf, importer } from '#test/import/import.fixture.ts'
import { firstStage, type StageState, stageChunk } from '../src/register/import/stage/stage-chunk.ts'
import { type DemoPerson, demoPeople, newIssuer } from '../src/systems/population/demo/people.ts'
import { personRoster } from '../src/systems/population/demo/person-roster.ts'
import { demoVillages } from '../src/systems/population/demo/villages.ts'
import { insertPlaces } from './crowd.ts'
import { beside, type Line, type Report, timesOf } from './measure.ts'
import type { Place } from './place.ts'

const plan = { warm: 1, runs: 3 }
const SHEETS = 4
const tables =
  'import_batch, import_row, import_link, import_heading, person, household, person_history, household_history'

export async function importJob(place: Place, rows: number, report: Report): Promise<void> {
  const county = await place.fresh()
  await insertPlaces(county)
  const bytes = await rosterOf(rows)
  report.progress(`import: a roster of ${rows} persons is written, ${Math.round(bytes.length / 1024)} KB`)
  const desk = deskOf(county, county.actor())
  const parts: { upload: number[]; stage: number[]; merge: number[] } = { upload: [], stage: [], merge: [] }
  const { times } = await beside(
    plan,
    {
      before: () => empty(county),
      run: async () => {
        const clock = [performance.now()]
        const importId = await desk.upload(bytes, '花名册.xlsx')
        clock.push(performance.now())
        await stageAll(county, desk, importId)
        clock.push(performance.now())
        await desk.merge(importId)
        clock.push(performance.now())
        for (const [at, part] of (['upload', 'stage', 'merge'] as const).entries())
          parts[part].push((clock[at + 1] ?? 0) - (clock[at] ?? 0))
      },
    },
    { before: () => count(county, rows, report), run: () => parseOnly(bytes) },
  )
  report.line(lineOf(rows, times))
  report.note(partsText(parts))
  report.note(memoryText())
}

/** What is longer than a request goes on as a job; its chunks are done here, one transaction each. */
async function stageAll(county: TestCounty, desk: Desk, importId: number): Promise<void> {
  const { jobId } = await desk.call<{ jobId: number | null }>('import.map', { importId })
  if (jobId === null) return
  const { rows } = await county.db.ownerPool.query<{ input: { state: StageState } }>(
    'select input from c990101.job where id = $1',
    [jobId],
  )
  let state = rows[0]?.input.state ?? firstStage
  for (let done = false; !done; ) {
    const step = await county.run(county.actor(), (ctx) => stageChunk(ctx, importer, { importId, state }))
    done = step.done
    state = step.state
  }
}

function lineOf(rows: number, times: Pick<Line, 'ours' | 'baseline'>): Line {
  return {
    job: `import: xlsx of ${rows} persons, parse, check, stage, merge`,
    ...times,
    against: 'exceljs, parse alone',
    bar: { text: '1,000,000 rows <= 90 s, <= 512 MB' },
  }
}

/** The first four villages of the county, the rows shared evenly. */
async function rosterOf(rows: number): Promise<Buffer> {
  const issuer = newIssuer('990199')
  const villages = demoVillages().slice(0, SHEETS)
  return personRoster(
    villages.map(({ code, name }, at) => {
      const population = Math.floor((rows * (at + 1)) / SHEETS) - Math.floor((rows * at) / SHEETS)
      const people: DemoPerson[] = demoPeople(
        { code, population, labour: Math.round(population * 0.525) },
        issuer,
      )
      return { village: { code, name }, people }
    }),
  )
}

async function empty({ db }: TestCounty): Promise<void> {
  await db.ownerPool.query(`set search_path = c990101, public; truncate ${tables} cascade; reset search_path`)
}

async function count({ db }: TestCounty, rows: number, report: Report): Promise<void> {
  const { rows: found } = await db.ownerPool.query<{ n: number }>('select count(*) as n from c990101.person')
  if (Number(found[0]?.n) !== rows) report.wrong(`import: ${found[0]?.n} of ${rows} persons arrived`)
}

async function parseOnly(bytes: Buffer): Promise<void> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0])
  for (const sheet of book.worksheets) sheet.eachRow(() => {})
}

function partsText({ upload, stage, merge }: { upload: number[]; stage: number[]; merge: number[] }): string {
  const ms = (samples: number[]) => `${Math.round(timesOf(samples.slice(plan.warm)).median)} ms`
  return `import: upload and recognition ${ms(upload)}, reading, checking and staging ${ms(stage)}, merging ${ms(merge)}`
}

function memoryText(): string {
  return `import: peak memory of the whole bench process so far ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`
}
