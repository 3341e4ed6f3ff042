/** A merger of villages recorded by mistake: what was moved goes back, what came meanwhile is told and goes where it belongs. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, AnyOperation } from '#platform'
import { asOf, duplicateOperations, insertRow, mergerJob, mergerOperations, undoMergerJob } from '#register'
import { allAreas } from '../../src/register/import/batch-store.ts'
import { areaBook } from '../../src/register/import/stage/area-book.ts'
import { area, person, villageYear } from '../../src/systems/population/registers/index.ts'
import type { Books } from './books.ts'
import { freshId, group, openBooks, other, problemOf, registers, registry, village } from './books.ts'
import { addHome, doorsOf, type Home, rowOf } from './events/homes.kit.ts'

const second = '990101103202'
const fresh = '990101103210'
let books: Books
let admin: Actor
let [bridge, willow, stone]: [Home | undefined, Home | undefined, Home | undefined] = [
  undefined,
  undefined,
  undefined,
]
const [plan, merge, mergers, resume, planUndo, undo] = mergerOperations(registry)
const ask = {
  from: [village, second],
  into: { code: fresh, name: '桥溪村' },
  on: '2024-06-01',
  paper: '民政批复',
}
const call = <T>(op: AnyOperation, input: unknown, actor = admin) =>
  books.call(actor, op, input) as Promise<T>

type Plan = {
  issues: { field: string; text: { zh: string } }[]
  rows: {
    label: { zh: string }
    back: number
    came: number
    rest: number
    unclear: number
    away: number
    stays: number
  }[]
  hats: { back: number; unclear: number }
  choices: { code: string; name: string }[]
}

beforeAll(async () => {
  books = await openBooks()
  const role = { verbs: ['area.mergePlaces', 'area.read'], reads: ['area'], writes: ['area'] }
  admin = books.actor(role, '990101', { accountId: 9001 })
  await books.work(async (ctx) => {
    await insertRow(ctx, area, { code: second, name: '柳溪村', level: 'village', shortName: '柳溪' })
    await insertRow(ctx, area, { code: `${second}003`, name: '三组', level: 'group' })
    bridge = await addHome(ctx, { 韦桥: 'head', 周溪: 'spouse', 韦移: 'child' })
    willow = await addHome(ctx, { 罗柳: 'head' }, { area: `${second}003` })
    stone = await addHome(ctx, { 蒙石: 'head' }, { area: other })
  })
})
afterAll(() => books.close())

async function work(job: ReturnType<typeof mergerJob>, id: number, actor = admin): Promise<void> {
  for (let done = false; !done; )
    done = (
      await books.run(actor, (ctx) =>
        job.chunk(ctx, { id, reason: '试' } as never, undefined as never, { apart: (own) => own(ctx) }),
      )
    ).done
}

async function merged(input: object = ask): Promise<number> {
  const { id } = await call<{ id: number }>(merge, input)
  await work(mergerJob(registry), id)
  return id
}

async function undone(id: number, more: object = {}): Promise<void> {
  await call(undo, { id, reason: '批文还没到', ...more })
  await work(undoMergerJob(registry), id)
}

async function hat(login: string, at: string): Promise<number> {
  const { rows } = await books.db.ownerPool.query(
    `with a as (insert into public.account (login, name, office, password_hash, password_changed_at, created_at, created_by)
       values ($1, $1, '村委会', 'x', now(), now(), 0) returning id)
     insert into public.assignment (account_id, county, role, area, office, valid_from, granted_by, granted_at)
       select id, '990101', 'village', $2, '村委会', '2020-01-01', 0, now() from a returning account_id`,
    [login, at],
  )
  return Number(rows[0].account_id)
}

async function worn(accountId: number): Promise<string[]> {
  const { rows } = await books.db.ownerPool.query(
    'select area from public.assignment where account_id = $1 and revoked_at is null order by id',
    [accountId],
  )
  return rows.map((row) => row.area)
}

const placeOf = async (id: number) => (await books.work((ctx) => asOf(ctx, person, id)))?.area
const newcomer = (name: string, at: string) =>
  books.work((ctx) => insertRow(ctx, person, { name, area: at, idNumber: freshId() }))

test('rows, places and accounts go back; what came since goes where it belongs, and who left stays where he is', async () => {
  const [mine, theirs] = [await hat('qiao2', village), await hat('liu2', second)]
  const doors = doorsOf(books)
  const id = await merged()
  expect([await worn(mine), await worn(theirs)]).toEqual([[fresh], [fresh]])
  const child = await newcomer('韦新', `${fresh}003`)
  const unknown = await newcomer('来人', fresh)
  const moved = bridge?.people.韦移 ?? 0
  await doors.record({
    register: 'person',
    id: moved,
    event: 'personMove',
    on: '2024-07-01',
    values: { household: stone?.id ?? 0, relation: 'other' },
  })
  const within = bridge?.people.周溪 ?? 0
  await books.work(async (ctx) => {
    const row = await rowOf(ctx, 'person', within)
    const given = {
      register: 'person',
      id: within,
      version: row.version,
      values: { area: fresh },
      reason: '改',
    }
    await books.door(books.clerk, 'register.save', given)
  })
  const late = await hat('hou2', fresh)

  const torn = await call<Plan>(planUndo, { id })
  expect(torn.issues.map(({ field }) => field)).toEqual(['rest'])
  expect(torn.issues[0]?.text.zh).toContain('人员 1 人、账号 1 个')
  expect(torn.choices.map(({ code }) => code)).toEqual([village, second])
  await expect(problemOf(call(undo, { id, reason: '误办' }))).resolves.toMatchObject({ code: 'area.refused' })
  expect((await call<Plan>(planUndo, { id, rest: other })).issues.map(({ field }) => field)).toEqual(['rest'])

  const foreseen = await call<Plan>(planUndo, { id, rest: second })
  expect(foreseen.issues).toEqual([])
  // 韦桥, 罗柳 back; 韦新 and 周溪 (who was of 石桥村 when she was put into the village itself) came; 来人 is said; 韦移 is away.
  expect(foreseen.rows.find(({ label }) => label.zh === '人员')).toMatchObject({
    back: 2,
    came: 2,
    rest: 1,
    unclear: 0,
    stays: 0,
    away: 1,
  })
  expect(foreseen.rows.find(({ label }) => label.zh === '农户')).toMatchObject({ back: 2, came: 0, away: 0 })
  expect(foreseen.hats).toEqual({ back: 3, unclear: 0 })

  await undone(id, { rest: second })
  expect(await placeOf(bridge?.people.韦桥 ?? 0)).toBe(group)
  expect(await placeOf(willow?.people.罗柳 ?? 0)).toBe(`${second}003`)
  expect(await placeOf(child.id)).toBe(group)
  expect(await placeOf(within)).toBe(village)
  expect(await placeOf(unknown.id)).toBe(second)
  expect(await placeOf(moved)).toBe(other)
  expect([await worn(mine), await worn(theirs), await worn(late)]).toEqual([[village], [second], [second]])

  const places = await books.work((ctx) => allAreas(ctx))
  expect(places.map(({ code }) => code)).not.toContain(fresh)
  const book = areaBook(places)
  expect(book.find('石桥村三组', '990101')).toEqual({ ok: true, code: group })
  expect(await problemOf(newcomer('晚来', `${fresh}003`))).toMatchObject({ code: 'register.noArea' })
  await newcomer('又来', group)

  const {
    entries,
  }: { entries: { changes: { field: string; before: string; after: string }[]; reason: string }[] } =
    await books.door(books.actor({}, village), 'register.history', {
      register: 'person',
      id: bridge?.people.韦桥,
    })
  expect(entries[0]?.changes).toMatchObject([{ field: 'area', before: `${fresh}003`, after: group }])
  const then: { row: { areaName: string } } = await books.door(books.clerk, 'register.get', {
    register: 'household',
    id: bridge?.id,
  })
  expect(then.row.areaName).toBe('柳溪镇 石桥村 三组')

  const listed = await call<{
    mergers: {
      state: string
      undone: { reason: string; hats: number; rows: { label: { zh: string }; count: number }[] }
    }[]
  }>(mergers, {})
  expect(listed.mergers[0]).toMatchObject({ state: 'undone', undone: { reason: '批文还没到', hats: 3 } })
  expect(
    Object.fromEntries(listed.mergers[0]?.undone.rows.map(({ label, count }) => [label.zh, count]) ?? []),
  ).toEqual({ 农户: 2, 人员: 5 })
  await expect(problemOf(call(undo, { id, reason: '再撤' }))).resolves.toMatchObject({ code: 'area.undone' })
  await expect(problemOf(call(resume, { id }))).resolves.toMatchObject({ code: 'area.over' })
})

test('whoever has a role there himself lets somebody else do it, since nobody gives himself one', async () => {
  const own = await hat('zi2', village)
  const actor = { ...admin, accountId: own }
  const planned = await call<Plan>(plan, { ...ask, paper: undefined }, actor)
  expect(planned.issues[0]?.text.zh).toContain('您自己')
  const id = await merged()
  expect((await call<Plan>(planUndo, { id }, actor)).issues[0]?.text.zh).toContain('您自己')
  await undone(id)
  expect(await worn(own)).toEqual([village])
})

test('what happened while the villages were one is seen in the one that it was of', async () => {
  const id = await merged()
  const doors = doorsOf(books)
  await doors.record({
    register: 'household',
    id: willow?.id ?? 0,
    event: 'birth',
    on: '2024-07-01',
    values: { name: '罗小', sex: 'male', relation: 'child' },
  })
  await undone(id)
  const told = await doors.of('household', willow?.id ?? 0, books.actor({}, second))
  expect(told.timeline.map(({ name }) => name)).toEqual(['birth'])
  const place = told.timeline[0]?.changes.find(({ act }) => act === 'insert')
  expect(place?.fields.find(({ field }) => field === 'area')?.after?.zh).toBe('柳溪镇 桥溪村 柳溪三组')
})

test('a village that stayed keeps its own people and those who came to it', async () => {
  const own = await newcomer('本村', village)
  const into = { ...ask, from: [second], into: { code: village, name: '' } }
  const id = await merged(into)
  const came = await newcomer('后到', village)
  const foreseen = await call<Plan>(planUndo, { id })
  expect(foreseen.issues).toEqual([])
  expect(foreseen.rows.find(({ label }) => label.zh === '人员')).toMatchObject({ stays: 1, unclear: 0 })
  await undone(id)
  expect([await placeOf(own.id), await placeOf(came.id)]).toEqual([village, village])
  expect(await placeOf(willow?.people.罗柳 ?? 0)).toBe(`${second}003`)
  expect(await placeOf(bridge?.people.韦桥 ?? 0)).toBe(group)
})

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
    [`${fresh}003`, bridge?.people.韦桥],
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
  expect(await placeOf(bridge?.people.韦桥 ?? 0)).toBe(group)
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
  expect(await placeOf(bridge?.people.韦桥 ?? 0)).toBe(group)
  expect(await books.work((ctx) => rowOf(ctx, 'household', bridge?.id ?? 0))).toMatchObject({ area: group })
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
