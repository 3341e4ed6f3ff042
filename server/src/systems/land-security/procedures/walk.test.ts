import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { addDays, day, fen } from '#kernel'
import { clock } from '#platform'
import type { Act } from '#procedure'
import { stateOf } from '#procedure'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import type { FakeHouse } from './fake-house.kit.ts'
import { assessedAs, fakeHouse } from './fake-house.kit.ts'
import { protectionProcedure } from './protection.ts'
import { meetingForm, walkers } from './walk.kit.ts'

let county: TestCounty
let house: FakeHouse
let walk: ReturnType<typeof walkers>
let caseId: number
let ids: number[]

const people = [
  ['陈水根', '二组', '17'],
  ['陈水莲', '二组', '25'],
  ['韦明贵', '一组', '31'],
  ['周桂枝', '三组', '48'],
  ['周桂枝', '三组', '56'],
  ['罗小东', '一组', '02'],
].map(([name, groupName, suffix], i) => ({
  rowId: 11 + i,
  area: '990101103201',
  name,
  groupName,
  suffix,
})) as Parameters<typeof fakeHouse>[0]

const start = day('2025-08-04')
/** The house's clock, moved by the tests; every transaction reads it. */
let today = start
const goTo = (on: string) => {
  today = day(on)
}

beforeAll(async () => {
  vi.spyOn(clock, 'today').mockImplementation(() => today)
  vi.spyOn(clock, 'now').mockImplementation(() => `${today}T02:41:00.000Z`)
  county = await testCounty()
})
afterAll(() => county.close())

beforeEach(async () => {
  goTo(start)
  house = fakeHouse(people)
  house.assessed.set(16, assessedAs('minor', 1016))
  walk = walkers(county, house.ports)
  await county.db.ownerPool.query('update c990101.proc_case set ended_on = opened_on where ended_on is null')
  caseId = (
    await walk.call<{ caseId: number }>(walk.actors.village, 'case.open', {
      procedure: protectionProcedure.id,
      subjectId: 1,
    })
  ).caseId
  ids = (await walk.get('village', caseId)).itemRows.map((one) => one.id)
})

async function toNotice() {
  await walk.act('village', caseId, 'list')
  goTo('2025-08-12')
  await walk.act('village', caseId, 'meeting', { form: meetingForm(await walk.paper('village')) })
  goTo('2025-08-19')
  await walk.act('township', caseId, 'check', { form: { opinion: '情况属实，同意' } })
  goTo('2025-08-27')
  await walk.act('hr1', caseId, 'decide', { form: { document: '审定书 2025-0212', opinion: '符合条件' } })
  goTo('2025-09-08')
  return walk.act('hr1', caseId, 'post')
}

const problem = async (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error('it went through')
    },
    (thrown: { code: string; status: number; text: { zh: string } }) => thrown,
  )

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

describe('refusals', () => {
  it('an account with every verb still cannot act twice where hands must differ', async () => {
    await toNotice()
    goTo('2025-09-16')
    walk.actors.hr1 = { ...walk.actors.hr1, verbs: new Set(['*']) }
    const refused = await problem(walk.act('hr1', caseId, 'approve'))
    expect(refused).toMatchObject({ code: 'procedure.notYours', status: 403 })
    expect(refused.text.zh).toBe(
      '孙国栋 审定过此案，不能确认公示结果。 孙国栋 发布公示过此案，不能确认公示结果。',
    )
  })

  it('AMB-38: not before day 8', async () => {
    await toNotice()
    goTo('2025-09-12')
    expect((await problem(walk.act('hr2', caseId, 'approve'))).text.zh).toBe(
      '现在不能确认公示结果：公示还有 3 天，到 9 月 15 日 24 时期满。',
    )
    goTo('2025-09-15')
    expect((await problem(walk.act('hr2', caseId, 'approve'))).code).toBe('procedure.cannotAct')
    goTo('2025-09-16')
    expect((await walk.act('hr2', caseId, 'approve')).taken).toBe(6)
  })

  it('without the verb, and from another place', async () => {
    await walk.act('village', caseId, 'list')
    expect((await problem(walk.act('auditor', caseId, 'meeting'))).text.zh).toBe(
      '记录会议由村集体办理，您可以看，不能记录会议。',
    )
    const elsewhere = { ...walk.actors.township, area: '990101104' }
    expect((await problem(walk.call(elsewhere, 'case.get', { caseId }))).code).toBe('procedure.noCase')
  })

  it('OF-22: the first act asks for the declaration, and a relative is left to somebody else', async () => {
    await walk.act('village', caseId, 'list')
    await walk.act('village', caseId, 'meeting', { form: meetingForm(await walk.paper('village')) })
    const { version } = await walk.get('township', caseId)
    const input = { caseId, action: 'check', version, form: { opinion: '同意' } }
    expect((await problem(walk.call(walk.actors.township, 'case.act', input))).code).toBe(
      'procedure.undeclared',
    )
    const done = await walk.act('township', caseId, 'check', {
      form: { opinion: '同意' },
      relatives: [ids[0] as number],
    })
    expect(done.taken).toBe(5)
    expect(done.held[0]?.reasons[0]?.zh).toBe('陈水根：您申报过与他有亲属关系，请由别人办。')
  })

  it('NP-07, OF-13: the votes of both resolutions add up to those present, a quorum is there, and both are carried', async () => {
    await walk.act('village', caseId, 'list')
    const minutes = await walk.paper('village')
    const refused = async (more: object) =>
      (await problem(walk.act('village', caseId, 'meeting', { form: meetingForm(minutes, more) }))).text.zh
    expect(await refused({ listFor: 183 })).toBe(
      '“保障对象名单”：赞成、反对、弃权共 189 人，实到 190 人，相差 1 人。请核对票数。',
    )
    expect(await refused({ entitled: 400 })).toContain('没有达到过半数（201 人）')
    expect(await refused({ body: 'households', entitled: 286 })).toContain('没有达到三分之二以上（191 人）')
    expect(await refused({ useFor: 95, useAgainst: 95, useAbstain: 0 })).toContain(
      '不到到会人数的过半数（96 人），没有通过',
    )
    await walk.act('village', caseId, 'notCarried', { form: { heldOn: '2025-08-12', reason: '名单有争议' } })
    expect((await walk.get('village', caseId)).state).toBe('draft')
  })

  it('two acts at once: one wins, the other is told who did what', async () => {
    await walk.act('village', caseId, 'list')
    await walk.act('village', caseId, 'meeting', { form: meetingForm(await walk.paper('village')) })
    const { version } = await walk.get('township', caseId)
    const other = { ...walk.actors.township, accountId: 777, name: '王晓云' }
    const input = { caseId, action: 'check', version, relatives: [], form: { opinion: '同意' } }
    const both = await Promise.allSettled([
      walk.call(walk.actors.township, 'case.act', input),
      walk.call(other, 'case.act', input),
    ])
    const lost = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(lost).toHaveLength(1)
    expect(lost[0]).toMatchObject({ code: 'procedure.moved', status: 409 })
    expect(lost[0].text.zh).toMatch(
      /^(马立新|王晓云) 10:41 核准过此案，案件已经往前走了。请看最新情况再办。$/,
    )
  })

  it('one open case per project, and acts are written once', async () => {
    const again = await problem(
      walk.call(walk.actors.village, 'case.open', { procedure: protectionProcedure.id, subjectId: 1 }),
    )
    expect(again).toMatchObject({ code: 'procedure.alreadyOpen', status: 409 })
    await expect(
      county.db.ownerPool.query("update c990101.proc_action set actor_name = 'x'"),
    ).rejects.toThrow('written once')
  })
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
