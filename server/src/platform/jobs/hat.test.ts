import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { t } from '#kernel'
import {
  administratorRoles,
  defineJob,
  defineRole,
  jobOperations,
  operation,
  type Runner,
  startJobs,
} from '#platform'
import { type TestHouse, testHouse } from '#test/house.ts'

/** One chunk for each time the test lets it go on. */
let allowed = 0
const patient = defineJob<object, number>({
  kind: 'patient',
  text: t('慢工', 'Patient work'),
  can: 'work.do',
  chunk: async ({ actor }, _, done = 0) => {
    while (done >= allowed) await sleep(10)
    return {
      state: done + 1,
      done: done + 1 === 3,
      progress: { at: done + 1, total: 3 },
      text: t(actor.area, actor.area),
    }
  },
})
const start = operation({
  name: 'work.start',
  text: t('开工', 'Start work'),
  can: 'work.do',
  audit: 'write',
  input: z.object({}),
  output: z.object({ jobId: z.number() }),
  run: async (ctx) => ({ jobId: await ctx.enqueue({ kind: 'patient', input: {} }) }),
})

const worker = defineRole({ name: 'worker', label: t('经办', 'Worker'), verbs: ['work.do'] })
let house: TestHouse
let runner: Runner

beforeAll(async () => {
  const at = (login: string, role: string) => ({ login, name: login, office: '县里', role, area: '990101' })
  house = await testHouse({
    roles: [...administratorRoles, worker],
    accounts: [at('admin', 'sysadmin'), at('secadmin', 'secadmin'), at('one', 'worker'), at('two', 'worker')],
    operations: [start, ...jobOperations([patient])],
    jobs: [patient],
  })
  runner = await startJobs(house.house, house.house.jobs, { pollMs: 20 })
})
afterAll(async () => {
  allowed = 100
  await runner.stop()
  await house.close()
})

async function reach(
  client: Awaited<ReturnType<TestHouse['signIn']>>,
  id: number,
  wanted: (job: Shown) => boolean,
): Promise<Shown> {
  for (let i = 0; i < 300; i++) {
    const job = (await client.call('job.get', { id })).body as Shown
    if (wanted(job)) return job
    await sleep(20)
  }
  throw new Error(`job ${id} did not get there`)
}
type Shown = { state: string; progress: { at: number }; problem: { code: string } | null }

test('a role taken away stops its running job at the next chunk; what was done stands', async () => {
  const one = await house.signIn('one')
  const { jobId } = (await one.call('work.start')).body as { jobId: number }
  allowed = 1
  await reach(one, jobId, (job) => job.progress.at === 1)
  const admin = await house.signIn('admin')
  const { accounts } = (await admin.call('account.list', { search: 'one' })).body as {
    accounts: { hats: { id: number }[] }[]
  }
  const secadmin = await house.signIn('secadmin')
  expect(
    (await secadmin.call('assignment.revoke', { assignmentId: accounts[0]?.hats[0]?.id, reason: '调离' }))
      .status,
  ).toBe(200)
  allowed = 3
  // The chunk that was being done when the role went may still end; the one after it does not begin.
  const ended = await reach(one, jobId, (job) => job.state !== 'running')
  expect(ended).toMatchObject({ state: 'failed', problem: { code: 'job.actorGone' } })
  expect(ended.progress.at).toBeLessThan(3)
})

test('an account switched off ends its jobs too', async () => {
  allowed = 0
  const two = await house.signIn('two')
  const { jobId } = (await two.call('work.start')).body as { jobId: number }
  const admin = await house.signIn('admin')
  const { accounts } = (await admin.call('account.list', { search: 'two' })).body as {
    accounts: { id: number }[]
  }
  await admin.call('account.switch', { accountId: accounts[0]?.id, state: 'off', reason: '离职' })
  allowed = 2
  for (let i = 0; i < 200; i++) {
    const { rows } = await house.db.ownerPool.query(
      "select state, problem ->> 'code' as code from c990101.job where id = $1",
      [jobId],
    )
    if (rows[0].state === 'failed') return expect(rows[0].code).toBe('job.actorGone')
    await sleep(20)
  }
  throw new Error('the job of a switched-off account goes on')
})
