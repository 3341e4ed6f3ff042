/** Another head than the one that was found, and the layout of a sender's tables that is kept from it. */
import { describe, expect, it } from 'vitest'
import { byExceljs } from './corpus/writers.ts'
import { deskOf } from './import.fixture.ts'
import { at, get, id, openDesk, rows, sheet } from './roster.kit.ts'

openDesk()

const wang = id('1963-07-15', 11)
/** The lines 2 and 3 look like heads too; what counts stands in line 4. Nothing in it is known but the first. */
const odd = (name: string, titles: string[] = []) => [
  ...titles.map((title) => [title, null, null, null]),
  ['姓名', '性别', '身份证号', '联系电话'],
  ['（填写样例，勿改）', null, null, null],
  ['张三', '男', '990101200001010000', '13800000000'],
  ['姓名', '称谓', '号码', '甲栏'],
  [name, '长子', wang, '13800000001'],
]
const sender = '石桥村委会'
const from = (bytes: Buffer, more: object = { sender }) => at.desk.upload(bytes, 'a.xlsx', 'person', more)
const choose = (importId: number, top: number, lines = 1) =>
  at.desk.call('import.head', { importId, sheet: '石桥村', top, lines })
const columns = { B: 'relation', C: 'idNumber', D: 'phone' }
const map = (importId: number, more: object = {}) =>
  at.desk.call('import.map', { importId, sheets: [{ name: '石桥村', columns, ...more }] })
type Layouts = {
  layouts: {
    id: number
    sender: string
    name: string
    lines: number
    use: boolean
    used: number
    usedAt: string | null
    by: string
    columns: { head: string; target: string | null; label: { zh: string } | null }[]
  }[]
}
const layouts = async () => (await at.desk.call<Layouts>('import.layouts', { register: 'person' })).layouts
const first = async (importId: number) => (await get(importId)).sheets[0]

/** A file whose head a person chose and whose columns he told. */
async function taught(): Promise<void> {
  const importId = await from(await sheet(odd('王伟')))
  await choose(importId, 4)
  await map(importId)
}

describe('the head of a sheet', () => {
  it('is chosen among its first rows, which are shown as they are', async () => {
    const importId = await from(await sheet(odd('王伟')))
    expect((await first(importId))?.head).toEqual({ top: 1, bottom: 1 })
    const top = await at.desk.call('import.top', { importId, sheet: '石桥村' })
    expect(top).toMatchObject({ letters: ['A', 'B', 'C', 'D'] })
    expect((top as { rows: object[] }).rows[3]).toEqual({ row: 4, cells: ['姓名', '称谓', '号码', '甲栏'] })
    await choose(importId, 4)
    expect(await first(importId)).toMatchObject({ head: { top: 4, bottom: 4 }, headBy: 'chosen' })
    await map(importId)
    expect(await rows(importId)).toMatchObject([
      { row: 5, class: 'new', shown: { name: '王伟', relation: '子女', phone: '13800000001' } },
    ])
  })

  it('may have several lines', async () => {
    const bytes = await sheet([
      ['甲', '乙'],
      ['姓名', '号码'],
      ['王伟', wang],
    ])
    const importId = await from(bytes)
    await choose(importId, 1, 2)
    expect((await first(importId))?.columns.map(({ head }) => head)).toEqual(['甲·姓名', '乙·号码'])
  })

  it('chosen anew after the rows were read, takes them back to the columns', async () => {
    const importId = await from(await sheet(odd('王伟')))
    await at.desk.call('import.map', { importId })
    expect(await rows(importId)).toHaveLength(4)
    await choose(importId, 4)
    expect((await get(importId)).state).toBe('mapping')
    expect(await rows(importId)).toEqual([])
  })

  it('is not taken where nothing stands, or of a sheet that is not there', async () => {
    const importId = await from(await sheet(odd('王伟')))
    await expect(choose(importId, 30)).rejects.toMatchObject({ code: 'import.noHead' })
    await expect(
      at.desk.call('import.head', { importId, sheet: '石门村', top: 1, lines: 1 }),
    ).rejects.toMatchObject({ code: 'import.noSheet' })
  })

  it('shows no long number to whoever may not see numbers in full', async () => {
    const importId = await from(await sheet(odd('王伟')))
    const blind = deskOf(at.county, { ...at.clerk, sees: [] })
    const { rows: shown } = await blind.call<{ rows: { cells: string[] }[] }>('import.top', {
      importId,
      sheet: '石桥村',
    })
    expect(shown[4]?.cells).toEqual([
      '王伟',
      '长子',
      `${wang.slice(0, 6)}********${wang.slice(-4)}`,
      '138000*0001',
    ])
  })
})

