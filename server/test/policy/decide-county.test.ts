/** 按政策认定全县 from its doors: the officer starts it, a killed process is gone on with, the machine room counts. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { day } from '#kernel'
import type { Actor, AnyOperation, Ctx } from '#platform'
import { runOperation, startJobs, systemActor, withContext } from '#platform'
import { getRow, updateRow } from '#register'
import { allJobs, doors, roles } from '../../src/compose.ts'
import { person } from '../../src/systems/population/registers/index.ts'
import { seededCounty } from '../county.ts'
import { COUNTY, testDatabase } from '../database.ts'
import { gateOf, PAGE, smallPages } from './decide-county.kit.ts'

const policy = 'land-security.protection'
const on = '2023-09-01'
const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

let database: Awaited<ReturnType<typeof testDatabase>>
beforeAll(async () => {
  database = await testDatabase({ seeded: true })
})
afterAll(() => database.close())

function wearing(role: string): Actor {
  const { verbs, reads, writes, sees, name } = roles.find(
    (one) => one.name === role,
  ) as (typeof roles)[number]
  return { ...systemActor(COUNTY), accountId: 7, role: name, verbs: new Set(verbs), reads, writes, sees }
}

function call(role: string, name: string, input: unknown): Promise<unknown> {
  const op = doors.find((one) => one.name === name) as AnyOperation
  return runOperation(database.db, op, { actor: wearing(role), input })
}

async function started(register: string): Promise<number> {
  const { jobId } = (await call('hrOfficer', 'policy.decideCounty', { policy, register, on })) as {
    jobId: number
  }
  return jobId
}

type Start = { jobId: number; standing: string; decided: number; say: { zh: string } }

function start(register: string, valid = on): Promise<Start> {
  return call('hrOfficer', 'policy.decideCounty', { policy, register, on: valid }) as Promise<Start>
}

async function ended(id: number, states: readonly string[] = ['done', 'failed']): Promise<unknown> {
  for (let round = 0; round < 1000; round++) {
    const job = (await call('hrOfficer', 'job.get', { id })) as { state: string }
    if (states.includes(job.state)) return job
    await new Promise((next) => setTimeout(next, 20))
  }
  throw new Error(`job ${id} did not end`)
}

async function correctOne(ctx: Ctx): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    select person_id::int as id from protected_person where deleted_at is null order by id limit 1`.execute(
    ctx.tx,
  )
  const { id, version } = await getRow(ctx, person, (rows[0] as { id: number }).id)
  await updateRow(ctx, person, { id, version, values: { birthDate: day('1990-01-01') }, reason: '更正' })
}

async function rowsWhere(condition: string): Promise<number> {
  const { rows } = await database.db.ownerPool.query(`
    select count(*)::int as rows, count(distinct subject_id)::int as subjects from c990101.decision where ${condition}`)
  expect(rows[0].subjects).toBe(rows[0].rows)
  return rows[0].rows
}

async function kept(register: string): Promise<{ rows: number; subjects: number; hands: number[] }> {
  const { rows } = await database.db.ownerPool.query(
    `select count(*)::int as rows, count(distinct subject_id)::int as subjects, array_agg(distinct decided_by)::int[] as hands
    from c990101.decision where subject_register = $1 and policy = $2`,
    [register, policy],
  )
  return rows[0]
}

it('the officer who decides starts it; everybody of the register is decided once, by that hand', async () => {
  const id = await started('protectedPerson')
  const runner = await startJobs(gateOf(database.db), allJobs, { lanes: 1, pollMs: 20 })
  const { listed } = seededCounty.landTake
  expect(await ended(id)).toMatchObject({ state: 'done', progress: { at: listed, total: listed } })
  await runner.stop()
  expect(await kept('protectedPerson')).toEqual({ rows: listed, subjects: listed, hands: [7] })
})

it('who compares and confirms does not decide, and a register must be one of the policy', async () => {
  for (const role of ['hrReviewer', 'auditor', 'leadingGroup'])
    await expect(
      call(role, 'policy.decideCounty', { policy, register: 'protectedPerson' }),
    ).rejects.toMatchObject({ code: 'platform.notAllowed' })
  await expect(
    call('hrOfficer', 'policy.decideCounty', { policy, register: 'household' }),
  ).rejects.toMatchObject({ code: 'policy.unbound' })
})

it('started again at the same rules, values and facts, nobody is decided twice; a changed fact makes a new start', async () => {
  const { listed } = seededCounty.landTake
  const again = await start('protectedPerson')
  expect([again.standing, again.decided]).toEqual(['decided', listed])
  expect(again.say.zh).toContain(`共 ${listed} 人，不再重复认定`)
  expect((await kept('protectedPerson')).rows).toBe(listed)
  await withContext(database.db, systemActor(COUNTY), correctOne)
  const fresh = await start('protectedPerson')
  expect([fresh.standing, fresh.decided, fresh.jobId === again.jobId]).toEqual(['started', 0, false])
})

it('of several starts at once one begins; what was stopped goes on behind whom it decided, for whoever starts it', async () => {
  const { listed } = seededCounty.landTake
  const month = '2023-10-01'
  const starts = await Promise.all([1, 2, 3].map(() => start('protectedPerson', month)))
  expect(starts.map(({ standing }) => standing).sort()).toEqual(['started', 'underWay', 'underWay'])
  const [jobId] = new Set(starts.map((one) => one.jobId))
  const stopAt = 20
  const jobs = smallPages(
    (decided) =>
      decided === stopAt &&
      void database.db.ownerPool.query(`update c990101.job set cancelling = true where id = $1`, [jobId]),
  )
  const runner = await startJobs(gateOf(database.db), jobs, { lanes: 1, pollMs: 20 })
  await ended(jobId as number, ['cancelled'])
  const on2023 = `valid = '${month}'`
  const part = await rowsWhere(on2023)
  expect(part).toBeLessThan(listed)
  const other = await start('protectedPerson', month)
  expect([other.standing, other.decided, other.jobId === jobId]).toEqual(['goesOn', part, false])
  await ended(other.jobId, ['done'])
  await call('hrOfficer', 'job.resume', { id: jobId })
  await ended(jobId as number, ['done'])
  await runner.stop()
  expect(await rowsWhere(on2023)).toBe(listed)
})

/** A worker of its own, killed a moment after it says that so many are decided; returns what it said last. */
function killedAfter(decided: number): Promise<number> {
  const child = spawn(process.execPath, [file('./decide-county.kit.ts'), database.url])
  return new Promise((resolve, reject) => {
    let [said, errors] = [0, '']
    child.stderr.on('data', (data) => {
      errors += data
    })
    child.stdout.on('data', (data) => {
      said = Number(String(data).trim().split(' ').at(-1))
      if (said >= decided) setTimeout(() => child.kill('SIGKILL'), Math.random() * 12)
    })
    child.on('exit', (_, signal) =>
      signal === 'SIGKILL' ? resolve(said) : reject(new Error(`not killed: ${errors}`)),
    )
  })
}

