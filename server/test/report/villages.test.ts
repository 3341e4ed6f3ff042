import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fen } from '#kernel'
import { insertRow, registryOf } from '#register'
import { reportOperations } from '#report'
import { systems } from '#systems'
import { type TestCounty, testCounty } from '#test/database.ts'
import { demoVillages } from '../../src/systems/population/demo/villages.ts'
import { area, villageYear } from '../../src/systems/population/registers/index.ts'

const reports = systems.flatMap((system) => system.reports ?? [])
const registry = registryOf(systems.flatMap((system) => system.registers ?? []))
const [read, rows] = reportOperations({ reports, papers: [], registry, doors: () => [] })
type Table = Awaited<ReturnType<typeof read.run>>

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
  await county.run(county.actor(), async (ctx) => {
    for (const village of demoVillages()) {
      const { id } = await insertRow(ctx, area, {
        code: village.code,
        name: village.name,
        level: 'village',
        kind: 'village',
      })
      await insertRow(ctx, villageYear, {
        ownerId: id,
        year: 2019,
        registered: village.full ? 'full' : 'partial',
        population: village.population,
        labour: village.labour,
        arable: String(village.arableMu),
        incomePerFarmer: fen(village.incomePerFarmer * 100),
        farming: village.farming,
        inVillage: village.inVillage,
      })
    }
  })
})
afterAll(() => county.close())

const readTable = (report: string, by?: string[]) =>
  county.call(county.actor(), read, { report, rows: by }) as Promise<Table>
const figures = (table: Table) =>
  table.rows.map((row) => [row.keys[0]?.key, ...row.figures.slice(0, 2).map(({ value }) => value)])

describe('catalogue 6.1 from rows', () => {
  it('villages by land band, with shares of 65', async () => {
    const table = await readTable('land-security.land-bands')
    expect(figures(table)).toEqual([
      ['landless', '15', '23.08'],
      ['under02', '11', '16.92'],
      ['from02to05', '14', '21.54'],
      ['from05to1', '12', '18.46'],
      ['over1', '13', '20.00'],
    ])
    expect(table.total.slice(0, 2).map(({ value }) => value)).toEqual(['65', '100.00'])
  })

  it('villages by income, and the weighted mean of 3,878', async () => {
    const table = await readTable('population.village-income')
    expect(figures(table)).toEqual([
      ['above4000', '22', '33.85'],
      ['from3000', '29', '44.62'],
      ['below3000', '14', '21.54'],
    ])
    expect(table.total[3]?.value).toMatch(/^387[78]\./)
  })

  it('labour of the county', async () => {
    const table = await readTable('population.village-labour')
    expect(table.rows).toHaveLength(8)
    expect(table.total.slice(1, 3).map(({ shown }) => shown)).toEqual(['65,000', '34,101'])
    expect(table.total[3]?.value).toBe('52.5')
  })

  it('says at least where rows are unknown', async () => {
    const table = await readTable('population.village-labour')
    const jobless = table.measures.findIndex(({ name }) => name === 'jobless')
    expect(table.total[jobless]).toEqual({ value: '0', shown: '至少 0', unknown: 65 })
  })

  it('opens a figure to its rows, and a township sees itself', async () => {
    const behind = await county.call(county.actor(), rows, {
      report: 'land-security.land-bands',
      keys: ['over1'],
      limit: 10,
    })
    expect(behind).toMatchObject({ rows: { length: 10 }, next: expect.any(Number), register: 'villageYear' })
    const township = county.actor(undefined, '990101105')
    const own = (await county.call(township, read, { report: 'land-security.land-bands' })) as Table
    expect(own.total[0]?.value).toBe('10')
  })

  it('refuses a dimension that does not exist, by name', async () => {
    await expect(readTable('land-security.land-bands', ['colour'])).rejects.toThrow(/colour/)
  })
})
