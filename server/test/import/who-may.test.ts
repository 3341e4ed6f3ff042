import exceljs from 'exceljs'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { insertRow } from '#register'
import { person } from '../../src/systems/population/registers/index.ts'
import { deskOf } from './import.fixture.ts'
import { at, count, id, openDesk, persons, rows, sheet } from './roster.kit.ts'

openDesk()

describe('who may', () => {
  it('a person registered outside the area is not taken over, and the row says so', async () => {
    const number = id('1963-07-15', 11)
    await at.county.run(at.county.actor(), (ctx) =>
      insertRow(ctx, person, { name: '王伟', idNumber: number, area: '990101102203' }),
    )
    const importId = await at.desk.stage(
      await sheet([
        ['姓名', '身份证号'],
        ['王伟', number],
        ['李芳', id('1970-01-02', 22)],
      ]),
      'a.xlsx',
    )
    await at.desk.merge(importId)
    expect(await persons()).toMatchObject([{ name: '李芳' }])
    expect((await rows(importId, 'rejected'))[0]?.issues).toMatchObject([{ code: 'elsewhere' }])
  })

  it('a place outside the area is refused row by row', async () => {
    const importId = await at.desk.stage(
      await sheet([
        ['姓名', '身份证号', '村'],
        ['王伟', id('1963-07-15', 11), '石门镇石门村'],
      ]),
      'a.xlsx',
    )
    expect((await rows(importId))[0]?.issues).toMatchObject([{ code: 'areaOutside' }])
  })

  it('who may not commit can upload and mend; the import waits for who may', async () => {
    const helper = deskOf(at.county, at.county.actor({ verbs: ['person.read'] }, '990101103'))
    const importId = await helper.stage(
      await sheet([
        ['姓名', '身份证号'],
        ['王伟', id('1963-07-15', 11)],
      ]),
      'a.xlsx',
    )
    await expect(helper.call('import.commit', { importId })).rejects.toMatchObject({ code: 'import.waits' })
    await at.desk.merge(importId)
    expect(await count('person')).toBe(1)
    const stranger = deskOf(at.county, at.county.actor({ verbs: ['person.read'] }, '990101103'))
    await expect(stranger.call('import.get', { importId })).rejects.toMatchObject({ code: 'import.notFound' })
    const elsewhere = deskOf(at.county, at.county.actor({}, '990101102'))
    await expect(elsewhere.call('import.get', { importId })).rejects.toMatchObject({
      code: 'import.notFound',
    })
  })

  it('whose role only looks at imports sees those of others and changes nothing; who writes none uploads none', async () => {
    const importId = await at.desk.stage(
      await sheet([
        ['姓名', '身份证号'],
        ['王伟', id('1963-07-15', 11)],
        ['李芳', id('1963-07-15', 11)],
      ]),
      'a.xlsx',
    )
    const looks = { verbs: ['person.read'], reads: ['person', 'household', 'area', 'import'], writes: [] }
    const auditor = deskOf(at.county, at.county.actor(looks, '990101'))
    const { imports } = await auditor.call<{ imports: { id: number }[] }>('import.list', {})
    expect(imports.map((one) => one.id)).toContain(importId)
    const shown = await auditor.call<{ can: object }>('import.get', { importId })
    expect(shown.can).toEqual({ edit: false, merge: false, undo: false })
    expect((await auditor.call<{ rows: unknown[] }>('import.rows', { importId })).rows).toHaveLength(2)
    for (const act of ['import.drop', 'import.commit'])
      await expect(auditor.call(act, { importId })).rejects.toMatchObject({ code: 'import.looksOnly' })
    await expect(auditor.call('import.upload', { fileId: 1, register: 'person' })).rejects.toMatchObject({
      code: 'import.looksOnly',
    })
    const reader = deskOf(at.county, at.county.actor({ ...looks, reads: ['person'] }, '990101'))
    expect(await reader.call('import.list', {})).toEqual({ imports: [] })
    await expect(reader.call('import.get', { importId })).rejects.toMatchObject({ code: 'import.notFound' })
  })

  it('numbers are hidden from who may not see them, in rows, samples and the Excel of rejects', async () => {
    const blind = deskOf(at.county, at.county.actor({ sees: [] }, '990101103'))
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
    const file = await at.county.run(at.county.actor(), ({ tx }) =>
      sql<{
        bytes: Buffer
      }>`select bytes from file join file_content using (sha256) where id = ${fileId}`.execute(tx),
    )
    const book = new exceljs.Workbook()
    await book.xlsx.load(file.rows[0]?.bytes as unknown as ArrayBuffer)
    expect(JSON.stringify(book.worksheets[0]?.getSheetValues())).not.toContain(number)
  })
})
