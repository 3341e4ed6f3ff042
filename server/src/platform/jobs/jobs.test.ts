import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { t } from '#kernel'
import {
  type Actor,
  defineJob,
  type JobKind,
  jobOperations,
  type Runner,
  rolesByName,
  startJobs,
} from '#platform'
import { type TestCounty, testCounty } from '#test/database.ts'
import { slowCount } from './outlive.kit.ts'

let county: TestCounty
const runners: Runner[] = []
const children: ChildProcess[] = []

beforeAll(async () => {
  county = await testCounty()
  await county.db.ownerPool.query(`set search_path = c990101, public;
    create table tally (id bigint generated always as identity primary key, area text collate "C" not null, n int not null);
    select fence_table('tally', 'tally'); reset search_path`)
})
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()))
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await county.db.ownerPool.query('truncate c990101.tally, c990101.job, c990101.job_chunk')
})
afterAll(() => county.close())

const run = async (jobs: readonly JobKind[], options = {}) => {
  const gate = { db: county.db, roles: rolesByName([]), county: '990101' }
  runners.push(await startJobs(gate, jobs, { pollMs: 20, log: () => {}, ...options }))
}
const start = (actor: Actor, kind: string, input: unknown, key?: string) =>
  county.run(actor, (ctx) => ctx.enqueue({ kind, input, ...(key ? { key } : {}) }))
const [jobList, jobGet, jobCancel, jobResume] = jobOperations([slowCount])
type Shown = {
  state: string
  progress: { at: number; total: number }
  problem: { code: string } | null
  result: unknown
  say: { zh: string }
}
const get = (actor: Actor, id: number) => county.call(actor, jobGet, { id }) as Promise<Shown>
const until = async (actor: Actor, id: number, states: string[]) => {
  for (let i = 0; i < 500; i++) {
    const job = await get(actor, id)
    if (states.includes(job.state)) return job
    await sleep(20)
  }
  throw new Error(`job ${id} is still ${JSON.stringify(await get(actor, id))}`)
}
const tally = async () =>
  (await county.db.ownerPool.query('select n from c990101.tally order by n')).rows.map((r) => r.n as number)
const oneTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

test('a job runs chunk by chunk as its actor, shows progress, and leaves one record a chunk', async () => {
  const actor = county.actor({}, '990101103')
  const id = await start(actor, 'slow-count', { total: 50, pauseMs: 0 })
  expect(await get(actor, id)).toMatchObject({ state: 'waiting' })
  await run([slowCount])
  expect(await until(actor, id, ['done'])).toMatchObject({
    progress: { at: 50, total: 50 },
    result: { written: 50 },
    say: { zh: '已数 50' },
  })
  expect(await tally()).toEqual(oneTo(50))
  const areas = await county.db.ownerPool.query('select distinct area from c990101.tally')
  expect(areas.rows).toEqual([{ area: '990101103' }])
  const log = await county.db.ownerPool.query(
    'select operation from c990101.audit_record where operation = $1',
    ['job.slow-count'],
  )
  expect(log.rowCount).toBe(3)
})

