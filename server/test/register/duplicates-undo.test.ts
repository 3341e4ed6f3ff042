/** Merge then undo is the identity, whatever points to the two; chains of merges lead to their end. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day, isProblem } from '#kernel'
import { openPolicyRoom } from '#policy'
import { insertRow, registerFactSource, updateRow } from '#register'
import { systems } from '#systems'
import {
  employmentSpell,
  landTake,
  protectedPerson,
} from '../../src/systems/land-security/registers/index.ts'
import { official, person } from '../../src/systems/population/registers/index.ts'
import type { Books } from './books.ts'
import { addPerson, freshId, problemOf, registers, village } from './books.ts'
import { asked, openDuplicates, type Row } from './duplicates.kit.ts'

let books: Books
let door: Awaited<ReturnType<typeof openDuplicates>>['door']
let twoOf: Awaited<ReturnType<typeof openDuplicates>>['twoOf']
beforeAll(async () => {
  ;({ books, door, twoOf } = await openDuplicates())
})
afterAll(() => books.close())

/** Every row of every register as it stands, without what tells that it was written. */
async function standing(): Promise<Record<string, unknown[]>> {
  const out: Record<string, unknown[]> = {}
  for (const { table } of registers) {
    const { rows } = await books.db.ownerPool.query<{ row: object }>(
      `select to_jsonb(t) - '{version,updated_at,updated_by,change_reason}'::text[] as row from c990101.${table} t order by id`,
    )
    out[table] = rows.map(({ row }) => row)
  }
  return out
}

const fields = ['phone', 'name', 'birthDate', 'idNumber', 'hukou', 'note', 'area'] as const
const some = fc.record({
  takes: fc.subarray([...fields]),
  phones: fc.tuple(fc.constantFrom(null, '13800001111'), fc.constantFrom(null, '13800002222')),
  hukou: fc.tuple(fc.constantFrom(null, 'agricultural'), fc.constantFrom(null, 'non-agricultural')),
  number: fc.constantFrom('kept', 'gone', 'both', 'none'),
  spells: fc.tuple(fc.nat(3), fc.nat(3)),
  takings: fc.array(fc.constantFrom('kept', 'gone'), { maxLength: 3 }),
  posts: fc.tuple(fc.nat(2), fc.nat(2)),
  raw: fc.boolean(),
})

test('merge then undo is the identity, whatever points to the two', async () => {
  let seq = 0
  await fc.assert(
    fc.asyncProperty(some, async (given) => {
      const has = (who: 'kept' | 'gone') => given.number === who || given.number === 'both'
      const both = await twoOf(
        `合并${++seq}`,
        { phone: given.phones[0], hukou: given.hukou[0], idNumber: has('kept') ? freshId() : null },
        {
          phone: given.phones[1],
          hukou: given.hukou[1],
          idNumber: has('gone') ? freshId() : null,
          area: village,
          note: '入户时记',
          ...(given.raw ? { raw: { health: '不详' } } : {}),
        },
      )
      await books.work(async (ctx) => {
        for (const [at, row] of [both.kept, both.gone].entries()) {
          for (let i = 0; i < (given.spells[at] ?? 0); i++)
            await insertRow(ctx, employmentSpell, {
              ownerId: row.id,
              validFrom: day('2020-01-01'),
              employer: `单位${at}${i}`,
              kind: 'employee',
            })
          for (let i = 0; i < (given.posts[at] ?? 0); i++)
            await insertRow(ctx, official, {
              name: '干部',
              area: village,
              body: 'branch',
              post: `委员${i}`,
              person: row.id,
            } as never)
        }
        for (const [i, who] of given.takings.entries()) {
          const taking = await insertRow(ctx, landTake, {
            name: `地块${seq}-${i}`,
            area: village,
            takenOn: day('2023-06-30'),
          } as never)
          await insertRow(ctx, protectedPerson, { ownerId: taking.id, person: both[who].id } as never)
        }
      })
      const before = await standing()
      const taken = given.takes.filter((name) => name !== 'idNumber' || has('gone'))
      const merge = await door<{ mergeId: number; moved: number }>(
        books.clerk,
        'duplicate.merge',
        asked(both, taken),
      )
      const merged = await standing()
      const pointing = Object.values(merged)
        .flat()
        .filter((row) => (row as { person_id?: number }).person_id === both.gone.id)
      expect(pointing).toEqual([])
      expect(merge.moved).toBe(
        given.spells[1] + given.posts[1] + given.takings.filter((who) => who === 'gone').length,
      )
      const { left } = await door<{ left: string[] }>(books.clerk, 'duplicate.undo', {
        register: 'person',
        mergeId: merge.mergeId,
        reason: '并错了',
      })
      expect(left).toEqual([])
      expect(await standing()).toEqual(before)
    }),
    { numRuns: 15 },
  )
}, 60_000)

