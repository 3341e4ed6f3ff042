/** `xiangce compare` walks the same doors as the page; a long list is a job that goes on where it was killed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor, AnyOperation, House } from '#platform'
import { jobOperations, rolesByName } from '#platform'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { compareListCommand, verifyJobs } from '#verify'
import type { CompareResult } from '../../src/verify/compare/command.ts'
import type { StepState } from '../../src/verify/compare/steps.ts'
import { firstStep, takeStep } from '../../src/verify/compare/steps.ts'
import { add, deskOf, doors, number, places, room } from './lists.kit.ts'

let county: TestCounty
let clerk: Actor
let folder = ''
const jobs = verifyJobs(room)

beforeAll(async () => {
  county = await testCounty()
  clerk = county.actor()
  folder = await mkdtemp(join(tmpdir(), 'compare-'))
  await places(county, clerk)
  await add(county, clerk, { name: '王桂兰', idNumber: number('1940-03-05', 11) })
  await add(county, clerk, { name: '李建国', idNumber: number('1938-07-15', 12), diedOn: '2025-01-02' })
}, 120_000)
afterAll(async () => {
  await county.close()
  await rm(folder, { recursive: true })
})

function command(words: string[], options: Record<string, string | boolean> = {}): Promise<CompareResult> {
  const [, jobGet] = jobOperations(jobs)
  const all: Record<string, AnyOperation> = { ...doors, 'job.get': jobGet }
  const system = county.actor({}, '990101', { accountId: 0 })
  const house = { db: county.db, county: '990101', jobs, roles: rolesByName([]) } as unknown as House // what the command uses of it
  const call = (name: string, input: unknown) => county.call(system, all[name] as AnyOperation, input)
  return compareListCommand.run({ house, words, options, call }) as Promise<CompareResult>
}

const head = '姓名,身份证号,死亡日期\n'
const text = `${head}王桂兰,${number('1940-03-05', 11)},2025-03-04\n李建国,${number('1938-07-15', 12)},2025-01-02\n郑无人,,2025-02-02\n`

it('prints what is documented', async () => {
  const path = join(folder, '死亡名单.csv')
  await writeFile(path, text)
  const result = await command(['person', path], { as: 'deaths', sender: '县民政局', date: '2025-06-30' })
  const { rows, ...counts } = result
  expect(counts).toEqual({
    comparisonId: expect.any(Number),
    kind: 'deaths',
    register: 'person',
    file: '死亡名单.csv',
    sender: '县民政局',
    listDate: '2025-06-30',
    by: [['idNumber'], ['name', 'birthDate', 'area']],
    saved: false,
    read: 3,
    matched: 2,
    same: 1,
    differs: 1,
    candidates: 0,
    onlyThere: 1,
    onlyHere: 0,
    unreadable: 0,
    repeated: 0,
    isNew: 3,
    gone: 0,
    findings: 1,
    missing: [],
  })
  expect(rows).toEqual([
    {
      sheet: expect.any(String),
      row: 2,
      class: 'differs',
      isNew: true,
      values: { name: '王桂兰', idNumber: number('1940-03-05', 11), diedOn: '2025-03-04' },
      here: [{ id: expect.any(Number), title: '王桂兰', area: '柳溪镇 石桥村' }],
      differs: [{ field: 'diedOn', there: '2025-03-04', here: null }],
      candidates: [],
      problems: [],
    },
    expect.objectContaining({ row: 4, class: 'onlyThere', values: { name: '郑无人', diedOn: '2025-02-02' } }),
  ])
  expect(compareListCommand.fails?.(result as never)).toBe(true)
  expect(compareListCommand.show?.(result as never, { words: [], options: {} })).toContain('一致 1，有不同 1')
})

it('without --as it is any list of that register, by the columns that --by names; the same file is the saved one', async () => {
  const path = join(folder, '花名册.csv')
  await writeFile(path, `姓名,身份证号,电话\n王桂兰,${number('1940-03-05', 11)},13812345678\n`)
  const result = await command(['person', path], { by: 'name' })
  expect([result.kind, result.by, result.matched, result.onlyHere]).toEqual([
    'plain.person',
    [['name']],
    1,
    1,
  ])
  expect((await command(['person', path])).saved).toBe(true)
})

it('an unknown kind names those that there are; a file that is not there is named', async () => {
  await expect(command(['person', 'x.csv'], { as: 'births' })).rejects.toMatchObject({
    code: 'compare.noKind',
    details: { known: expect.arrayContaining(['deaths', 'dibao', 'plain.person']) },
  })
  await expect(command(['person', join(folder, 'none.csv')])).rejects.toMatchObject({
    code: 'compare.noFile',
  })
})

it('a long list is read and compared step by step, and again from any step as if nothing had been', async () => {
  const lines = Array.from(
    { length: 3500 },
    (_, i) => `生人${i},${number('1970-01-01', i % 1000)},2025-0${1 + (i % 6)}-01`,
  )
  const desk = deskOf(county, clerk)
  const { comparisonId } = await desk.upload(head + lines.join('\n'))
  const { jobId } = await desk.call<{ jobId: number | null }>('compare.run', { comparisonId })
  expect(jobId).not.toBeNull()
  const left = await county.db.ownerPool.query<{ input: { state: StepState } }>(
    'select input from c990101.job where id = $1',
    [jobId],
  )
  let state = left.rows[0]?.input.state ?? firstStep
  expect(state).toMatchObject({ phase: 'read', at: 3001 })
  for (let done = false; !done; ) {
    const at = state
    const died = county.run(clerk, async (ctx) => {
      await takeStep(ctx, room, { id: comparisonId, state: at })
      throw new Error('killed') // the transaction of the step goes with the process
    })
    await expect(died).rejects.toThrow('killed')
    const step = await county.run(clerk, (ctx) => takeStep(ctx, room, { id: comparisonId, state: at }))
    ;({ state, done } = step)
  }
  const counts = await desk.counts(comparisonId)
  expect([counts.onlyThere, counts.repeated]).toEqual([1000, 2500])
})
