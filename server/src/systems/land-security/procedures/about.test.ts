/** The cases of a record: by its row on a list, by the taking that the case is about, and nothing of other places. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import type { walkers } from './walk.kit.ts'
import { movedClock, openCase, start } from './walk-case.kit.ts'

let county: TestCounty
let walk: ReturnType<typeof walkers>
let caseId: number
type About = { cases: { id: number; item: { stateLabel: { zh: string }; objected: boolean } | null }[] }
const about = (who: Parameters<typeof walk.call>[0], register: string, id: number) =>
  walk.call<About>(who, 'case.about', { rows: [{ register, id }] })

beforeAll(async () => {
  movedClock()(start)
  county = await testCounty()
  ;({ walk, caseId } = await openCase(county))
})
afterAll(() => county.close())

it('a person on the list: the case and where that person stands in it', async () => {
  await walk.act('village', caseId, 'list')
  const { cases } = await about(walk.actors.hr1, 'protectedPerson', 11)
  expect(cases).toMatchObject([{ id: caseId, item: { objected: false } }])
  expect(cases[0]?.item?.stateLabel.zh).toBeTruthy()
})

it('the taking itself: the case as a whole', async () => {
  expect((await about(walk.actors.hr1, 'landTake', 1)).cases).toMatchObject([{ id: caseId, item: null }])
})

it('a row with the same number in another register has no case, nor has one outside the area', async () => {
  expect((await about(walk.actors.hr1, 'person', 11)).cases).toEqual([])
  const elsewhere = county.actor({ verbs: ['case.read'] }, '990101102')
  expect((await about(elsewhere, 'protectedPerson', 11)).cases).toEqual([])
})
