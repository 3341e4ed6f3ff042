/** The laboratory over a seeded county: who sees what, and what it gives on paper. */
import exceljs from 'exceljs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import yauzl from 'yauzl'
import { type Actor, readFile } from '#platform'
import type { Simulation } from '#policy'
import { seededCounty } from '#test/county.ts'
import { type TestCounty, testCounty } from '#test/database.ts'
import { doors, roles } from '../src/compose.ts'

const policy = 'land-security.protection'
const { landTake } = seededCounty
const township = landTake.village.slice(0, 9)
const result = 'individualAccount'

let county: TestCounty
let [officer, reviewer]: Actor[] = []
beforeAll(async () => {
  county = await testCounty({ seeded: true })
  officer = county.actor(roles.find(({ name }) => name === 'hrOfficer'))
  reviewer = county.actor(roles.find(({ name }) => name === 'hrReviewer'))
})
afterAll(() => county?.close())

const call = <T>(actor: Actor | undefined, name: string, input: object) => {
  const op = doors.find((one) => one.name === name)
  if (!op || !actor) throw new Error(name)
  return county.call(actor, op, input) as Promise<T>
}
const simulate = (overrides: object, actor = officer) =>
  call<Simulation>(actor, 'policy.simulate', { policy, result, overrides })
const bytesOf = async (fileId: number, actor = officer) =>
  (await county.run(actor as Actor, ({ tx }) => readFile(tx, fileId))).bytes

/** Ages in completed years on the day of the taking, counted by the database. */
async function aboveAge(): Promise<number> {
  const { rows } = await county.run(county.actor(), ({ tx }) =>
    sql<{ count: number }>`
      select count(*)::int as count from protected_person l join person p on p.id = l.person_id
      where extract(year from age(${landTake.takenOn}::date, p.birth_date)) >= case p.sex when 'male' then 60 else 55 end`.execute(
      tx,
    ),
  )
  return rows[0]?.count ?? 0
}

describe('a share moved from 30 to 20 percent', () => {
  it('leaves more in the accounts of (a), by a tenth of 50,000 each, and nobody loses', async () => {
    const above = await aboveAge()
    expect(above).toBeGreaterThan(0)
    const { total, townships, years } = await simulate({ government: '20' })
    expect(total).toMatchObject({
      subjects: landTake.listed,
      up: above,
      down: 0,
      same: landTake.listed - above,
      open: 0,
    })
    expect(total).toMatchObject({ gained: `${above * 5000}.00`, difference: `${above * 5000}.00` })
    expect(townships.map(({ code, subjects }) => [code, subjects])).toEqual([[township, landTake.listed]])
    expect(years.map(({ year }) => year)).toEqual([2023])
  })

  it('changes nobody where nothing is moved', async () => {
    expect((await simulate({})).total).toMatchObject({ up: 0, down: 0, difference: '0.00' })
  })
})

it('an example about a value that is missing is not asked whether it holds with one', async () => {
  const pension = { policy: 'land-security.pension', overrides: { standard: '300.00' } }
  expect((await call<Simulation>(officer, 'policy.simulate', pension)).examples).toEqual([])
})

it('tells the households of those at an edge, the persons of each together', async () => {
  const ask = { policy, result: 'age', overrides: {}, days: 366 }
  const { cliffs } = await call<{
    cliffs: { fact: string; by: number; persons: number; households: number }[]
  }>(officer, 'policy.cliffs', ask)
  const [first] = cliffs
  const edge = await call<{
    households: number
    near: { persons: number }[]
    rows: { id: number; household: number; householdTitle: string; distance: number }[]
  }>(officer, 'laboratory.edge', { ...ask, fact: first?.fact, by: first?.by, limit: 1000 })
  const { rows: known } = await county.run(county.actor(), ({ tx }) =>
    sql<{ id: number; household: number; head: string }>`
      select l.id, h.id as household, h.head_name as head from protected_person l
      join person p on p.id = l.person_id join household h on h.id = p.household_id`.execute(tx),
  )
  const homes = new Map(known.map((one) => [one.id, one]))
  expect(edge.rows).toHaveLength(first?.persons ?? -1)
  expect(edge.rows.length).toBeGreaterThan(0)
  for (const { id, household, householdTitle } of edge.rows)
    expect([household, householdTitle]).toEqual([homes.get(id)?.household, homes.get(id)?.head])
  expect(edge.households).toBe(new Set(edge.rows.map(({ household }) => household)).size)
  expect(edge.near.reduce((sum, one) => sum + one.persons, 0)).toBe(edge.rows.length)
})

