/** 全县复核 from all its doors: the job of the office, the line that the auditor reads, the command of the machine room. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor, AnyOperation } from '#platform'
import { runOperation, startJobs, systemActor, withContext } from '#platform'
import { allJobs, doors, roles } from '../../src/compose.ts'
import { seededCounty } from '../county.ts'
import { COUNTY, testDatabase } from '../database.ts'

const policy = 'land-security.protection'
/** Each person of the county, and each listed one: the rule is bound to both registers. */
const subjects = seededCounty.persons + seededCounty.landTake.listed
const bin = fileURLToPath(new URL('../../bin/xiangce.mjs', import.meta.url))

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

it('the reviewer starts it, everybody who reads decisions sees how many agree and on which day', async () => {
  expect(await call('auditor', 'policy.compared', { policy })).toEqual({ bound: true, latest: null })
  const { jobId } = (await call('hrReviewer', 'policy.compare', { policy, on: '2023-09-01' })) as {
    jobId: number
  }
  const gate = { db: database.db, county: COUNTY, roles: new Map(roles.map((role) => [role.name, role])) }
  const runner = await startJobs(gate, allJobs, { lanes: 1, pollMs: 20 })
  const ended = await until(async () => {
    const { state, problem } = (await call('hrReviewer', 'job.get', { id: jobId })) as {
      state: string
      problem: unknown
    }
    return state === 'done' || state === 'failed' ? { state, problem } : undefined
  })
  await runner.stop()
  expect(ended).toEqual({ state: 'done', problem: null })
  expect(await call('auditor', 'policy.compared', { policy })).toMatchObject({
    latest: { policy, onDay: '2023-09-01', compared: subjects, agreed: subjects, differing: [] },
  })
})

it('who changes nothing cannot start it, and a rule without registers cannot be compared', async () => {
  await expect(call('auditor', 'policy.compare', { policy })).rejects.toMatchObject({
    code: 'platform.notAllowed',
  })
  await expect(
    call('hrReviewer', 'policy.compare', { policy: 'land-security.interest' }),
  ).rejects.toMatchObject({
    code: 'policy.unboundAtAll',
  })
})

it('assess --county --compare says how many agree, with exit code 0', { timeout: 120_000 }, async () => {
  const { code, out } = await xiangce(
    'assess',
    policy,
    '--county',
    '--compare',
    '--on',
    '2023-09-01',
    '--json',
  )
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    policy,
    onDay: '2023-09-01',
    compared: subjects,
    agreed: subjects,
    differing: [],
  })
  const kept = await withContext(database.db, systemActor(COUNTY), async () =>
    call('auditor', 'policy.compared', { policy }),
  )
  expect(kept).toMatchObject({ latest: { compared: subjects } })
})

function xiangce(...args: string[]): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [bin, ...args], {
    env: { ...process.env, DATABASE_URL: database.url, NODE_OPTIONS: '' },
  })
  let out = ''
  child.stdout.on('data', (part) => (out += part))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })))
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((next) => setTimeout(next, 50))
  }
}
