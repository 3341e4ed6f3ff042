/** The search box, rare characters and hidden numbers included. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day, residentId } from '#kernel'
import { insertRow } from '#register'
import { person } from '../../src/systems/population/registers/index.ts'
import type { Books } from './books.ts'
import { addPerson, group, openBooks, other } from './books.ts'

let books: Books

beforeAll(async () => {
  books = await openBooks()
})
afterAll(() => books.close())

describe('finding', () => {
  const texts = (text: string, actor = books.clerk) =>
    books
      .door(actor, 'register.search', { text })
      .then((found: { groups: { register: string; sameSound: boolean; rows: { title: string }[] }[] }) =>
        found.groups
          .filter((g) => g.register === 'person')
          .flatMap((g) => g.rows.map((row) => row.title + (g.sameSound ? '（同音）' : ''))),
      )
  const idNumber = residentId('990101', day('1971-03-04'), 577)

  beforeAll(() =>
    books.work(async (ctx) => {
      await insertRow(ctx, person, { name: '单立新', area: group, idNumber, phone: '13812344071' })
      for (const name of ['欧阳海波', '覃𠮷安', '罗㙍玉', '岑颍', '昔勐', '周贵芝'])
        await addPerson(ctx, name)
    }),
  )

  test.each([
    ['单立新', ['单立新']],
    ['立新', ['单立新']],
    ['sly', []],
    ['slx', ['单立新']],
    ['shanlixin', ['单立新']],
    ['oyhb', ['欧阳海波']],
    ['ouyanghaibo', ['欧阳海波']],
    ['𠮷安', ['覃𠮷安']],
    ['㙍', ['罗㙍玉']],
    ['颍', ['岑颍']],
    ['勐', ['昔勐']],
    [idNumber, ['单立新']],
    [idNumber.slice(-4), ['单立新']],
    ['13812344071', ['单立新']],
    ['单利新', ['单立新（同音）']],
    ['没有此人', []],
    ['100%', []],
  ])('%s', async (text, names) => {
    expect(await texts(text)).toEqual(names)
  })

  test('an old number of 15 digits finds the person with the new one', async () => {
    const old = idNumber.slice(0, 6) + idNumber.slice(8, 17)
    expect(await texts(old)).toEqual(['单立新'])
  })

  test('who may not see numbers cannot find by them; another area finds nothing', async () => {
    const blind = books.actor({ sees: [] })
    expect(await texts(idNumber, blind)).toEqual([])
    expect(await texts(idNumber.slice(-4), blind)).toEqual([])
    expect(await texts('13812344071', blind)).toEqual([])
    expect(await texts('单立新', blind)).toEqual(['单立新'])
    expect(await texts('单立新', books.actor({}, other))).toEqual([])
    expect(await texts('单立新', books.actor({ reads: ['household'], writes: [] }))).toEqual([])
  })
})
