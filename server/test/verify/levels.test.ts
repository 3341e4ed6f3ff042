/** How sure a value is by what lists of others and the field said of it: of this very value, and as far as it may be told. */
import { beforeEach, expect, it } from 'vitest'
import type { Actor, AnyOperation } from '#platform'
import { findRow, importOperations, insertRow } from '#register'
import { adoptedSources, fieldLooks, listLooks } from '#verify'
import { person } from '../../src/systems/population/registers/index.ts'
import type { Desk } from './lists.kit.ts'
import { deskOf, room as lists, number, registry } from './lists.kit.ts'
import { merge } from './merged.kit.ts'
import { at, draw, mine, openSampling, room, sampleTask, shiqiao, visit, write } from './sampling.kit.ts'

openSampling()

type Value = {
  level: string
  at: string | null
  by: string | null
  list: { comparisonId: number; file: string } | null
  against: { level: string; by: string | null } | null
}

const door = importOperations({
  ...{ registry, imports: [], sources: adoptedSources },
  looks: [listLooks(lists), fieldLooks(room)],
}).find(({ name }) => name === 'import.source') as AnyOperation

const told = async (id: number, actor: Actor = at.office) =>
  ((await at.county.call(actor, door, { register: 'person', id })) as { levels: Record<string, Value> })
    .levels

let desk: Desk
let seq = 60
beforeEach(() => {
  desk = deskOf(at.county, at.office)
})

async function add(name: string, more: object = {}) {
  const idNumber = number('1965-03-01', seq++)
  const row = await at.county.run(at.office, (ctx) =>
    insertRow(ctx, person, { name, idNumber, phone: '13800000001', area: shiqiao, ...more } as never),
  )
  return { id: row.id, idNumber }
}

/** Of any list of persons. */
const compare = (csv: string, more: object = {}) =>
  desk.compare(csv, { kind: 'plain.person', sender: '县医保局', ...more })

it('a list that says the same bears a value out, and the number by which the two were found to be one', async () => {
  const { id, idNumber } = await add('韦桂英', { bankName: '青禾农商行' })
  expect((await told(id)).phone?.level).toBe('byPerson')
  const comparisonId = await compare(`姓名,身份证号,手机号\n韦桂英,${idNumber},13800000001\n`)
  const levels = await told(id)
  const matched = {
    ...{ level: 'matched', at: '2025-06-30', by: '县医保局', against: null },
    list: { comparisonId, file: '名单.csv' },
  }
  for (const field of ['name', 'phone', 'idNumber']) expect(levels[field]).toEqual(matched)
  expect(levels.bankName?.level).toBe('byPerson') // of which the list says nothing
})

it('what the list says otherwise is told, and a value that takes its place has its own level', async () => {
  const { id, idNumber } = await add('韦桂芬')
  await compare(`姓名,身份证号,手机号\n韦桂芬,${idNumber},13900000009\n`)
  const levels = await told(id)
  expect(levels.phone).toMatchObject({ level: 'byPerson', against: { level: 'matched', by: '县医保局' } })
  expect(levels.name?.level).toBe('matched')
  expect(levels.idNumber?.level).toBe('byPerson') // not all of it is the same
  await write(at.office, id, 1, { phone: '13900000009' })
  // copied off the list, perhaps: that the list then says the same is no second word
  expect((await told(id)).phone).toMatchObject({ level: 'byPerson', against: null })
})

it('a value that was taken over from a sender is not borne out by his next list, but by another’s', async () => {
  const { id, idNumber } = await add('韦桂花')
  const list = (note: string) => `姓名,身份证号,手机号,备注\n韦桂花,${idNumber},13900000009,${note}\n`
  const comparisonId = await compare(list('一'))
  const [row] = await desk.rows(comparisonId)
  const { adoptions } = await desk.call<{ adoptions: number[] }>('compare.propose', {
    comparisonId,
    rowIds: [row?.id],
    fields: ['phone'],
  })
  await deskOf(at.county, at.county.actor({}, '990101', { accountId: 904 })).call('compare.adopt', {
    adoptionIds: adoptions,
    as: 'adopted',
  })
  await compare(list('二'), { listDate: '2025-07-31' })
  expect((await told(id)).phone?.level).toBe('byPerson')
  await compare(list('三'), { listDate: '2025-08-31', sender: '县教育局' })
  expect((await told(id)).phone).toMatchObject({ level: 'matched', by: '县教育局' })
})

