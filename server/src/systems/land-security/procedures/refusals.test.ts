/** What the land-security case refuses, to whom and on which day. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TestCounty } from '#test/database.ts'
import { testCounty } from '#test/database.ts'
import { protectionProcedure } from './protection.ts'
import type { walkers } from './walk.kit.ts'
import { meetingForm } from './walk.kit.ts'
import { movedClock, openCase, problem, start, walkToNotice } from './walk-case.kit.ts'

let county: TestCounty
let goTo: (on: string) => void
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
  ;({ walk, caseId, ids } = await openCase(county))
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
