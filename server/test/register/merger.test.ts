/** Two villages become one: places, rows, hats and names go over; what was written before keeps its place. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '#kernel'
import type { Actor, AnyOperation, Ctx } from '#platform'
import { playedAt } from '#platform'
import { asOf, insertRow, mergerJob, mergerOperations } from '#register'
import { allAreas } from '../../src/register/import/batch-store.ts'
import { areaBook } from '../../src/register/import/stage/area-book.ts'
import { employmentSpell } from '../../src/systems/land-security/registers/employment-spell.ts'
import { area, household, person } from '../../src/systems/population/registers/index.ts'
import type { Books } from './books.ts'
import { group, openBooks, other, problemOf, registry, village } from './books.ts'
import { addHome, doorsOf, type Home } from './events/homes.kit.ts'

const second = '990101103202'
const fresh = '990101103210'
let books: Books
let admin: Actor
let [bridge, willow]: [Home | undefined, Home | undefined] = [undefined, undefined]
let before = ''
const [plan, merge, mergers, resume] = mergerOperations(registry)
const ask = { from: [village, second], into: { code: fresh, name: '桥溪村' }, on: '2024-06-01' }
const call = <T>(op: AnyOperation, input: unknown, actor = admin) =>
  books.call(actor, op, input) as Promise<T>
type Plan = {
  issues: { field: string; text: { zh: string } }[]
  moves: { old: string; new: string; name: string }[]
  rows: { label: { zh: string }; count: number }[]
}

beforeAll(async () => {
  books = await openBooks()
  admin = books.actor({ verbs: ['area.mergePlaces', 'area.read'], reads: ['area'], writes: ['area'] })
  // Written down in January 2024, so that February can be asked about.
  const write = (work: (ctx: Ctx) => Promise<void>) => playedAt('2024-01-10T09:00', () => books.work(work))
  await write(async (ctx) => {
    await insertRow(ctx, area, { code: second, name: '柳溪村', level: 'village', shortName: '柳溪' })
    await insertRow(ctx, area, { code: `${second}003`, name: '三组', level: 'group' })
    await insertRow(ctx, area, { code: `${second}004`, name: '四组', level: 'group' })
    bridge = await addHome(ctx, { 韦桥: 'head', 周溪: 'spouse' })
    willow = await addHome(ctx, { 罗柳: 'head' }, { area: `${second}003` })
    await addHome(ctx, { 蒙石: 'head' }, { area: other })
    await insertRow(ctx, employmentSpell, {
      ownerId: willow.people.罗柳 ?? 0,
      validFrom: day('2020-01-01'),
      employer: '青禾纺织厂',
      kind: 'employee',
    } as never)
  })
  before = await books.work(async (ctx) => ctx.now)
})
afterAll(() => books.close())

test('what would be moved is shown: groups keep their number where it is free, and say whence they came where names meet', async () => {
  const shown = await call<Plan>(plan, ask)
  expect(shown.issues).toEqual([])
  expect(shown.moves.map(({ old, new: next, name }) => [old, next, name])).toEqual([
    [village, fresh, '桥溪村'],
    [group, `${fresh}003`, '三组'],
    [second, fresh, '桥溪村'],
    [`${second}003`, `${fresh}004`, '柳溪三组'],
    [`${second}004`, `${fresh}005`, '四组'],
  ])
  expect(Object.fromEntries(shown.rows.map(({ label, count }) => [label.zh, count]))).toMatchObject({
    农户: 2,
    人员: 3,
    就业经历: 1,
  })
})

test.each([
  [{ ...ask, from: ['990101103999'] }, 'from'],
  [{ ...ask, from: [village, '990101102'] }, 'from'],
  [{ ...ask, from: [group] }, 'from'],
  [{ ...ask, on: '2999-01-01' }, 'on'],
  [{ ...ask, into: { code: '990101103', name: '桥溪村' } }, 'code'],
  [{ ...ask, into: { code: village, name: '桥溪村' } }, 'code'],
  [{ ...ask, into: { code: '990101777210', name: '桥溪村' } }, 'code'],
  [{ ...ask, into: { code: fresh, name: '' } }, 'name'],
])('is refused at its place: %j', async (input, field) => {
  const shown = await call<Plan>(plan, input)
  expect(shown.issues[0]?.field).toBe(field)
  await expect(problemOf(call(merge, { ...input, paper: '民政批复' }))).resolves.toMatchObject({
    code: 'area.refused',
  })
})

test('an open case stops it, told to an administrator who sees none', async () => {
  const { rows } = await books.db.ownerPool.query(
    `insert into c990101.proc_case (area, number, procedure, subject_register, subject_id, title, state, version, opened_on)
     values ($1, 'T-1', 'x', 'landTake', 1, 'x', 'x', 1, '2024-01-01') returning id`,
    [village],
  )
  expect((await call<Plan>(plan, ask)).issues[0]?.text.zh).toContain('1 件没办完的案件')
  await books.db.ownerPool.query(`update c990101.proc_case set ended_on = '2024-02-01' where id = $1`, [
    rows[0].id,
  ])
})

test('who keeps registers but not places may not', async () => {
  const clerk = books.actor({ verbs: ['person.write', 'area.read'] })
  await expect(problemOf(call(merge, { ...ask, paper: '民政批复' }, clerk))).resolves.toMatchObject({
    code: 'platform.notAllowed',
  })
})

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

test('places, rows, hats and names go over, and the past stays where it was', async () => {
  const who = bridge?.people.韦桥 ?? 0
  const doors = doorsOf(books)
  await doors.record({
    register: 'household',
    id: bridge?.id ?? 0,
    event: 'headChange',
    on: '2024-05-01',
    picks: { newHead: [bridge?.people.周溪 ?? 0] },
  })
  const account = await hat('qiao1', village)
  const elsewhere = await hat('shi1', other)
  const deputy = await hat('dai1', other)
  await books.db.ownerPool.query(
    `insert into public.assignment (account_id, county, role, area, office, valid_from, valid_to, deputy_for, reason, granted_by, granted_at)
     select $1, county, role, area, office, '2020-01-01', '2999-01-01', id, '外出', account_id, now() from public.assignment where account_id = $2`,
    [deputy, account],
  )
  const { id } = await call<{ id: number }>(merge, { ...ask, paper: '民政批复〔2024〕8号' })
  await expect(problemOf(call(merge, { ...ask, paper: '民政批复' }))).resolves.toMatchObject({
    code: 'area.moving',
  })
  const stranger = books.actor({ verbs: ['area.mergePlaces'], reads: ['area'], writes: ['area'] })
  await expect(problemOf(call(resume, { id }, stranger))).resolves.toMatchObject({ code: 'area.others' })
  await call(resume, { id })
  const job = mergerJob(registry, 1)
  const input = { id, reason: '并入桥溪村（2024-06-01，民政批复〔2024〕8号）' }
  let [state, done, chunks] = [undefined as unknown, false, 0]
  while (!done) {
    const step = await books.run(admin, (ctx) =>
      job.chunk(ctx, input as never, state as never, { apart: (work) => work(ctx) }),
    )
    ;[state, done, chunks] = [step.state, step.done, chunks + 1]
  }
  expect(chunks).toBe(2 + 3 + 1 + 1)

  const now = await books.work((ctx) => asOf(ctx, person, who))
  expect(now).toMatchObject({ area: `${fresh}003`, changeReason: input.reason, updatedBy: admin.accountId })
  expect(await books.work((ctx) => asOf(ctx, person, willow?.people.罗柳 ?? 0))).toMatchObject({
    area: `${fresh}004`,
  })
  expect(await books.work((ctx) => asOf(ctx, household, willow?.id ?? 0))).toMatchObject({
    area: `${fresh}004`,
  })
  const then: { row: { areaName: string } } = await books.door(books.clerk, 'register.get', {
    register: 'household',
    id: bridge?.id,
    known: '2024-02-01',
  })
  expect(then.row.areaName).toBe('柳溪镇 石桥村 三组')
  expect(await books.work((ctx) => asOf(ctx, person, who, { known: before }))).toMatchObject({ area: group })

  const places = await books.work(
    async ({ tx }) =>
      (
        await sql<{
          code: string
          until: string
          successor: string
        }>`select code, until, successor from area where until is not null order by code`.execute(tx)
      ).rows,
  )
  expect(places).toEqual([
    { code: village, until: '2024-06-01', successor: fresh },
    { code: group, until: '2024-06-01', successor: `${fresh}003` },
    { code: second, until: '2024-06-01', successor: fresh },
    { code: `${second}003`, until: '2024-06-01', successor: `${fresh}004` },
    { code: `${second}004`, until: '2024-06-01', successor: `${fresh}005` },
  ])

  const { rows: hats } = await books.db.ownerPool.query(
    'select area, revoked_at is null as worn from public.assignment where account_id = any($1) order by id',
    [[account, elsewhere]],
  )
  expect(hats).toEqual([
    { area: village, worn: false },
    { area: other, worn: true },
    { area: fresh, worn: true },
  ])
  const { rows: links } = await books.db.ownerPool.query(
    `select account_id from public.access_record where kind = 'assignment.follow'`,
  )
  expect(links.map((row) => Number(row.account_id)).sort()).toEqual([account, deputy].sort())
  const { rows: standsFor } = await books.db.ownerPool.query(
    `select d.area, o.account_id as of from public.assignment d join public.assignment o on o.id = d.deputy_for
     where d.account_id = $1 and d.revoked_at is null and o.revoked_at is null`,
    [deputy],
  )
  expect(standsFor.map((row) => [row.area, Number(row.of)])).toEqual([[fresh, account]])

  const mine = books.actor({}, fresh)
  const told = await doors.of('household', bridge?.id ?? 0, mine)
  expect(told.timeline.map(({ name }) => name)).toEqual(['headChange'])
  const { entries }: { entries: { act: string; changes: { field: string; before: string }[] }[] } =
    await books.door(mine, 'register.history', { register: 'person', id: who })
  expect(entries.map(({ act }) => act)).toEqual(['change', 'change', 'create'])
  expect(entries[0]?.changes).toMatchObject([{ field: 'area', before: group }])
  const gone = books.door(books.actor({}, village), 'register.get', { register: 'household', id: bridge?.id })
  await expect(problemOf(gone)).resolves.toMatchObject({ code: 'register.notFound' })

  const refused = await problemOf(books.work((ctx) => insertRow(ctx, person, { name: '新人', area: group })))
  expect(refused).toMatchObject({ code: 'area.ended' })

  const book = areaBook(await books.work((ctx) => allAreas(ctx)))
  const code = (text: string) => book.find(text, '990101')
  expect(code('石桥村三组')).toEqual({ ok: true, code: `${fresh}003` })
  expect(code('柳溪村3组')).toEqual({ ok: true, code: `${fresh}004` })
  expect(code(`${second}004`)).toEqual({ ok: true, code: `${fresh}005` })
  expect(code('桥溪村三组')).toEqual({ ok: true, code: `${fresh}003` })
  expect(book.mentioned(['石桥村养老名册'], fresh)).toBe(fresh)

  await expect(problemOf(call(resume, { id }))).resolves.toMatchObject({ code: 'area.over' })
  const listed = await call<{
    mergers: { state: string; hats: number; rows: { label: { zh: string }; count: number }[] }[]
  }>(mergers, {})
  expect(listed.mergers[0]).toMatchObject({ state: 'done', hats: 2 })
  expect(
    Object.fromEntries(listed.mergers[0]?.rows.map(({ label, count }) => [label.zh, count]) ?? []),
  ).toEqual({ 农户: 2, 人员: 3, 就业经历: 1 })
})
