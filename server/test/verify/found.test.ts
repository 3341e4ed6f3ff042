import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Day } from '#kernel'
import { bankCard, parseYuan, yuanText } from '#kernel'
import { insertRows } from '#register'
import { landTake, protectedPerson } from '../../src/systems/land-security/registers/index.ts'
import { household, villageYear } from '../../src/systems/population/registers/index.ts'
import { add, at, list, number, openDesk, other, run, village } from './desk.kit.ts'

openDesk()

describe('what is found', () => {
  it('an identity number that does not check, hidden from who may not see it', async () => {
    const made = await add({ name: '王伟', idNumber: number('1963-07-15', 11) })
    const wrong = `${number('1963-07-15', 11).slice(0, 17)}${number('1963-07-15', 11).endsWith('1') ? '2' : '1'}`
    await at.county.run(at.clerk, ({ tx }) =>
      sql`update person set id_number = ${wrong} where id = ${made.id}`.execute(tx),
    )
    expect((await run('person.idNumber')).looked).toBe(1)
    const { findings } = await list()
    expect(findings).toMatchObject([
      { place: { zh: '柳溪镇 石桥村 王伟' }, stated: { zh: wrong, en: wrong }, verdict: 'mismatch' },
    ])
    const blind = await list(at.county.actor({ sees: [] }))
    expect(blind.findings[0]?.stated.zh).toBe(`990101********${wrong.slice(-4)}`)
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
      { stated: { zh: '1963-07-25' }, computed: { zh: '1963-07-15' }, verdict: 'contradiction' },
      { stated: { zh: '女', en: 'female' }, computed: { zh: '男', en: 'male' } },
    ])
  })

  it('a condition in the rule language; what is unknown is no fault', async () => {
    await add({ name: '王伟', birthDate: '1963-07-15' as Day, diedOn: '1960-01-01' as Day })
    await add({ name: '李芳', birthDate: '1963-07-15' as Day, diedOn: '2020-01-01' as Day })
    await add({ name: '张三', diedOn: '1960-01-01' as Day })
    await run('person.lived')
    expect((await list()).findings).toMatchObject([
      {
        stated: {
          zh: '出生日期 1963-07-15，去世日期 1960-01-01',
          en: 'Date of birth 1963-07-15, Date of death 1960-01-01',
        },
        verdict: 'contradiction',
      },
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
        stated: { zh: same, en: same },
        computed: { zh: '2 条', en: '2 entries' },
        people: 2,
        verdict: 'overlap',
        place: { zh: '柳溪镇 石桥村 王伟；柳溪镇 石桥村 王大伟' },
      },
      { computed: { zh: '2 条', en: '2 entries' }, people: 2, verdict: 'overlap' },
    ])
  })

  it('namesakes of one birthday in two households and two villages, unless their numbers tell them apart', async () => {
    const [one, two] = await at.county.run(at.clerk, (ctx) =>
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
      { stated: { zh: '王伟，1963-07-15', en: '王伟, 1963-07-15' } },
      { stated: { zh: '王伟，1963-07-15', en: '王伟, 1963-07-15' } },
    ])
  })

  it('a person on two lists, with the money, and one who died', async () => {
    const who = await add({ name: '王伟', diedOn: '2020-01-01' as Day })
    const takes = await at.county.run(at.clerk, (ctx) =>
      insertRows(ctx, landTake, [
        { name: '园区一期', area: village, takenOn: '2019-03-01' as Day },
        { name: '园区二期', area: village, takenOn: '2021-03-01' as Day },
      ]),
    )
    await at.county.run(at.clerk, (ctx) =>
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
      {
        stated: { zh: '园区一期；园区二期', en: '园区一期; 园区二期' },
        computed: { zh: '2 条', en: '2 entries' },
        amount: '2401.00',
      },
      { stated: { zh: '在名单上', en: 'on the list' }, computed: { zh: '去世日期 2020-01-01' } },
      { stated: { zh: '在名单上', en: 'on the list' } },
    ])
    expect(total).toEqual({ count: 3, people: 4, amount: yuanText(parseYuan('4802.00')) })
  })

  it('LS-01: who was born after the reference day; without one, after the taking', async () => {
    const [before, after] = [
      await add({ name: '王伟', birthDate: '2019-03-01' as Day }),
      await add({ name: '李芳', birthDate: '2019-03-02' as Day }),
    ]
    const takes = await at.county.run(at.clerk, (ctx) =>
      insertRows(ctx, landTake, [
        { name: '园区一期', area: village, takenOn: '2019-03-01' as Day },
        { name: '园区二期', area: village, takenOn: '2019-01-01' as Day, referenceDay: '2019-03-02' as Day },
      ]),
    )
    await at.county.run(at.clerk, (ctx) =>
      insertRows(
        ctx,
        protectedPerson,
        takes.flatMap((ownerId) => [before, after].map(({ id }) => ({ ownerId, person: id }))),
      ),
    )
    await run('protectedPerson.bornLater')
    expect((await list()).findings).toMatchObject([
      {
        place: { zh: '柳溪镇 石桥村 李芳' },
        computed: { zh: '出生日期 2019-03-02' },
        verdict: 'contradiction',
      },
    ])
  })

  it('VR-01: the newest report of a village that is registered person by person against who is there', async () => {
    const owner = await at.county.db.ownerPool.query(
      'select id, code from c990101.area where code = any($1) order by code',
      [[village, other]],
    )
    const [otherId, villageId] = owner.rows.map((row) => Number(row.id))
    await at.county.run(at.clerk, (ctx) =>
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
        stated: { zh: '3 人' },
        computed: { zh: '2 人' },
        difference: '1',
        verdict: 'incomplete',
        people: 1,
      },
    ])
  })

  it('VR-01: parts of the labour against their total; an unknown part leaves it untold', async () => {
    const owner = await at.county.db.ownerPool.query('select id from c990101.area where code = $1', [village])
    await at.county.run(at.clerk, (ctx) =>
      insertRows(ctx, villageYear, [
        { ownerId: Number(owner.rows[0].id), year: 2019, under20: 28, from20: 32, from40: 40, labour: 100 },
        { ownerId: Number(owner.rows[0].id), year: 2018, under20: 28, from20: 32, from40: 40, labour: 101 },
        { ownerId: Number(owner.rows[0].id), year: 2017, under20: 28, labour: 101 },
      ]),
    )
    await run('villageYear.ages')
    expect((await list()).findings).toMatchObject([
      {
        stated: { zh: '劳动力 101' },
        computed: { zh: '劳动力 20 岁以下 28 ＋ 劳动力 20 至 40 岁 32 ＋ 劳动力 40 至 60 岁 40 ＝ 100' },
        difference: '1',
        verdict: 'incomplete',
      },
    ])
  })
})
