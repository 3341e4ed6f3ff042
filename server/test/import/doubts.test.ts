import { describe, expect, it } from 'vitest'
import type { Day } from '#kernel'
import { insertRow, updateRow } from '#register'
import { person } from '../../src/systems/population/registers/index.ts'
import { village } from './import.fixture.ts'
import { at, count, get, id, openDesk, persons, rows, sheet } from './roster.kit.ts'

openDesk()

describe('doubts', () => {
  it('the same number under another name waits for a person', async () => {
    const number = id('1963-07-15', 11)
    await at.county.run(at.clerk, (ctx) =>
      insertRow(ctx, person, { name: '王伟', idNumber: number, area: village }),
    )
    const importId = await at.desk.stage(
      await sheet([
        ['姓名', '身份证号'],
        ['王大伟', number],
      ]),
      'a.xlsx',
    )
    const [row] = await rows(importId)
    expect(row).toMatchObject({ class: 'doubtful', issues: [{ code: 'otherTitle' }] })
    await at.desk.call('import.fix', { importId, rowId: row?.id, as: 'accept' })
    await at.desk.merge(importId)
    expect((await persons())[0]?.name).toBe('王大伟')
  })

  it('somebody without a number is found by name, birth date and place', async () => {
    await at.county.run(at.clerk, (ctx) =>
      insertRow(ctx, person, { name: '王伟', birthDate: '1963-07-15' as Day, area: village }),
    )
    const importId = await at.desk.stage(
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
    const made = await at.county.run(at.clerk, (ctx) =>
      insertRow(ctx, person, { name: '王伟', idNumber: number, area: village }),
    )
    const importId = await at.desk.stage(
      await sheet([
        ['姓名', '身份证号', '手机号'],
        ['王伟', number, '13800000001'],
      ]),
      'a.xlsx',
    )
    await at.county.run(at.clerk, (ctx) =>
      updateRow(ctx, person, {
        id: made.id,
        version: 1,
        values: { phone: '13900000009' },
        reason: '本人来电',
      }),
    )
    await at.desk.merge(importId)
    expect((await persons())[0]?.phone).toBe('13900000009')
    expect((await rows(importId))[0]).toMatchObject({ class: 'doubtful', issues: [{ code: 'changedSince' }] })
  })

  it('garbled writing is reported with its position', async () => {
    const importId = await at.desk.stage(
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
    const first = await at.desk.stage(
      await sheet([
        ['姓名', '身份证号', '手机号'],
        ['王伟', id('1963-07-15', 11), '13800000001'],
      ]),
      'a.xlsx',
    )
    await at.desk.merge(first)
    const second = await at.desk.stage(
      await sheet([
        ['姓名', '身份证号', '学历'],
        ['王伟', id('1963-07-15', 11), '初中'],
      ]),
      'b.xlsx',
    )
    await at.desk.merge(second)
    const [row] = await persons()
    await at.county.run(at.clerk, (ctx) =>
      updateRow(ctx, person, {
        id: row?.id ?? 0,
        version: 2,
        values: { phone: '13900000009' },
        reason: '本人来电',
      }),
    )
    const { fields } = await at.desk.call<{
      fields: Record<string, { file: string; row: number; by: string }>
    }>('import.source', {
      register: 'person',
      id: row?.id,
    })
    expect(fields.name).toMatchObject({
      file: 'a.xlsx',
      sheet: '石桥村',
      row: 2,
      by: at.clerk.name,
      importId: first,
    })
    expect(fields.education).toMatchObject({ file: 'b.xlsx', row: 2, importId: second })
    expect(fields.phone).toBeUndefined()
  })
})

describe('taking an import back', () => {
  it('removes what was new and restores what was changed', async () => {
    const number = id('1963-07-15', 11)
    await at.county.run(at.clerk, (ctx) =>
      insertRow(ctx, person, { name: '王伟', idNumber: number, area: village, phone: '13800000001' }),
    )
    const importId = await at.desk.stage(
      await sheet([
        ['户号', '姓名', '身份证号', '手机号'],
        ['0001', '王伟', number, '13800000002'],
        ['0001', '李芳', id('1970-01-02', 22), null],
      ]),
      'a.xlsx',
    )
    await at.desk.merge(importId)
    expect([await count('person'), await count('household')]).toEqual([2, 1])
    expect(await at.desk.call('import.undo', { importId, reason: '传错了文件' })).toEqual({
      removed: 1,
      restored: 1,
    })
    expect([await count('person'), await count('household')]).toEqual([1, 0])
    expect((await persons())[0]).toMatchObject({ phone: '13800000001', household: null })
    expect((await get(importId)).state).toBe('undone')
  })

  it('goes back step by step: the later import first, then the one before it', async () => {
    const number = id('1963-07-15', 11)
    const head = ['姓名', '身份证号', '手机号']
    const first = await at.desk.stage(await sheet([head, ['王伟', number, '13800000001']]), 'a.xlsx')
    await at.desk.merge(first)
    const second = await at.desk.stage(await sheet([head, ['王伟', number, '13800000002']]), 'b.xlsx')
    await at.desk.merge(second)
    const undo = (importId: number) => at.desk.call('import.undo', { importId, reason: '传错了文件' })
    await expect(undo(first)).rejects.toMatchObject({
      code: 'import.inUse',
      details: { later: [{ id: second, file: 'b.xlsx', rows: 1 }], users: [] },
      text: {
        zh: expect.stringMatching(
          /（第 2 行），不能整批撤回。后来的“b.xlsx”（\d+ 月 \d+ 日入册）有 1 行改到或用到这批。请先撤回那一批，再撤回这一批。$/,
        ),
      },
    })
    expect(await undo(second)).toEqual({ removed: 0, restored: 1 })
    expect((await persons())[0]?.phone).toBe('13800000001')
    expect(await undo(first)).toEqual({ removed: 1, restored: 0 })
    expect(await count('person')).toBe(0)
  })

  it('is refused once somebody has changed or used a row', async () => {
    const importId = await at.desk.stage(
      await sheet([
        ['姓名', '身份证号'],
        ['王伟', id('1963-07-15', 11)],
      ]),
      'a.xlsx',
    )
    await at.desk.merge(importId)
    const [row] = await persons()
    await at.county.run(at.clerk, (ctx) =>
      updateRow(ctx, person, {
        id: row?.id ?? 0,
        version: 1,
        values: { phone: '13900000009' },
        reason: '本人来电',
      }),
    )
    await expect(at.desk.call('import.undo', { importId, reason: '传错了文件' })).rejects.toMatchObject({
      code: 'import.inUse',
      details: { count: 1, rows: [2] },
    })
    expect(await count('person')).toBe(1)
  })
})
