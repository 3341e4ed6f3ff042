/** Two records of one person are merged with everything that points to them, by who may. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kernel'
import { findHolders, openAccount } from '#ledger'
import { insertRow, updateRow } from '#register'
import { systems } from '#systems'
import {
  employmentSpell,
  landTake,
  protectedPerson,
} from '../../src/systems/land-security/registers/index.ts'
import { person } from '../../src/systems/population/registers/index.ts'
import type { Books } from './books.ts'
import { addPerson, group, other, problemOf, village } from './books.ts'
import { asked, openDuplicates, type Row } from './duplicates.kit.ts'

let books: Books
let door: Awaited<ReturnType<typeof openDuplicates>>['door']
let twoOf: Awaited<ReturnType<typeof openDuplicates>>['twoOf']
beforeAll(async () => {
  ;({ books, door, twoOf } = await openDuplicates())
})
afterAll(() => books.close())

describe('merging', () => {
  test('what pointed to the one that goes points to the one that stays, the old page says where it went', async () => {
    const both = await twoOf('杨少华', {}, { phone: '13800000001' })
    await books.work((ctx) =>
      insertRow(ctx, employmentSpell, {
        ownerId: both.gone.id,
        validFrom: day('2020-01-01'),
        employer: '县水泥厂',
        kind: 'employee',
      }),
    )
    await door(books.clerk, 'duplicate.merge', asked(both, ['phone']))
    const now = (await books.door(books.clerk, 'register.get', { register: 'person', id: both.kept.id })) as {
      row: { values: { phone: string } }
      children: { employmentSpell: { count: number } }
    }
    expect(now.row.values.phone).toBe('13800000001')
    expect(now.children.employmentSpell.count).toBe(1)
    const gone = await problemOf(
      books.door(books.clerk, 'register.get', { register: 'person', id: both.gone.id }),
    )
    expect(gone).toMatchObject({ code: 'duplicate.merged', details: { id: both.kept.id, title: '杨少华' } })
    const history = (await books.door(books.clerk, 'register.history', {
      register: 'person',
      id: both.gone.id,
    })) as {
      entries: object[]
    }
    expect(history.entries[0]).toMatchObject({
      act: 'merge',
      merged: { keptId: both.kept.id, goneId: both.gone.id },
    })
  })

  test('two of one list of a taking, and two spells at one time, are not merged but said', async () => {
    const both = await twoOf('方正英')
    const taking = await books.work((ctx) =>
      insertRow(ctx, landTake, { name: '重复地块', area: village, takenOn: day('2023-06-30') } as never),
    )
    for (const { id } of [both.kept, both.gone])
      await books.work((ctx) => insertRow(ctx, protectedPerson, { ownerId: taking.id, person: id } as never))
    expect(await problemOf(door(books.clerk, 'duplicate.merge', asked(both)))).toMatchObject({
      code: 'duplicate.clash',
      details: { label: expect.objectContaining({ zh: '保障对象' }) },
    })
    const spells = await twoOf('方正豪')
    for (const { id } of [spells.kept, spells.gone])
      await books.work((ctx) =>
        insertRow(ctx, employmentSpell, {
          ownerId: id,
          validFrom: day('2020-01-01'),
          employer: '县水泥厂',
          kind: 'employee',
        }),
      )
    expect((await problemOf(door(books.clerk, 'duplicate.merge', asked(spells)))).code).toBe(
      'duplicate.clash',
    )
  })

  test('where both have money a second person confirms, and accounts are found under the one that stays', async () => {
    const both = await twoOf('罗玉田')
    const fund = systems.flatMap((one) => one.funds ?? [])[0]?.id ?? ''
    for (const { id } of [both.kept, both.gone])
      await books.work((ctx) =>
        openAccount(ctx, { fund, kind: 'individual', subject: { register: 'person', id }, area: group }),
      )
    const merge = await door<{ mergeId: number; state: string }>(books.clerk, 'duplicate.merge', asked(both))
    expect(merge.state).toBe('proposed')
    const confirm = { register: 'person', mergeId: merge.mergeId }
    expect((await problemOf(door(books.clerk, 'duplicate.confirm', confirm))).code).toBe(
      'duplicate.samePerson',
    )
    expect(await door(books.actor(), 'duplicate.confirm', confirm)).toMatchObject({ state: 'done' })
    const accounts = await books.work((ctx) =>
      findHolders(ctx, { fund, subjects: { register: 'person', ids: [both.kept.id] }, limit: 10 }),
    )
    expect(accounts.map(({ subject }) => subject.id).sort()).toEqual([both.kept.id, both.gone.id].sort())
  })

  test('who may not write the register, or sees only one of the two, merges nothing', async () => {
    const both = await twoOf('谭素珍')
    const reader = books.actor({ verbs: ['person.merge'], reads: ['*'], writes: ['duplicate'], sees: ['id'] })
    expect((await problemOf(door(reader, 'duplicate.merge', asked(both)))).code).toBe('platform.outOfScope')
    const far = await books.work(async (ctx) => ({
      kept: both.kept,
      gone: (await addPerson(ctx, '谭素珍', { area: other, idNumber: null })) as unknown as Row,
    }))
    const refused = await problemOf(door(books.actor(undefined, village), 'duplicate.merge', asked(far)))
    expect(refused.code).toBe('register.notFound')
  })

  test('an older version is refused with what differs', async () => {
    const both = await twoOf('邓长顺')
    await books.work((ctx) =>
      updateRow(ctx, person, { ...both.kept, values: { phone: '13800000009' }, reason: '本人提供' }),
    )
    expect((await problemOf(door(books.clerk, 'duplicate.merge', asked(both)))).code).toBe(
      'register.conflict',
    )
  })
})
