/** How sure a value is by the way it came in: as the file says, tested, looked at by a person; who may see the record sees it all. */
import { expect, it } from 'vitest'
import type { Day } from '#kernel'
import type { Actor, AnyOperation } from '#platform'
import { insertRow, updateRow } from '#register'
import { person } from '../../src/systems/population/registers/index.ts'
import { merge } from '../verify/merged.kit.ts'
import { doors, village } from './import.fixture.ts'
import { at, id, openDesk, persons, rows, sheet } from './roster.kit.ts'

openDesk()

type Levels = Record<string, { level: string; at: string | null; by: string | null; against: object | null }>
type Told = { levels: Levels; fields: Record<string, { file: string; row: number }> }

const told = (of: number, register = 'person', actor: Actor = at.clerk) =>
  at.county.call(actor, doors['import.source'] as AnyOperation, { register, id: of }) as Promise<Told>
const levelsOf = (levels: Levels) =>
  Object.fromEntries(Object.entries(levels).map(([field, { level }]) => [field, level]))
const idOf = async (name: string) => (await persons()).find((row) => row.name === name)?.id ?? 0

async function imported(table: (string | number | null)[][]): Promise<number> {
  const importId = await at.desk.stage(await sheet(table), 'a.xlsx')
  await at.desk.merge(importId)
  return importId
}

it('what nobody looked at is tested where its kind has a test, else as the file says it', async () => {
  await imported([
    ['姓名', '身份证号', '手机号', '开户行'],
    ['王伟', id('1963-07-15', 11), '13800000001', '青禾农商行'],
  ])
  const { levels } = await told(await idOf('王伟'))
  expect(levelsOf(levels)).toMatchObject({
    name: 'asSaid', // any name will do
    bankName: 'asSaid',
    idNumber: 'checked', // its check digit
    phone: 'checked',
    birthDate: 'checked', // read off the number
    area: 'checked', // a place that there is
  })
})

it('what the register takes where nobody says anything is as sure as what nobody looked at', async () => {
  await imported([
    ['户号', '姓名', '身份证号', '与户主关系'],
    ['0001', '王伟', id('1963-07-15', 11), '户主'],
  ])
  const { levels } = await told(await idOf('王伟'))
  expect(levels.sharedNumber?.level).toBe('asSaid')
  expect(levels.relation?.level).toBe('checked')
})

it('a value that a person typed in the wizard, and a doubt that he accepted, are looked at; what stood beside them is not', async () => {
  const importId = await at.desk.stage(
    await sheet([
      ['姓名', '身份证号', '出生日期', '手机号', '开户行'],
      ['王伟', id('1963-07-15', 11), '1963-07-16', '13800000001', '青禾农商行'],
      ['李芳', id('1970-01-02', 22), '1970-01-02', '1380000', '青禾农商行'],
    ]),
    'a.xlsx',
  )
  const [wang, li] = await rows(importId)
  expect([wang?.class, li?.class]).toEqual(['doubtful', 'rejected'])
  await at.desk.call('import.fix', { importId, rowId: wang?.id, as: 'accept' })
  await at.desk.call('import.fix', { importId, rowId: li?.id, values: { phone: '13800000002' } })
  await at.desk.merge(importId)
  expect(levelsOf((await told(await idOf('王伟'))).levels)).toMatchObject({
    birthDate: 'byPerson',
    phone: 'checked',
    bankName: 'asSaid',
  })
  const { levels } = await told(await idOf('李芳'))
  expect(levelsOf(levels)).toMatchObject({ phone: 'byPerson', birthDate: 'checked', bankName: 'asSaid' })
  expect(levels.phone).toMatchObject({ by: at.clerk.name })
})

it('what was typed is a person’s, and a value that takes the place of a file’s no longer has its level', async () => {
  await imported([
    ['姓名', '身份证号', '手机号', '开户行'],
    ['王伟', id('1963-07-15', 11), '13800000001', '青禾农商行'],
  ])
  const of = await idOf('王伟')
  await at.county.run(at.clerk, (ctx) =>
    updateRow(ctx, person, {
      ...{ id: of, version: 1, reason: '本人来电' },
      values: { bankName: '青禾邮储' },
    }),
  )
  const { levels, fields } = await told(of)
  expect(levelsOf(levels)).toMatchObject({ bankName: 'byPerson', phone: 'checked', name: 'asSaid' })
  expect(fields.bankName).toBeUndefined()
  const made = await at.county.run(at.clerk, (ctx) =>
    insertRow(ctx, person, { name: '韦秀兰', birthDate: '1950-01-02' as Day, area: village }),
  )
  const typed = await told(made.id)
  expect(new Set(Object.values(levelsOf(typed.levels)))).toEqual(new Set(['byPerson']))
})

it('a household that a roster brought along is as sure as the roster, and says which line spoke for it', async () => {
  await imported([
    ['户号', '姓名', '身份证号', '与户主关系'],
    ['0001', '李芳', id('1970-01-02', 22), '配偶'],
    ['0001', '王伟', id('1963-07-15', 11), '户主'],
  ])
  const home = Number((await persons())[0]?.household)
  const { levels, fields } = await told(home, 'household')
  expect(levels.headName).toMatchObject({ level: 'asSaid' })
  expect(fields.headName).toMatchObject({ file: 'a.xlsx', row: 3 })
  expect(Object.values(levelsOf(levels))).not.toContain('byPerson')
})

it('is the same for all who see the record, also where they see no imports', async () => {
  await imported([
    ['姓名', '身份证号', '手机号'],
    ['王伟', id('1963-07-15', 11), '13800000001'],
  ])
  const of = await idOf('王伟')
  const villager = at.county.actor({ verbs: ['person.read'], reads: ['area', 'person'], writes: [] }, village)
  expect(await told(of, 'person', villager)).toEqual(await told(of))
  expect((await told(of, 'person', villager)).fields.phone).toMatchObject({ file: 'a.xlsx', row: 2 })
})

it('a record that was merged of two tells the files of both, each under its number, its own first', async () => {
  await imported([
    ['姓名', '身份证号', '出生日期', '手机号'],
    ['韦秀兰', null, '1963-07-15', '13800000001'],
  ])
  const kept = await idOf('韦秀兰')
  await imported([
    ['姓名', '身份证号', '出生日期', '手机号', '开户行'],
    ['韦秀蓝', id('1963-07-15', 11), '1963-07-15', '13800000002', '青禾农商行'],
  ])
  const gone = (await persons()).find((row) => row.idNumber !== null)?.id ?? 0
  expect(gone).not.toBe(kept)
  await merge(at.county, at.clerk, { kept, gone, taken: ['idNumber', 'phone'] })
  const { fields, levels } = (await told(kept)) as Told & { fields: Record<string, { recordId: number }> }
  const from = (field: string) => fields[field]?.recordId
  expect([from('name'), from('birthDate')]).toEqual([kept, kept])
  expect([from('idNumber'), from('phone')]).toEqual([gone, gone])
  expect(from('bankName')).toBeUndefined() // it was not taken, so it does not stand
  expect(levelsOf(levels)).toMatchObject({ name: 'asSaid', idNumber: 'checked', phone: 'checked' })
})
