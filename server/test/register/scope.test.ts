/** Nobody sees, finds, sorts by, or changes what is outside role, area and mask: random actors against a naive oracle. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaContains, day, isProblem, maskId, maskPhone, residentId } from '#kernel'
import type { Actor, AnyOperation } from '#platform'
import { systems } from '#systems'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { registerOperations } from '../../src/register/operations.ts'
import { insertRows, updateRow } from '../../src/register/write-store.ts'
import { area, person } from '../../src/systems/population/registers/index.ts'

let county: TestCounty
const doors = Object.fromEntries(
  registerOperations({ registers: systems.flatMap((s) => s.registers ?? []) }).map((op) => [op.name, op]),
) as Record<string, AnyOperation>
const areas = [
  '990101',
  '990101101',
  '990101103',
  '990101101201',
  '990101103201',
  '990101103202',
  '990101103201001',
  '990101103201002',
]
const health = ['healthy', 'chronic', 'serious', 'disabled', null] as const
type Kept = {
  id: number
  name: string
  area: string
  idNumber: string
  phone: string | null
  health: string | null
}
const kept: Kept[] = []

beforeAll(async () => {
  county = await testCounty()
  await county.run(county.actor(), async (ctx) => {
    await insertRows(
      ctx,
      area,
      areas.map((code) => ({
        code,
        name: `地${code.slice(6)}`,
        level:
          code.length === 15
            ? 'group'
            : code.length === 12
              ? 'village'
              : code.length === 9
                ? 'township'
                : 'county',
      })),
    )
    const rows = Array.from({ length: 120 }, (_, i) => ({
      name: `${'王李张韦'[i % 4]}${'伟桂枝勇'[(i >> 2) % 4]}`,
      area: areas[(i * 7) % areas.length] ?? '',
      idNumber: residentId('990101', day(`19${60 + (i % 40)}-01-01`), i),
      phone: i % 3 === 0 ? null : `138${String(10_000_000 + i)}`,
      health: health[i % 5] ?? null,
    }))
    const ids = await insertRows(ctx, person, rows)
    kept.push(...rows.map((row, i) => ({ ...row, id: ids[i] ?? 0 })))
  })
})
afterAll(() => county.close())

const actors = fc.record({
  area: fc.constantFrom(...areas, '990101102', '9901'),
  sees: fc.subarray(['id', 'phone', 'health', 'card', 'income']),
  reads: fc.constantFrom<string[]>(['*'], ['person'], ['person', 'household'], ['household'], []),
})
const conditions = fc.constantFrom(
  { field: 'name', op: 'starts', value: '王' },
  { field: 'health', op: 'eq', value: 'disabled' },
  { field: 'phone', op: 'known' },
  { field: 'area', op: 'within', value: '990101103' },
  { field: 'idNumber', op: 'starts', value: '9901011960' },
)
const orders = fc.constantFrom(
  undefined,
  { field: 'name' },
  { field: 'phone' },
  { field: 'idNumber' },
  { field: 'health', desc: true },
)
const classOf: Record<string, string> = { health: 'health', phone: 'phone', idNumber: 'id' }

/** Written without the code under test: what this actor must get, or the refusal. */
function oracle(
  actor: { area: string; sees: string[]; reads: string[] },
  filter: { field: string; op: string; value?: string }[],
  order?: { field: string },
) {
  const used = [...filter.map((f) => f.field), ...(order ? [order.field] : [])]
  if (used.some((name) => classOf[name] && !actor.sees.includes(classOf[name] as string)))
    return 'register.masked'
  if (!actor.reads.includes('*') && !actor.reads.includes('person')) return []
  return kept.filter((row) => areaContains(actor.area, row.area) && filter.every((f) => holds(row, f)))
}

function holds(row: Kept, { field, op, value = '' }: { field: string; op: string; value?: string }): boolean {
  const v = row[field as keyof Kept]
  if (op === 'known') return v !== null
  return op === 'eq' ? v === value : v !== null && String(v).startsWith(value)
}

function shown(row: Kept, sees: readonly string[]) {
  return {
    id: row.id,
    idNumber: sees.includes('id') ? row.idNumber : maskId(row.idNumber),
    phone: row.phone === null ? null : sees.includes('phone') ? row.phone : maskPhone(row.phone),
    health: sees.includes('health') ? row.health : null,
  }
}

async function listed(actor: Actor, input: object): Promise<unknown> {
  const got = await county
    .call(actor, doors['register.list'] as AnyOperation, { register: 'person', limit: 200, ...input })
    .catch((e: unknown) => e)
  if (isProblem(got)) return got.code
  const { rows, count } = got as { rows: { id: number; values: Record<string, unknown> }[]; count: number }
  expect(count).toBe(rows.length)
  return rows.map(({ id, values }) => ({
    id,
    idNumber: values.idNumber,
    phone: values.phone,
    health: values.health,
  }))
}

test('what an actor lists is exactly what area, group, filter and mask leave', async () => {
  await fc.assert(
    fc.asyncProperty(
      actors,
      fc.uniqueArray(conditions, { maxLength: 2, selector: (c) => c.field }),
      orders,
      async (given, filter, order) => {
        const actor = county.actor({ reads: given.reads, writes: [], sees: given.sees }, given.area)
        const got = await listed(actor, { filter, ...(order ? { order } : {}) })
        const want = oracle(given, filter, order)
        if (typeof want === 'string') {
          expect(got).toBe(want)
          return
        }
        const byId = (a: { id: number }, b: { id: number }) => a.id - b.id
        expect((got as { id: number }[]).sort(byId)).toEqual(
          want.map((row) => shown(row, given.sees)).sort(byId),
        )
      },
    ),
    { numRuns: 100 },
  )
}, 90_000)

test('what an actor finds, opens and changes is inside the same fences', async () => {
  await fc.assert(
    fc.asyncProperty(actors, fc.nat({ max: 119 }), async (given, at) => {
      const row = kept[at] as Kept
      const actor = county.actor({ reads: given.reads, writes: given.reads, sees: given.sees }, given.area)
      const reads = given.reads.includes('*') || given.reads.includes('person')
      const may = reads && areaContains(given.area, row.area)
      const find = async (text: string) => {
        const got = (await county.call(actor, doors['register.search'] as AnyOperation, {
          text,
          limit: 20,
        })) as { groups: { register: string; rows: { id: number }[] }[] }
        return got.groups.find((g) => g.register === 'person')?.rows.some((one) => one.id === row.id) ?? false
      }
      expect(await find(row.idNumber)).toBe(may && given.sees.includes('id'))
      if (row.phone) expect(await find(row.phone)).toBe(may && given.sees.includes('phone'))
      const opened = await county
        .call(actor, doors['register.get'] as AnyOperation, { register: 'person', id: row.id })
        .catch((e: unknown) => e)
      if (may)
        expect((opened as { row: { values: object } }).row.values).toMatchObject(
          withoutId(shown(row, given.sees)),
        )
      else expect(isProblem(opened, 'register.notFound')).toBe(true)
      const changed = await county
        .run(actor, async (ctx) => {
          await updateRow(ctx, person, { id: row.id, version: 1, values: { bankName: '农行' }, reason: '试' })
          throw new RangeError('undone')
        })
        .catch((e: unknown) => e)
      expect(changed instanceof RangeError).toBe(may)
    }),
    { numRuns: 60 },
  )
}, 90_000)

function withoutId({ id: _, ...rest }: ReturnType<typeof shown>) {
  return rest
}
