/** Random lists beside random registers against a naive reading of the same: who is meant, which class, that the classes add up. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#platform'
import { insertRows } from '#register'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { person } from '../../src/systems/population/registers/index.ts'
import type { Desk } from './lists.kit.ts'
import { deskOf, number, other, places, village } from './lists.kit.ts'

let county: TestCounty
let clerk: Actor
let desk: Desk

beforeAll(async () => {
  county = await testCounty()
  clerk = county.actor()
  desk = deskOf(county, clerk)
  await places(county, clerk)
}, 120_000)
afterAll(() => county.close())

type Somebody = { name: string; seq: number | null; birth: string; place: 0 | 1; died: string | null }

const births = ['1940-03-05', '1951-11-02'] as const
const somebody = fc.record<Somebody>({
  name: fc.constantFrom('王桂兰', '李建国', '赵玉珍'),
  seq: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
  birth: fc.constantFrom(...births),
  place: fc.constantFrom(0, 1),
  died: fc.constantFrom(null, '2025-01-01', '2025-02-01'),
})
const codes = [village, other] as const
const villages = ['石桥村', '石门村'] as const
const idOf = ({ seq, birth }: Somebody) => (seq === null ? null : number(birth, seq))
const keyOf = (one: Somebody) => idOf(one) ?? `${one.name}${one.birth}${one.place}`

/** One person has one number. */
const people = fc.uniqueArray(somebody, { maxLength: 8, selector: (one) => idOf(one) ?? Symbol('none') })

async function fill(all: readonly Somebody[]): Promise<number[]> {
  const tables = [
    'comparison_found',
    'comparison_row',
    'comparison_missing',
    'comparison',
    'finding',
    'person',
  ]
  await county.db.ownerPool.query(
    `set session_replication_role = replica; ${tables.map((name) => `delete from c990101.${name};`).join(' ')} reset session_replication_role`,
  )
  if (all.length === 0) return []
  return county.run(clerk, (ctx) =>
    insertRows(
      ctx,
      person,
      all.map((one) => ({
        name: one.name,
        idNumber: idOf(one),
        birthDate: one.birth,
        area: codes[one.place],
        diedOn: one.died,
      })) as never,
    ),
  )
}

type Verdict = { class: 'repeated' | 'open' | 'candidate' } | { target: number }

/**
 * By number first, over the whole list; then by name, birth date and village, where that tells one whom no other row of the list
 * is already.
 */
function byHand(list: readonly Somebody[], all: readonly Somebody[]): Verdict[] {
  const seen = new Set<string>()
  const verdicts: Verdict[] = list.map((row) => {
    const again = seen.has(keyOf(row))
    seen.add(keyOf(row))
    if (again) return { class: 'repeated' }
    const at = all.findIndex((one) => idOf(row) !== null && idOf(one) === idOf(row))
    return at < 0 ? { class: 'open' } : { target: at }
  })
  for (const [n, row] of list.entries()) {
    const verdict = verdicts[n]
    if (!verdict || !('class' in verdict) || verdict.class !== 'open') continue
    const same = all.flatMap((one, at) =>
      one.name === row.name && one.birth === row.birth && one.place === row.place ? [at] : [],
    )
    const [at] = same
    if (at === undefined) continue
    const taken = verdicts.some((one) => 'target' in one && one.target === at)
    verdicts[n] = same.length > 1 || taken ? { class: 'candidate' } : { target: at }
  }
  return verdicts
}

function lineOf(one: Somebody): string {
  return [one.name, idOf(one) ?? '', one.birth, villages[one.place], one.died ?? ''].join(',')
}

it('is as a clerk would do it by hand', async () => {
  await fc.assert(
    fc.asyncProperty(people, fc.array(somebody, { minLength: 1, maxLength: 8 }), async (all, list) => {
      const ids = await fill(all)
      const id = await desk.compare(`姓名,身份证号,出生日期,村组,死亡日期\n${list.map(lineOf).join('\n')}`)
      const rows = await desk.rows(id)
      expect(rows).toHaveLength(list.length)
      for (const [n, verdict] of byHand(list, all).entries()) {
        const [found, row] = [rows[n], list[n] as Somebody]
        if ('target' in verdict) {
          const target = all[verdict.target] as Somebody
          const otherDay = row.died !== null && row.died !== target.died
          const differs = target.name !== row.name || target.birth !== row.birth || otherDay
          expect(found?.here.map((one) => one.id)).toEqual([ids[verdict.target]])
          expect(found?.class).toBe(differs ? 'differs' : 'same')
        } else if (verdict.class === 'open') expect(['candidate', 'onlyThere']).toContain(found?.class)
        else expect(found?.class).toBe(verdict.class)
      }
      const counts = await desk.counts(id)
      const classes = ['same', 'differs', 'candidate', 'onlyThere', 'unreadable', 'repeated']
      expect(classes.reduce((sum, name) => sum + (counts[name] ?? 0), 0)).toBe(list.length)
    }),
    { numRuns: 30 },
  )
}, 60_000)
