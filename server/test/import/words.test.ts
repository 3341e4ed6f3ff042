/** Headings and words are data: an officer adds them, corrections teach them, both can be seen and removed. */
import { describe, expect, it } from 'vitest'
import { deskOf } from './import.fixture.ts'
import { at, get, id, openDesk, rows, sheet } from './roster.kit.ts'

openDesk()

type Words = {
  added: { id: number; text: string; label: { zh: string } }[]
  learned: { id: number; sender: string; head: string; target: string }[]
  builtIn: { field: string; heads: string[] }[]
  choices: { field: string; options: { code: string; words: string[] }[] }[]
}
const words = () => at.desk.call<Words>('import.words', { register: 'person' })
const teach = (input: object) =>
  at.desk.call<{ id: number }>('import.teach', { register: 'person', ...input })

const table = [
  ['姓名', '身份证号', '宅电', '与户主关系'],
  ['王伟', id('1963-07-15', 11), '13800000001', '顶门子'],
]
const phoneOf = async (importId: number) => (await get(importId)).sheets[0]?.columns[2]

describe('words of imports', () => {
  it('that an officer adds hold for the next file; removed, they hold no longer', async () => {
    const head = await teach({ kind: 'head', field: 'phone', text: '宅 电（必填）' })
    await teach({ kind: 'value', field: 'relation', text: '顶门子', means: 'child' })
    const importId = await at.desk.stage(await sheet(table), 'a.xlsx')
    expect(await phoneOf(importId)).toMatchObject({ target: 'phone', how: 'taught' })
    expect((await rows(importId))[0]).toMatchObject({
      class: 'new',
      shown: { relation: '子女', phone: '13800000001' },
    })
    expect((await words()).added.map(({ text, label }) => [text, label.zh])).toEqual([
      ['宅电', '电话'],
      ['顶门子', '与户主关系'],
    ])
    await at.desk.call('import.forget', { from: 'added', id: head.id })
    expect(await phoneOf(await at.desk.upload(await sheet(table), 'b.xlsx'))).toMatchObject({
      target: ':note',
    })
  })

  it('of one sender do not hold for another', async () => {
    await teach({ kind: 'head', field: 'phone', text: '宅电', sender: '石桥村委会' })
    const from = (sender: string) =>
      sheet(table).then((bytes) => at.desk.upload(bytes, 'a.xlsx', 'person', { sender }))
    expect(await phoneOf(await from('石桥村委会'))).toMatchObject({ target: 'phone' })
    expect(await phoneOf(await from('石门村委会'))).toMatchObject({ target: ':note' })
  })

  it('hold for the office that added them, and for all once the county level made them general', async () => {
    const office = (name: string, area: string) =>
      deskOf(at.county, { ...at.county.actor({}, area), office: name })
    const other = office('石门镇政府', '990101102')
    const colleague = office('柳溪镇农业站', '990101103')
    const bureau = office('县人社局', '990101')
    const targetOf = async (desk: typeof other) => {
      const importId = await desk.upload(await sheet(table, '花名册'), 'a.xlsx')
      const found = await desk.call<{ sheets: { columns: { target: string }[] }[] }>('import.get', {
        importId,
      })
      return found.sheets[0]?.columns[2]?.target
    }
    const { id: word } = await teach({ kind: 'head', field: 'phone', text: '宅电' })
    expect(await targetOf(at.desk)).toBe('phone')
    expect([await targetOf(other), await targetOf(colleague), await targetOf(bureau)]).toEqual([
      ':note',
      ':note',
      ':note',
    ])
    expect((await other.call<Words>('import.words', { register: 'person' })).added).toEqual([])
    await expect(other.call('import.spread', { id: word, general: true })).rejects.toMatchObject({
      code: 'import.notCounty',
    })
    await expect(other.call('import.forget', { from: 'added', id: word })).rejects.toMatchObject({
      code: 'import.noSuchWord',
    })
    await bureau.call('import.spread', { id: word, general: true })
    expect(await targetOf(other)).toBe('phone')
    await bureau.call('import.spread', { id: word, general: false })
    expect(await targetOf(other)).toBe(':note')
  })

  it('are learned of the sender from corrections, shown, and forgotten', async () => {
    const from = async (sender: string) => at.desk.upload(await sheet(table), 'a.xlsx', 'person', { sender })
    await at.desk.call('import.map', {
      importId: await from('石桥村委会'),
      sheets: [{ name: '石桥村', columns: { C: 'phone' } }],
    })
    expect(await phoneOf(await from('石桥村委会'))).toMatchObject({ target: 'phone', how: 'remembered' })
    expect(await phoneOf(await from('石门村委会'))).toMatchObject({ target: ':note' })
    const [one] = (await words()).learned
    expect(one).toMatchObject({ sender: '石桥村委会', head: '宅电', target: 'phone' })
    await at.desk.call('import.forget', { from: 'learned', id: one?.id })
    expect(await phoneOf(await from('石桥村委会'))).toMatchObject({ target: ':note' })
  })

  it('a sheet that was left out is left out again', async () => {
    const first = await at.desk.upload(await sheet(table), 'a.xlsx')
    await at.desk.call('import.map', { importId: first, sheets: [{ name: '石桥村', use: false }] })
    const next = await get(await at.desk.upload(await sheet(table), 'b.xlsx'))
    expect(next.sheets[0]).toMatchObject({ use: false })
  })

  it('show what the system knows by itself', async () => {
    const { builtIn, choices } = await words()
    expect(builtIn.find(({ field }) => field === 'idNumber')?.heads).toContain('公民身份号码')
    const child = choices
      .find(({ field }) => field === 'relation')
      ?.options.find(({ code }) => code === 'child')
    expect(child?.words).toContain('长子')
  })

  it('are refused where they mean nothing, and to who may not import', async () => {
    await expect(teach({ kind: 'head', field: 'shoeSize', text: '鞋码' })).rejects.toMatchObject({
      code: 'import.noTarget',
    })
    await expect(teach({ kind: 'value', field: 'relation', text: '甲', means: 'x' })).rejects.toMatchObject({
      code: 'import.noTarget',
    })
    const { id: word } = await teach({ kind: 'head', field: 'phone', text: '宅电' })
    const helper = deskOf(at.county, at.county.actor({ verbs: ['person.read'] }, '990101103'))
    await expect(helper.call('import.forget', { from: 'added', id: word })).rejects.toMatchObject({
      code: 'import.noSuchWord',
    })
    expect((await words()).added).toHaveLength(1)
  })
})
