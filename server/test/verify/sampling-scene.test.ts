/** The demo's sample is drawn and begun through the house's doors, and leaves no finding that would hold up a case. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { House } from '#platform'
import { ensureAccounts, fixClock, rolesByName } from '#platform'
import { demoAccounts, roles } from '#systems'
import { testDatabase } from '#test/database.ts'
import { doors } from '../../src/compose.ts'
import { sampleScenes } from '../../src/systems/demo/samples.ts'
import { tell } from '../../src/systems/demo/seed.ts'
import { demoVillages } from '../../src/systems/population/demo/villages.ts'

const logins = ['liuxi', 'team1', 'team2']
let house: House
let close: () => Promise<void>

beforeAll(async () => {
  fixClock('2025-09-15')
  const opened = await testDatabase({ seeded: true })
  close = opened.close
  const accounts = demoAccounts.filter(({ login }) => logins.includes(login))
  await ensureAccounts(opened.db, {
    county: '990101',
    accounts,
    password: 'Qinghe-2025',
    mustChange: false,
  })
  house = {
    ...{ db: opened.db, county: '990101', countyName: '青禾县', version: 'test' },
    ...{ roles: rolesByName(roles), operations: doors, jobs: [], meta: {} },
  }
}, 60_000)
afterAll(() => close())

const count = async (what: string) =>
  Number(
    (await house.db.ownerPool.query<{ n: string }>(`select count(*) as n from c990101.${what}`)).rows[0]?.n,
  )

it('both members have looked at eight records and found one not at home', async () => {
  await tell(house, { scenes: sampleScenes(demoVillages()), logins, say: () => {} })
  expect(await count('sample')).toBe(1)
  expect(await count(`sample_task where result = 'confirmed'`)).toBe(16)
  expect(await count(`sample_task where result = 'notMet'`)).toBe(2)
  expect(await count(`sample_task where area < '990101103201' or area >= '990101104'`)).toBe(0)
  expect(await count('finding')).toBe(0)
}, 60_000)
