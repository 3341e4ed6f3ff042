/** What stands in the way of undoing a merger of villages, who may, and records that were merged into others. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnyOperation } from '#platform'
import { duplicateOperations, insertRow, mergerJob, undoMergerJob } from '#register'
import { area, villageYear } from '../../src/systems/population/registers/index.ts'
import { group, problemOf, registers, registry } from './books.ts'
import { rowOf } from './events/homes.kit.ts'
import { ask, fresh, merge, openMergers, type Plan, planUndo, resume, undo } from './merger.kit.ts'

type At = Awaited<ReturnType<typeof openMergers>>
let { books, admin, homes, call, work, merged, undone, placeOf, newcomer } = {} as At
beforeAll(async () => {
  ;({ books, admin, homes, call, work, merged, undone, placeOf, newcomer } = await openMergers())
})
afterAll(() => books.close())

test('is refused while something stands in the way, each named with its remedy', async () => {
  const id = await merged()
  const issues = async () => (await call<Plan>(planUndo, { id })).issues.map(({ text }) => text.zh).join()
  expect(await issues()).toBe('')
  const added = await books.work((ctx) =>
    insertRow(ctx, area, { code: `${fresh}009`, name: '九组', level: 'group' }),
  )
  expect(await issues()).toContain('九组')
  const { rows: places } = await books.db.ownerPool.query(
    'select id from c990101.area where code = $1 and deleted_at is null',
    [fresh],
  )
  const year = await books.work((ctx) =>
    insertRow(ctx, villageYear, { ownerId: Number(places[0].id), year: 2024 } as never),
  )
  expect(await issues()).toContain('“村情年报” 1 份')
  const { rows } = await books.db.ownerPool.query(
    `insert into c990101.proc_case (area, number, procedure, subject_register, subject_id, title, state, version, opened_on)
     values ($1, 'T-9', 'x', 'person', $2, 'x', 'x', 1, '2024-07-01') returning id`,
    [`${fresh}003`, homes.bridge.people.韦桥],
  )
  expect(await issues()).toContain('1 件没办完的案件')
  await expect(problemOf(call(undo, { id, reason: '误办' }))).resolves.toMatchObject({ code: 'area.refused' })
  const drop = (register: string, row: { id: number }) =>
    books.door(books.clerk, 'register.remove', { register, id: row.id, version: 1, reason: '误设' })
  await books.db.ownerPool.query(`update c990101.proc_case set ended_on = '2024-08-01' where id = $1`, [
    rows[0].id,
  ])
  await drop('villageYear', year)
  await drop('area', added)
  expect(await issues()).toBe('')

  const next = { ...ask, from: [fresh], into: { code: '990101103211', name: '大桥村' }, on: '2024-09-01' }
  const later = await merged(next)
  expect(await issues()).toContain('大桥村')
  await undone(later)
  await undone(id)
  expect(await placeOf(homes.bridge.people.韦桥 ?? 0)).toBe(group)
})

test('one that is still moving is undone; only who may merge undoes, only who began goes on', async () => {
  const { id } = await call<{ id: number }>(merge, ask)
  const half = mergerJob(registry, 1)
  await books.run(admin, (ctx) =>
    half.chunk(ctx, { id, reason: '试' } as never, undefined as never, { apart: (own) => own(ctx) }),
  )
  const clerk = books.actor({ verbs: ['person.write', 'area.read'] })
  await expect(problemOf(call(undo, { id, reason: '误办' }, clerk))).resolves.toMatchObject({
    code: 'platform.notAllowed',
  })
  await call(undo, { id, reason: '误办' })
  await work(half, id) // the job of the merger finds nothing to do any more
  const stranger = books.actor({ verbs: ['area.mergePlaces'], reads: ['area'], writes: ['area'] }, '990101', {
    accountId: 9002,
  })
  await expect(problemOf(call(resume, { id }, stranger))).resolves.toMatchObject({ code: 'area.others' })
  await expect(problemOf(call(merge, ask))).resolves.toMatchObject({ code: 'area.moving' })
  await work(undoMergerJob(registry, 1), id)
  expect(await placeOf(homes.bridge.people.韦桥 ?? 0)).toBe(group)
  expect(await books.work((ctx) => rowOf(ctx, 'household', homes.bridge.id))).toMatchObject({ area: group })
})

test('a record that was merged into another goes along, and comes back in the village that it is of', async () => {
  const duplicates: ReadonlyMap<string, AnyOperation> = new Map(
    duplicateOperations({ registers, ports: { accounts: async () => 0 } }).map((op) => [
      op.name,
      op as AnyOperation,
    ]),
  )
  const [kept, gone] = [await newcomer('韦双', group), await newcomer('韦霜', group)]
  const one = {
    keptId: kept.id,
    goneId: gone.id,
    keptVersion: 1,
    goneVersion: 1,
    taken: [],
    reason: '同一人',
  }
  const door = (name: string, input: object) =>
    call<{ mergeId: number }>(
      duplicates.get(name) as AnyOperation,
      { register: 'person', ...input },
      books.clerk,
    )
  const { mergeId } = await door('duplicate.merge', one)
  const id = await merged()
  await door('duplicate.undo', { mergeId, reason: '不是同一人' })
  expect(await placeOf(gone.id)).toBe(`${fresh}003`)
  await undone(id)
  expect([await placeOf(kept.id), await placeOf(gone.id)]).toEqual([group, group])
})
