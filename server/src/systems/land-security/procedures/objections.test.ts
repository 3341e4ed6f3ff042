/** Objections to the notice of a land-security case (OF-13, AMB-50). */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import type { FakeHouse } from './fake-house.kit.ts'
import type { walkers } from './walk.kit.ts'
import { movedClock, openCase, problem, start, walkToNotice } from './walk-case.kit.ts'

let county: TestCounty
let goTo: (on: string) => void
let house: FakeHouse
let walk: ReturnType<typeof walkers>
let caseId: number
let ids: number[]
const toNotice = () => walkToNotice(walk, caseId, goTo)

beforeAll(async () => {
  goTo = movedClock()
  county = await testCounty()
})
afterAll(() => county.close())
beforeEach(async () => {
  goTo(start)
  await county.db.ownerPool.query('update c990101.proc_case set ended_on = opened_on where ended_on is null')
  ;({ house, walk, caseId, ids } = await openCase(county))
})

describe('objections', () => {
  it('OF-13: one person is held, the others are 第一批; upheld he follows as 第二批', async () => {
    await toNotice()
    goTo('2025-09-11')
    await walk.act('hr1', caseId, 'object', {
      items: [ids[0] as number],
      form: { text: '他 2021 年就进城了', received: '2025-09-11' },
    })
    goTo('2025-09-16')
    const first = await walk.act('hr2', caseId, 'approve')
    expect(first.taken).toBe(5)
    expect(first.held.map((one) => [one.name, one.reasons.map((x) => x.zh)])).toEqual([
      ['陈水根', ['陈水根：有异议还没有答复，暂缓。']],
    ])
    const view = await walk.get('hr2', caseId)
    const [objection] = view.objections
    expect(objection).toMatchObject({ itemName: '陈水根', due: '2025-09-14', outcome: null })
    expect(view.clocks[0]).toMatchObject({
      id: `objection:${objection?.sequence}`,
      due: '2025-09-14',
      left: -2,
    })
    const form = { objection: objection?.sequence, outcome: 'uphold', answer: '户口一直在村里，维持' }
    expect((await problem(walk.act('hr1', caseId, 'answer', { form }))).code).toBe('procedure.notYours')
    await walk.act('hr2', caseId, 'answer', { form })
    expect(await walk.act('hr2', caseId, 'approve')).toMatchObject({ taken: 1 })
    const batches = (await walk.get('hr2', caseId)).itemRows.map((one) => one.batch)
    expect(batches).toEqual([2, 1, 1, 1, 1, 1])
  })

  it('moved out: the person leaves the list, the money due falls, the case can end without him', async () => {
    await toNotice()
    await walk.act('hr1', caseId, 'object', {
      items: [ids[2] as number],
      form: { text: '户口不在本村', received: '2025-09-08' },
    })
    const { objections } = await walk.get('hr2', caseId)
    await walk.act('hr2', caseId, 'answer', {
      form: { objection: objections[0]?.sequence, outcome: 'remove', answer: '查实，移出' },
    })
    expect(house.due.government).toBe(60_000_00) // four of 15,000
    const item = (await walk.get('hr2', caseId)).itemRows[2]
    expect(item).toMatchObject({ state: 'removed', mark: 'refused', objected: false })
  })

  it('AMB-50: withdrawn from notice everything goes back to the township, the page is down, the clock stops', async () => {
    await toNotice()
    await walk.act('hr2', caseId, 'withdraw', { form: { reason: '面积要重量' } })
    const view = await walk.get('hr2', caseId)
    expect(view).toMatchObject({ state: 'discussed', notices: [{ withdrawnOn: '2025-09-08' }] })
    expect(view.clocks.find((one) => one.id === 'case')?.status).toBe('stopped')
    expect(house.due.government).toBe(0)
  })
})
