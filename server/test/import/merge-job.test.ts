/** An import outlives its process: killed with -9 in the middle, again and again, nothing is lost and nothing goes in twice. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Actor, Ctx, Hands, JobKind, Runner } from '#platform'
import { jobOperations, rolesByName, startJobs } from '#platform'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { enterEncoded } from '../../src/register/import/commit/enter-store.ts'
import { shareOut } from '../../src/register/import/commit/lane-store.ts'
import { type MergeState, mergeChunk } from '../../src/register/import/commit/merge-chunk.ts'
import { importJobs, mergeKind, stageKind } from '../../src/register/import/jobs.ts'
import type { StageState } from '../../src/register/import/stage/stage-chunk.ts'
import { firstStage, stageChunk } from '../../src/register/import/stage/stage-chunk.ts'
import { listStaged } from '../../src/register/import/staged-store.ts'
import { demoPeople, newIssuer } from '../../src/systems/population/demo/people.ts'
import { personRoster } from '../../src/systems/population/demo/person-roster.ts'
import type { Desk } from './import.fixture.ts'
import { addAreas, deskOf, importer, imports, registry, village } from './import.fixture.ts'

/** Rows of one statement; twelve are a chunk of the merge. */
const SIZE = 4
/** Rows of a chunk of the reading. */
const READ = 25
const place = { code: village, name: '石桥村', population: 300, labour: 150 }
const people = demoPeople(place, newIssuer())

let county: TestCounty
let clerk: Actor
let desk: Desk
const runners: Runner[] = []
const children: ChildProcess[] = []
const jobs: readonly JobKind[] = importJobs({ registry, imports })
const [, jobGet, jobCancel, jobResume] = jobOperations(jobs)

beforeAll(async () => {
  county = await testCounty()
  clerk = county.actor()
  desk = deskOf(county, clerk)
  await addAreas(county, clerk)
  // Slow enough for a kill to fall into the middle of a chunk.
  await county.db.ownerPool.query(`set search_path = c990101, public;
    create function dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(0.004); return new; end $$;
    create trigger dawdle before insert on person for each row execute function dawdle();
    create function dawdle_all() returns trigger language plpgsql as $$ begin perform pg_sleep(0.004 * new.count); return new; end $$;
    create trigger dawdle before insert on import_block for each row execute function dawdle_all(); reset search_path`)
})
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()))
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await county.db.ownerPool.query(
    'truncate c990101.import_row, c990101.import_block, c990101.import_link, c990101.import_batch, c990101.person, c990101.household cascade',
  )
})
afterAll(() => county.close())

const scalar = async (query: string, values: unknown[] = []) =>
  Number((await county.db.ownerPool.query(query, values)).rows[0]?.n ?? 0)
const people_ = () => scalar('select count(*) as n from c990101.person')
const job = (id: number) =>
  county.call(clerk, jobGet, { id }) as Promise<{ state: string; progress: { at: number; total: number } }>

/** Read in small slices, since what is read in one goes in at once. */
async function staged(): Promise<number> {
  const importId = await desk.upload(await personRoster([{ village: place, people }]), '花名册.xlsx')
  const chunk = (state: StageState) =>
    county.run(clerk, (ctx) => stageChunk(ctx, importer, { importId, state, size: SIZE }))
  let step = await chunk(firstStage)
  while (!step.done) step = await chunk(step.state)
  return importId
}

/** A staged import whose job takes small steps. */
async function started(): Promise<{ importId: number; jobId: number }> {
  const importId = await staged()
  const jobId = await county.run(clerk, (ctx) =>
    ctx.enqueue({ kind: mergeKind('person'), input: { importId, size: SIZE } }),
  )
  return { importId, jobId }
}

async function reaches(id: number, at: number): Promise<void> {
  for (let i = 0; i < 2000; i++) {
    if ((await scalar('select progress_at as n from c990101.job where id = $1', [id])) >= at) return
    await sleep(5)
  }
  throw new Error('the import does not get on')
}

async function ends(id: number, states: readonly string[]): Promise<Awaited<ReturnType<typeof job>>> {
  for (let i = 0; i < 1500; i++) {
    const now = await job(id)
    if (states.includes(now.state)) return now
    await sleep(20)
  }
  throw new Error(`the job is still ${JSON.stringify(await job(id))}`)
}