test('a job of a transaction that was undone does not exist', async () => {
  const actor = county.actor()
  await expect(
    county.run(actor, async (ctx) => {
      await ctx.enqueue({ kind: 'slow-count', input: {} })
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
  expect(((await county.call(actor, jobList, {})) as { jobs: unknown[] }).jobs).toEqual([])
})

test('the same key is the same job', async () => {
  const actor = county.actor()
  const ids = await Promise.all(
    [1, 2, 3].map(() => start(actor, 'slow-count', { total: 20, pauseMs: 0 }, 'pay-run:2025-09')),
  )
  expect(new Set(ids).size).toBe(1)
})

test('killed with -9 in the middle of a chunk, again and again, a job ends with exact counts', {
  timeout: 60_000,
}, async () => {
  const actor = county.actor()
  const id = await start(actor, 'slow-count', { total: 200, pauseMs: 160 })
  for (const chunks of [1, 4, 6]) {
    const child = await worker()
    await vicinity(id, chunks * 20)
    await sleep(70) // into the next chunk, half of whose rows are written but not committed
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect((await get(actor, id)).state).toBe('running') // as the dead worker left it
  }
  await run([slowCount])
  expect(await until(actor, id, ['done'])).toMatchObject({ progress: { at: 200, total: 200 } })
  expect(await tally()).toEqual(oneTo(200))
})

async function worker(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./outlive.kit.ts', import.meta.url))], {
    env: { ...process.env, TEST_DATABASE_URL: county.db.url, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  return child
}

async function vicinity(id: number, at: number): Promise<void> {
  for (let i = 0; i < 1000; i++) {
    const { rows } = await county.db.ownerPool.query('select progress_at from c990101.job where id = $1', [
      id,
    ])
    if (rows[0].progress_at >= at) return
    await sleep(5)
  }
  throw new Error('the worker does not get on')
}

test('two workers on one chunk: one does it, the other finds it done', async () => {
  const actor = county.actor()
  const id = await start(actor, 'slow-count', { total: 100, pauseMs: 40 })
  await run([slowCount], { lanes: 4, deadSeconds: 0 }) // every lane believes every other dead
  await until(actor, id, ['done'])
  expect(await tally()).toEqual(oneTo(100))
})

test('stopped between chunks, resumed where it was', async () => {
  const actor = county.actor()
  const id = await start(actor, 'slow-count', { total: 100, pauseMs: 60 })
  await run([slowCount])
  await vicinity(id, 40)
  await county.call(actor, jobCancel, { id })
  const stopped = await until(actor, id, ['cancelled'])
  expect(stopped.progress.at).toBeLessThan(100)
  expect(await tally()).toEqual(oneTo(stopped.progress.at))
  await expect(county.call(actor, jobCancel, { id })).rejects.toMatchObject({ code: 'job.notRunning' })
  await county.call(actor, jobResume, { id })
  await until(actor, id, ['done'])
  expect(await tally()).toEqual(oneTo(100))
  await expect(county.call(actor, jobResume, { id })).rejects.toMatchObject({ code: 'job.notStopped' })
})

test('an actor without the verb does no chunk; the job says so', async () => {
  const actor = county.actor({ verbs: ['other'] })
  const id = await start(actor, 'slow-count', { total: 20, pauseMs: 0 })
  await run([slowCount])
  expect(await until(actor, id, ['failed'])).toMatchObject({ problem: { code: 'platform.notAllowed' } })
  expect(await tally()).toEqual([])
})

test('an error that passes is tried again; one that stays ends the job and keeps what was done', async () => {
  let fails = 2
  const shaky = defineJob<object, number>({
    kind: 'shaky',
    text: t('不稳', 'Shaky'),
    can: 'x',
    chunk: async ({ tx }, _, state = 0) => {
      await sql`insert into tally (area, n) values ('990101', ${state + 1})`.execute(tx)
      if (state === 1 && fails-- > 0) throw new Error('the line dropped')
      return { state: state + 1, done: state === 2, progress: { at: state + 1, total: 3 } }
    },
  })
  const actor = county.actor()
  const id = await start(actor, 'shaky', {})
  await run([shaky])
  await until(actor, id, ['done'])
  expect(await tally()).toEqual([1, 2, 3])
  fails = 1000
  const second = await start(actor, 'shaky', {})
  const ended = await until(actor, second, ['failed'])
  expect(ended).toMatchObject({ progress: { at: 1 }, problem: { code: 'job.interrupted' } })
}, 60_000)

test('a job is seen by who started it, and by a manager of its area without the result', async () => {
  const owner = county.actor({}, '990101103')
  const id = await start(owner, 'slow-count', { total: 20, pauseMs: 0 })
  await expect(get(county.actor({ verbs: [] }, '990101103'), id)).rejects.toMatchObject({
    code: 'platform.notFound',
  })
  await expect(get(county.actor({ verbs: ['job.manage'] }, '990101108'), id)).rejects.toMatchObject({
    code: 'platform.notFound',
  })
  await run([slowCount])
  await until(owner, id, ['done'])
  expect(await get(county.actor({ verbs: ['job.manage'] }), id)).toMatchObject({
    state: 'done',
    mine: false,
    result: null,
  })
})
