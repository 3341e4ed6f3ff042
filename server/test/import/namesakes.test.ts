/** Two rows of one file that may be one person or two: asked side by side, never made one in silence. */
import { describe, expect, it } from 'vitest'
import { at, count, get, id, openDesk, rows, sheet } from './roster.kit.ts'

openDesk()

const heads = ['姓名', '出生日期', '身份证号', '村民小组', '手机号']
type Given = (string | null)[]
const stage = async (...given: Given[]) => at.desk.stage(await sheet([heads, ...given]), 'a.xlsx')
const classes = async (importId: number) =>
  (await rows(importId)).map((row) => [row.class, row.issues.map(({ code }) => code).join()])
const number = id('1963-07-15', 11)
const fix = (importId: number, rowId: number | undefined, as: string) =>
  at.desk.call('import.fix', { importId, rowId, as })

describe('namesakes within one file', () => {
  it.each<[string, Given, Given, [string, string][]]>([
    [
      'the very same line twice, without a number',
      ['王伟', '1963-07-15', null, '一组', null],
      ['王伟', '1963-07-15', null, '一组', null],
      [
        ['new', ''],
        ['doubtful', 'namesakeHere'],
      ],
    ],
    [
      'one with a number, one without',
      ['王伟', '1963-07-15', number, '一组', null],
      ['王伟', '1963-07-15', null, '一组', '13800000001'],
      [
        ['new', ''],
        ['doubtful', 'namesakeHere'],
      ],
    ],
    [
      'the one without a number first, in another group, its birth date not said',
      ['王伟', null, null, '二组', null],
      ['王伟', '1963-07-15', number, '一组', null],
      [
        ['doubtful', 'namesakeHere'],
        ['new', ''],
      ],
    ],
    [
      'other birth dates: two people',
      ['王伟', '1963-07-15', null, '一组', null],
      ['王伟', '1970-01-02', null, '一组', null],
      [
        ['new', ''],
        ['new', ''],
      ],
    ],
    [
      'covered numbers that differ: two people',
      ['王伟', null, '990101********1234', '一组', null],
      ['王伟', null, '990101********5678', '一组', null],
      [
        ['new', ''],
        ['new', ''],
      ],
    ],
    [
      'the same number twice is one person still',
      ['王伟', '1963-07-15', number, '一组', null],
      ['王伟', '1963-07-15', number, '一组', null],
      [
        ['new', ''],
        ['skipped', 'sameTwice'],
      ],
    ],
  ])('%s', async (_, one, other, expected) => {
    expect(await classes(await stage(one, other))).toEqual(expected)
  })

  it('stand side by side; both go in when a person says that they are two', async () => {
    const importId = await stage(
      ['王伟', '1963-07-15', null, '一组', '13800000001'],
      ['王伟', '1963-07-15', null, '一组', '13800000002'],
    )
    const doubted = (await rows(importId))[1]
    expect(doubted).toMatchObject({
      shown: { phone: '13800000002' },
      beside: { sheet: '石桥村', row: 2, shown: { name: '王伟', phone: '13800000001' } },
    })
    expect((await get(importId)).reasons).toMatchObject([{ code: 'namesakeHere', count: 1 }])
    await fix(importId, doubted?.id, 'accept')
    expect(await classes(importId)).toEqual([
      ['new', ''],
      ['new', ''],
    ])
    await at.desk.merge(importId)
    expect(await count('person')).toBe(2)
  })

  it('only the rest goes in while nobody has looked, and one when the row is left out', async () => {
    const importId = await stage(
      ['王伟', '1963-07-15', null, '一组', null],
      ['王伟', '1963-07-15', null, '一组', null],
    )
    await fix(importId, (await rows(importId))[1]?.id, 'skip')
    await at.desk.merge(importId)
    expect(await count('person')).toBe(1)
  })

  it('are asked about again when the row is taken in again', async () => {
    const importId = await stage(
      ['王伟', '1963-07-15', null, '一组', null],
      ['王伟', '1963-07-15', null, '一组', null],
    )
    const rowId = (await rows(importId))[1]?.id
    await fix(importId, rowId, 'accept')
    await fix(importId, rowId, 'back')
    expect(await classes(importId)).toEqual([
      ['new', ''],
      ['doubtful', 'namesakeHere'],
    ])
  })
})
