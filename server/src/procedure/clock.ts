/** The clocks of a case: start → due, day 0, calendar or working days, running, stopped or run out. Pure. */
import type { Day, HolidayTable, Text } from '#kernel'
import { addDays, daysBetween, t } from '#kernel'
import type { Action, Procedure } from './define.ts'
import type { Limit, Stint } from './limit.ts'
import { daysUsed, dueAfterStops, dueOf } from './limit.ts'
import type { CaseState } from './state.ts'
import { isEnded, standsAt, waitsFor } from './state.ts'

export type Clock = {
  /** `case`, an action's name, `notice`, or `objection:<sequence>`. */
  readonly id: string
  readonly label: Text
  readonly start: Day
  readonly due: Day
  readonly days: number
  readonly count: 'calendar' | 'working'
  /** `stopped`: the case was sent back and the days do not run (停钟). */
  readonly status: 'running' | 'stopped'
  /** Calendar days from today to the due day; 0 today, negative when overdue. */
  readonly left: number
}

type Given = {
  procedure: Procedure
  state: CaseState
  today: Day
  holidays: HolidayTable
  /** When the oldest objection in the box came in that nobody has taken up. */
  waitingSince?: Day | undefined
}

/** The clocks that run or stand still today, the most urgent first. */
export function clocksOf(given: Given): Clock[] {
  if (isEnded(given.procedure, given.state)) return []
  const acts = Object.entries(given.procedure.actions).flatMap(([name, action]) =>
    actionClocks(given, name, action),
  )
  return [...caseClock(given), ...acts, ...objectionClocks(given), ...noticeClocks(given)].sort(
    (a, b) => a.left - b.left,
  )
}

function actionClocks(given: Given, name: string, action: Action): Clock[] {
  if (!action.within || action.objection || action.back) return []
  const span = waitingSpan(given, action)
  const label = labelOf(given, action)
  if (span) return [clock(given, { id: name, label, limit: action.within, span })]
  const pause = given.state.pauses.find((one) => one.until === null && action.from.includes(one.at))
  return pause
    ? [stoppedClock(given, { id: name, label: action.label, limit: action.within, at: pause.from })]
    : []
}

/** Where only some still wait, the clock says how many: 审定（1 人）. */
function labelOf({ procedure, state }: Given, action: Action): Text {
  const waiting = [...state.items.values()].filter((item) => waitsFor(action, item)).length
  if (!action.items || waiting === 0 || waiting === state.items.size) return action.label
  const { counter } = procedure.items
  return t(`${action.label.zh}（${waiting} ${counter.zh}）`, `${action.label.en} (${waiting} ${counter.en})`)
}

type Span = { since: Day; stints: readonly Stint[] }

/** Since when the case, or the first of its waiting items, waits for this action; and the days used up before it was sent back. */
export function waitingSpan(
  { procedure, state }: Pick<Given, 'procedure' | 'state'>,
  action: Action,
): Span | undefined {
  if (!standsAt(procedure, action, state)) return undefined
  if (!action.items)
    return { since: state.since, stints: state.stints.filter((one) => action.from.includes(one.state)) }
  const waiting = [...state.items.values()].filter((item) => waitsFor(action, item))
  const first = waiting.sort((a, b) => (a.since < b.since ? -1 : 1))[0]
  return (
    first && {
      since: first.since,
      stints: first.stints.filter((one) => action.items?.from.includes(one.state)),
    }
  )
}

function clock(given: Given, one: { id: string; label: Text; limit: Limit; span: Span }): Clock {
  const { limit, span } = one
  const due = dueAfterStops(limit, span, given.holidays)
  return { ...words(one), start: span.since, due, status: 'running', left: daysBetween(given.today, due) }
}

/** While the case is away the rest of the days is shown as it was on the day it was sent back. */
function stoppedClock(given: Given, one: { id: string; label: Text; limit: Limit; at: Day }): Clock {
  const stints = given.state.stints.filter((stint) => stint.to === one.at)
  const start = stints[0]?.from ?? one.at
  const used = stints.reduce((sum, stint) => sum + daysUsed(one.limit, stint, given.holidays), 0)
  const due = dueOf(one.limit, start, given.holidays)
  return { ...words(one), start, due, status: 'stopped', left: one.limit.days - used }
}

function words(one: {
  id: string
  label: Text
  limit: Limit
}): Pick<Clock, 'id' | 'label' | 'days' | 'count'> {
  return { id: one.id, label: one.label, days: one.limit.days, count: one.limit.count }
}

function caseClock(given: Given): Clock[] {
  const { procedure, state, today, holidays } = given
  if (!procedure.within) return []
  const paused = state.pauses.reduce((sum, one) => sum + daysBetween(one.from, one.until ?? today), 0)
  const due = addDays(dueOf(procedure.within, state.openedOn, holidays), paused)
  const one = words({ id: 'case', label: t('全案', 'Whole case'), limit: procedure.within })
  const status = state.pauses.some((x) => x.until === null) ? 'stopped' : 'running'
  return [{ ...one, start: state.openedOn, due, status, left: daysBetween(today, due) }]
}

function objectionClocks(given: Given): Clock[] {
  const action = Object.values(given.procedure.actions).find((one) => one.objection === 'answer')
  const limit = action?.within
  if (!action || !limit) return []
  const taken = given.state.objections
    .filter((one) => !one.answered)
    .map((one) => ({ id: `objection:${one.objection}`, label: action.label, since: one.on }))
  return [...taken, ...boxed(given, action.label)].map(({ id, label, since }) =>
    clock(given, { id, label, limit, span: { since, stints: [] } }),
  )
}

/** The days of the answer run from the receipt, not from when somebody takes the objection up. */
function boxed({ waitingSince }: Given, label: Text) {
  if (waitingSince === undefined) return []
  const words = t(`${label.zh}（还没有受理）`, `${label.en} (not taken up)`)
  return [{ id: 'objection:waiting', label: words, since: waitingSince }]
}

/** One clock for each day on which items were posted: they lie open through its last day (AMB-38). */
function noticeClocks(given: Given): Clock[] {
  const action = Object.values(given.procedure.actions).find((one) => one.stays)
  const stays = action?.stays
  if (!action || !stays) return []
  const posted = [...given.state.items.values()]
    .filter((item) => waitsFor(action, item))
    .map((item) => item.since)
  return [...new Set(posted)].map((since) =>
    clock(given, {
      id: 'notice',
      label: t('公示', 'Public notice'),
      limit: stays,
      span: { since, stints: [] },
    }),
  )
}
