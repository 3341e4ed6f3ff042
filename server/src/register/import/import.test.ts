/** Rosters as offices send them, from the file into the registers, on a real database. */
import exceljs from 'exceljs'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Day } from '#kernel'
import { residentId } from '#kernel'
import type { Actor } from '#platform'
import { readFile } from '#platform'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { demoPeople, newIssuer } from '../../systems/population/demo/people.ts'
import { personRoster } from '../../systems/population/demo/person-roster.ts'
import { household, person } from '../../systems/population/registers/index.ts'
import { listRows } from '../list-store.ts'
import type { AnyRow } from '../row.ts'
import { insertRow, updateRow } from '../write-store.ts'
import type { Desk } from './import.fixture.ts'
import { addAreas, deskOf, village } from './import.fixture.ts'
import type { ImportRow } from './operations/show.ts'

let county: TestCounty
let clerk: Actor
let desk: Desk

beforeAll(async () => {
  county = await testCounty()
  clerk = county.actor({}, '990101103')
  await addAreas(county, county.actor())
  desk = deskOf(county, clerk)
})
afterAll(() => county.close())
beforeEach(async () => {
  await county.db.ownerPool.query(
    'truncate c990101.import_batch, c990101.import_row, c990101.import_link, c990101.import_heading, c990101.person, c990101.household, c990101.person_history cascade',
  )
})

const place = { code: village, name: '石桥村', population: 40, labour: 21 }
const people = demoPeople(place, newIssuer())
const roster = (faults: Parameters<typeof personRoster>[0][0]['faults'] = []) =>
  personRoster([{ village: place, people, faults }])

type Detail = {
  state: string
  counts: Record<string, number>
  reasons: { code: string; class: string; text: { zh: string }; count: number }[]
  notices: { code: string; count: number }[]
  sheets: {
    within: string
    titles: string[]
    columns: { letters: string; head: string; target: string; how: string; samples: string[] }[]
  }[]
  links: { register: string; count: number }[]
  same: { id: number; day: string } | null
  can: { merge: boolean; edit: boolean }
  jobId: number | null
}
const get = (importId: number) => desk.call<Detail>('import.get', { importId })
const rows = async (importId: number, only?: string) =>
  (
    await desk.call<{ rows: ImportRow[] }>('import.rows', {
      importId,
      limit: 200,
      ...(only ? { class: only } : {}),
    })
  ).rows
const persons = async () =>
  (await county.run(clerk, (ctx) => listRows(ctx, person, { limit: 200 }))).rows as unknown as AnyRow[]
const count = async (table: string) =>
  Number(
    (await county.db.ownerPool.query(`select count(*) as n from c990101.${table} where deleted_at is null`))
      .rows[0].n,
  )

/** A plain sheet: heads in the first row. */
async function sheet(table: (string | number | null)[][], name = '石桥村'): Promise<Buffer> {
  const book = new exceljs.Workbook()
  const page = book.addWorksheet(name)
  for (const row of table) page.addRow(row)
  return Buffer.from(await book.xlsx.writeBuffer())
}

const id = (birth: string, seq: number) => residentId('990101', birth as Day, seq)

