import { describe, expect, it } from 'vitest'
import { t } from '#kernel'
import { checkProcedure } from './declaration-check.ts'
import type { Action, Procedure } from './define.ts'
import { defineProcedure } from './define.ts'
import { ask, parseForm } from './form.ts'
import { sample } from './sample.kit.ts'

function faulty(change: (action: Action) => Action, name = 'check'): string[] {
  const actions = { ...sample.actions, [name]: change(sample.actions[name] as Action) }
  return checkProcedure({ ...sample, actions })
}

describe('declaration check', () => {
  it('passes the sample', () => expect(checkProcedure(sample)).toEqual([]))

  it('names an act without limit, an empty label, a verb that is none', () => {
    expect(faulty((one) => ({ ...one, within: undefined }))).toEqual([
      'check: neither a time limit nor a reason for none',
    ])
    expect(faulty((one) => ({ ...one, label: t('', 'Check') }))).toEqual(['no label: action check'])
    expect(faulty((one) => ({ ...one, by: 'check' }))).toEqual(['check: "check" is not a verb'])
  })

  it('refuses the name of an act that every case has', () => {
    const actions = { ...sample.actions, open: sample.actions.check as Action }
    expect(checkProcedure({ ...sample, actions })).toEqual([
      'open: every case has an act of this name already',
    ])
  })

  it('names unreachable states, unknown ones and separations from nothing', () => {
    const states = { ...sample.states, lost: { label: t('没人到的', 'lost') } }
    expect(checkProcedure({ ...sample, states } as Procedure)).toEqual(['state lost cannot be reached'])
    expect(faulty((one) => ({ ...one, to: 'nowhere' }))).toContain('check: unknown state nowhere')
    expect(faulty((one) => ({ ...one, separation: ['lits'] }))).toEqual([
      'check: separation from an unknown action lits',
    ])
  })

  it('names a step back that does not say so, and a choice whose targets differ', () => {
    expect(faulty((one) => ({ ...one, back: undefined }), 'giveBack')).toEqual([
      'giveBack: goes back to draft without saying so',
    ])
    const items = {
      take: 'chosen' as const,
      from: ['noticed'],
      to: { field: 'outcome', cases: { uphold: 'same' } },
    }
    expect(faulty((one) => ({ ...one, items }), 'answer')).toContain(
      'answer: the choices of outcome and the targets of its items differ',
    )
  })

  it('throws one problem that holds every fault', () => {
    expect(() => defineProcedure({ ...sample, label: t('', '') } as never)).toThrow('procedure.declaration')
  })
})

describe('forms', () => {
  const form = {
    present: ask.count({ label: t('实到', 'Present') }),
    amount: ask.money({ label: t('金额', 'Amount') }),
    day: ask.day({ label: t('日期', 'Day'), required: false }),
  }
  it('reads what fits and leaves the optional empty', () => {
    expect(parseForm(form, [], { present: 190, amount: '15000' })).toEqual({
      present: 190,
      amount: '15000.00',
      day: null,
    })
  })
  it('names every field that is wrong at once', () => {
    const raw = { present: -1, amount: '1,5', day: '2025-02-30', extra: 1 }
    let fields: string[] = []
    try {
      parseForm(form, [], raw)
    } catch (thrown) {
      fields = (thrown as { details: { issues: { field: string }[] } }).details.issues.map((one) => one.field)
    }
    expect(fields).toEqual(['extra', 'present', 'amount', 'day'])
  })
})
