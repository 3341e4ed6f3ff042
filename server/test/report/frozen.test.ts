import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertRow, listRows, registryOf, updateRow } from '#register'
import { reportOperations } from '#report'
import { systems } from '#systems'
import { type TestCounty, testCounty } from '#test/database.ts'
import { area, villageYear } from '../../src/systems/population/registers/index.ts'

const reports = systems.flatMap((system) => system.reports ?? [])
const registry = registryOf(systems.flatMap((system) => system.registers ?? []))
const doors = reportOperations({ reports, papers: [], registry, doors: () => [] })
const [, , , , freeze, list, get, print] = doors
const cut = { report: 'population.village-income', rows: ['township'], measures: ['population'] }

let county: TestCounty
let id: number
const village = async (code: string, population: number) => {
  const place = await county.run(county.actor(), (ctx) =>
    insertRow(ctx, area, { code, name: `村${code.slice(-3)}`, level: 'village', kind: 'village' }),
  )
  return county.run(county.actor(), (ctx) =>
    insertRow(ctx, villageYear, { ownerId: place.id, year: 2019, registered: 'full', population }),
  )
}

beforeAll(async () => {
  county = await testCounty()
  await village('990101103901', 1200)
  await village('990101103902', 800)
  const officer = { ...county.actor(), name: '赵敏', office: '县人社局' }
  const made = await county.run(officer, (ctx) => freeze.run(ctx, cut))
  id = made.id
  expect(made.number).toMatch(/^R-\d{4}-\d{2}-01$/)
})
afterAll(() => county.close())

const read = (scope?: string) =>
  county.run(scope ? county.actor(undefined, scope) : county.actor(), (ctx) => get.run(ctx, { id }))

describe('a frozen report', () => {
  it('says who, shows what was shown, proves itself, and nothing has changed', async () => {
    const frozen = await read()
    expect(frozen.figures.total.map(({ shown }) => shown)).toEqual(['2,000'])
    expect(frozen).toMatchObject({ intact: true, changes: [], actorName: '赵敏', office: '县人社局' })
  })

  it('keeps its figures when the register changes, and lists the change', async () => {
    await county.run(county.actor(), async (ctx) => {
      const { rows } = await listRows(ctx, villageYear, { limit: 10 })
      const row = rows.find(({ population }) => population === 800)
      if (!row) throw new Error('the village is gone')
      await updateRow(ctx, villageYear, {
        id: row.id,
        version: row.version,
        values: { population: 812 },
        reason: '核对',
      })
    })
    const frozen = await read()
    expect(frozen.figures.total[0]?.shown).toBe('2,000')
    expect(frozen.changes?.map((one) => [one.row.at(-1)?.zh, one.frozen, one.now]).at(-1)).toEqual([
      '合计',
      '2,000',
      '2,012',
    ])
    expect(frozen.changes).toHaveLength(2) // the township and the sum
  })

  it('is changed or removed by nobody: the database refuses, and a forged figure breaks the digest', async () => {
    for (const act of [`delete from report_frozen where id = ${id}`, `update report_frozen set number = 'x'`])
      await expect(county.db.ownerPool.query(`set search_path = c990101, public; ${act}`)).rejects.toThrow()
    await county.db.ownerPool.query(`set search_path = c990101, public; alter table report_frozen disable trigger user;
      update report_frozen set figures = jsonb_set(figures, '{total,0,shown}', '"9,000"') where id = ${id};
      alter table report_frozen enable trigger user`)
    expect((await read()).intact).toBe(false)
  })

  it('a second one has the next number; a township sees neither; it prints', async () => {
    const second = await county.run(county.actor(), (ctx) => freeze.run(ctx, cut))
    expect(second.number).toMatch(/-02$/)
    const seen = await county.run(county.actor(undefined, '990101103'), (ctx) =>
      list.run(ctx, { report: cut.report, limit: 20 }),
    )
    expect(seen.frozen).toEqual([])
    await expect(read('990101103')).rejects.toMatchObject({ code: 'report.unknownFrozen' })
    const file = await county.run(county.actor(), (ctx) => print.run(ctx, { id: second.id }))
    expect(file.name).toContain(second.number)
  })
})
