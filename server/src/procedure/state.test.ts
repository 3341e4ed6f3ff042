import { describe, expect, it } from 'vitest'
import { act, opening, sample } from './sample.kit.ts'
import type { Act } from './state.ts'
import { openObjections, stateOf, step } from './state.ts'
import { undoable } from './undo.ts'

const walk: Act[] = [
  opening('2025-09-01', 11, 12, 13),
  act(2, 'list', '2025-09-01', { items: [11, 12, 13] }),
  act(3, 'check', '2025-09-03', { items: [11, 12, 13], form: { opinion: '同意' }, accountId: 2 }),
  act(4, 'post', '2025-09-08', { items: [11, 12, 13], accountId: 3 }),
]

describe('fold of a case', () => {
  it('follows the acts', () => {
    const state = stateOf(sample, walk)
    expect([state.state, state.since, state.version]).toEqual(['noticed', '2025-09-08', 4])
    expect([...state.items.values()].map((one) => one.state)).toEqual(['noticed', 'noticed', 'noticed'])
  })

  it('OF-13: an objection holds exactly that person; the rest goes on as 第一批, he later as 第二批; the case ends with him', () => {
    const objected = [
      ...walk,
      act(5, 'object', '2025-09-10', { items: [12], form: { text: '他不住村里' }, accountId: 3 }),
    ]
    const held = stateOf(sample, objected)
    expect(openObjections(held, 12)).toHaveLength(1)
    const first = [...objected, act(6, 'approve', '2025-09-16', { items: [11, 13], accountId: 4 })]
    expect(stateOf(sample, first).state).toBe('approved')
    const answered = [
      ...first,
      act(7, 'answer', '2025-09-17', {
        items: [12],
        form: { objection: 5, outcome: 'uphold' },
        accountId: 4,
      }),
    ]
    const end = stateOf(sample, [...answered, act(8, 'approve', '2025-09-17', { items: [12], accountId: 4 })])
    expect([...end.items.values()].map((one) => one.batch)).toEqual([1, 2, 1])
    expect(end.state).toBe('done')
  })

  it('AMB-50: an item that an objection returns runs through check and notice once more', () => {
    const acts = [
      ...walk,
      act(5, 'object', '2025-09-10', { items: [12] }),
      act(6, 'answer', '2025-09-11', { items: [12], form: { objection: 5, outcome: 'return' } }),
      act(7, 'approve', '2025-09-16', { items: [11, 13] }),
      act(8, 'check', '2025-09-17', { items: [12] }),
      act(9, 'post', '2025-09-18', { items: [12] }),
    ]
    const state = stateOf(sample, acts)
    expect(state.state).toBe('approved') // the later batch does not move the case back
    expect(state.items.get(12)).toMatchObject({ state: 'noticed', since: '2025-09-18' })
  })

  it('a case all of whose items are removed is done, but not before its objections are answered', () => {
    const one = [
      opening('2025-09-01', 11),
      act(2, 'list', '2025-09-01', { items: [11] }),
      act(3, 'check', '2025-09-02', { items: [11] }),
      act(4, 'post', '2025-09-03', { items: [11] }),
    ]
    const objections = [
      act(5, 'object', '2025-09-04', { items: [11] }),
      act(6, 'object', '2025-09-04', { items: [11] }),
    ]
    const removed = [
      ...one,
      ...objections,
      act(7, 'answer', '2025-09-05', { items: [11], form: { objection: 5, outcome: 'remove' } }),
    ]
    expect(stateOf(sample, removed)).toMatchObject({ state: 'noticed' })
    const answered = [
      ...removed,
      act(8, 'answer', '2025-09-05', { items: [11], form: { objection: 6, outcome: 'uphold' } }),
    ]
    expect(stateOf(sample, answered)).toMatchObject({ state: 'done' })
    expect(stateOf(sample, answered).items.get(11)?.state).toBe('removed')
  })

  it('refuses an act that the case does not stand at, a hole in the numbers, and an item that does not wait', () => {
    const state = stateOf(sample, walk.slice(0, 2))
    const why = (next: Act): unknown => {
      try {
        return step(sample, state, next)
      } catch (thrown) {
        return (thrown as { details: { why: string } }).details.why
      }
    }
    expect(why(act(3, 'approve', '2025-09-02', { items: [11] }))).toBe(
      'approve is not possible in the state listed',
    )
    expect(why(act(4, 'check', '2025-09-02', { items: [11] }))).toBe(
      'acts of a case are numbered without a hole',
    )
    expect(why(act(3, 'check', '2025-09-02', { items: [99] }))).toBe('item 99 does not wait for check')
  })
})

describe('taking back', () => {
  const checked = walk.slice(0, 3)
  const back = (of: number, n: number, accountId = 2) =>
    act(n, 'undo', '2025-09-04', { accountId, items: [11, 12, 13], form: { of, reason: '看错了' } })

  it('OF-31: leaves the case as it was, keeps both acts in the list, and can be done again', () => {
    const before = stateOf(sample, walk.slice(0, 2))
    const after = stateOf(sample, [...checked, back(3, 4)])
    expect([after.state, after.since, after.items]).toEqual([before.state, before.since, before.items])
    expect(after.acts.map((one) => one.action)).toEqual(['open', 'list', 'check', 'undo'])
    const again = stateOf(sample, [
      ...checked,
      back(3, 4),
      act(5, 'check', '2025-09-04', { items: [11, 12, 13], accountId: 2 }),
    ])
    expect(again.state).toBe('checked')
  })

  it('is open to its own actor only, and only until the next person touches the case', () => {
    const state = stateOf(sample, checked)
    expect(undoable(sample, state, 2)?.sequence).toBe(3)
    expect(undoable(sample, state, 1)).toBeUndefined()
    expect(
      undoable(sample, stateOf(sample, [...checked, act(4, 'declare', '2025-09-04', { accountId: 9 })]), 2),
    ).toBeUndefined()
    expect(undoable(sample, stateOf(sample, walk), 2)).toBeUndefined()
  })
})
