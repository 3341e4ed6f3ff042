// `case.tasks` as lines of the bell: what, where, how late.
import type { Mark } from '../parts/state-mark.tsx'
import { localeNow, sayIn, type Text } from './text.tsx'

export type Task = { title: string; due: string; mark: Mark; to: string }
/** A row of `case.tasks`. `daysLeft`: left, negative = late, null = without a limit. */
export type TaskRow = { caseId: number; title: Text; verb: Text; daysLeft: number | null }

/** By due date; what has no limit comes last. */
export function tasksOf(rows: readonly TaskRow[]): Task[] {
  const left = (row: TaskRow) => row.daysLeft ?? Number.POSITIVE_INFINITY
  return [...rows]
    .sort((a, b) => left(a) - left(b))
    .map((row) => ({
      title: `${sayIn(row.verb, localeNow())}：${sayIn(row.title, localeNow())}`,
      due: dueWords(row.daysLeft),
      mark: dueMark(row.daysLeft),
      to: `/case/${row.caseId}`,
    }))
}

/** 逾期 1 天 / 今天 / 还剩 3 天. */
export function dueWords(daysLeft: number | null | undefined): string {
  const zh = localeNow() === 'zh'
  if (daysLeft === null || daysLeft === undefined) return zh ? '待办' : 'To do'
  if (daysLeft < 0) return zh ? `逾期 ${-daysLeft} 天` : `${daysInEnglish(-daysLeft)} late`
  if (daysLeft === 0) return zh ? '今天' : 'Today'
  return zh ? `还剩 ${daysLeft} 天` : `${daysInEnglish(daysLeft)} left`
}

/** Late is filled, due within a day is warned of, the rest is under way. */
export function dueMark(daysLeft: number | null | undefined): Mark {
  if (daysLeft === null || daysLeft === undefined) return 'open'
  if (daysLeft < 0) return 'late'
  return daysLeft <= 1 ? 'soon' : 'doing'
}

function daysInEnglish(count: number): string {
  return count === 1 ? '1 day' : `${count} days`
}
