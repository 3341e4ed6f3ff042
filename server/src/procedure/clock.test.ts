import { describe, expect, it } from 'vitest'
import { day } from '#kernel'
import { clocksOf } from './clock.ts'
import { batchText } from './day-text.ts'
import { days, daysUsed, dueAfterStops, dueOf, openAfter, workingDays } from './limit.ts'
import { act, opening, plainYear, sample } from './sample.kit.ts'
import type { Act } from './state.ts'
import { stateOf } from './state.ts'

const table = { ...plainYear, '2023': { off: [], work: [] } }

function clocks(acts: Act[], today: string) {
  return clocksOf({ procedure: sample, state: stateOf(sample, acts), today: day(today), holidays: table })
}

describe('limits', () => {
  it('GEN-05: event Friday 2023-08-25, 5 and 10 days, calendar and working', () => {
    const event = day('2023-08-25')
    expect(dueOf(days(5), event, table)).toBe('2023-08-30')
    expect(dueOf(workingDays(5), event, table)).toBe('2023-09-01')
    expect(dueOf(days(10), event, table)).toBe('2023-09-04')
    expect(dueOf(workingDays(10), event, table)).toBe('2023-09-08')
  })

  it('AMB-39: a due day on a holiday stays; rolling is a switch of the limit', () => {
    const event = day('2023-08-24') // + 2 days is Saturday the 26th
    expect(dueOf(days(2), event, table)).toBe('2023-08-26')
    expect(dueOf(days(2, true), event, table)).toBe('2023-08-28')
  })

  it('AMB-38: posted on the 8th for 7 days, free from the 16th', () => {
    expect(openAfter(days(7), day('2025-09-08'), table)).toBe('2025-09-16')
  })

  it('the days used before a return come off, those away do not', () => {
    const stints = [{ state: 'listed', from: day('2025-09-01'), to: day('2025-09-04') }]
    expect(dueAfterStops(days(10), { since: day('2025-09-20'), stints }, table)).toBe('2025-09-27')
    expect(daysUsed(workingDays(10), { from: day('2025-09-05'), to: day('2025-09-08') }, table)).toBe(1) // Friday to Monday
  })

  it('names batches as an office does', () => {
    expect([1, 2, 10, 12, 21].map((n) => batchText(n).zh)).toEqual([
      '第一批',
      '第二批',
      '第十批',
      '第十二批',
      '第二十一批',
    ])
  })
})

describe('clocks of a case', () => {
  const listed = [opening('2025-09-01', 11), act(2, 'list', '2025-09-01', { items: [11] })]

  it('runs the act that is waited for and the whole case', () => {
    expect(
      clocks(listed, '2025-09-10').map((one) => [one.id, one.start, one.due, one.count, one.left]),
    ).toEqual([
      ['check', '2025-09-01', '2025-09-15', 'working', 5],
      ['case', '2025-09-01', '2025-10-31', 'calendar', 51],
    ])
  })

  it('stops on 退回 and runs on when the case comes back', () => {
    const away = [...listed, act(3, 'giveBack', '2025-09-03', { items: [11] })]
    const stopped = clocks(away, '2025-09-10')
    expect(stopped.map((one) => [one.id, one.status])).toEqual([
      ['check', 'stopped'],
      ['case', 'stopped'],
    ])
    const back = [...away, act(4, 'list', '2025-09-11', { items: [11] })]
    expect(clocks(back, '2025-09-11').map((one) => [one.id, one.due, one.status])).toEqual([
      ['check', '2025-09-23', 'running'], // 8 of 10 working days are left
      ['case', '2025-11-08', 'running'], // 8 days away
    ])
  })

  it('shows the notice, and each objection with its own deadline, the overdue one first', () => {
    const acts = [
      ...listed,
      act(3, 'check', '2025-09-03', { items: [11] }),
      act(4, 'post', '2025-09-08', { items: [11] }),
      act(5, 'object', '2025-09-11', { items: [11] }),
    ]
    expect(clocks(acts, '2025-09-15').map((one) => [one.id, one.due, one.left])).toEqual([
      ['objection:5', '2025-09-14', -1],
      ['notice', '2025-09-15', 0],
      ['case', '2025-10-31', 46],
    ])
  })
})