describe('a roster of persons', () => {
  it('is understood column by column, with samples, and with the village that its title names', async () => {
    const { sheets } = await get(await desk.upload(await roster(), '花名册.xlsx'))
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
    const importId = await desk.stage(await roster(), '花名册.xlsx')
    const before = await get(importId)
    expect(before.counts).toEqual({ new: 40 })
    expect(before.notices.find(({ code }) => code === 'sum')?.count).toBe(1)
    expect(before.notices.find(({ code }) => code === 'note')?.count).toBe(2)
    const households = new Set(people.map((one) => one.household)).size
    expect(before.links).toMatchObject([{ register: 'household', count: households }])
    expect(await count('person')).toBe(0)
    await desk.merge(importId, 7)
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
    const home = await county.run(clerk, (ctx) => listRows(ctx, household, { limit: 200 }))
    const own = (home.rows as unknown as AnyRow[]).find((row) => row.number === first?.household)
    expect(own).toMatchObject({ headName: first?.name, id: stored?.household })
    expect(own?.members).toBe(people.filter((one) => one.household === first?.household).length)
  })

  it('a second time changes nothing, and is recognised as the same file', async () => {
    const bytes = await roster()
    await desk.merge(await desk.stage(bytes, '花名册.xlsx'))
    const again = await desk.stage(bytes, '花名册.xlsx')
    const shown = await get(again)
    expect(shown.counts).toEqual({ unchanged: 40 })
    expect(shown.same).toMatchObject({ id: again - 1 })
    await expect(desk.call('import.commit', { importId: again })).rejects.toMatchObject({
      code: 'import.same',
    })
    expect(await count('person')).toBe(40)
  })

  it('says place, fact and remedy of each fault, keeps the good rows, and never guesses a number', async () => {
    const wrong = `${people[4]?.idNumber.slice(0, 17)}${people[4]?.idNumber.endsWith('5') ? '6' : '5'}`
    const importId = await desk.stage(
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
    await desk.merge(importId)
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
    await county.run(clerk, (ctx) => insertRow(ctx, person, one))
    const importId = await desk.stage(
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
    await desk.merge(importId)
    expect((await persons())[0]).toMatchObject({
      phone: '13800000002',
      education: 'junior',
      birthDate: '1963-07-15',
      version: 2,
    })
  })

  it('keeps columns that mean nothing to the register as remarks', async () => {
    const importId = await desk.stage(
      await sheet([
        ['姓名', '身份证号', '健康卡号', '备注'],
        ['王伟', id('1963-07-15', 11), 'JK0091', '低保户'],
      ]),
      'a.xlsx',
    )
    await desk.merge(importId)
    expect((await persons())[0]?.note).toBe('低保户；健康卡号：JK0091')
    const again = await desk.stage(
      await sheet([
        ['姓名', '身份证号', '健康卡号', '备注'],
        ['王伟', id('1963-07-15', 11), 'JK0091', '低保户'],
      ]),
      'b.xlsx',
    )
    expect((await get(again)).counts).toEqual({ unchanged: 1 })
  })
})

describe('mending', () => {
  const table = [
    ['姓名', '身份证号', '村民小组', '手机号'],
    ['王伟', id('1963-07-15', 11), '七组', '13800000001'],
    ['李芳', id('1970-01-02', 22), '一组', '13800000002'],
    ['李芳', id('1970-01-02', 22), '一组', '13800000003'],
    ['李芳', id('1970-01-02', 22), '一组', '13800000002'],
  ]

  it('a row in place lets it in', async () => {
    const importId = await desk.stage(await sheet(table), 'a.xlsx')
    expect((await get(importId)).counts).toEqual({ new: 1, rejected: 1, doubtful: 1, skipped: 1 })
    const [bad] = await rows(importId, 'rejected')
    const { row } = await desk.call<{ row: ImportRow }>('import.fix', {
      importId,
      rowId: bad?.id,
      values: { area: '六组' },
    })
    expect(row).toMatchObject({ class: 'new', issues: [] })
    await desk.merge(importId)
    expect((await persons()).find((one) => one.name === '王伟')?.area).toBe(`${village}006`)
  })

  it('of two rows of one person, the one that is accepted stays', async () => {
    const importId = await desk.stage(await sheet(table), 'a.xlsx')
    const [twice] = await rows(importId, 'doubtful')
    expect(twice?.issues[0]?.text.zh).toBe('与第 3 行是同一人，两行写得不一样。请留一行。')
    await desk.call('import.fix', { importId, rowId: twice?.id, as: 'accept' })
    expect((await get(importId)).counts).toEqual({ new: 1, rejected: 1, skipped: 2 })
    await desk.merge(importId)
    expect((await persons()).find((one) => one.name === '李芳')?.phone).toBe('13800000003')
  })

  it('a row can be left out, and taken in again', async () => {
    const importId = await desk.stage(await sheet(table), 'a.xlsx')
    const [good] = await rows(importId, 'new')
    await desk.call('import.fix', { importId, rowId: good?.id, as: 'skip' })
    expect((await get(importId)).counts.new).toBeUndefined()
    await desk.call('import.fix', { importId, rowId: good?.id, as: 'back' })
    expect((await rows(importId)).find((one) => one.id === good?.id)?.class).toBe('doubtful') // another row says the same person
  })

  it('in Excel: the bad rows come out with their reasons and go in again', async () => {
    const importId = await desk.stage(await sheet(table), 'a.xlsx')
    const { fileId, rows: out } = await desk.call<{ fileId: number; rows: number }>('import.rejects', {
      importId,
    })
    expect(out).toBe(2)
    await desk.merge(importId)
    const file = await county.run(clerk, ({ tx }) => readFile(tx, fileId))
    const book = new exceljs.Workbook()
    await book.xlsx.load(file.bytes as unknown as ArrayBuffer)
    const page = book.getWorksheet('石桥村')
    expect(page?.getCell('E2').value).toBe('原因')
    expect(page?.getCell('E3').value).toBe(
      '石桥村!C2　石桥村没有“七组”，名册里有一组至六组。请对照户口簿填。',
    )
    if (page) page.getCell('C3').value = '三组'
    page?.spliceRows(4, 1)
    const second = await desk.stage(Buffer.from(await book.xlsx.writeBuffer()), 'a（待改）.xlsx')
    expect((await get(second)).counts).toEqual({ new: 1 })
  })

  it('a heading that was corrected is remembered for the office', async () => {
    const own = [
      ['姓名', '身份证号', '宅电'],
      ['王伟', id('1963-07-15', 11), '13800000001'],
    ]
    const importId = await desk.upload(await sheet(own), 'a.xlsx')
    expect((await get(importId)).sheets[0]?.columns[2]).toMatchObject({ target: ':note', how: 'none' })
    await desk.call('import.map', { importId, sheets: [{ name: '石桥村', columns: { C: 'phone' } }] })
    expect((await rows(importId))[0]?.shown.phone).toBe('13800000001')
    const next = await desk.upload(await sheet(own), 'b.xlsx')
    expect((await get(next)).sheets[0]?.columns[2]).toMatchObject({ target: 'phone', how: 'remembered' })
  })

  it('two columns for one field, or none for the identity, are refused with the columns', async () => {
    const importId = await desk.upload(
      await sheet([
        ['姓名', '手机', '电话'],
        ['王伟', '1', '2'],
      ]),
      'a.xlsx',
    )
    const map = (columns: object) =>
      desk.call('import.map', { importId, sheets: [{ name: '石桥村', columns }] })
    await expect(map({ B: 'phone', C: 'phone' })).rejects.toMatchObject({
      code: 'import.twoColumns',
      details: { columns: ['B', 'C'] },
    })
    await expect(map({ A: ':note' })).rejects.toMatchObject({ code: 'import.noIdentity' })
    await expect(map({ A: 'shoeSize' })).rejects.toMatchObject({ code: 'import.noTarget' })
  })
})

describe('doubts', () => {
  it('the same number under another name waits for a person', async () => {
    const number = id('1963-07-15', 11)
    await county.run(clerk, (ctx) =>
      insertRow(ctx, person, { name: '王伟', idNumber: number, area: village }),
    )
    const importId = await desk.stage(
      await sheet([
        ['姓名', '身份证号'],
        ['王大伟', number],
      ]),
      'a.xlsx',
    )
    const [row] = await rows(importId)
    expect(row).toMatchObject({ class: 'doubtful', issues: [{ code: 'otherTitle' }] })
    await desk.call('import.fix', { importId, rowId: row?.id, as: 'accept' })
    await desk.merge(importId)
    expect((await persons())[0]?.name).toBe('王大伟')
  })

  it('somebody without a number is found by name, birth date and place', async () => {
    await county.run(clerk, (ctx) =>
      insertRow(ctx, person, { name: '王伟', birthDate: '1963-07-15' as Day, area: village }),
    )
    const importId = await desk.stage(
      await sheet([
        ['姓名', '出生日期', '手机号'],
        ['王伟', '1963.7.15', '13800000001'],
      ]),
      'a.xlsx',
    )
    expect((await rows(importId))[0]).toMatchObject({ class: 'changed', changed: ['phone'] })
  })

  it('an entry that changed after the preview is not overwritten', async () => {
    const number = id('1963-07-15', 11)
    const made = await county.run(clerk, (ctx) =>
      insertRow(ctx, person, { name: '王伟', idNumber: number, area: village }),
    )
    const importId = await desk.stage(
      await sheet([
        ['姓名', '身份证号', '手机号'],
        ['王伟', number, '13800000001'],
      ]),
      'a.xlsx',
    )
    await county.run(clerk, (ctx) =>
      updateRow(ctx, person, {
        id: made.id,
        version: 1,
        values: { phone: '13900000009' },
        reason: '本人来电',
      }),
    )
    await desk.merge(importId)
    expect((await persons())[0]?.phone).toBe('13900000009')
    expect((await rows(importId))[0]).toMatchObject({ class: 'doubtful', issues: [{ code: 'changedSince' }] })
  })

  it('garbled writing is reported with its position', async () => {
    const importId = await desk.stage(
      await sheet([
        ['姓名', '身份证号', '备注'],
        ['王伟', id('1963-07-15', 11), '規(guī)?；N植'],
      ]),
      'a.xlsx',
    )
    const [row] = await rows(importId)
    expect(row?.class).toBe('doubtful')
    expect(row?.issues[0]?.text.zh).toContain('第 7 个字符起“?；N”无法辨认')
  })
})

describe('where a value came from', () => {
  it('is told by field: file, sheet, row, who; a value changed by hand no longer comes from the file', async () => {
    const first = await desk.stage(
      await sheet([
        ['姓名', '身份证号', '手机号'],
        ['王伟', id('1963-07-15', 11), '13800000001'],
      ]),
      'a.xlsx',
    )
    await desk.merge(first)
    const second = await desk.stage(
      await sheet([
        ['姓名', '身份证号', '学历'],
        ['王伟', id('1963-07-15', 11), '初中'],
      ]),
      'b.xlsx',
    )
    await desk.merge(second)
    const [row] = await persons()
    await county.run(clerk, (ctx) =>
      updateRow(ctx, person, {
        id: row?.id ?? 0,
        version: 2,
        values: { phone: '13900000009' },
        reason: '本人来电',
      }),
    )
    const { fields } = await desk.call<{ fields: Record<string, { file: string; row: number; by: string }> }>(
      'import.source',
      {
        register: 'person',
        id: row?.id,
      },
    )
    expect(fields.name).toMatchObject({
      file: 'a.xlsx',
      sheet: '石桥村',
      row: 2,
      by: clerk.name,
      importId: first,
    })
    expect(fields.education).toMatchObject({ file: 'b.xlsx', row: 2, importId: second })
    expect(fields.phone).toBeUndefined()
  })
})

describe('who may', () => {
  it('a person registered outside the area is not taken over, and the row says so', async () => {
    const number = id('1963-07-15', 11)
    await county.run(county.actor(), (ctx) =>
      insertRow(ctx, person, { name: '王伟', idNumber: number, area: '990101102203' }),
    )
    const importId = await desk.stage(
      await sheet([
        ['姓名', '身份证号'],
        ['王伟', number],
        ['李芳', id('1970-01-02', 22)],
      ]),
      'a.xlsx',
    )
    await desk.merge(importId)
    expect(await persons()).toMatchObject([{ name: '李芳' }])
    expect((await rows(importId, 'rejected'))[0]?.issues).toMatchObject([{ code: 'elsewhere' }])
  })

  it('a place outside the area is refused row by row', async () => {
    const importId = await desk.stage(
      await sheet([
        ['姓名', '身份证号', '村'],
        ['王伟', id('1963-07-15', 11), '石门镇石门村'],
      ]),
      'a.xlsx',
    )
    expect((await rows(importId))[0]?.issues).toMatchObject([{ code: 'areaOutside' }])
  })

  it('who may not commit can upload and mend; the import waits for who may', async () => {
    const helper = deskOf(county, county.actor({ verbs: ['person.read'] }, '990101103'))
    const importId = await helper.stage(
      await sheet([
        ['姓名', '身份证号'],
        ['王伟', id('1963-07-15', 11)],
      ]),
      'a.xlsx',
    )
    await expect(helper.call('import.commit', { importId })).rejects.toMatchObject({ code: 'import.waits' })
    await desk.merge(importId)
    expect(await count('person')).toBe(1)
    const stranger = deskOf(county, county.actor({ verbs: ['person.read'] }, '990101103'))
    await expect(stranger.call('import.get', { importId })).rejects.toMatchObject({ code: 'import.notFound' })
    const elsewhere = deskOf(county, county.actor({}, '990101102'))
    await expect(elsewhere.call('import.get', { importId })).rejects.toMatchObject({
      code: 'import.notFound',
    })
  })

  it('numbers are hidden from who may not see them, in rows, samples and the Excel of rejects', async () => {
    const blind = deskOf(county, county.actor({ sees: [] }, '990101103'))
    const number = id('1963-07-15', 11)
    const importId = await blind.stage(
      await sheet([
        ['姓名', '身份证号', '村民小组'],
        ['王伟', number, '七组'],
        ['李芳', `${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'}`, '一组'],
      ]),
      'a.xlsx',
    )
    const shown = JSON.stringify([
      await blind.call('import.get', { importId }),
      await blind.call('import.rows', { importId }),
    ])
    expect(shown).not.toContain(number)
    expect(shown).toContain(`990101********${number.slice(-4)}`)
    const { fileId } = await blind.call<{ fileId: number }>('import.rejects', { importId })
    const file = await county.run(county.actor(), ({ tx }) =>
      sql<{
        bytes: Buffer
      }>`select bytes from file join file_content using (sha256) where id = ${fileId}`.execute(tx),
    )
    const book = new exceljs.Workbook()
    await book.xlsx.load(file.rows[0]?.bytes as unknown as ArrayBuffer)
    expect(JSON.stringify(book.worksheets[0]?.getSheetValues())).not.toContain(number)
  })
})

describe('taking an import back', () => {
  it('removes what was new and restores what was changed', async () => {
    const number = id('1963-07-15', 11)
    await county.run(clerk, (ctx) =>
      insertRow(ctx, person, { name: '王伟', idNumber: number, area: village, phone: '13800000001' }),
    )
    const importId = await desk.stage(
      await sheet([
        ['户号', '姓名', '身份证号', '手机号'],
        ['0001', '王伟', number, '13800000002'],
        ['0001', '李芳', id('1970-01-02', 22), null],
      ]),
      'a.xlsx',
    )
    await desk.merge(importId)
    expect([await count('person'), await count('household')]).toEqual([2, 1])
    expect(await desk.call('import.undo', { importId, reason: '传错了文件' })).toEqual({
      removed: 1,
      restored: 1,
    })
    expect([await count('person'), await count('household')]).toEqual([1, 0])
    expect((await persons())[0]).toMatchObject({ phone: '13800000001', household: null })
    expect((await get(importId)).state).toBe('undone')
  })

  it('is refused once somebody has changed or used a row', async () => {
    const importId = await desk.stage(
      await sheet([
        ['姓名', '身份证号'],
        ['王伟', id('1963-07-15', 11)],
      ]),
      'a.xlsx',
    )
    await desk.merge(importId)
    const [row] = await persons()
    await county.run(clerk, (ctx) =>
      updateRow(ctx, person, {
        id: row?.id ?? 0,
        version: 1,
        values: { phone: '13900000009' },
        reason: '本人来电',
      }),
    )
    await expect(desk.call('import.undo', { importId, reason: '传错了文件' })).rejects.toMatchObject({
      code: 'import.inUse',
      details: { count: 1 },
    })
    expect(await count('person')).toBe(1)
  })
})
