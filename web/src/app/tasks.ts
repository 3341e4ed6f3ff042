// `case.tasks` as lines of the bell: what, where, how late.
import type { Mark } from '../parts/state-mark.tsx'
import { localeNow, sayIn, type Text } from './text.tsx'

export type Task = { title: string; due: string; mark: Mark; to: string }
type TaskRow = {
  caseId: number
  title?: Text | string
  action?: { label?: Text }
  label?: Text | string
  due?: string | null
  daysLeft?: number | null
}

/** Reads the rows of `case.tasks` (`{ tasks }` or a list); anything else is no task. */
export function tasksOf(output: unknown): Task[] {
  const rows = listIn(output)
  return rows.map((row) => ({
    title: sayIn(row.title ?? row.label ?? row.action?.label, localeNow()),
    due: dueWords(row.daysLeft),
    mark: dueMark(row.daysLeft),
    to: `/case/${row.caseId}`,
  }))
}

/** 逾期 1 天 / 今天 / 还剩 3 天. */
export function dueWords(daysLeft: number | null | undefined): string {
  const zh = localeNow() === 'zh'
  if (daysLeft === null || daysLeft === undefined) return zh ? '待办' : 'To do'
  if (daysLeft < 0) return zh ? `逾期 ${-daysLeft} 天` : `${-daysLeft} days late`
  if (daysLeft === 0) return zh ? '今天' : 'Today'
  return zh ? `还剩 ${daysLeft} 天` : `${daysLeft} days left`
}

/** Late is filled, due within a day is warned of, the rest is under way. */
export function dueMark(daysLeft: number | null | undefined): Mark {
  if (daysLeft === null || daysLeft === undefined) return 'open'
  if (daysLeft < 0) return 'late'
  return daysLeft <= 1 ? 'soon' : 'doing'
}

function listIn(output: unknown): TaskRow[] {
  // rows validated by the server; the shape is the procedure room's
  if (Array.isArray(output)) return output as TaskRow[]
  if (typeof output === 'object' && output !== null && 'tasks' in output && Array.isArray(output.tasks))
    return output.tasks as TaskRow[]
  return []
}
