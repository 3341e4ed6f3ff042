/** The whole land-security case on a real database, what is taken back, and what is said beforehand. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays, fen } from '#kernel'
import type { Act } from '#procedure'
import { stateOf } from '#procedure'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import type { FakeHouse } from './fake-house.kit.ts'
import { assessedAs } from './fake-house.kit.ts'
import { protectionProcedure } from './protection.ts'
import type { walkers } from './walk.kit.ts'
import { meetingForm } from './walk.kit.ts'
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

describe('the whole land-security case on a real database', () => {
  it('runs from the list to the accounts, every hand another', async () => {
    const posted = await toNotice()
    expect(posted).toMatchObject({ state: 'noticed', taken: 6 })
    expect(posted.statement.zh).toBe('发布公示 6 人，合计 250,000.00 元。') // five at 50,000, one minor
    expect(house.due).toMatchObject({
      government: 75_000_00,
      collective: 100_000_00,
      individual: 75_000_00,
      reserve: 12_500_00,
    })
    goTo('2025-09-16')
    expect(await walk.act('hr2', caseId, 'approve')).toMatchObject({ state: 'approved', taken: 6 })
    const short = await problem(walk.act('finance', caseId, 'fund'))
    expect(short.text.zh).toContain('风险准备金差 12,500.00 元没有到账')
    Object.assign(house.arrived, house.due)
    expect(await walk.act('finance', caseId, 'fund')).toMatchObject({ state: 'funded', taken: 5 })
    expect(await walk.act('fund', caseId, 'openAccounts')).toMatchObject({ state: 'funded', taken: 5 })
    expect(house.accounts).toHaveLength(5)
    const end = await walk.act('hr1', caseId, 'settle', {
      form: { paidOn: '2025-09-16', receipt: '0001', payee: '罗大东' },
    })
    expect(end.state).toBe('done')
    const view = await walk.get('auditor', caseId)
    expect(view).toMatchObject({
      state: 'done',
      endedOn: '2025-09-16',
      next: [],
      totals: { amount: '250000.00', counted: 5 },
    })
    expect(new Set(view.acted.map((one) => one.actorName)).size).toBe(6)
    expect(view.history.find((one) => one.action === 'check')?.limit).toEqual({
      days: 10,
      count: 'calendar',
      used: 7,
      late: false,
    })
    expect(view.history.find((one) => one.action === 'decide')?.limit).toEqual({
      days: 10,
      count: 'calendar',
      used: 8,
      late: false,
    })
  })

  it('LS-09: the reserve alone missing stops the funding, by 2,500 for one person', async () => {
    house.assessed = new Map([[11, assessedAs('above', 1)]])
    await walk.act('village', caseId, 'drop', { items: ids.slice(1), form: { reason: '不在征地范围' } })
    await toNotice()
    goTo('2025-09-16')
    await walk.act('hr2', caseId, 'approve')
    Object.assign(house.arrived, {
      government: fen(15_000_00),
      collective: fen(20_000_00),
      individual: fen(15_000_00),
    })
    expect((await problem(walk.act('finance', caseId, 'fund'))).text.zh).toBe(
      '现在不能确认资金到账：风险准备金差 2,500.00 元没有到账。',
    )
  })

  it('columns of cases and items equal the fold of the acts', async () => {
    await toNotice()
    const rows = async <T>(text: string) => (await county.db.ownerPool.query(text, [caseId])).rows as T[]
    const acts = await rows<Act>(
      `select sequence, action, on_day::text as on, account_id as "accountId", actor_name as "actorName", office, items, form, outcomes
       from c990101.proc_action where case_id = $1 order by sequence`,
    )
    const state = stateOf(protectionProcedure, acts)
    const items = await rows<{ id: number; state: string; since: string; batch: number; values: object }>(
      'select id, state, since, batch, values from c990101.proc_item where case_id = $1 order by id',
    )
    expect(items).toHaveLength(6)
    for (const row of items) {
      const item = state.items.get(row.id)
      expect([row.state, row.since, row.batch ?? undefined, row.values]).toEqual([
        item?.state,
        item?.since,
        item?.batch,
        item?.values,
      ])
    }
  })
})

describe('taking back', () => {
  it('OF-31: the decision is undone with what the fund was told, and another then decides; a posted notice is not', async () => {
    await walk.act('village', caseId, 'list')
    await walk.act('village', caseId, 'meeting', { form: meetingForm(await walk.paper('village')) })
    await walk.act('township', caseId, 'check', { form: { opinion: '同意' } })
    await walk.act('hr1', caseId, 'decide', { form: { opinion: '同意' } })
    expect(house.due.government).toBe(75_000_00)
    const { undo, version } = await walk.get('hr1', caseId)
    expect(undo?.label.zh).toBe('审定')
    const back = { caseId, version, reason: '一人户口要再核' }
    expect((await problem(walk.call(walk.actors.hr2, 'case.undo', back))).code).toBe('procedure.notUndoable')
    await walk.call(walk.actors.hr1, 'case.undo', back)
    const view = await walk.get('hr1', caseId)
    expect([view.state, view.itemRows[0]?.amount, house.due.government]).toEqual(['checked', null, 0])
    expect(view.history.map((one) => [one.action, one.undone]).slice(-2)).toEqual([
      ['decide', true],
      ['undo', false],
    ])
    await walk.act('hr1', caseId, 'decide', { form: { opinion: '同意' } })
    await walk.act('hr1', caseId, 'post')
    expect((await walk.get('hr1', caseId)).undo).toBeNull()
  })
})

describe('preview and tasks', () => {
  it('says what the decision would do without writing anything, and who stays', async () => {
    house.assessed.set(12, {
      outcome: 'unknown',
      why: { zh: '缺出生日期。', en: 'date of birth missing.' },
      values: {},
    })
    await walk.act('village', caseId, 'list')
    await walk.act('village', caseId, 'meeting', { form: meetingForm(await walk.paper('village')) })
    await walk.act('township', caseId, 'check', { form: { opinion: '同意' } })
    const { version } = await walk.get('hr1', caseId)
    const said = await walk.call<{ statement: { zh: string }; held: unknown[]; amount: string }>(
      walk.actors.hr1,
      'case.preview',
      { caseId, action: 'decide', version },
    )
    expect(said.statement.zh).toBe('审定 5 人，合计 200,000.00 元；1 人留在原处。')
    expect(said.held).toMatchObject([
      { name: '陈水莲', reasons: [{ zh: '陈水莲：还不能判断，缺出生日期。' }] },
    ])
    expect((await walk.get('hr1', caseId)).version).toBe(version)
    house.findings.set(13, { zh: '两个项目里都有他（两头占），疑点没有结。', en: 'listed in two projects.' })
    const held = await walk.act('hr1', caseId, 'decide', { form: { opinion: '同意' } })
    expect(held.held.map((one) => one.name).sort()).toEqual(['陈水莲', '韦明贵'].sort())
  })

  it('lists what waits for each hand, with its due day', async () => {
    await walk.act('village', caseId, 'list')
    await walk.act('village', caseId, 'meeting', { form: meetingForm(await walk.paper('village')) })
    const tasks = async (who: 'township' | 'hr1' | 'village') =>
      (
        await walk.call<{ tasks: { action: string; due: string; daysLeft: number }[] }>(
          walk.actors[who],
          'case.tasks',
          {},
        )
      ).tasks
    expect(await tasks('township')).toMatchObject([
      { action: 'check', due: addDays(start, 10), daysLeft: 10, items: 6 },
    ])
    expect(await tasks('hr1')).toEqual([])
    expect(await tasks('village')).toEqual([])
  })
})
