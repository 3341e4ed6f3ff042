/** What waits for me: open cases in which I can act today, each with the verb that I may do, the nearest due first. */
import type { AreaLevel, Text } from '#kernel'
import { areaLevel, daysBetween, t } from '#kernel'
import type { Ctx } from '#platform'
import { may } from '#platform'
import { listWaiting } from './case-store.ts'
import { clocksOf } from './clock.ts'
import type { Action, Procedure } from './define.ts'
import { actionOf } from './define.ts'
import type { Loaded } from './load.ts'
import { askerOf, loadCases } from './load.ts'
import type { NextAct } from './next.ts'
import { nextActs } from './next.ts'
import type { Room } from './room.ts'
import { doorOf, isWaitedFor } from './waits.ts'

export type Task = {
  caseId: number
  number: string
  /** 审定：上坝地块，46 人. */
  title: Text
  /** The subject of the case. */
  place: string
  label: Text
  action: string
  verb: Text
  items: number
  due: string | null
  daysLeft: number | null
  area: string
}

const MOST = 100

export async function listTasks(room: Room, ctx: Ctx): Promise<Task[]> {
  const mine = (one: Action) => isMine(ctx, one)
  const actions = room.procedures.flatMap((one) => Object.values(one.actions))
  const boxes = room.procedures.filter((one) =>
    Object.values(one.actions).some((action) => action.objection === 'take' && mine(action)),
  )
  const rows = await listWaiting(ctx.tx, {
    doors: actions.filter(mine).map(doorOf),
    boxes: boxes.map(({ id }) => id),
    limit: MOST,
  })
  const loaded = await loadCases(room, ctx, rows)
  const tasks = loaded.flatMap((one) => tasksOf(room, ctx, one))
  return tasks.sort(
    (a, b) => (a.daysLeft ?? Number.MAX_SAFE_INTEGER) - (b.daysLeft ?? Number.MAX_SAFE_INTEGER),
  )
}

function isMine(ctx: Ctx, action: Action): boolean {
  const level: AreaLevel = areaLevel(ctx.actor.area)
  return action.level === level && may(ctx.actor, action.by)
}

function tasksOf(room: Room, ctx: Ctx, loaded: Loaded): Task[] {
  const { procedure, row, state, around } = loaded
  const { waitingSince } = around
  const clocks = clocksOf({ procedure, state, today: ctx.today, holidays: room.holidays, waitingSince })
  return nextActs(procedure, state, askerOf(ctx), around)
    .filter((one) => one.can && isTask(procedure, one.action, loaded))
    .map((one) => {
      const clock = clocks.find(({ id }) => isClockOf(id, one.action, actionOf(procedure, one.action)))
      return {
        caseId: row.id,
        number: row.number,
        title: titleText(loaded, one.label, countOf(loaded, one)),
        place: row.title,
        label: procedure.label,
        action: one.action,
        verb: one.label,
        items: countOf(loaded, one),
        due: clock?.due ?? null,
        daysLeft: clock ? daysBetween(ctx.today, clock.due) : null,
        area: row.area,
      }
    })
}

function isClockOf(id: string, name: string, { objection }: Action): boolean {
  if (objection === 'take') return id === 'objection:waiting'
  if (objection === 'answer') return id.startsWith('objection:') && id !== 'objection:waiting'
  return id === name
}

function titleText({ procedure, row }: Loaded, label: Text, count: number): Text {
  const { counter } = procedure.items
  const many = count > 0
  return t(
    `${label.zh}：${row.title}${many ? `，${count} ${counter.zh}` : ''}`,
    `${label.en}: ${row.title}${many ? `, ${count} ${counter.en}` : ''}`,
  )
}

/** How many people the act would take; an objection concerns its own person only. */
function countOf({ procedure }: Loaded, one: NextAct): number {
  return actionOf(procedure, one.action).objection ? 0 : one.eligible.length
}

/** Steps back, refusals and other acts on chosen people are possible but nobody waits for them; an objection in the box does. */
function isTask(procedure: Procedure, name: string, { state, around }: Loaded): boolean {
  const action = actionOf(procedure, name)
  if (action.objection === 'take') return around.waitingSince !== undefined
  if (action.objection === 'answer') return true
  const ends = action.to !== undefined && procedure.states[action.to]?.final === true
  return action.items?.take !== 'chosen' && !ends && isWaitedFor(procedure, action, state)
}
