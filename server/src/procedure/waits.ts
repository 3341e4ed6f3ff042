/** For the task list: who could act now, as verb@level, and the nearest due day. Pure. */
import type { Day } from '#kernel'
import { clocksOf } from './clock.ts'
import type { Action, Procedure } from './define.ts'
import type { Room } from './room.ts'
import type { CaseState } from './state.ts'
import { isEnded, standsAt, waitsFor } from './state.ts'

export function waitsAndDue(
  room: Pick<Room, 'holidays'>,
  procedure: Procedure,
  state: CaseState,
  today: Day,
): { waits: string[]; due: Day | null } {
  if (isEnded(procedure, state)) return { waits: [], due: null }
  const waiting = Object.values(procedure.actions).filter((action) => isWaitedFor(procedure, action, state))
  const clocks = clocksOf({ procedure, state, today, holidays: room.holidays }).filter(
    (one) => one.status === 'running',
  )
  const due = clocks.map((one) => one.due).sort()[0] ?? null
  return { waits: [...new Set(waiting.map(doorOf))].sort(), due }
}

/** Steps back and objections are possible but nobody waits for them. */
export function isWaitedFor(procedure: Procedure, action: Action, state: CaseState): boolean {
  if (action.back || action.objection === 'take' || !standsAt(procedure, action, state)) return false
  if (action.objection === 'answer') return state.objections.some((one) => !one.answered)
  return !action.items || [...state.items.values()].some((item) => waitsFor(action, item))
}

export function doorOf(action: Pick<Action, 'by' | 'level'>): string {
  return `${action.by}@${action.level}`
}
