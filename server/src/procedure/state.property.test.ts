/** Whatever is done in whatever order, a case stays in what its procedure declares. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormValues } from './form.ts'
import { nextActs } from './next.ts'
import { act, around, asker, opening, sample } from './sample.kit.ts'
import type { Act, CaseState } from './state.ts'
import { opened, standsAt, stateOf, step, waitsFor } from './state.ts'
import { undoable } from './undo.ts'

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
  // Here an objected item may have moved on, for holding it is asked of nextActs; then its answer is not possible.
  const waits = (id: number | null) => id === null || waiting.some((one) => one.id === id)
  const objection = state.objections.find((one) => !one.answered && waits(one.item))
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
