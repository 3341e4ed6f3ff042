/** Lists, totals, masks, and one record with all that belongs to it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bankCard, day } from '#kernel'
import { insertRow, insertRows } from '#register'
import { landTake, otherPension, protectedPerson } from '../../src/systems/land-security/registers/index.ts'
import { household, person } from '../../src/systems/population/registers/index.ts'
import type { Books } from './books.ts'
import { addPerson, openBooks, other, problemOf, village } from './books.ts'

let books: Books

beforeAll(async () => {
  books = await openBooks()
})
afterAll(() => books.close())

describe('lists', () => {
  test('pages by key in every order, unknown last, nothing twice and nothing left out', async () => {
    const here = books.actor({}, other)
    await books.run(here, (ctx) =>
      insertRows(
        ctx,
        person,
        Array.from({ length: 25 }, (_, i) => ({
          name: `甲${i % 7}`,
          area: other,
          ...(i % 3 === 0 ? {} : { birthDate: day(`19${70 + (i % 5)}-01-01`) }),
        })),
      ),
    )
    for (const order of [
      undefined,
      { field: 'name' },
      { field: 'birthDate' },
      { field: 'birthDate', desc: true },
    ]) {
      const seen: { id: number; values: { birthDate: string | null } }[] = []
      let after: string | undefined
      do {
        const page = (await books.door(here, 'register.list', {
          register: 'person',
          filter: [{ field: 'name', op: 'starts', value: '甲' }],
          limit: 4,
          ...(order ? { order } : {}),
          ...(after ? { after } : {}),
        })) as { rows: typeof seen; next: string | null; count: number | null }
        expect(page.count).toBe(after === undefined ? 25 : null)
        seen.push(...page.rows)
        after = page.next ?? undefined
      } while (after)
      expect(new Set(seen.map((row) => row.id)).size).toBe(25)
      expect(seen).toHaveLength(25)
      const days = seen.map((row) => row.values.birthDate)
      if (order?.field === 'birthDate') expect(days.slice(-9)).toEqual(Array(9).fill(null))
    }
  })

  test('totals say the known sum and how many are unknown', async () => {
    await books.work((ctx) =>
      insertRows(ctx, household, [
        { number: 'S1', headName: '甲', area: other, contracted: '2.36', members: 3 },
        { number: 'S2', headName: '乙', area: other, contracted: '1.1' },
        { number: 'S3', headName: '丙', area: other },
      ]),
    )
    const total = await books.door(books.clerk, 'register.total', {
      register: 'household',
      filter: [{ field: 'area', op: 'within', value: other }],
    })
    expect(total).toEqual({
      count: 3,
      sums: [
        { field: 'members', sum: '3', unknown: 2 },
        { field: 'contracted', sum: '3.46', unknown: 1 },
      ],
    })
  })

  test('a hidden value is masked, and cannot be filtered, sorted, searched, or changed', async () => {
    const blind = books.actor({ sees: ['phone'] })
    const row = await books.work((ctx) =>
      addPerson(ctx, '岑有才', {
        health: 'disabled',
        bankCard: bankCard('621700000000004'),
        phone: '13800004074',
      }),
    )
    const got = (await books.door(blind, 'register.get', { register: 'person', id: row.id })) as {
      row: { values: Record<string, unknown>; masked: string[] }
    }
    expect(got.row.masked.sort()).toEqual(['bankCard', 'health', 'idNumber'])
    expect(got.row.values).toMatchObject({
      idNumber: `990101********${String(row.idNumber).slice(-4)}`,
      health: null,
      phone: '13800004074',
    })
    expect(JSON.stringify(got)).not.toContain(String(row.idNumber))
    for (const input of [
      { filter: [{ field: 'health', op: 'eq', value: 'disabled' }] },
      { order: { field: 'idNumber' } },
    ])
      expect(
        (await problemOf(books.door(blind, 'register.list', { register: 'person', ...input }))).code,
      ).toBe('register.masked')
    expect(
      (
        await problemOf(
          books.door(blind, 'register.save', {
            register: 'person',
            id: row.id,
            version: 1,
            values: { health: 'healthy' },
            reason: '改',
          }),
        )
      ).code,
    ).toBe('register.masked')
  })

  test('a value is shown for a reason, with the verb for it, and the log keeps who and why', async () => {
    const row = await books.work((ctx) => addPerson(ctx, '岑小红'))
    const clerk2 = books.actor({ sees: [], verbs: ['person.read', 'person.reveal'] })
    const ask = { register: 'person', id: row.id, field: 'idNumber' }
    expect(await books.door(clerk2, 'register.reveal', { ...ask, reason: { code: 'card' } })).toEqual({
      value: row.idNumber,
      seconds: 60,
    })
    expect(
      (await problemOf(books.door(clerk2, 'register.reveal', { ...ask, reason: { code: 'other' } }))).code,
    ).toBe('register.reasonNeeded')
    expect(
      (
        await problemOf(
          books.door(books.actor({ verbs: ['person.read'] }), 'register.reveal', {
            ...ask,
            reason: { code: 'card' },
          }),
        )
      ).status,
    ).toBe(403)
    const kept = await books.db.ownerPool.query(
      `select body from c990101.audit_record where operation = 'register.reveal' and account_id = $1`,
      [clerk2.accountId],
    )
    expect(kept.rows).toHaveLength(1)
    expect(kept.rows[0].body).toContain('核对证件')
    expect(kept.rows[0].body).not.toContain(row.idNumber)
  })
})

describe('one record', () => {
  test('comes with what it owns, what points to it, and when each value was written', async () => {
    const row = await books.work((ctx) => addPerson(ctx, '周桂枝'))
    const take = await books.work((ctx) =>
      insertRow(ctx, landTake, { name: '石桥二期', area: village, takenOn: day('2023-06-30') }),
    )
    await books.work(async (ctx) => {
      await insertRow(ctx, protectedPerson, { ownerId: take.id, person: row.id, landLost: '2.36' })
      await insertRow(ctx, otherPension, {
        ownerId: row.id,
        kind: 'rural',
        monthly: 8000 as never,
        validFrom: day('2023-01-01'),
      })
    })
    const got = (await books.door(books.clerk, 'register.get', { register: 'person', id: row.id })) as Record<
      string,
      unknown
    >
    expect(got).toMatchObject({
      row: { title: '周桂枝', areaName: '柳溪镇 石桥村 三组' },
      children: {
        otherPension: { count: 1, rows: [{ values: { monthly: '80.00', kind: 'rural' } }] },
        employmentSpell: { count: 0 },
      },
      historyCount: 1,
    })
    expect(
      (got.pointers as { register: string; rows: { title: string; ownerTitle: string }[] }[]).find(
        (p) => p.register === 'protectedPerson',
      )?.rows,
    ).toMatchObject([{ title: '周桂枝', ownerTitle: '石桥二期' }])
  })
})
