/**
 * The whole way of a death: the list of civil affairs, the finding, one proposes, another confirms, the register has the day with
 * where it came from, the pension stops, what was paid beyond the month of death is claimed back (OF-15, OF-19, GEN-13).
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { day } from '#kernel'
import { balance } from '#ledger'
import type { Actor, AnyOperation } from '#platform'
import { getRow, historyOf, importOperations, updateRow } from '#register'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { adoptedSources } from '#verify'
import { person } from '../../src/systems/population/registers/index.ts'
import type { Someone } from '../procedure/recompute.kit.ts'
import {
  carriedOut,
  ground,
  linesOf,
  pension,
  pensionAgain,
  proposed,
  somebody,
} from '../procedure/recompute.kit.ts'
import type { Desk } from './lists.kit.ts'
import { deskOf, number, registry } from './lists.kit.ts'

let county: TestCounty
let anna: Someone
let berta: Someone
let officer: Actor
let reviewer: Actor
let desk: Desk
let second: Desk
let comparison = 0
let adoption = 0

const idNumber = (seq: number, born: string) => number(born, seq)
const list =
  '姓名,身份证号,死亡日期,信息来源\n' +
  `测试20,${idNumber(20, '1965-03-01')},2025-01-20,火化\n` +
  `测试22,${idNumber(22, '1965-04-01')},2025-02-03,医院\n`

beforeAll(async () => {
  county = await testCounty()
  officer = county.actor()
  reviewer = county.actor()
  desk = deskOf(county, officer)
  second = deskOf(county, reviewer)
  const people = await county.run(officer, async (ctx) => {
    const take = await ground(ctx)
    return [
      await somebody(ctx, { take, seq: 20, born: '1965-03-01', own: 10_000_00 }),
      await somebody(ctx, { take, seq: 22, born: '1965-04-01', own: 10_000_00 }),
    ]
  })
  ;[anna, berta] = people as [Someone, Someone]
  for (const period of ['2025-01', '2025-02', '2025-03'])
    await carriedOut(county, await proposed(county, county.actor(), { run: pension, period }))
}, 120_000)
afterAll(() => county.close())

const findings = (states: string[]) =>
  desk
    .call<{ findings: { check: string; rowIds: number[] }[] }>('verify.list', { states })
    .then(({ findings: all }) => all.map(({ check, rowIds }) => [check, ...rowIds]))

const diedOn = (id: number) => county.run(officer, (ctx) => getRow(ctx, person, id)).then((row) => row.diedOn)

it('comparing writes nothing into the register: it makes findings', async () => {
  comparison = await desk.compare(list, { basis: '青民函〔2025〕12 号' })
  expect(await findings(['open'])).toEqual([
    ['deaths.stillListed', anna.person],
    ['deaths.stillListed', berta.person],
  ])
  expect(await diedOn(anna.person)).toBeNull()
})

it('one proposes; nothing is written yet, and he cannot confirm it himself', async () => {
  const rows = await desk.rows(comparison)
  const rowIds = rows.map(({ id }) => id)
  const { adoptions } = await desk.call<{ adoptions: number[] }>('compare.propose', {
    comparisonId: comparison,
    rowIds,
  })
  adoption = adoptions[0] ?? 0
  expect(adoptions).toHaveLength(2)
  expect(await diedOn(anna.person)).toBeNull()
  await expect(desk.call('compare.adopt', { adoptionIds: adoptions, as: 'adopted' })).rejects.toMatchObject({
    code: 'compare.samePerson',
  })
  const deputy = deskOf(
    county,
    county.actor({}, undefined, { actsFor: { accountId: officer.accountId, name: officer.name } }),
  )
  await expect(deputy.call('compare.adopt', { adoptionIds: adoptions, as: 'adopted' })).rejects.toMatchObject(
    {
      code: 'compare.samePerson', // OF-22: nor his deputy
    },
  )
  const shown = await second.call<{ adoptions: { mine: boolean; fields: object[] }[] }>('compare.adoptions', {
    state: 'proposed',
  })
  expect(shown.adoptions.at(-1)).toMatchObject({
    mine: false,
    fields: [
      { name: 'diedOn', before: null, after: '2025-01-20' },
      { name: 'diedSource', before: null, after: '火化' },
    ],
  })
})

it('another confirms: the day is written, with list, line and both names; the finding is answered', async () => {
  await second.call('compare.adopt', { adoptionIds: [adoption], as: 'adopted' })
  expect(await diedOn(anna.person)).toBe('2025-01-20')
  const history = await county.run(officer, (ctx) => historyOf(ctx, person, anna.person))
  expect(JSON.stringify(history)).toContain(
    `采信县民政局 2025-06-30 名单《名单.csv》第 2 行，${officer.name}提出，${reviewer.name}确认`,
  )
  expect(await findings(['open'])).toEqual([['deaths.stillListed', berta.person]])
  expect(await findings(['corrected'])).toEqual([['deaths.stillListed', anna.person]])
  await expect(
    second.call('compare.adopt', { adoptionIds: [adoption], as: 'refused', answer: '村里说人还在' }),
  ).rejects.toMatchObject({
    code: 'compare.decided',
  })
})

it('the source of the value is told where the sources of values are told', async () => {
  const source = importOperations({ registry, imports: [], sources: adoptedSources }).find(
    ({ name }) => name === 'import.source',
  ) as AnyOperation
  const { fields } = (await county.call(officer, source, { register: 'person', id: anna.person })) as {
    fields: Record<string, object>
  }
  expect(fields.diedOn).toMatchObject({
    comparisonId: comparison,
    importId: null,
    file: '名单.csv',
    row: 2,
    by: `${officer.name}提出，${reviewer.name}确认`,
  })
})

it('the next month is not paid, and what was paid beyond the month of death is claimed back', async () => {
  const april = await proposed(county, county.actor(), { run: pension, period: '2025-04' })
  expect([april.count, april.total]).toEqual([1, 240_00]) // 测试22 alone
  const row = await proposed(county, county.actor(), { run: pensionAgain, period: '名单之后' })
  const lines = await linesOf(county, row.id)
  expect(
    lines.map(({ period, direction, amount, subjectId }) => [period, direction, amount, subjectId]),
  ).toEqual([
    ['2025-02', 'recovery', 240_00, anna.listed],
    ['2025-03', 'recovery', 240_00, anna.listed],
  ])
  expect(lines[0]?.reasonZh).toContain('死亡日期：不适用 → 2025-01-20')
  await carriedOut(county, row)
  const owed = await county.run(officer, (ctx) =>
    sql<{
      balance: number
    }>`select balance from fund_account where kind = 'receivable' and subject_id = ${anna.listed}`.execute(
      ctx.tx,
    ),
  )
  expect(owed.rows.map((one) => Number(one.balance))).toEqual([480_00])
  expect(await county.run(officer, (ctx) => balance(ctx, anna.account))).toBe(10_000_00 - 240_00)
})

it('what was changed since the proposal is not written over', async () => {
  const open = await second.call<{ adoptions: { id: number; state: string }[] }>('compare.adoptions', {
    state: 'proposed',
  })
  const [left] = open.adoptions
  await county.run(officer, async (ctx) => {
    const { version } = await getRow(ctx, person, berta.person)
    const values = { diedOn: day('2025-02-01') }
    await updateRow(ctx, person, { id: berta.person, version, values, reason: '村报' })
  })
  await expect(
    second.call('compare.adopt', { adoptionIds: [left?.id], as: 'adopted' }),
  ).rejects.toMatchObject({
    code: 'compare.moved',
  })
  const refusal = { adoptionIds: [left?.id], as: 'refused' }
  await expect(second.call('compare.adopt', refusal)).rejects.toMatchObject({ code: 'compare.noReason' })
  await second.call('compare.adopt', { ...refusal, answer: '日期已按村报改过' })
  const refused = await desk.call<{ adoptions: object[] }>('compare.adoptions', { state: 'refused' })
  expect(refused.adoptions).toMatchObject([
    { id: left?.id, answer: '日期已按村报改过', decider: reviewer.name },
  ])
  expect(await diedOn(berta.person)).toBe('2025-02-01')
})

it('compared again with the register as it is now, what is right is no longer found', async () => {
  await desk.call('compare.run', { comparisonId: comparison })
  expect(await findings(['open'])).toEqual([['deaths.otherDay', berta.person]])
  expect((await desk.rows(comparison)).map(({ class: name, adoption: of }) => [name, of?.state])).toEqual([
    ['same', 'adopted'],
    ['differs', 'refused'],
  ])
})
