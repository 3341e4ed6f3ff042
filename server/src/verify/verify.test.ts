/** Checks over registers on a real database: what is found, by whom it may be closed, what opens it again. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Day } from '#kernel'
import { bankCard, parseYuan, residentId, yuanText } from '#kernel'
import type { Actor, AnyOperation } from '#platform'
import { insertRow, insertRows, registryOf, updateRow } from '#register'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { landSecurityChecks } from '../systems/land-security/checks/index.ts'
import { landSecurityRegisters, landTake, protectedPerson } from '../systems/land-security/registers/index.ts'
import { populationChecks } from '../systems/population/checks/index.ts'
import {
  area,
  household,
  person,
  populationRegisters,
  villageYear,
} from '../systems/population/registers/index.ts'
import { verifyOperations } from './operations.ts'
import { checkOf, runCheck } from './run.ts'

const village = '990101103201'
const other = '990101102203'
const room = {
  registry: registryOf([...populationRegisters, ...landSecurityRegisters]),
  checks: [...populationChecks, ...landSecurityChecks],
}
const doors = Object.fromEntries(verifyOperations(room).map((op) => [op.name, op])) as Record<
  string,
  AnyOperation
>

let county: TestCounty
let clerk: Actor
let reviewer: Actor

beforeAll(async () => {
  county = await testCounty()
  clerk = county.actor()
  reviewer = county.actor()
  await county.run(clerk, (ctx) =>
    insertRows(ctx, area, [
      { code: '990101', name: '青禾县', level: 'county' },
      { code: '990101102', name: '石门镇', level: 'township' },
      { code: '990101103', name: '柳溪镇', level: 'township' },
      { code: village, name: '石桥村', level: 'village' },
      { code: other, name: '石门村', level: 'village' },
    ]),
  )
})
afterAll(() => county.close())
beforeEach(async () => {
  await county.db.ownerPool.query(
    'alter table c990101.finding_act disable trigger all; alter table c990101.check_run disable trigger all',
  )
  await county.db.ownerPool.query(
    'truncate c990101.finding_act, c990101.check_run, c990101.finding, c990101.person, c990101.household, c990101.land_take, c990101.protected_person, c990101.village_year cascade',
  )
})

type Row = {
  id: number
  place: { zh: string }
  stated: string
  computed: string
  difference: string | null
  verdict: string
  state: string
  note: string | null
  mine: boolean
  people: number
  amount: string | null
}
const number = (birth: string, seq: number) => residentId('990101', birth as Day, seq)
const run = (id: string, actor = clerk) => county.run(actor, (ctx) => runCheck(ctx, room, checkOf(room, id)))
const list = async (actor = reviewer, more: object = {}) =>
  (await county.call(actor, doors['verify.list'] as AnyOperation, {
    states: ['open', 'checking', 'explained', 'corrected'],
    ...more,
  })) as {
    findings: Row[]
    total: { count: number; people: number; amount: string }
    lastRun: { looked: number } | null
  }
const act = (findingId: number, as: string, actor = reviewer, note = '户口簿核过') =>
  county.call(actor, doors['verify.act'] as AnyOperation, { findingId, as, note }) as Promise<{
    state: string
  }>
const add = (values: Partial<Parameters<typeof insertRow<typeof person>>[2]> & { name: string }) =>
  county.run(clerk, (ctx) => insertRow(ctx, person, { area: village, ...values } as never))

describe('what is found', () => {
  it('an identity number that does not check, hidden from who may not see it', async () => {
    const made = await add({ name: '王伟', idNumber: number('1963-07-15', 11) })
    const wrong = `${number('1963-07-15', 11).slice(0, 17)}${number('1963-07-15', 11).endsWith('1') ? '2' : '1'}`
    await county.run(clerk, ({ tx }) =>
      sql`update person set id_number = ${wrong} where id = ${made.id}`.execute(tx),
    )
    expect((await run('person.idNumber')).looked).toBe(1)
    const { findings } = await list()
    expect(findings).toMatchObject([
      { place: { zh: '柳溪镇 石桥村 王伟' }, stated: wrong, verdict: 'mismatch' },
    ])
    const blind = await list(county.actor({ sees: [] }))
    expect(blind.findings[0]?.stated).toBe(`990101********${wrong.slice(-4)}`)
  })

  it('birth date and sex against the number', async () => {
    await add({
      name: '王伟',
      idNumber: number('1963-07-15', 11),
      birthDate: '1963-07-25' as Day,
      sex: 'female',
    })
    await run('person.birthDate')
    await run('person.sex')
    expect((await list()).findings).toMatchObject([
      { stated: '1963-07-25', computed: '1963-07-15', verdict: 'contradiction' },
      { stated: '女', computed: '男' },
    ])
  })

  it('a condition in the rule language; what is unknown is no fault', async () => {
    await add({ name: '王伟', birthDate: '1963-07-15' as Day, diedOn: '1960-01-01' as Day })
    await add({ name: '李芳', birthDate: '1963-07-15' as Day, diedOn: '2020-01-01' as Day })
    await add({ name: '张三', diedOn: '1960-01-01' as Day })
    await run('person.lived')
    expect((await list()).findings).toMatchObject([
      { stated: '出生日期 1963-07-15，去世日期 1960-01-01', verdict: 'contradiction' },
    ])
  })

  it('one number for several persons, one card for several persons', async () => {
    const same = number('1963-07-15', 11)
    await add({ name: '王伟', idNumber: same, bankCard: bankCard('621700000000000001') })
    await add({ name: '王大伟', idNumber: same, sharedNumber: 1, bankCard: bankCard('621700000000000001') })
    await add({ name: '李芳', bankCard: bankCard('621700000000000002') })
    await run('person.sameNumber')
    await run('person.sharedCard')
    expect((await list()).findings).toMatchObject([
      {
        stated: same,
        computed: '2 条',
        people: 2,
        verdict: 'overlap',
        place: { zh: '柳溪镇 石桥村 王伟；柳溪镇 石桥村 王大伟' },
      },
      { computed: '2 条', people: 2, verdict: 'overlap' },
    ])
  })

  it('namesakes of one birthday in two households and two villages, unless their numbers tell them apart', async () => {
    const [one, two] = await county.run(clerk, (ctx) =>
      insertRows(ctx, household, [
        { number: '1', headName: '王', area: village },
        { number: '2', headName: '李', area: other },
      ]),
    )
    const born = { birthDate: '1963-07-15' as Day }
    await add({ name: '王伟', ...born, household: one as never, idNumber: number('1963-07-15', 11) })
    await add({ name: '王伟', ...born, household: two as never, area: other })
    await add({ name: '李芳', ...born, household: one as never, idNumber: number('1963-07-15', 22) })
    await add({
      name: '李芳',
      ...born,
      household: two as never,
      area: other,
      idNumber: number('1963-07-15', 24),
    })
    await run('person.twoHouseholds')
    await run('person.twoVillages')
    expect((await list()).findings).toMatchObject([
      { stated: '王伟，1963-07-15' },
      { stated: '王伟，1963-07-15' },
    ])
  })

  it('a person on two lists, with the money, and one who died', async () => {
    const who = await add({ name: '王伟', diedOn: '2020-01-01' as Day })
    const takes = await county.run(clerk, (ctx) =>
      insertRows(ctx, landTake, [
        { name: '园区一期', area: village, takenOn: '2019-03-01' as Day },
        { name: '园区二期', area: village, takenOn: '2021-03-01' as Day },
      ]),
    )
    await county.run(clerk, (ctx) =>
      insertRows(
        ctx,
        protectedPerson,
        takes.map((ownerId) => ({ ownerId, person: who.id, subsidy: parseYuan('1200.50') })),
      ),
    )
    await run('protectedPerson.twoTakings')
    await run('protectedPerson.died')
    const { findings, total } = await list()
    expect(findings).toMatchObject([
      { stated: '园区一期；园区二期', computed: '2 条', amount: '2401.00' },
      { stated: '在名单上', computed: '去世日期 2020-01-01' },
      { stated: '在名单上' },
    ])
    expect(total).toEqual({ count: 3, people: 4, amount: yuanText(parseYuan('4802.00')) })
  })

  it('VR-01: the newest report of a village that is registered person by person against who is there', async () => {
    const owner = await county.db.ownerPool.query(
      'select id, code from c990101.area where code = any($1) order by code',
      [[village, other]],
    )
    const [otherId, villageId] = owner.rows.map((row) => Number(row.id))
    await county.run(clerk, (ctx) =>
      insertRows(ctx, villageYear, [
        { ownerId: villageId ?? 0, year: 2018, registered: 'full', population: 99 },
        { ownerId: villageId ?? 0, year: 2019, registered: 'full', population: 3 },
        { ownerId: otherId ?? 0, year: 2019, registered: 'partial', population: 3 },
      ]),
    )
    for (const name of ['王伟', '李芳']) await add({ name })
    await add({ name: '张三', diedOn: '2020-01-01' as Day })
    await run('villageYear.population')
    expect((await list()).findings).toMatchObject([
      {
        place: { zh: '柳溪镇 石桥村 2019' },
        stated: '3 人',
        computed: '2 人',
        difference: '1',
        verdict: 'incomplete',
        people: 1,
      },
    ])
  })

  it('VR-01: parts of the labour against their total; an unknown part leaves it untold', async () => {
    const owner = await county.db.ownerPool.query('select id from c990101.area where code = $1', [village])
    await county.run(clerk, (ctx) =>
      insertRows(ctx, villageYear, [
        { ownerId: Number(owner.rows[0].id), year: 2019, under20: 28, from20: 32, from40: 40, labour: 100 },
        { ownerId: Number(owner.rows[0].id), year: 2018, under20: 28, from20: 32, from40: 40, labour: 101 },
        { ownerId: Number(owner.rows[0].id), year: 2017, under20: 28, labour: 101 },
      ]),
    )
    await run('villageYear.ages')
    expect((await list()).findings).toMatchObject([
      {
        stated: '劳动力 101',
        computed: '劳动力 20 岁以下 28 ＋ 劳动力 20 至 40 岁 32 ＋ 劳动力 40 至 60 岁 40 ＝ 100',
        difference: '1',
        verdict: 'incomplete',
      },
    ])
  })
})

describe('closing', () => {
  const doubted = async () => {
    const made = await add({
      name: '王伟',
      idNumber: number('1963-07-15', 11),
      birthDate: '1963-07-25' as Day,
    })
    await run('person.birthDate')
    const [finding] = (await list()).findings
    return { made, id: finding?.id ?? 0 }
  }
  const states = async () => (await list()).findings.map(({ state }) => state)

  it('is not for who reported the figure, nor for his deputy', async () => {
    const { id } = await doubted()
    await expect(act(id, 'explain', clerk)).rejects.toMatchObject({ code: 'verify.ownFigure' })
    const deputy = county.actor({}, undefined, { actsFor: { accountId: clerk.accountId, name: clerk.name } })
    await expect(act(id, 'explain', deputy)).rejects.toMatchObject({ code: 'verify.ownFigure' })
    expect((await list(clerk)).findings[0]?.mine).toBe(true)
    expect(await act(id, 'explain')).toEqual({ state: 'explained' })
  })

  it('holds over the next runs, until the data changes', async () => {
    const { made, id } = await doubted()
    await act(id, 'explain')
    await run('person.birthDate')
    expect(await states()).toEqual(['explained'])
    await county.run(clerk, (ctx) =>
      updateRow(ctx, person, {
        id: made.id,
        version: 1,
        values: { birthDate: '1963-07-26' as Day },
        reason: '改',
      }),
    )
    await run('person.birthDate')
    expect(await states()).toEqual(['open'])
  })

  it('as corrected needs the register to be right', async () => {
    const { made, id } = await doubted()
    await expect(act(id, 'correct')).rejects.toMatchObject({ code: 'verify.stillThere' })
    await county.run(clerk, (ctx) =>
      updateRow(ctx, person, {
        id: made.id,
        version: 1,
        values: { birthDate: '1963-07-15' as Day },
        reason: '对照证件',
      }),
    )
    expect(await act(id, 'correct')).toEqual({ state: 'corrected' })
    const kept = await county.run(reviewer, ({ tx }) =>
      sql<{ name: string; note: string }>`select name, note from finding_act`.execute(tx),
    )
    expect(kept.rows).toMatchObject([{ name: reviewer.name, note: '户口簿核过' }])
  })

  it('happens by itself when the check no longer finds it, and only in the area that was run', async () => {
    const { made } = await doubted()
    await county.run(clerk, (ctx) =>
      updateRow(ctx, person, {
        id: made.id,
        version: 1,
        values: { birthDate: '1963-07-15' as Day },
        reason: '对照证件',
      }),
    )
    await run('person.birthDate', county.actor({}, '990101102'))
    expect(await states()).toEqual(['open'])
    await run('person.birthDate')
    expect(await states()).toEqual(['corrected'])
  })

  it('is not done by the blind: who may not see the register cannot make its findings vanish', async () => {
    await doubted()
    const blind = county.actor({ reads: ['finding'], writes: ['finding'] })
    await expect(run('person.birthDate', blind)).rejects.toMatchObject({ code: 'verify.notSeen' })
    const start = county.call(blind, doors['verify.run'] as AnyOperation, { checks: ['person.birthDate'] })
    await expect(start).rejects.toMatchObject({ code: 'verify.notSeen' })
    expect(await states()).toEqual(['open'])
  })

  it('can be taken back, and is refused twice', async () => {
    const { id } = await doubted()
    expect(await act(id, 'check', clerk)).toEqual({ state: 'checking' }) // asking for a look is nobody's judgement
    await act(id, 'explain')
    await expect(act(id, 'explain')).rejects.toMatchObject({ code: 'verify.closed' })
    expect(await act(id, 'reopen')).toEqual({ state: 'open' })
    await expect(act(id, 'reopen')).rejects.toMatchObject({ code: 'verify.notClosed' })
  })

  it('stays in its area', async () => {
    const { id } = await doubted()
    const stranger = county.actor({}, '990101102')
    expect((await list(stranger)).findings).toEqual([])
    await expect(act(id, 'explain', stranger)).rejects.toMatchObject({ code: 'verify.notFound' })
  })
})
