/** The projection of the fictional county: who may ask, that it begins with the books, that it is the same again, workbook and paper. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cite } from '#kernel'
import type { Ctx } from '#platform'
import { openPolicyRoom } from '#policy'
import { registerFactSource } from '#register'
import { systems } from '#systems'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { doors } from '../../src/compose.ts'
import { account, endow } from '../procedure/run.kit.ts'

const source = registerFactSource(systems.flatMap((system) => system.registers ?? []))
const policies = systems.flatMap((system) => system.policies ?? [])
const room = openPolicyRoom({ policies, bindings: [], source })

let county: TestCounty
beforeAll(async () => {
  county = await testCounty({ seeded: true })
  await county.run(county.actor(), fund)
})
afterAll(() => county.close())

/** 200,000 in the pool, 35,000 for each of ten listed persons, 240 a month. */
async function fund(ctx: Ctx): Promise<void> {
  await endow(ctx, 20_000_000)
  const listed = await source.subjects(ctx, 'protectedPerson', { after: 0, limit: 10 })
  for (const id of listed.ids) await account(ctx, id, 3_500_000)
  for (const [key, value] of [
    ['standard', '240.00'],
    ['dibao', '230.00'],
  ] as const)
    await room.setParameter(ctx, {
      policy: 'land-security.pension',
      key,
      value,
      from: '2019-01-01',
      citation: cite('青禾县人社局', '参数表'),
      source: 'test',
    })
}

type Answer = {
  now: {
    rows: { year: number; months: number; figures: Record<string, string> }[]
    runsDry: Record<string, number | null>
  }
  trial: Answer['now'] | null
  stated: { text: { zh: string } }[]
}
const projection = 'land-security.solvency'
const all = ['ledger.read', 'policy.simulate']

/** Asks a door as whoever holds these verbs over this area. */
function ask(name: string, input: object, { verbs = all, area }: { verbs?: string[]; area?: string } = {}) {
  const door = doors.find((one) => one.name === name)
  if (!door) throw new Error(name)
  const actor = county.actor({ verbs }, area)
  return county.run(actor, (ctx) => door.run(ctx, door.input.parse(input) as never))
}
const rates = { actualReturn: '1.2', depositRate: '1.5' }
const project = ({ assumptions = {}, ...more }: { assumptions?: object; changes?: object[] } = {}) =>
  ask('report.projection', {
    projection,
    assumptions: { ...rates, ...assumptions },
    ...more,
  }) as Promise<Answer>

describe('who may ask', () => {
  it('nobody below the county: half a fund would be projected', async () => {
    await expect(ask('report.projection', { projection }, { area: '990101100' })).rejects.toMatchObject({
      code: 'projection.wholeCounty',
    })
  })

  it('nobody who may not read the books', async () => {
    await expect(
      ask('report.projection', { projection }, { verbs: ['policy.simulate'] }),
    ).rejects.toMatchObject({
      code: 'platform.notAllowed',
    })
  })
})

describe('the county', () => {
  it('begins with what stands in the books: 200,000 and ten times 35,000', async () => {
    const { now, stated } = await project()
    expect(now.rows[0]?.figures.opening).toBe('550000.00')
    expect(stated[0]?.text.zh).toContain('个人账户 10 个')
    expect(now.rows.filter(({ months }) => months === 12)).toHaveLength(30)
  })

  it('asks for rates that were never decided', async () => {
    await expect(ask('report.projection', { projection })).rejects.toMatchObject({
      code: 'projection.assumptionMissing',
    })
  })

  it('is the same again, and a higher pension is a trial beside it', async () => {
    const none = { assumptions: { newPersons: '0' } }
    const changes = [{ policy: 'land-security.pension', key: 'standard', value: '9000' }]
    const [plain, again, tried] = [
      await project(none),
      await project(none),
      await project({ ...none, changes }),
    ]
    expect(again).toEqual(plain)
    expect(plain.trial).toBeNull()
    expect(tried.now).toEqual(plain.now)
    expect(tried.trial?.runsDry.pooled ?? 9999).toBeLessThan(plain.now.runsDry.pooled ?? 9999)
  })

  it('says that the mortality is no published table', async () => {
    const { stated } = await project()
    expect(stated.map(({ text }) => text.zh).join('')).toContain('不是公布的生命表')
  })

  it('refuses what it does not use', async () => {
    await expect(project({ assumptions: { weather: '1' } })).rejects.toMatchObject({
      code: 'projection.noAssumption',
    })
    const changes = [{ policy: 'land-security.land-band', key: 'x', value: '1' }]
    await expect(project({ changes })).rejects.toMatchObject({ code: 'projection.notAsked' })
  })

  it('is taken as a workbook', async () => {
    expect(await ask('report.projectionExport', { projection, assumptions: rates })).toMatchObject({
      name: expect.stringMatching(/^征地社保资金推算 .*\.xlsx$/),
    })
  })
})
