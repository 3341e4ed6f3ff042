/** Names found by the characters that stand together: against the plain condition, and rows from before there were pairs. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertRows } from '#register'
import { askedKeys, nameKeys } from '../../src/register/search-keys.ts'
import { searchRows } from '../../src/register/search-store.ts'
import { person } from '../../src/systems/population/registers/index.ts'
import type { Books } from './books.ts'
import { group, openBooks } from './books.ts'

const names = [
  '王秀英',
  '王英秀',
  '秀王英',
  '李王秀',
  '王秀',
  '王',
  '王秀秀',
  '阿卜杜·王秀',
  '𠮷秀英',
  '王A秀',
  'Ann Li',
]
const asked = ['王秀', '秀英', '王', '秀秀', '秀王', '王秀英', '杜·王', '𠮷秀', '王A', '英王', 'A秀']
const migration = readFileSync(
  new URL('../../migrations/county/0310_search_pairs.sql', import.meta.url),
  'utf8',
)

let books: Books
beforeAll(async () => {
  books = await openBooks()
  await books.work((ctx) =>
    insertRows(
      ctx,
      person,
      names.map((name) => ({ name, area: group })),
    ),
  )
})
afterAll(() => books.close())

/** As migrations run. */
const inCounty = (text: string) =>
  books.db.ownerPool.query(`set search_path = c990101, public; ${text}; reset search_path`)

async function keysOfAll(): Promise<string[][]> {
  const { rows } = await books.db.ownerPool.query<{ keys: string[] }>(
    'select search_keys as keys from c990101.person order by id',
  )
  return rows.map(({ keys }) => [...keys].sort())
}

/** What the search finds by characters, not by sound. */
async function found(text: string): Promise<string[]> {
  const { rows } = await books.work(async (ctx) => {
    const { ids, sameSound } = await searchRows(ctx, person, text)
    return books.db.ownerPool.query<{ name: string }>('select name from c990101.person where id = any($1)', [
      sameSound ? [] : ids,
    ])
  })
  return rows.map(({ name }) => name).sort()
}

test('a text finds the names that hold it, in its order', async () => {
  for (const text of asked)
    expect(await found(text), text).toEqual(names.filter((name) => name.includes(text)).sort())
})

test('rows from before get the same keys as rows of today, and nobody changed them', async () => {
  const today = await keysOfAll()
  const pool = books.db.ownerPool
  await inCounty(`update person set search_keys =
    array(select k from unnest(search_keys) as k where char_length(k) <> 2 or k ~ '^[a-z]+$')`)
  const state = () =>
    pool.query(
      'select array_agg(version order by id) as v, (select count(*) from c990101.person_history) as h from c990101.person',
    )
  const before = (await state()).rows
  expect(await keysOfAll()).not.toEqual(today)
  await inCounty(migration)
  expect(await keysOfAll()).toEqual(today)
  expect((await state()).rows).toEqual(before)
})

test('any piece of any name asks for keys that the name has', () => {
  const letter = fc.constantFrom(...'王秀英李·A bz𠮷阿')
  const pieces = fc
    .tuple(fc.array(letter, { maxLength: 6 }), fc.nat(6), fc.nat(6))
    .map(([name, from, length]) => ({ name: name.join(''), piece: name.slice(from, from + length).join('') }))
  fc.assert(
    fc.property(pieces, ({ name, piece }) => {
      expect(nameKeys(name)).toEqual(expect.arrayContaining(askedKeys(piece)))
    }),
    { numRuns: 500 },
  )
})
