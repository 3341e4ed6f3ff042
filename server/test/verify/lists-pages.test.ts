/** More findings than one page: written page by page, each in a transaction; a page that was cut off is written again, once. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#platform'
import { insertRows } from '#register'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { person } from '../../src/systems/population/registers/index.ts'
import { getCompared } from '../../src/verify/compare/compare-store.ts'
import type { StepState } from '../../src/verify/compare/steps.ts'
import { firstStep, takeStep } from '../../src/verify/compare/steps.ts'
import { deskOf, number, places, room, village } from './lists.kit.ts'

const DEAD = 4100
let county: TestCounty
let officer: Actor

const idOf = (at: number) => number(`19${50 + (at % 40)}-05-01`, 1 + Math.floor(at / 40) * 2)

beforeAll(async () => {
  county = await testCounty()
  officer = county.actor()
  await places(county, officer)
  const people = Array.from({ length: DEAD }, (_, at) => ({
    name: '韦明贵',
    idNumber: idOf(at),
    area: village,
  }))
  await county.run(officer, (ctx) => insertRows(ctx, person, people as never))
}, 120_000)
afterAll(() => county.close())

const findings = () =>
  county
    .run(officer, ({ tx }) =>
      sql<{ count: number }>`select count(*) as count from finding where state = 'open'`.execute(tx),
    )
    .then(({ rows }) => Number(rows[0]?.count))

it('a kill while findings are written loses its page alone, and no finding is written twice', async () => {
  const lines = Array.from({ length: DEAD }, (_, at) => `韦明贵,${idOf(at)},2025-05-20`)
  const { comparisonId: id } = await deskOf(county, officer).upload(
    `姓名,身份证号,死亡日期\n${lines.join('\n')}\n`,
  )
  let state: StepState = firstStep
  const seen: number[] = []
  for (let done = false; !done; ) {
    const step = () => county.run(officer, (ctx) => takeStep(ctx, room, { id, state }))
    if (state.phase === 'find' && (state.after ?? 0) > 0 && !state.closing) {
      const killed = county.run(officer, async (ctx) => {
        await takeStep(ctx, room, { id, state })
        throw new Error('killed')
      })
      await expect(killed).rejects.toThrow('killed')
    }
    ;({ state, done } = await step())
    if (state.phase === 'find') seen.push(await findings())
  }
  expect([...new Set(seen)]).toEqual([0, 4000, DEAD]) // the first step of the phase has written none
  const { counts, state: now } = await county.run(officer, (ctx) => getCompared(ctx, id))
  expect([now, counts.findings]).toEqual(['done', DEAD])
}, 120_000)
