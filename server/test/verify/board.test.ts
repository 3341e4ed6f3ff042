/** The board at size: pages in every order and filter, sums, many settled at once. Expected values are worked out from the rows. */
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import type { AnyOperation } from '#platform'
import { act, add, at, doors, number, openDesk, other, run, village } from './desk.kit.ts'

openDesk()

type Kept = {
  id: number
  area: string
  check: string
  amount: string | null
  state: string
  handler: string | null
}
const ask = <T>(name: string, input: object, actor = at.reviewer) =>
  at.county.call(actor, doors[name] as AnyOperation, input) as Promise<T>
const page = (input: object, actor = at.reviewer) =>
  ask<{ findings: Kept[]; next: number | null }>('verify.list', input, actor)

/** Row by row as PostgreSQL has them, to be sorted here. */
type Plain = {
  id: number
  area: string
  check: string
  amount: number | null
  state: string
  handler: number | null
  day: number
}
let rows: Plain[] = []

const days = [0, 3, 3, 40, 200]
const checks = ['person.sex', 'person.birthDate', 'person.lived']
const states = ['open', 'checking', 'explained', 'corrected', 'open']

/** Two hundred findings over two villages, with equal days, equal amounts and none. */
beforeEach(async () => {
  rows = Array.from({ length: 200 }, (_, i) => ({
    id: 0,
    area: i % 3 === 0 ? other : village,
    check: checks[Math.floor(i / 2) % 3] ?? '',
    amount: i % 4 === 0 ? null : ((i * 31) % 9) * 100,
    state: states[i % 5] ?? '',
    handler: states[i % 5] === 'open' ? null : 900 + (i % 2),
    day: days[Math.floor(i / 5) % 5] ?? 0,
  }))
  const made = await at.county.db.ownerPool.query<{ id: string }>(
    `insert into c990101.finding (area, check_id, key, register, row_ids, level, verdict, place, stated, computed, fingerprint,
       people, amount, state, handler_id, handler, found_at, handled_at)
     select area, "check", 's' || no, 'person', array[no], 'doubt', 'contradiction', '{"zh":"","en":""}', '', '', '', 1, amount, state, handler,
       '经办' || handler, now() - make_interval(days => day), now() - make_interval(days => day / 2)
     from jsonb_to_recordset($1) as r(no bigint, area text, "check" text, amount bigint, state text, handler bigint, day int)
     order by r.no returning id`,
    [JSON.stringify(rows.map((row, no) => ({ ...row, no })))],
  )
  for (const [i, { id }] of made.rows.entries()) Object.assign(rows[i] as Plain, { id: Number(id) })
})

const keysOf: Record<string, (row: Plain) => (string | number)[]> = {
  area: ({ area, id }) => [area, id],
  check: ({ check, area, id }) => [check.toLowerCase(), area, id],
  age: ({ day, area, id }) => [-day, area, id],
  amount: ({ amount, area, id }) => [amount === null ? 1 : -amount, area, id],
}

function sorted(order: string, wanted: (row: Plain) => boolean): number[] {
  const key = keysOf[order] as (row: Plain) => (string | number)[]
  const before = (a: Plain, b: Plain) => {
    const [x, y] = [key(a), key(b)]
    const at = x.findIndex((value, i) => value !== y[i])
    return (x[at] as string) < (y[at] as string) ? -1 : 1
  }
  return rows
    .filter(wanted)
    .sort(before)
    .map(({ id }) => id)
}

async function walk(input: object, actor = at.reviewer): Promise<number[]> {
  const ids: number[] = []
  for (let after: number | null = 0; after !== null; ) {
    const got: { findings: Kept[]; next: number | null } = await page(
      { ...input, limit: 17, ...(after ? { after } : {}) },
      actor,
    )
    ids.push(...got.findings.map(({ id }) => id))
    after = got.next
  }
  return ids
}

const isOpen = ({ state }: Plain) => state === 'open' || state === 'checking'

describe('pages', () => {
  it.each(['area', 'check', 'age', 'amount'])(
    'in the order %s go once through what is open, and through all',
    async (order) => {
      expect(await walk({ order })).toEqual(sorted(order, isOpen))
      const every = ['open', 'checking', 'explained', 'corrected']
      expect(await walk({ order, states: every })).toEqual(sorted(order, () => true))
    },
  )

  it('of a place, a rule, a state, a handler, an age, and of several of these', async () => {
    const cases: [object, (row: Plain) => boolean][] = [
      [{ area: other.slice(0, 9) }, (row) => isOpen(row) && row.area === other],
      [{ check: 'person.lived' }, (row) => isOpen(row) && row.check === 'person.lived'],
      [{ states: ['checking'] }, (row) => row.state === 'checking'],
      [{ handler: 901 }, (row) => isOpen(row) && row.handler === 901],
      [{ handler: 'none' }, (row) => isOpen(row) && row.handler === null],
      [{ days: 40 }, (row) => isOpen(row) && row.day >= 40],
      [
        { days: 3, check: 'person.sex', area: village, states: ['explained', 'open'] },
        (row) =>
          ['explained', 'open'].includes(row.state) &&
          row.day >= 3 &&
          row.check === 'person.sex' &&
          row.area === village,
      ],
    ]
    for (const [input, wanted] of cases) {
      const expected = sorted('amount', wanted)
      expect(expected.length).toBeGreaterThan(0)
      expect(await walk({ ...input, order: 'amount' })).toEqual(expected)
      const { total } = await ask<{ total: { count: number } }>('verify.tally', input)
      expect(total.count).toBe(expected.length)
    }
  })

  it('end at the fence, also behind a row of another area', async () => {
    const township = at.county.actor({}, other.slice(0, 9))
    expect(await walk({ order: 'age' }, township)).toEqual(
      sorted('age', (row) => isOpen(row) && row.area === other),
    )
    const foreign = rows.find(({ area }) => area === village)?.id ?? 0
    await expect(page({ order: 'age', after: foreign }, township)).rejects.toMatchObject({
      code: 'verify.notFound',
    })
    const blind = at.county.actor({ reads: ['person'], writes: ['person'] })
    expect((await page({}, blind)).findings).toEqual([])
    expect(await ask('verify.tally', {}, blind)).toMatchObject({ total: { count: 0 }, handlers: [] })
  })
})