describe('the layout of a sender', () => {
  it('is kept with a chosen head and holds for his next file, wherever its title lines push it', async () => {
    await taught()
    const next = await from(await sheet(odd('李芳', ['2026 年度', '石桥村名册'])))
    expect(await first(next)).toMatchObject({
      head: { top: 6, bottom: 6 },
      headBy: 'layout',
      columns: [
        { target: 'name' },
        { target: 'relation', how: 'layout' },
        { target: 'idNumber', how: 'layout' },
        { target: 'phone', how: 'layout' },
      ],
    })
    expect(await layouts()).toMatchObject([{ sender, lines: 1, use: true, used: 1, by: at.clerk.name }])
  })

  it('does not hold for another sender', async () => {
    await taught()
    const other = await from(await sheet(odd('李芳')), { sender: '石门村委会' })
    expect((await first(other))?.head).toEqual({ top: 1, bottom: 1 })
  })

  it('is kept under a name, and where the officer leaves the sheet out it is left out next time', async () => {
    const plain = (name: string) =>
      sheet(
        [
          ['姓名', '身份证号'],
          [name, wang],
        ],
        name,
      )
    const importId = await from(await plain('王伟'))
    await at.desk.call('import.map', { importId, sheets: [{ name: '王伟', use: false, layout: '旧花名册' }] })
    const next = await from(await plain('李芳'))
    expect(await first(next)).toMatchObject({ use: false, layout: { name: '旧花名册' } })
  })

  it('is put right where a person corrects a sheet that was read by it', async () => {
    await taught()
    const next = await from(await sheet(odd('李芳')))
    await at.desk.call('import.map', {
      importId: next,
      sheets: [{ name: '石桥村', columns: { D: ':note' } }],
    })
    const third = await from(await sheet(odd('张敏')))
    expect((await first(third))?.columns[3]).toMatchObject({ target: ':note', how: 'layout' })
    expect(await layouts()).toHaveLength(1)
  })

  it('is named, corrected and removed in the settings', async () => {
    await taught()
    const [one] = await layouts()
    await at.desk.call('import.changeLayout', { id: one?.id, name: '村报花名册', columns: { 3: ':ignore' } })
    expect(await layouts()).toMatchObject([
      {
        name: '村报花名册',
        columns: [{}, {}, {}, { head: '甲栏', target: ':ignore', label: { zh: '不导' } }],
      },
    ])
    expect((await first(await from(await sheet(odd('李芳')))))?.columns[3]).toMatchObject({
      target: ':ignore',
    })
    await expect(
      at.desk.call('import.changeLayout', { id: one?.id, columns: { 3: 'shoeSize' } }),
    ).rejects.toMatchObject({ code: 'import.noTarget' })
    const helper = deskOf(at.county, at.county.actor({ verbs: ['person.read'] }, '990101103'))
    await expect(helper.call('import.dropLayout', { id: one?.id })).rejects.toMatchObject({
      code: 'import.noLayout',
    })
    await at.desk.call('import.dropLayout', { id: one?.id })
    expect(await layouts()).toEqual([])
    expect((await first(await from(await sheet(odd('李芳')))))?.head).toEqual({ top: 1, bottom: 1 })
  })

  it('is added in the settings from the lines of a head, before any file of it has come', async () => {
    const lines = [
      ['序号', '公民身份信息', '', '甲栏'],
      ['', '姓名', '号码', ''],
    ]
    const added = { register: 'person', name: '村报花名册', sender, lines }
    const { id: made } = await at.desk.call<{ id: number }>('import.addLayout', added)
    expect(await layouts()).toMatchObject([
      { id: made, sender, name: '村报花名册', lines: 2, use: true, used: 0 },
    ])
    // what nobody recognises stays as the words say, until the officer tells it
    expect((await layouts())[0]?.columns.map(({ head, target }) => [head, target])).toEqual([
      ['序号', ':ignore'],
      ['公民身份信息·姓名', 'name'],
      ['公民身份信息·号码', null],
      ['甲栏', null],
    ])
    await at.desk.call('import.changeLayout', { id: made, columns: { 2: 'idNumber', 3: 'phone' } })
    const table = [['2026 年度石桥村名册'], ...lines, [1, '王伟', wang, '13800000001']]
    const bytes = await byExceljs([{ rows: table, merges: ['B2:C2', 'A2:A3', 'D2:D3'] }])
    expect(await first(await from(bytes))).toMatchObject({
      head: { top: 2, bottom: 3 },
      headBy: 'layout',
      columns: [
        {},
        { target: 'name' },
        { target: 'idNumber', how: 'layout' },
        { target: 'phone', how: 'layout' },
      ],
    })
  })

  it('is not added by whoever may not import, nor without a heading', async () => {
    const given = { register: 'person', name: '村报', lines: [['姓名', '号码']] }
    const helper = deskOf(at.county, at.county.actor({ verbs: ['person.read'] }, '990101103'))
    await expect(helper.call('import.addLayout', given)).rejects.toMatchObject({ status: 403 })
    await expect(at.desk.call('import.addLayout', { ...given, lines: [['', ' ']] })).rejects.toMatchObject({
      code: 'import.noHead',
    })
  })
})
