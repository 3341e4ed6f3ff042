// The tasks under headings: late, today, this week, later; or by business, or by place.
import { type Text, t } from '../../app/text.tsx'

type Due = { key: string; business: Text; place: string; daysLeft: number | null }
export type TaskGroup<T> = { key: string; label: Text; rows: T[] }

const WEEK = 7

/** `today`: 本周 goes to Sunday. The order within a heading is that of the list: by due day. */
export function taskGroups<T extends Due>(
  tasks: readonly T[],
  order: 'due' | 'business' | 'place',
  today: string,
): TaskGroup<T>[] {
  if (order === 'due') return byDue(tasks, daysToSunday(today))
  const groups = new Map<string, TaskGroup<T>>()
  for (const task of tasks) {
    const label = order === 'business' ? task.business : t(task.place, task.place)
    const group = groups.get(label.zh) ?? { key: label.zh, label, rows: [] }
    group.rows.push(task)
    groups.set(label.zh, group)
  }
  return [...groups.values()]
}

function byDue<T extends Due>(tasks: readonly T[], week: number): TaskGroup<T>[] {
  const fitting = (fits: (left: number) => boolean) =>
    tasks.filter(({ daysLeft }) => daysLeft !== null && fits(daysLeft))
  const groups: TaskGroup<T>[] = [
    { key: 'late', label: t('已逾期', 'Late'), rows: fitting((left) => left < 0) },
    { key: 'today', label: t('今天到期', 'Due today'), rows: fitting((left) => left === 0) },
    { key: 'week', label: t('本周', 'This week'), rows: fitting((left) => left > 0 && left <= week) },
    { key: 'later', label: t('以后', 'Later'), rows: fitting((left) => left > week && left > 0) },
    {
      key: 'open',
      label: t('没有时限', 'No limit'),
      rows: tasks.filter(({ daysLeft }) => daysLeft === null),
    },
  ]
  return groups.filter(({ rows }) => rows.length > 0)
}

function daysToSunday(today: string): number {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  return weekday === 0 ? 0 : WEEK - weekday
}
