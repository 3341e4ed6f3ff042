/** `xiangce import` walks the same doors as the page. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AnyOperation, House } from '#platform'
import { jobOperations, rolesByName } from '#platform'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import type { DryRun, ImportResult } from '../../src/register/import/command.ts'
import { importCommand } from '../../src/register/import/command.ts'
import { importJobs } from '../../src/register/import/jobs.ts'
import { demoPeople, newIssuer } from '../../src/systems/population/demo/people.ts'
import { personRoster } from '../../src/systems/population/demo/person-roster.ts'
import { addAreas, doors, imports, registry, village } from './import.fixture.ts'

let county: TestCounty
let folder: string

beforeAll(async () => {
  county = await testCounty()
  folder = await mkdtemp(join(tmpdir(), 'import-'))
  await addAreas(county, county.actor())
})
afterAll(async () => {
  await county.close()
  await rm(folder, { recursive: true })
})

function run(words: string[], options: Record<string, boolean> = {}): Promise<ImportResult | DryRun> {
  const jobs = importJobs({ registry, imports })
  const [, jobGet] = jobOperations(jobs)
  const all: Record<string, AnyOperation> = { ...doors, 'job.get': jobGet }
  const system = county.actor({}, '990101', { accountId: 0 })
  const house = { db: county.db, county: '990101', jobs, roles: rolesByName([]) } as unknown as House // what the command uses of it
  const call = (name: string, input: unknown) => county.call(system, all[name] as AnyOperation, input)
  return importCommand.run({ house, words, options, call }) as Promise<ImportResult | DryRun>
}

it('commits what fits and says what does not; a dry run commits nothing', async () => {
  const place = { code: village, name: '石桥村', population: 30, labour: 15 }
  const people = demoPeople(place, newIssuer())
  const path = join(folder, '花名册.xlsx')
  const faults = [{ row: 2, column: '村民小组', cell: '七组' }]
  await writeFile(path, await personRoster([{ village: place, people, faults }]))
  const dry = (await run(['person', path], { 'dry-run': true })) as DryRun
  expect(dry).toMatchObject({ read: 30, accepted: 29, rejected: 1, warnings: 0 })
  expect(Object.keys(dry)).toEqual(['read', 'accepted', 'rejected', 'warnings', 'rows'])
  const [first, , third] = dry.rows
  expect(third).toEqual({
    sheet: '石桥村',
    row: 7,
    status: 'rejected',
    problems: [
      {
        code: 'unknownArea',
        column: 'I',
        message: '石桥村没有“七组”，名册里有一组至六组。请对照户口簿填。',
      },
    ],
    values: expect.objectContaining({ name: people[2]?.name, idNumber: people[2]?.idNumber }),
  })
  expect(first).toMatchObject({ row: 5, status: 'new', problems: [], values: { area: people[0]?.group } })
  const done = await run(['person', path])
  expect(done).toMatchObject({ committed: 29, same: null, reasons: [{ code: 'unknownArea', count: 1 }] })
  expect(importCommand.fails?.(done as never)).toBe(true)
  expect(await run(['person', path])).toMatchObject({ committed: 0, counts: { unchanged: 29, rejected: 1 } })
})

it('says what is missing', async () => {
  await expect(run(['person'])).rejects.toMatchObject({ code: 'platform.usage' })
  await expect(run(['person', join(folder, '没有.xlsx')])).rejects.toMatchObject({ code: 'import.noFile' })
})