describe('who may try', () => {
  it('a clerk of a township sees that township alone', async () => {
    const clerk = roles.find(({ name }) => name === 'township')
    const own = await simulate({ government: '20' }, county.actor(clerk, township))
    expect(own.total.subjects).toBe(landTake.listed)
    const other = await simulate({ government: '20' }, county.actor(clerk, '990101102'))
    expect(other.total.subjects).toBe(0)
    expect(other.townships).toEqual([])
  })

  it.each(
    roles.filter(({ party, verbs }) => party || !verbs.includes('policy.simulate')).map(({ name }) => name),
  )('%s may not', async (name) => {
    const actor = county.actor(roles.find((role) => role.name === name))
    await expect(simulate({}, actor)).rejects.toMatchObject({ code: 'platform.notAllowed' })
  })

  it('nobody outside the office either', async () => {
    const visitor = county.actor({ verbs: [] }, '', { accountId: -1 })
    await expect(simulate({}, visitor)).rejects.toMatchObject({ code: 'platform.notSignedIn' })
  })
})

describe('what is taken away', () => {
  it('is a list with names, and a workbook with a row for each', async () => {
    const ask = { policy, result, overrides: { government: '20' }, classes: ['up'] }
    const list = await call<{ count: number; rows: { title: string; place: string; difference: string }[] }>(
      officer,
      'laboratory.persons',
      { ...ask, limit: 200 },
    )
    expect(list.rows).toHaveLength(list.count)
    expect(list.rows.every(({ title, difference }) => title !== '' && difference === '5000.00')).toBe(true)
    expect(list.rows[0]?.place).toContain('石桥村')
    const { fileId } = await call<{ fileId: number }>(officer, 'laboratory.export', ask)
    const book = new exceljs.Workbook()
    await book.xlsx.load((await bytesOf(fileId)) as never)
    const page = book.worksheets[0]
    expect(page?.rowCount).toBe(3 + list.count)
    expect(page?.getCell('G4').value).toBe(5000)
  })

  it('is a memo that says what, why, what it does, and by what document', async () => {
    const { id } = await call<{ id: number }>(officer, 'policy.savePlan', {
      title: '政府比例下调',
      trial: { policy, result, overrides: { government: '20' } },
      validFrom: '2026-01-01',
      citation: { source: '青政办发〔2025〕9 号', clause: '第三条' },
      reason: '土地出让收入减少。',
      examples: [
        {
          given: { sex: 'female', birthDate: '1960-01-01', takenOn: '2026-02-01', base: '50000.00' },
          expect: { result: { individualAccount: '40000.00' } },
        },
      ],
    })
    const { fileId } = await call<{ fileId: number }>(reviewer, 'laboratory.memo', { plan: id })
    const text = await wordText(await bytesOf(fileId, reviewer))
    const above = await aboveAge()
    for (const words of [
      '关于调整被征地农民基本生活保障参数的方案（政府比例下调）',
      '政府出资比例30%20%',
      '自 2026-01-01 起施行。',
      '土地出让收入减少。',
      `增加 ${above} 人，合计增加 ${(above * 5000).toLocaleString('en-US')}.00 元；减少 0 人`,
      '青政办发〔2025〕9 号 第三条',
      '8. LS-08政府出资15,000.00 元10,000.00 元',
      '性别 女，出生日期 1960-01-01，征地日 2026-02-01，人均保障标准 50,000.00 元记入个人专户 40,000.00 元',
    ])
      expect(text).toContain(words)
  })
})

/** The text of a Word file, paragraph after paragraph. */
async function wordText(bytes: Buffer): Promise<string> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true })
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'word/document.xml') continue
    const parts: Buffer[] = []
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer)
    return Buffer.concat(parts)
      .toString('utf8')
      .replaceAll(/<[^>]+>/g, '')
  }
  throw new Error('no word/document.xml')
}