it('killed twice, everybody is decided once', { timeout: 120_000 }, async () => {
  const { persons } = seededCounty
  const id = await started('person')
  for (const decided of [3 * PAGE, 9 * PAGE])
    expect(await killedAfter(decided)).toBeGreaterThanOrEqual(decided)
  expect((await kept('person')).rows).toBeLessThan(persons)
  const pages: number[] = []
  const jobs = smallPages((decided) => pages.push(decided))
  const runner = await startJobs(gateOf(database.db), jobs, { lanes: 1, pollMs: 20 })
  expect(await ended(id)).toMatchObject({ state: 'done', progress: { at: persons, total: persons } })
  await runner.stop()
  expect(await kept('person')).toEqual({ rows: persons, subjects: persons, hands: [7] })
  expect(pages[0]).toBeGreaterThan(8 * PAGE)
})

it('assess --county counts the county, as a process', { timeout: 120_000 }, async () => {
  const { code, out } = await xiangce('assess', policy, '--county', '--on', on, '--json')
  const told = JSON.parse(out) as { register: string; subjects: number }[]
  expect([code, told.map(({ register, subjects }) => [register, subjects])]).toEqual([
    0,
    [
      ['protectedPerson', seededCounty.landTake.listed],
      ['person', seededCounty.persons],
    ],
  ])
  const refused = await xiangce('assess', 'land-security.interest', '--county', '--json')
  expect([refused.code, JSON.parse(refused.err).code]).toEqual([1, 'policy.unboundAtAll'])
})

function xiangce(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [file('../../bin/xiangce.mjs'), ...args], {
    env: { ...process.env, DATABASE_URL: database.url, NODE_OPTIONS: '' },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (part) => {
    out += part
  })
  child.stderr.on('data', (part) => {
    err += part
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}
