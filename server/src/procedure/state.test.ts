import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormValues } from './form.ts'
import { nextActs } from './next.ts'
import { act, around, asker, opening, sample } from './sample.kit.ts'
import type { Act, CaseState } from './state.ts'
import { opened, openObjections, standsAt, stateOf, step, waitsFor } from './state.ts'
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

/** Draws any possible act at all, by any account, on any subset of the waiting items. */
function randomAct(state: CaseState, draw: (n: number) => number): Act | undefined {
  const open = Object.entries(sample.actions).filter(([, action]) => standsAt(sample, action, state))
  const [name, action] = open[draw(open.length)] ?? []
  if (!name || !action) return undefined
  const waiting = [...state.items.values()].filter((one) => waitsFor(action, one))
  const items = waiting.filter(() => draw(2) === 1).map((one) => one.id)
  const base = act(state.version + 1, name, `2025-${String(9 + (state.version % 3)).padStart(2, '0')}-15`, {
    accountId: draw(5),
  })
  if (action.objection === 'take') return { ...base, items: items.slice(0, 1) }
  if (action.objection !== 'answer') return { ...base, items }
  const objection = state.objections.find((one) => !one.answered)
  if (!objection) return undefined
  const outcome = ['uphold', 'remove', 'return'][draw(3)] as string
  return {
    ...base,
    items: objection.item === null ? [] : [objection.item],
    form: { objection: objection.objection, outcome },
  }
}

/** Whoever acted last takes it back. */
function takeBack(state: CaseState): Act | undefined {
  const last = state.acts.at(-1)
  const found = last && undoable(sample, state, last.accountId)
  return (
    found &&
    act(state.version + 1, 'undo', '2025-12-01', {
      accountId: found.accountId,
      items: found.items,
      form: { of: found.sequence, reason: '选错了人' },
    })
  )
}

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

describe('any random sequence of acts', () => {
  it('keeps the case and its items in declared states, never moves what is final, and folds to the same step by step', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { minLength: 40, maxLength: 160 }),
        fc.integer({ min: 1, max: 5 }),
        (luck, size) => {
          let at = 0
          const draw = (n: number): number => (n === 0 ? 0 : (luck[at++ % luck.length] as number) % n)
          const acts: Act[] = [opening('2025-09-01', ...Array.from({ length: size }, (_, i) => i + 1))]
          let state = opened(sample, acts[0] as Act)
          for (let i = 0; i < 30; i++) {
            const next =
              randomAct(state, draw) && draw(6) === 0
                ? (takeBack(state) ?? randomAct(state, draw))
                : randomAct(state, draw)
            if (!next) break
            const before = state
            state = step(sample, state, next)
            acts.push(next)
            expect(Object.keys(sample.states)).toContain(state.state)
            for (const [id, item] of state.items) {
              expect(Object.keys(sample.itemStates)).toContain(item.state)
              const was = before.items.get(id)
              if (next.action !== 'undo' && was && sample.itemStates[was.state]?.final)
                expect(item.state).toBe(was.state)
            }
            if (state.state === 'done')
              expect([...state.items.values()].every((one) => sample.itemStates[one.state]?.final)).toBe(true)
          }
          expect(stateOf(sample, acts)).toEqual(state)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('whatever nextActs offers can be done, and nobody does what he is separated from', () => {
    const askers = [
      asker('990101103201', 'test.list'),
      asker('990101103', 'test.check'),
      asker('990101', 'test.post'),
      asker('990101', 'test.approve'),
      asker('990101', 'test.post', 'test.approve'),
    ]
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 40, maxLength: 120 }), (luck) => {
        let at = 0
        const draw = (n: number): number => (n === 0 ? 0 : (luck[at++ % luck.length] as number) % n)
        let state = opened(sample, opening('2025-09-01', 1, 2, 3))
        for (let i = 0; i < 25; i++) {
          const who = askers[draw(askers.length)] as (typeof askers)[number]
          const can = nextActs(sample, state, who, around('2025-12-31')).filter((one) => one.can)
          const chosen = can[draw(can.length)]
          if (!chosen) continue
          const action = sample.actions[chosen.action]
          const objection = state.objections.find((one) => !one.answered)
          const answer = action?.objection === 'answer'
          const items = answer
            ? objection?.item
              ? [objection.item]
              : []
            : action?.objection
              ? chosen.eligible.slice(0, 1)
              : chosen.eligible
          const form: FormValues = answer
            ? {
                objection: objection?.objection ?? 0,
                outcome: ['uphold', 'remove', 'return'][draw(3)] as string,
              }
            : {}
          state = step(
            sample,
            state,
            act(state.version + 1, chosen.action, '2025-09-02', { accountId: who.accountId, items, form }),
          )
        }
        for (const one of state.acts)
          for (const other of state.acts)
            if (
              other.sequence < one.sequence &&
              sample.actions[one.action]?.separation.includes(other.action)
            )
              expect(other.accountId).not.toBe(one.accountId)
      }),
      { numRuns: 200 },
    )
  })
})