test('chains lead to their end, are undone from the end, and a field changed since keeps its later value', async () => {
  const first = await twoOf('陶春生', {}, { phone: '13800003333' })
  const third = (await books.work((ctx) => addPerson(ctx, '陶春生', { idNumber: null }))) as unknown as Row
  const one = await door<{ mergeId: number }>(books.clerk, 'duplicate.merge', asked(first, ['phone']))
  const kept = first.kept.id
  const second = asked({ kept: third, gone: { id: kept, version: await versionOf(kept) } })
  const two = await door<{ mergeId: number }>(books.clerk, 'duplicate.merge', second)
  const gone = await problemOf(
    books.door(books.clerk, 'register.get', { register: 'person', id: first.gone.id }),
  )
  expect(gone.details).toMatchObject({ id: third.id })
  const early = await problemOf(
    door(books.clerk, 'duplicate.undo', { register: 'person', mergeId: one.mergeId, reason: '并错了' }),
  )
  expect(isProblem(early, 'duplicate.laterFirst')).toBe(true)
  await door(books.clerk, 'duplicate.undo', { register: 'person', mergeId: two.mergeId, reason: '并错了' })
  const again = await versionOf(kept)
  await books.work((ctx) =>
    updateRow(ctx, person, {
      id: kept,
      version: again,
      values: { phone: '13800004444' },
      reason: '本人提供',
    }),
  )
  expect(
    await door(books.clerk, 'duplicate.undo', { register: 'person', mergeId: one.mergeId, reason: '并错了' }),
  ).toMatchObject({ left: ['phone'] })
})

test('what came while they were one stays, and whoever undoes the merge is told how much', async () => {
  const both = await twoOf('陶秋生')
  const spell = (ownerId: number, employer: string) =>
    books.work((ctx) =>
      insertRow(ctx, employmentSpell, { ownerId, validFrom: day('2020-01-01'), employer, kind: 'employee' }),
    )
  await spell(both.gone.id, '县水泥厂')
  const { mergeId } = await door<{ mergeId: number }>(books.clerk, 'duplicate.merge', asked(both))
  await spell(both.kept.id, '县糖厂')
  const subject = { register: 'person', id: both.kept.id }
  await books.work((ctx) =>
    openPolicyRoom({
      policies: systems.flatMap((one) => one.policies ?? []),
      bindings: systems.flatMap((one) => one.bindings ?? []),
      source: registerFactSource(registers),
    }).decideFor(ctx, { policy: 'land-security.reemployment', subject, on: '2025-01-01' }),
  )
  const undone = await door(books.clerk, 'duplicate.undo', { register: 'person', mergeId, reason: '并错了' })
  expect(undone).toMatchObject({ left: [], rests: { decisions: 1, vouchers: 0, rows: 1 } })
})

async function versionOf(id: number): Promise<number> {
  const { row } = (await books.door(books.clerk, 'register.get', { register: 'person', id })) as { row: Row }
  return row.version
}