it('whose list it is, is told to whom sees the list; that one says the same, to all who see the record', async () => {
  const { id, idNumber } = await add('韦桂兰')
  await compare(`姓名,身份证号,手机号\n韦桂兰,${idNumber},13800000001\n`)
  expect((await told(id, at.township)).phone).toEqual({
    ...{ level: 'matched', at: '2025-06-30', by: null, list: null, against: null },
  })
})

it('what was looked at on the spot is told with the day and by whom; a value changed since is not', async () => {
  await draw(at.office)
  const [task] = await mine(at.first)
  if (!task) throw new Error('a task')
  const id = await sampleTask(task.taskId)
  await visit(at.first, task, { result: 'confirmed' })
  const levels = await told(id)
  const known = task.asked.filter((field) => task.values[field] !== null)
  expect(known).toContain('name')
  for (const field of known) expect(levels[field]).toMatchObject({ level: 'onSite', by: at.first.name })
  const version = (await at.county.run(at.office, (ctx) => findRow(ctx, person, id)))?.version ?? 0
  await write(at.office, id, version, { phone: '13900000007' })
  const after = await told(id)
  expect(after.phone?.level).toBe('byPerson')
  expect(after.name?.level).toBe('onSite')
})

it('what was found otherwise stands against the value until it is put right to what was found', async () => {
  await draw(at.office)
  const [task] = await mine(at.first)
  if (!task) throw new Error('a task')
  const id = await sampleTask(task.taskId)
  const other = task.values.phone === '13900000001' ? '13900000002' : '13900000001'
  await write(at.office, id, task.version, { phone: '13800000003' })
  const again = (await mine(at.first)).find(({ taskId }) => taskId === task.taskId)
  if (!again) throw new Error('the same task')
  await visit(at.first, again, { result: 'differs', found: { phone: other } })
  const levels = await told(id)
  expect(levels.phone).toMatchObject({
    ...{ level: 'byPerson', against: { level: 'onSite', by: at.first.name } },
  })
  expect(levels.name).toMatchObject({ level: 'onSite', against: null })
  await write(at.office, id, again.version, { phone: other })
  expect((await told(id)).phone).toMatchObject({ level: 'onSite', against: null })
})

it('nobody met, or a later answer that takes the first back, is no look', async () => {
  await draw(at.office)
  const [task] = await mine(at.first)
  if (!task) throw new Error('a task')
  const id = await sampleTask(task.taskId)
  await visit(at.first, task, { result: 'confirmed' })
  expect((await told(id)).name?.level).toBe('onSite')
  await visit(at.first, task, { result: 'notMet', note: '外出' })
  expect((await told(id)).name?.level).not.toBe('onSite')
})

it('what was found of a record that was merged is told of the one that stays', async () => {
  const kept = await add('韦桂珍', { idNumber: null, birthDate: '1965-03-01' })
  const gone = await add('韦桂珍')
  await compare(`姓名,身份证号,手机号\n韦桂珍,${gone.idNumber},13800000001\n`)
  expect((await told(kept.id)).phone?.level).toBe('byPerson')
  const undo = await merge(at.county, at.office, { kept: kept.id, gone: gone.id, taken: ['idNumber'] })
  expect((await told(kept.id)).idNumber).toMatchObject({ level: 'matched', by: '县医保局' })
  expect((await told(kept.id)).phone?.level).toBe('matched')
  await undo()
  expect((await told(kept.id)).phone?.level).toBe('byPerson')
  expect((await told(gone.id)).phone?.level).toBe('matched')
})
