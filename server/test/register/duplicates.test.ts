/** One person, one record: found at entry and in bulk, merged with everything that points to it, taken apart again. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day, isProblem } from '#kernel'
import { accountsHeld, findHolders, openAccount } from '#ledger'
import type { Actor, AnyOperation } from '#platform'
import { duplicateJobs, duplicateOperations, insertRow, updateRow } from '#register'
import { systems } from '#systems'
import {
  employmentSpell,
  landTake,
  protectedPerson,
} from '../../src/systems/land-security/registers/index.ts'
import { official, person } from '../../src/systems/population/registers/index.ts'
import type { Books } from './books.ts'
import {
  addPerson,
  freshId,
  group,
  openBooks,
  other,
  problemOf,
  registers,
  registry,
  village,
} from './books.ts'

let books: Books
const doors = new Map<string, AnyOperation>(
  duplicateOperations({ registers, ports: { accounts: accountsHeld } }).map((op) => [
    op.name,
    op as AnyOperation,
  ]),
)
const [job] = duplicateJobs(registry)

beforeAll(async () => {
  books = await openBooks()
})
afterAll(() => books.close())

// `as`: each test says what it expects of the output
const door = <T>(actor: Actor, name: string, input: unknown) =>
  books.call(actor, doors.get(name) as AnyOperation, input) as Promise<T>
const born = day('1963-07-15')

type Row = { id: number; version: number }
const twoOf = (name: string, more: object = {}, less: object = {}) =>
  books.work(async (ctx) => ({
    kept: (await addPerson(ctx, name, { birthDate: born, ...more })) as unknown as Row,
    gone: (await addPerson(ctx, name, { birthDate: born, idNumber: null, ...less })) as unknown as Row,
  }))
const asked = ({ kept, gone }: { kept: Row; gone: Row }, taken: string[] = []) => ({
  register: 'person',
  keptId: kept.id,
  goneId: gone.id,
  keptVersion: kept.version,
  goneVersion: gone.version,
  taken,
  reason: '户口簿核对为同一人',
})

describe('at entry', () => {
  type Found = {
    candidates: {
      row: { id: number; values: { idNumber: string | null } }
      likely: boolean
      reasons: { text: { zh: string } }[]
    }[]
    beyond: { place: string; text: { zh: string } }[]
  }
  const look = (actor: Actor, values: object) =>
    door<Found>(actor, 'duplicate.candidates', { register: 'person', values })

  test('a name of the same sound, of the same look, and another spelling are found with their reasons', async () => {
    const { kept } = await twoOf('韦建未')
    for (const [name, reason] of [
      ['韦建未', '姓名相同'],
      ['韦健未', '姓名同音'],
      ['韦建末', '姓名字形相近'],
    ]) {
      const { candidates } = await look(books.clerk, { name, birthDate: born, area: group })
      const found = candidates.find(({ row }) => row.id === kept.id)
      expect(
        found?.reasons.map(({ text }) => text.zh),
        name,
      ).toContain(reason)
    }
  })

  test('somebody else of the village is not proposed', async () => {
    await twoOf('莫文斌')
    const { candidates } = await look(books.clerk, { name: '莫文斌', birthDate: '1990-01-01', area: group })
    expect(candidates).toEqual([])
  })

  test('outside the area only the township and what agrees is told, and only of what is certain', async () => {
    const idNumber = freshId('1971-03-02')
    await books.work((ctx) => addPerson(ctx, '蒙秀兰', { idNumber, birthDate: day('1971-03-02') }))
    const elsewhere = books.actor(undefined, other)
    const found = await look(elsewhere, { name: '蒙秀兰', birthDate: '1971-03-02', area: other })
    expect(found).toEqual({
      candidates: [],
      beyond: [{ place: '柳溪镇', text: expect.objectContaining({ zh: '姓名和出生日期相同' }) }],
    })
    expect((await look(elsewhere, { name: '别人', idNumber })).beyond.map(({ text }) => text.zh)).toEqual([
      '号码相同',
    ])
    expect((await look(elsewhere, { name: '蒙秀兰' })).beyond).toEqual([])
  })

  test('who does not see numbers gets no candidate and no reason by number, and sees it masked', async () => {
    const idNumber = freshId('1980-05-05')
    await books.work((ctx) => addPerson(ctx, '覃月娥', { idNumber, birthDate: day('1980-05-05') }))
    const blind = books.actor({ verbs: ['person.write'], reads: ['*'], writes: ['*'], sees: [] })
    const { candidates } = await look(blind, { name: '覃月娥', birthDate: '1980-05-05', area: group })
    expect(candidates[0]?.row.values.idNumber).toBe(`${idNumber.slice(0, 6)}********${idNumber.slice(-4)}`)
    expect(candidates[0]?.reasons.map(({ text }) => text.zh).join()).not.toContain('号码')
  })
})

describe('in bulk', () => {
  type Listed = {
    pairs: { rows: Row[]; state: string; reason: string | null }[]
    counts: Record<string, number>
  }
  const search = async () => {
    let [state, done]: [unknown, boolean] = [undefined, false]
    while (!done)
      ({ state, done } = await books.work(
        (ctx) =>
          job?.chunk(ctx, { register: 'person' } as never, state as never) as Promise<{
            state: unknown
            done: boolean
          }>,
      ))
  }
  const list = (state = 'open') =>
    door<Listed>(books.clerk, 'duplicate.list', { register: 'person', state, limit: 100 })
  const holds = ({ pairs }: Listed, { kept, gone }: { kept: Row; gone: Row }) =>
    pairs.some(({ rows }) => rows.some(({ id }) => id === kept.id) && rows.some(({ id }) => id === gone.id))

  test('a pair is found, and once said to be two it is never proposed again, with who and why', async () => {
    const both = await twoOf('龙金凤')
    await search()
    expect(holds(await list(), both)).toBe(true)
    const pair = { register: 'person', a: both.kept.id, b: both.gone.id }
    await door(books.clerk, 'duplicate.apart', { ...pair, reason: '堂姐妹，已到户核实' })
    await search()
    expect(holds(await list(), both)).toBe(false)
    const apart = (await list('apart')).pairs.find(({ rows }) => rows.some(({ id }) => id === both.kept.id))
    expect(apart).toMatchObject({
      state: 'apart',
      reason: '堂姐妹，已到户核实',
      decidedName: books.clerk.name,
    })
    const refused = await problemOf(door(books.clerk, 'duplicate.merge', asked(both)))
    expect(refused.code).toBe('duplicate.saidApart')
  })

  test('a pair that is no longer alike goes from the list', async () => {
    const both = await twoOf('田卫民')
    await search()
    await books.work((ctx) =>
      updateRow(ctx, person, {
        ...both.gone,
        values: { birthDate: day('1991-01-01') },
        reason: '对照户口簿',
      }),
    )
    await search()
    expect(holds(await list(), both)).toBe(false)
  })

  test('two of one number that the police have confirmed are not proposed', async () => {
    const idNumber = freshId()
    const both = await twoOf('何青', { idNumber }, { idNumber, sharedNumber: 1 })
    await search()
    expect(holds(await list(), both)).toBe(false)
  })
})

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
      entries: { act: string; reason: string }[]
    }
    expect(history.entries[0]).toMatchObject({
      act: 'remove',
      reason: expect.stringContaining(`并入编号 ${both.kept.id}`),
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
})

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

async function versionOf(id: number): Promise<number> {
  const { row } = (await books.door(books.clerk, 'register.get', { register: 'person', id })) as { row: Row }
  return row.version
}