async function worker(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./outlive.kit.ts', import.meta.url))], {
    env: { ...process.env, TEST_DATABASE_URL: county.db.url, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  return child
}

const run = async () => {
  runners.push(
    await startJobs({ db: county.db, roles: rolesByName([]), county: '990101' }, jobs, { pollMs: 20 }),
  )
}

/** Everybody once, each in the household that the roster says, and every row of the import marked. */
async function expectWhole(importId: number): Promise<void> {
  const { rows } = await county.db.ownerPool.query<{ idNumber: string; number: string }>(
    'select p.id_number as "idNumber", h.number from c990101.person p join c990101.household h on h.id = p.household_id order by p.id_number',
  )
  const expected = people.map((one) => ({ idNumber: one.idNumber, number: one.household }))
  expect(rows).toEqual(expected.sort((a, b) => (a.idNumber < b.idNumber ? -1 : 1)))
  expect(
    await scalar(
      `select count(*) as n from c990101.import_block r join c990101.import_batch b on b.id = r.import_id
       join c990101.person p on p.id = any(r.fresh_ids) where b.id = $1 and r.class = 'new' and r.to_id <= b.merged_to`,
      [importId],
    ),
  ).toBe(people.length)
  expect(await scalar('select count(*) as n from c990101.household')).toBe(
    new Set(people.map((one) => one.household)).size,
  )
}

test('killed with -9 in the middle of a chunk, an import goes on with exact counts', {
  timeout: 120_000,
}, async () => {
  const { importId, jobId } = await started()
  for (const at of [50, 125, 200]) {
    const child = await worker()
    await reaches(jobId, at)
    await sleep(50) // into the next chunk, whose rows are written but not committed
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect((await job(jobId)).state).toBe('running') // as the dead worker left it
    expect((await people_()) % SIZE).toBe(0) // nothing of the broken chunk
  }
  await run()
  expect(await ends(jobId, ['done'])).toMatchObject({ progress: { at: 300, total: 300 } })
  await expectWhole(importId)
})

test('what went in apart before its chunk broke off goes in once, and is taken back with the rest', {
  timeout: 120_000,
}, async () => {
  const importId = await staged()
  const hands: Hands = { apart: (work) => county.run(clerk, work) }
  const step = (state?: MergeState) => (ctx: Ctx) =>
    mergeChunk(ctx, importer, { importId, state, size: SIZE, hands })
  let now = await county.run(clerk, step())
  for (; !now.done; now = await county.run(clerk, step(now.state))) {
    const chunk = step(now.state)
    const broken = county.run(clerk, async (ctx) => {
      await chunk(ctx)
      throw new Error('broken off')
    })
    await expect(broken).rejects.toThrow('broken off')
  }
  expect(now.state.merged).toBe(people.length)
  await expectWhole(importId)
  await desk.call('import.undo', { importId, reason: '报错了村' })
  for (const table of ['person', 'household'])
    expect(await scalar(`select count(*) as n from c990101.${table} where deleted_at is null`)).toBe(0)
})

test('a part that waits for a row of the part beside it is done after it', { timeout: 60_000 }, async () => {
  const hands: Hands = { apart: (work) => county.run(clerk, work) }
  const person = registry.get('person')
  const [someone] = people
  const encoded = { area: village, name: someone?.name, id_number: someone?.idNumber, shared_number: 0 }
  let reached = () => {}
  const first = new Promise<void>((resolve) => {
    reached = resolve
  })
  const went = await county.run(clerk, (ctx) =>
    shareOut(ctx, hands, {
      items: [900_001, 900_002],
      work: async (one, id) => {
        if (id === 900_002) await first
        const made = await enterEncoded(one, person, [{ id, encoded }])
        reached()
        return made
      },
    }),
  )
  expect(went).toEqual([new Set([900_001]), new Set()])
  expect(await people_()).toBe(1)
})

test('killed with -9 while the file is read, it reads on: every row once, in the order of the file', {
  timeout: 120_000,
}, async () => {
  const importId = await desk.upload(await personRoster([{ village: place, people }]), '花名册.xlsx')
  const input = { importId, state: firstStage, size: READ }
  const jobId = await county.run(clerk, (ctx) => ctx.enqueue({ kind: stageKind('person'), input }))
  for (const at of [50, 150]) {
    const child = await worker()
    await reaches(jobId, at)
    await sleep(50)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect((await job(jobId)).state).toBe('running')
  }
  await run()
  await ends(jobId, ['done'])
  const rows = await county.run(clerk, (ctx) => listStaged(ctx, { importId, limit: 1000 }))
  expect(rows.map((row) => row.encoded.id_number)).toEqual(people.map((one) => one.idNumber))
  const { counts } = await desk.call<{ counts: Record<string, number> }>('import.get', { importId })
  expect(counts).toEqual({ new: people.length })
})

test('stopped, it keeps what is in and goes on where it was', { timeout: 60_000 }, async () => {
  const { importId, jobId } = await started()
  await run()
  await reaches(jobId, 100)
  await county.call(clerk, jobCancel, { id: jobId })
  const stopped = await ends(jobId, ['cancelled'])
  expect(stopped.progress.at).toBeLessThan(300)
  expect(await people_()).toBe(stopped.progress.at)
  await county.call(clerk, jobResume, { id: jobId })
  await ends(jobId, ['done'])
  await expectWhole(importId)
})
