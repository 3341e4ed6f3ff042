import { describe, expect, it } from 'vitest'
import type { Day } from '#kernel'
import type { AnyRow } from '#register'
import { insertRow, listRows } from '#register'
import { household, person } from '../../src/systems/population/registers/index.ts'
import { village } from './import.fixture.ts'
import { at, count, get, id, openDesk, people, persons, roster, rows, sheet } from './roster.kit.ts'

openDesk()

describe('a roster of persons', () => {
  it('is understood column by column, with samples, and with the village that its title names', async () => {
    const { sheets } = await get(await at.desk.upload(await roster(), '花名册.xlsx'))
    expect(sheets[0]?.within).toBe(village)
    expect(sheets[0]?.columns.map(({ letters, target }) => [letters, target])).toEqual([
      ['A', ':ignore'],
      ['B', 'household'],
      ['C', 'relation'],
      ['D', 'name'],
      ['E', 'sex'],
      ['F', 'birthDate'],
      ['G', 'idNumber'],
      ['H', 'hukou'],
      ['I', 'area'],
      ['J', 'phone'],
      ['K', 'note'],
    ])
    expect(sheets[0]?.columns[3]?.samples).toEqual([...new Set(people.map((one) => one.name))].slice(0, 3))
  })

  it('shows everything before anything enters the register, then enters it with its households', async () => {
    const importId = await at.desk.stage(await roster(), '花名册.xlsx')
    const before = await get(importId)
    expect(before.counts).toEqual({ new: 40 })
    expect(before.notices.find(({ code }) => code === 'sum')?.count).toBe(1)
    expect(before.notices.find(({ code }) => code === 'note')?.count).toBe(2)
    const households = new Set(people.map((one) => one.household)).size
    expect(before.links).toMatchObject([{ register: 'household', count: households }])
    expect(await count('person')).toBe(0)
    await at.desk.merge(importId, 7)
    expect(await count('person')).toBe(40)
    expect(await count('household')).toBe(households)
    const first = people[0]
    const stored = (await persons()).find((row) => row.idNumber === first?.idNumber)
    expect(stored).toMatchObject({
      name: first?.name,
      sex: first?.sex,
      birthDate: first?.birthDate,
      hukou: first?.hukou,
      relation: 'head',
      phone: first?.phone,
      area: first?.group,
    })
    const home = await at.county.run(at.clerk, (ctx) => listRows(ctx, household, { limit: 200 }))
    const own = (home.rows as unknown as AnyRow[]).find((row) => row.number === first?.household)
    expect(own).toMatchObject({ headName: first?.name, id: stored?.household })
    expect(own?.members).toBe(people.filter((one) => one.household === first?.household).length)
  })

  it('a second time changes nothing, and is recognised as the same file', async () => {
    const bytes = await roster()
    await at.desk.merge(await at.desk.stage(bytes, '花名册.xlsx'))
    const again = await at.desk.stage(bytes, '花名册.xlsx')
    const shown = await get(again)
    expect(shown.counts).toEqual({ unchanged: 40 })
    expect(shown.same).toMatchObject({ id: again - 1 })
    await expect(at.desk.call('import.commit', { importId: again })).rejects.toMatchObject({
      code: 'import.same',
    })
    expect(await count('person')).toBe(40)
  })

  it('says place, fact and remedy of each fault, keeps the good rows, and never guesses a number', async () => {
    const wrong = `${people[4]?.idNumber.slice(0, 17)}${people[4]?.idNumber.endsWith('5') ? '6' : '5'}`
    const importId = await at.desk.stage(
      await roster([
        { row: 2, column: '村民小组', cell: '七组' },
        { row: 4, column: '公民身份号码', cell: wrong },
        { row: 6, column: '联系电话', cell: '1380000' },
        { row: 8, column: '出生日期', cell: '去年正月' },
        { row: 9, column: '出生日期', cell: '1950-01-01' },
        { row: 11, column: '姓名', cell: null },
        { row: 13, column: '公民身份号码', cell: people[12]?.idNumber ?? '' },
        { row: 15, column: '公民身份号码', cell: 9.90101196307151e17 },
      ]),
      '花名册.xlsx',
    )
    const { counts, reasons } = await get(importId)
    expect(counts).toEqual({ new: 32, rejected: 6, doubtful: 2 })
    expect(Object.fromEntries(reasons.map(({ code, count: n }) => [code, n]))).toEqual({
      unknownArea: 1,
      'unreadable:idNumber': 1,
      'unreadable:phone': 1,
      'unreadable:birthDate': 1,
      'contradiction:birthDate': expect.any(Number),
      'missing:name': 1,
      repeated: 1,
      'lostDigits:idNumber': 1,
      ...(reasons.some(({ code }) => code === 'contradiction:sex')
        ? { 'contradiction:sex': expect.any(Number) }
        : {}),
    })
    const told = (await rows(importId)).flatMap(({ issues }) =>
      issues.map(({ place: p, text }) => `${p.zh}　${text.zh}`),
    )
    expect(told).toContain('石桥村!I7　石桥村没有“七组”，名册里有一组至六组。请对照户口簿填。')
    expect(told).toContain('石桥村!G9　证件号末位校验不符，有一位填错了。请对照证件填写。')
    expect(told).toContain('石桥村!F13　日期看不懂：“去年正月”。填到月也可以，如 1963-07。')
    expect(told).toContain('石桥村!D16　没有“姓名”，这一栏必须填。')
    expect(told).toContain(
      '石桥村!G20　Excel 把这个号码当成数字，末几位已经丢了。请把这一列设成文本，对照证件重填。',
    )
    expect(told.some((text) => text.startsWith('石桥村!F14　出生日期填的是 1950-01-01，证件号里是 '))).toBe(
      true,
    )
    expect(
      (await rows(importId, 'rejected')).every(({ shown }) => shown.idNumber !== people[4]?.idNumber),
    ).toBe(true)
    await at.desk.merge(importId)
    expect(await count('person')).toBe(32)
  })

  it('shows a change as old and new by field; a blank cell changes nothing', async () => {
    const one = {
      name: '王伟',
      idNumber: id('1963-07-15', 11),
      area: `${village}001`,
      phone: '13800000001',
      birthDate: '1963-07-15' as Day,
      sex: 'male' as const,
    }
    await at.county.run(at.clerk, (ctx) => insertRow(ctx, person, one))
    const importId = await at.desk.stage(
      await sheet([
        ['姓名', '身份证号', '手机号', '学历', '户口'],
        ['王伟', one.idNumber, '13800000002', '初中', null],
      ]),
      'a.xlsx',
    )
    const [row] = await rows(importId)
    expect(row).toMatchObject({
      class: 'changed',
      changed: ['phone', 'education'],
      before: { phone: '13800000001' },
    })
    expect(row?.shown).toMatchObject({ phone: '13800000002', education: '初中' })
    await at.desk.merge(importId)
    expect((await persons())[0]).toMatchObject({
      phone: '13800000002',
      education: 'junior',
      birthDate: '1963-07-15',
      version: 2,
    })
  })

  it('keeps columns that mean nothing to the register as remarks', async () => {
    const importId = await at.desk.stage(
      await sheet([
        ['姓名', '身份证号', '健康卡号', '备注'],
        ['王伟', id('1963-07-15', 11), 'JK0091', '低保户'],
      ]),
      'a.xlsx',
    )
    await at.desk.merge(importId)
    expect((await persons())[0]?.note).toBe('低保户；健康卡号：JK0091')
    const again = await at.desk.stage(
      await sheet([
        ['姓名', '身份证号', '健康卡号', '备注'],
        ['王伟', id('1963-07-15', 11), 'JK0091', '低保户'],
      ]),
      'b.xlsx',
    )
    expect((await get(again)).counts).toEqual({ unchanged: 1 })
  })
})
