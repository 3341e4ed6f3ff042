/** The importing process of the bench: one file from the disk into the register, through the doors and the jobs. */
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AnyOperation } from '#platform'
import {
  jobOperations,
  openDatabase,
  release,
  rolesByName,
  runOperation,
  saveFile,
  startJobs,
  systemActor,
  withContext,
} from '#platform'
import { registryOf } from '#register'
import { importJobs } from '../src/register/import/jobs.ts'
import { importOperations } from '../src/register/import/operations.ts'
import { landSecurityRegisters } from '../src/systems/land-security/registers/index.ts'
import { populationImports } from '../src/systems/population/imports/index.ts'
import { populationRegisters } from '../src/systems/population/registers/index.ts'

/** What one import took, in milliseconds; `peakMb`: VmHWM of this process. */
export type Imported = {
  upload: number
  stage: number
  merge: number
  cpu: number
  peakMb: number
  counts: Record<string, number>
  merged: number
}

const COUNTY = '990101'

type Call = (name: string, input: unknown) => Promise<unknown>

/** The doors of imports, and a runner for their jobs; none where `lanes` is 0. */
export async function openDoors(url: string, lanes = 1) {
  const registry = registryOf([...populationRegisters, ...landSecurityRegisters])
  const parts = {
    registry,
    imports: populationImports,
    registersAt: new URL('../src/systems/registers.ts', import.meta.url),
  }
  const db = openDatabase(url, { app: 4, owner: 1 })
  const actor = systemActor(COUNTY)
  const jobs = importJobs(parts)
  const all = [...importOperations(parts), ...jobOperations(jobs)]
  const doors = new Map<string, AnyOperation>(all.map((one) => [one.name, one as AnyOperation]))
  const gate = { db, roles: rolesByName([]), county: COUNTY }
  const runner = await startJobs(gate, jobs, { lanes, pollMs: 20 })
  const call: Call = (name, input) => runOperation(db, doors.get(name) as AnyOperation, { actor, input })
  const keep = (path: string, bytes: Buffer) =>
    withContext(db, actor, ({ tx }) =>
      saveFile(tx, { name: basename(path), mime: 'application/octet-stream', bytes }),
    ).finally(() => release(bytes))
  const close = async () => {
    await runner.stop()
    await db.close()
  }
  return { call, keep, close }
}

async function ended(call: Call, id: number | null): Promise<void> {
  while (id !== null) {
    const job = (await call('job.get', { id })) as { state: string; problem: unknown }
    if (job.state === 'done') return
    if (job.state === 'failed') throw new Error(JSON.stringify(job.problem))
    await sleep(50)
  }
}

type Detail = { counts: Record<string, number>; merged: number }

async function importFile(url: string, path: string): Promise<Imported> {
  const { call, keep, close } = await openDoors(url)
  const clock = [performance.now()]
  const file = await keep(path, await readFile(path))
  const asked = { fileId: file.id, register: 'person' }
  const { importId } = (await call('import.upload', asked)) as { importId: number }
  clock.push(performance.now())
  await ended(call, ((await call('import.map', { importId })) as { jobId: number | null }).jobId)
  clock.push(performance.now())
  const { counts } = (await call('import.get', { importId })) as Detail
  if ((counts.new ?? 0) + (counts.changed ?? 0) > 0)
    await ended(call, ((await call('import.commit', { importId })) as { jobId: number }).jobId)
  clock.push(performance.now())
  const { merged } = (await call('import.get', { importId })) as Detail
  await close()
  return { ...timesOf(clock), ...spent(), counts, merged }
}

function timesOf([began = 0, uploaded = 0, staged = 0, done = 0]: readonly number[]) {
  return { upload: uploaded - began, stage: staged - uploaded, merge: done - staged }
}

/** Of this process alone: what `resourceUsage` tells on Linux begins with the memory of the process that started it. */
function peakKb(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS)
}

/** Processor time in milliseconds, and the most memory that the process ever had. */
function spent() {
  const { user, system } = process.cpuUsage()
  return { cpu: (user + system) / 1000, peakMb: peakKb() / 1024 }
}

/** Works on whatever jobs there are, until it is killed. */
async function work(url: string): Promise<never> {
  await openDoors(url)
  process.stdout.write('ready\n')
  return new Promise<never>(() => setInterval(() => {}, 1 << 30))
}

if (import.meta.main) {
  const [url = '', path = ''] = process.argv.slice(2)
  if (path === '--work') await work(url)
  process.stdout.write(`${JSON.stringify(await importFile(url, path))}\n`)
}
