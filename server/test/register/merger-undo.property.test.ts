/** Whatever is merged and whatever happens meanwhile: undone, everything stands as before, and what came stands where it is of. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, AnyOperation } from '#platform'
import { insertRow, mergerJob, mergerOperations, undoMergerJob } from '#register'
import { area, person } from '../../src/systems/population/registers/index.ts'
import type { Books } from './books.ts'
import { group, openBooks, other, registry, village } from './books.ts'
import { addHome, everything, type Home } from './events/homes.kit.ts'
import { workOff } from './merger.kit.ts'

const villages = [village, '990101103202', '990101103203']
const fresh = '990101103210'
const places = [
  village,
  group,
  villages[1],
  `${villages[1]}003`,
  `${villages[1]}004`,
  villages[2],
  `${villages[2]}001`,
]
const [, merge, , , , undo] = mergerOperations(registry)
let books: Books
let admin: Actor
let homes: Home[] = []

beforeAll(async () => {
  books = await openBooks()
  admin = books.actor({ verbs: ['area.mergePlaces'], reads: ['area'], writes: ['area'] }, '990101', {
    accountId: 9001,
  })
  await books.work(async (ctx) => {
    for (const [at, code] of [villages[1], villages[2]].entries())
      await insertRow(ctx, area, { code: code ?? '', name: `${'柳竹'[at]}村`, level: 'village' })
    for (const code of [places[3], places[4], places[6]])
      await insertRow(ctx, area, { code: code ?? '', name: `${code?.slice(-1)}组`, level: 'group' })
    homes = []
    for (const code of [...places, other])
      homes.push(await addHome(ctx, { [`户${code?.slice(-6)}`]: 'head', 某人: 'child' }, { area: code }))
  })
  await books.db.ownerPool.query(
    `with a as (insert into public.account (login, name, office, password_hash, password_changed_at, created_at, created_by)
       select 'p' || n, '某', '村委会', 'x', now(), now(), 0 from generate_series(1, 3) n returning id)
     insert into public.assignment (account_id, county, role, area, office, valid_from, granted_by, granted_at)
       select id, '990101', 'village', ($1::text[])[row_number() over ()], '村委会', '2020-01-01', 0, now() from a`,
    [villages],
  )
})
afterAll(() => books.close())

const call = (op: AnyOperation, input: object) => books.call(admin, op, input) as Promise<{ id: number }>

const work = (job: ReturnType<typeof mergerJob>, id: number) => workOff({ books, admin }, job, id)

/** The two registers, the places in use and who has which role where. */
async function all(): Promise<unknown[]> {
  const { rows } = await books.db.ownerPool.query(
    'select account_id, role, area from public.assignment where revoked_at is null order by account_id',
  )
  const areas = await books.work(
    async ({ tx }) =>
      (
        await sql`select code, name, until, successor from area where deleted_at is null order by code`.execute(
          tx,
        )
      ).rows,
  )
  return [await books.work(everything), areas, rows]
}

const merger = fc.record({
  from: fc.subarray([0, 1, 2], { minLength: 1, maxLength: 2 }),
  stays: fc.boolean(),
  size: fc.integer({ min: 3, max: 30 }),
})
type Asked = typeof merger extends fc.Arbitrary<infer T> ? T : never

const asking = ({ from, stays }: Asked) => {
  const left = villages.filter((_, at) => !from.includes(at))
  return {
    from: from.map((at) => villages[at]),
    into: { code: stays ? left[0] : fresh, name: '新村' },
    on: '2024-06-01',
    paper: '批复',
  }
}

test('a merger that is undone leaves registers, places and roles as they were', async () => {
  await fc.assert(
    fc.asyncProperty(merger, async (asked) => {
      const before = await all()
      const { id } = await call(merge as AnyOperation, asking(asked))
      await work(mergerJob(registry, asked.size), id)
      expect(await all()).not.toEqual(before)
      await call(undo as AnyOperation, { id, reason: '误办' })
      await work(undoMergerJob(registry, asked.size), id)
      expect(await all()).toEqual(before)
    }),
    { numRuns: 8 },
  )
}, 60_000)

const meanwhile = fc.array(
  fc.record({ act: fc.constantFrom('came', 'left', 'shifted'), who: fc.nat(20), to: fc.nat(20) }),
  { maxLength: 5 },
)

test('what happens meanwhile: who came to a group is of its old group, who left stays away, who shifted is of his village', async () => {
  let seq = 0
  await fc.assert(
    fc.asyncProperty(merger, meanwhile, async (asked, acts) => {
      const given = asking(asked)
      const start = await standing()
      const { id } = await call(merge as AnyOperation, given)
      await work(mergerJob(registry, 50), id)
      const now = await standing()
      /** Codes that the merger made, and the one old place of each; of the village itself there may be several. */
      const olds = Map.groupBy([...start], ([one]) => now.get(one) ?? '')
      const into = given.into.code ?? ''
      const made = [...new Set(now.values())].filter(
        (code) => code.startsWith(into) && !places.includes(code),
      )
      const oldOf = (code: string) => [...new Set((olds.get(code) ?? []).map(([, old]) => old))]
      const rest = given.from[0] ?? ''
      const expected = new Map(start)
      const there = [...now.keys()].filter((one) => made.includes(now.get(one) ?? ''))
      for (const { act, who, to } of acts) {
        const code = made[to % Math.max(1, made.length)]
        if (code === undefined) continue
        if (act === 'came') {
          const row = await books.work((ctx) => insertRow(ctx, person, { name: `来${++seq}`, area: code }))
          const [only, second] = oldOf(code)
          expected.set(row.id, second === undefined ? (only ?? '') : rest)
          continue
        }
        const one = there[who % there.length]
        if (one === undefined) continue
        const goes = act === 'left' ? other : code
        await put(one, goes)
        const was = start.get(one) ?? ''
        const back = oldOf(goes)
        // Back where he was; else into the one old place; else into the old village that he was of.
        const here = back.includes(was)
          ? was
          : back.length === 1
            ? back[0]
            : back.find((old) => was.startsWith(old))
        expected.set(one, act === 'left' ? other : (here ?? ''))
      }
      const needs = given.from.length > 1 && !asked.stays
      await call(undo as AnyOperation, { id, reason: '误办', ...(needs ? { rest } : {}) })
      await work(undoMergerJob(registry, 9), id)
      expect(await standing()).toEqual(expected)
      for (const [one, code] of start) if (expected.get(one) !== code) await put(one, code)
    }),
    { numRuns: 8 },
  )
}, 60_000)

/** Where every person of the villages stands. */
async function standing(): Promise<Map<number, string>> {
  const { rows } = await books.db.ownerPool.query(
    'select id, area from c990101.person where deleted_at is null order by id',
  )
  return new Map(rows.map((row) => [Number(row.id), row.area]))
}

async function put(id: number, to: string): Promise<void> {
  const { row }: { row: { version: number } } = await books.door(books.clerk, 'register.get', {
    register: 'person',
    id,
  })
  const values = { area: to }
  await books.door(books.clerk, 'register.save', {
    register: 'person',
    id,
    version: row.version,
    values,
    reason: '改',
  })
}
