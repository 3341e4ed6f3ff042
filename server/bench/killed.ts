/** A county's roster into the register by processes that are killed with -9 again and again, while they read and while they merge. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { TestCounty } from '#test/database.ts'
import { environment, flags } from '../bin/memory.mjs'
import { asOwner } from './copies.ts'
import { insertPlaces } from './crowd.ts'
import { openDoors } from './import-child.ts'
import type { Report } from './measure.ts'
import type { Place } from './place.ts'
import { writeCsv } from './roster-file.ts'

/** How often a process is killed in each of the two jobs, where it is not done before. */
const KILLS = 4

/** How long a process works before it is killed, in milliseconds. */
const lifeFor = (rows: number) => Math.min(5000, Math.max(150, rows / 200))

export async function killedJob(place: Place, rows: number, report: Report): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-killed-'))
  await chmod(folder, 0o755) // the database reads the file, too
  try {
    const file = join(folder, 'roster.csv')
    await writeCsv(file, rows)
    const county = await place.fresh()
    await insertPlaces(county)
    const began = performance.now()
    const { kills, again } = await outlived(county, { file, life: lifeFor(rows) })
    const s = ((performance.now() - began) / 1000).toFixed(1)
    report.note(
      `killed: ${rows} persons from .csv by processes that were ended with kill -9 ${kills.join(' and ')} times: ${s} s`,
    )
    if (kills.some((count) => count === 0))
      report.wrong('killed: a job was done before its first process was killed')
    for (const fault of [...(await faultsOf(county, { file, rows })), ...again])
      report.wrong(`killed: ${fault}`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The whole way, and the same file once more: nothing may be left to enter. */
async function outlived(
  county: TestCounty,
  { file, life }: { file: string; life: number },
): Promise<{ kills: number[]; again: string[] }> {
  const { call, keep, close } = await openDoors(county.db.url, 0)
  const { id: fileId } = await keep(file, await readFile(file))
  const asked = { fileId, register: 'person' }
  const { importId } = (await call('import.upload', asked)) as { importId: number }
  const staging = (await call('import.map', { importId })) as { jobId: number }
  const kills = [await killing(county, { call, id: staging.jobId, life })]
  const merging = (await call('import.commit', { importId })) as { jobId: number }
  kills.push(await killing(county, { call, id: merging.jobId, life }))
  const worker = await startWorker(county)
  const second = (await call('import.upload', asked)) as { importId: number }
  await ends(call, ((await call('import.map', { importId: second.importId })) as { jobId: number }).jobId)
  const { counts } = (await call('import.get', { importId: second.importId })) as {
    counts: Record<string, number>
  }
  await kill(worker)
  await close()
  const left = Object.entries(counts).filter(([kind, count]) => kind !== 'unchanged' && count > 0)
  return { kills, again: left.map(([kind, count]) => `read again, ${count} rows are ${kind}`) }
}

type Call = Awaited<ReturnType<typeof openDoors>>['call']
type Job = { state: string; problem: unknown }

type Killing = { call: Call; id: number; life: number }

/** How many processes were killed until the job was done. */
async function killing(county: TestCounty, { call, id, life }: Killing): Promise<number> {
  for (let kills = 0; ; kills++) {
    const worker = await startWorker(county)
    if (kills < KILLS)
      await sleep(life * (1 + kills / 13)) // not always at the same place of a chunk
    else await ends(call, id)
    await kill(worker)
    if (((await call('job.get', { id })) as Job).state === 'done') return kills
  }
}

async function ends(call: Call, id: number): Promise<void> {
  for (;;) {
    const job = (await call('job.get', { id })) as Job
    if (job.state === 'done') return
    if (job.state !== 'running' && job.state !== 'waiting') throw new Error(JSON.stringify(job))
    await sleep(100)
  }
}

async function startWorker({ db }: TestCounty): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('./import-child.ts', import.meta.url))
  const child = spawn(process.execPath, [...flags, script, db.url, '--work'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environment,
  })
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  return child
}

async function kill(worker: ChildProcess): Promise<void> {
  worker.kill('SIGKILL')
  await once(worker, 'exit')
}

/** What PostgreSQL reads in the file itself is held against the register: who is missing, who is there twice, who has another name or household. */
async function faultsOf(
  { db }: TestCounty,
  { file, rows }: { file: string; rows: number },
): Promise<string[]> {
  const faults: string[] = []
  await asOwner(db.ownerPool, async (client) => {
    const ask = async (query: string) => Number((await client.query<{ n: number }>(query)).rows[0]?.n)
    await client.query('create temp table line (text text)')
    await client.query(`copy line from '${file}' with (format csv, delimiter E'\\x01', quote E'\\x02')`)
    await client.query(`create temp table said as select s[n] as id_number, s[m] as name, s[h] as household
      from (select string_to_array(text, ',') as s from line) as l,
        (select array_position(s, '公民身份号码') as n, array_position(s, '姓名') as m, array_position(s, '户编号') as h
          from (select string_to_array(text, ',') as s from line where text like '%公民身份号码%' limit 1) as h) as head
      where s[n] ~ '^[0-9]{17}[0-9X]$'`)
    const persons = await ask('select count(*) as n from c990101.person')
    if (persons !== rows) faults.push(`${persons} persons of ${rows}`)
    const other = await ask(`select count(*) as n from said full join
      (select p.id_number, p.name, h.number from c990101.person p left join c990101.household h on h.id = p.household_id) as p using (id_number)
      where said.name is distinct from p.name or said.household is distinct from p.number`)
    if (other > 0) faults.push(`${other} persons are not as the file says`)
    const spare =
      await ask(`select count(*) as n from (select number, count(*) as times from c990101.household group by number) as h
      full join (select distinct household from said) as s on s.household = h.number
      where h.number is null or s.household is null or h.times > 1`)
    if (spare > 0) faults.push(`${spare} households are missing, there twice, or in no row of the file`)
  })
  return faults
}