describe('sums', () => {
  it('count by handler, by township for the county, by village in a township', async () => {
    const { handlers } = await ask<{ handlers: { id: number; count: number }[] }>('verify.tally', {})
    const of = (id: number) => rows.filter((row) => isOpen(row) && row.handler === id).length
    expect(new Map(handlers.map(({ id, count }) => [id, count]))).toEqual(
      new Map([900, 901].map((id) => [id, of(id)])),
    )
    type Places = { places: { area: string; open: number; checking: number; days: number }[] }
    const mine = rows.filter((row) => isOpen(row) && row.area === village)
    const counts = {
      open: mine.filter(({ state }) => state === 'open').length,
      checking: mine.filter(({ state }) => state === 'checking').length,
      days: Math.max(...mine.map(({ day }) => day)),
    }
    const { places } = await ask<Places>('verify.board', {})
    expect(places.map(({ area }) => area)).toEqual([village.slice(0, 9), other.slice(0, 9)])
    expect(places[0]).toMatchObject(counts)
    const inside = await ask<Places>('verify.board', {}, at.county.actor({}, village.slice(0, 9)))
    expect(inside.places).toMatchObject([{ area: village, areaName: '柳溪镇 石桥村', ...counts }])
  })

  it('tell the weeks: open at the end of each, found and closed in it', async () => {
    type Weeks = { weeks: { week: string; open: number; found: number; closed: number }[] }
    const { weeks } = await ask<Weeks>('verify.board', {})
    const today = (
      await at.county.db.ownerPool.query<{ day: string }>(
        `select (now() at time zone 'Asia/Shanghai')::date::text as day`,
      )
    ).rows[0]
    const number = (text: string) => Date.parse(text) / 86_400_000
    const [now, closedOn] = [
      number(today?.day ?? ''),
      (row: Plain) => number(today?.day ?? '') - Math.floor(row.day / 2),
    ]
    expect(weeks).toHaveLength(12)
    for (const { week, open, found, closed } of weeks) {
      const [from, to] = [number(week), number(week) + 7]
      const within = (at: number) => at >= from && at < to
      expect({ week, open, found, closed }).toEqual({
        week,
        open: rows.filter((row) => now - row.day < to && (isOpen(row) || closedOn(row) >= to)).length,
        found: rows.filter((row) => within(now - row.day)).length,
        closed: rows.filter((row) => !isOpen(row) && within(closedOn(row))).length,
      })
    }
  })
})

describe('many at once', () => {
  type Settled = { settled: number[]; refused: { findingId: number; code: string }[] }
  const many = (findingIds: number[], as: string, actor = at.reviewer) =>
    ask<Settled>('verify.actMany', { findingIds, as, note: '户口簿核过' }, actor)

  it('are settled, and those that cannot be are told with their reason', async () => {
    const open = rows.filter(isOpen).map(({ id }) => id)
    const shut = rows.filter((row) => !isOpen(row)).map(({ id }) => id)
    const { settled, refused } = await many([...open, ...shut, 999_999_999], 'explain')
    expect(settled).toEqual(open)
    expect(new Map(refused.map(({ findingId, code }) => [findingId, code]))).toEqual(
      new Map([
        ...shut.map((id): [number, string] => [id, 'verify.closed']),
        [999_999_999, 'verify.notFound'],
      ]),
    )
    const { acts } = await ask<{ acts: object[] }>('verify.get', { findingId: open[0] })
    expect(acts).toMatchObject([{ name: at.reviewer.name, toState: 'explained', note: '户口簿核过' }])
    expect((await page({})).findings).toEqual([])
  })

  it('as corrected only where the register was put right, and never by who reported', async () => {
    for (const seq of [11, 13])
      await add({ name: '王伟', idNumber: number('1963-07-15', seq), sex: 'female' })
    await run('person.sex')
    const found = (await page({ check: 'person.sex' })).findings
    const [right = 0, wrong = 0] = found.map(({ id }) => id)
    await at.county.run(at.clerk, ({ tx }) =>
      sql`update person set sex = 'male' where id = (select row_ids[1] from finding where id = ${right})`.execute(
        tx,
      ),
    )
    expect((await many([right, wrong], 'explain', at.clerk)).refused.map(({ code }) => code)).toEqual([
      'verify.ownFigure',
      'verify.ownFigure',
    ])
    const { settled, refused } = await many([right, wrong], 'correct')
    expect(settled).toEqual([right])
    expect(refused).toMatchObject([{ findingId: wrong, code: 'verify.stillThere' }])
    expect(await act(wrong, 'check')).toEqual({ state: 'checking' })
  })
})
