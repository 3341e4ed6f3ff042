/** The rule's time limits are those of the kernel, which counts day by day over a table of holidays. */
import { describe, expect, it } from 'vitest'
import type { Day } from '#kernel'
import { addDays, dueDate, isWorkingDay } from '#kernel'
import { assess } from '#policy'
import { licenceTerms } from './licence-terms.ts'

/** Mid-Autumn and National Day 2023. */
const off = ['2023-09-29', '2023-10-02', '2023-10-03', '2023-10-04', '2023-10-05', '2023-10-06'] as Day[]
const work = ['2023-10-07', '2023-10-08'] as Day[]
const table = { 2023: { off, work }, 2024: { off: [], work: [] } }
const none = { applicable: false }

function workingDaysFrom(day: Day) {
  const next = Array.from({ length: 30 }, (_, i) => addDays(day, i))
  return next.filter((on) => isWorkingDay(on, table)).map((on) => ({ day: on }))
}

describe('the last day of a term', () => {
  it.each([
    ['working', 5],
    ['working', 10],
    ['calendar', 10],
  ] as const)(
    'in %s days, %i of them, is the one of the kernel for every day of two months',
    (counting, length) => {
      for (let i = 0; i < 60; i++) {
        const applied = addDays('2023-08-24' as Day, i)
        const facts = {
          scopeAppliedOn: applied,
          permitAppliedOn: applied,
          scopeDoneOn: none,
          permitDoneOn: none,
          workingDays: workingDaysFrom(applied),
        }
        const overrides = { scopeTerm: length, scopeCount: counting }
        const { result } = assess(licenceTerms, facts, { overrides, trace: false })
        expect([applied, result.scopeDue]).toEqual([applied, dueDate(applied, length, counting, table)])
      }
    },
  )
})
