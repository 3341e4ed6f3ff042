import { describe, expect, it } from 'vitest'
import { t } from '#kernel'
import { nextActs } from './next.ts'
import { act, around, asker, opening, sample } from './sample.kit.ts'
import type { Act } from './state.ts'
import { stateOf } from './state.ts'

const sun = { accountId: 3, may: (verb: string) => verb.startsWith('test.'), area: '990101' }
const zhao = { accountId: 4, may: (verb: string) => verb === 'test.approve', area: '990101' }
const posted: Act[] = [
  opening('2025-09-01', 11, 12),
  act(2, 'list', '2025-09-01', { items: [11, 12] }),
  act(3, 'check', '2025-09-03', { items: [11, 12], accountId: 2, actorName: '马立新' }),
  act(4, 'post', '2025-09-08', { items: [11, 12], accountId: 3, actorName: '孙国栋' }),
]

function offered(acts: Act[], who: typeof sun, today: string, action: string, more = {}) {
  return nextActs(sample, stateOf(sample, acts), who, around(today, more)).find(
    (one) => one.action === action,
  )
}

describe('next acts', () => {
  it('AMB-38: a notice of 7 days posted on the 8th lies open through the 15th; approval from the 16th', () => {
    const early = offered(posted, zhao, '2025-09-12', 'approve')
    expect(early?.can).toBe(false)
    expect(early?.reasons.map((one) => [one.kind, one.text.zh])).toEqual([
      ['wait', '公示还有 3 天，到 9 月 15 日 24 时期满。'],
    ])
    const last = offered(posted, zhao, '2025-09-15', 'approve')
    expect(last?.reasons.map((one) => one.text.zh)).toEqual(['公示到今天 24 时期满，明天起可以办。'])
    expect(offered(posted, zhao, '2025-09-16', 'approve')).toMatchObject({ can: true, eligible: [11, 12] })
  })

  it('separation: who posted cannot answer or approve, and the reason names him', () => {
    const objected = [...posted, act(5, 'object', '2025-09-09', { items: [12], accountId: 3 })]
    const answer = offered(objected, sun, '2025-09-16', 'answer')
    expect(answer?.reasons.map((one) => one.text.zh)).toEqual(['孙国栋 发布公示过此案，不能答复异议。'])
    expect(offered(objected, zhao, '2025-09-16', 'answer')?.can).toBe(true)
  })

  it('the verb and the level of the area both count, and the text says whose act it is', () => {
    const listed = posted.slice(0, 2)
    const wrongPlace = { accountId: 9, may: () => true, area: '990101' }
    expect(offered(listed, wrongPlace, '2025-09-02', 'check')?.reasons.map((one) => one.text.zh)).toEqual([
      '核准由镇政府办理，您可以看，不能核准。',
    ])
    expect(offered(listed, { ...wrongPlace, area: '990101103' }, '2025-09-02', 'check')?.can).toBe(true)
  })

  it('holds exactly the person objected to, with his name', () => {
    const objected = [...posted, act(5, 'object', '2025-09-09', { items: [12] })]
    const approve = offered(objected, zhao, '2025-09-16', 'approve')
    expect(approve).toMatchObject({ can: true, eligible: [11] })
    expect(approve?.held.map((one) => one.reasons.map((text) => text.zh))).toEqual([
      ['第12人：有异议还没有答复，暂缓。'],
    ])
  })

  it('an objection nobody has taken up holds its row; one that names nobody stops the approval until it is sorted', () => {
    expect(offered(posted, zhao, '2025-09-16', 'approve', { waitingOn: new Set([11]) })?.eligible).toEqual([
      12,
    ])
    const unnamed = offered(posted, zhao, '2025-09-16', 'approve', { waitingUnnamed: 1 })
    expect(unnamed?.can).toBe(false)
    expect(unnamed?.reasons[0]?.text.zh).toBe('还有 1 件异议没有受理。请先看是对哪一位提的。')
  })

  it('OF-22: a declared relative is left to somebody else', () => {
    const declared = [...posted.slice(0, 2), act(3, 'declare', '2025-09-02', { items: [12], accountId: 7 })]
    const clerk = { accountId: 7, may: () => true, area: '990101103' }
    const check = offered(declared, clerk, '2025-09-02', 'check')
    expect(check).toMatchObject({ can: true, eligible: [11], asksDeclaration: false })
    expect(check?.held[0]?.reasons[0]?.zh).toBe('第12人：您申报过与他有亲属关系，请由别人办。')
  })

  it('offers nothing in an ended case, and an answer only while an objection is open', () => {
    const closed = [
      opening('2025-09-01', 11),
      act(2, 'close', '2025-09-01', { items: [11], form: { reason: '不征了' } }),
    ]
    expect(nextActs(sample, stateOf(sample, closed), sun, around('2025-09-02'))).toEqual([])
    expect(offered(posted, zhao, '2025-09-09', 'answer')).toBeUndefined()
  })

  it('says a finding only where the act asks for clear items', () => {
    const findings = new Map([[11, t('证件号重复', 'duplicate number')]])
    expect(offered(posted, zhao, '2025-09-16', 'approve', { findings })?.eligible).toEqual([11, 12])
    expect(asker('990101').may('x.y')).toBe(false)
  })
})
