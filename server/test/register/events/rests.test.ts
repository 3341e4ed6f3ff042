/** A death as an event: what was paid beyond it is proposed back by the recomputation; and an event on which money rests stays. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Ctx } from '#platform'
import { type TestCounty, testCounty } from '#test/database.ts'
import type { RecomputeRun } from '../../../src/procedure/run-define.ts'
import { affectedBy } from '../../../src/procedure/run-recompute-propose.ts'
import { runs } from '../../procedure/inheritance.kit.ts'
import {
  carriedOut,
  ground,
  linesOf,
  pension,
  pensionAgain,
  proposed,
  type Someone,
  somebody,
} from '../../procedure/recompute.kit.ts'
import { problemOf } from '../books.ts'
import { doorsOf } from './homes.kit.ts'

let county: TestCounty
let anna: Someone
let doors: ReturnType<typeof doorsOf>
const run = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => county.run(county.actor(), work)
const again = runs.get(pensionAgain) as RecomputeRun

beforeAll(async () => {
  county = await testCounty()
  doors = doorsOf({ ...county, clerk: county.actor() })
  anna = await run(async (ctx) =>
    somebody(ctx, { take: await ground(ctx), seq: 20, born: '1965-03-01', own: 10_000_00 }),
  )
  for (const period of ['2025-01', '2025-02', '2025-03'])
    await carriedOut(county, await proposed(county, county.actor(), { run: pension, period }))
}, 120_000)
afterAll(() => county.close())

const dies = () =>
  doors.record({
    register: 'person',
    id: anna.person,
    event: 'death',
    on: '2025-01-20',
    values: { diedSource: 'village' },
    paper: '死亡证明',
  })

it('is found by the recomputation, and taken back leaves nothing to propose; once it is booked it stays', async () => {
  const moment = await run(async (ctx) => ctx.now)
  const { id: mistaken } = await dies()
  await doors.undo(mistaken)
  const none = await proposed(county, county.actor(), {
    run: pensionAgain,
    period: '第 1 次',
    input: { since: moment },
  })
  expect([none.count, none.state]).toEqual([0, 'proposed'])
  const { id } = await dies()
  expect(await run((ctx) => affectedBy(ctx, again, { since: moment }))).toEqual([anna.listed])
  const row = await proposed(county, county.actor(), {
    run: pensionAgain,
    period: '第 2 次',
    input: { since: moment },
  })
  // 240.00 a month, paid for February and March, after the month of death.
  expect(
    (await linesOf(county, row.id)).map(({ period, direction, amount }) => [period, direction, amount]),
  ).toEqual([
    ['2025-02', 'recovery', 240_00],
    ['2025-03', 'recovery', 240_00],
  ])
  await carriedOut(county, row)
  const refused = await problemOf(doors.undo(id))
  expect(refused).toMatchObject({ code: 'event.rests' })
  const blind = county.actor({
    verbs: ['person.*', 'household.*'],
    reads: ['person', 'household'],
    writes: ['person', 'household'],
  })
  expect(await problemOf(doors.undo(id, blind))).toMatchObject({ code: 'event.rests' })
})
