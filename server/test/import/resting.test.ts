/** An import that cannot be taken back says what rests on it. */
import { describe, expect, it } from 'vitest'
import { insertRow } from '#register'
import { person } from '../../src/systems/population/registers/index.ts'
import { village } from './import.fixture.ts'
import { at, count, id, openDesk, persons, sheet } from './roster.kit.ts'

openDesk()

describe('an import on which something rests', () => {
  it('says which later imports stand in the way, the latest first, and which registers use what it made', async () => {
    const number = id('1963-07-15', 11)
    const head = ['户号', '姓名', '身份证号', '手机号']
    const merge = async (name: string, ...lines: (string | null)[][]) => {
      const importId = await at.desk.stage(await sheet([head, ...lines]), name)
      await at.desk.merge(importId)
      return importId
    }
    const wang = (phone: string) => ['0001', '王伟', number, phone]
    const li = (phone: string) => ['0002', '李芳', id('1970-01-02', 22), phone]
    const first = await merge('一.xlsx', wang('13800000001'), li('13800000002'))
    const second = await merge('二.xlsx', wang('13800000003'))
    const third = await merge('三.xlsx', wang('13800000004'), li('13800000005'), [
      ...['0002', '李小芳', id('1999-01-02', 32), null],
    ])
    const undo = (importId: number) => at.desk.call('import.undo', { importId, reason: '传错了文件' })
    await expect(undo(first)).rejects.toMatchObject({
      code: 'import.inUse',
      details: {
        later: [
          { id: third, file: '三.xlsx', rows: 3 }, // two changed, one new in a household of the first
          { id: second, file: '二.xlsx', rows: 1 },
        ],
        users: [],
      },
      text: { zh: expect.stringContaining('另有 1 批也要先撤回，从后往前。') },
    })
    await expect(undo(second)).rejects.toMatchObject({ details: { later: [{ id: third, rows: 1 }] } })
    for (const importId of [third, second, first]) await undo(importId)
    expect([await count('person'), await count('household')]).toEqual([0, 0])
  })

  it('says what else uses what it made', async () => {
    const importId = await at.desk.stage(
      await sheet([
        ['户号', '姓名', '身份证号'],
        ['0001', '王伟', id('1963-07-15', 11)],
      ]),
      'a.xlsx',
    )
    await at.desk.merge(importId)
    const [row] = await persons()
    const household = row?.household as number
    await at.county.run(at.clerk, (ctx) =>
      insertRow(ctx, person, { name: '李芳', idNumber: id('1970-01-02', 22), area: village, household }),
    )
    await expect(at.desk.call('import.undo', { importId, reason: '传错了文件' })).rejects.toMatchObject({
      code: 'import.inUse',
      text: { zh: expect.stringMatching(/用到这批的还有：人员 1 人。请先改掉这些。$/) },
    })
  })
})
