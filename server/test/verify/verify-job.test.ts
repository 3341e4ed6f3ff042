/** The run of all checks as a job, as the page starts it. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Day } from '#kernel'
import { residentId } from '#kernel'
import type { AnyOperation } from '#platform'
import { jobOperations, rolesByName, startJobs } from '#platform'
import { insertRows, registryOf } from '#register'
import { systems } from '#systems'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { landSecurityChecks } from '../../src/systems/land-security/checks/index.ts'
import { landSecurityRegisters } from '../../src/systems/land-security/registers/index.ts'
import { populationChecks } from '../../src/systems/population/checks/index.ts'
import { area, person, populationRegisters } from '../../src/systems/population/registers/index.ts'
import { findingsOf } from '../../src/verify/open-findings.ts'
import { verifyJobs } from '../../src/verify/operations/run.ts'
import { verifyOperations } from '../../src/verify/operations.ts'

const room = {
  registry: registryOf([...populationRegisters, ...landSecurityRegisters]),
  checks: [...populationChecks, ...landSecurityChecks],
  registerFigures: systems.flatMap((system) => system.registerFigures ?? []),
}
const [runDoor, , tallyDoor] = verifyOperations(room)
const jobs = verifyJobs(room)
const [, jobGet] = jobOperations(jobs)

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

it('looks through every check and says what it found; a row in doubt is named to the room of cases', async () => {
  const clerk = county.actor()
  const [id] = await county.run(clerk, async (ctx) => {
    await insertRows(ctx, area, [{ code: '990101', name: '青禾县', level: 'county' }])
    return insertRows(ctx, person, [
      {
        name: '王伟',
        area: '990101',
        idNumber: residentId('990101', '1963-07-15' as Day, 11),
        sex: 'female',
      },
    ])
  })
  const { jobId } = (await county.call(clerk, runDoor as AnyOperation, {})) as { jobId: number }
  const runner = await startJobs({ db: county.db, roles: rolesByName([]), county: '990101' }, jobs, {
    pollMs: 20,
  })
  for (;;) {
    const job = (await county.call(clerk, jobGet, { id: jobId })) as {
      state: string
      progress: { at: number }
      say: { zh: string }
    }
    if (job.state === 'done') {
      expect(job.say.zh).toContain('发现 1 处') // a woman with a man's number
      expect(job.progress.at).toBe(room.checks.length)
      break
    }
    expect(job.state).not.toBe('failed')
    await sleep(20)
  }
  await runner.stop()
  const { total, lastRun } = (await county.call(clerk, tallyDoor as AnyOperation, {})) as {
    total: { count: number }
    lastRun: { looked: number }
  }
  expect([total.count, lastRun.looked > 0]).toEqual([1, true])
  const stopped = await county.run(clerk, (ctx) =>
    findingsOf(room)(ctx, { register: 'person', rowIds: [id ?? 0, 999] }),
  )
  expect([...stopped]).toMatchObject([[id, { zh: '有疑点没有结：性别与证件号不符' }]])
})
