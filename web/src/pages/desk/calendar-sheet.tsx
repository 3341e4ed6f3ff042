// 期限日历: three weeks, days off, worked weekend days marked 班, what is due on each.
import type { Output } from '../../api-types.ts'
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import type { Task } from './task-sheet.tsx'
import './desk.css'

type Day = Output<'desk.read'>['calendar'][number]

const heads = [
  t('一', 'M'),
  t('二', 'T'),
  t('三', 'W'),
  t('四', 'T'),
  t('五', 'F'),
  t('六', 'S'),
  t('日', 'S'),
]

export function CalendarSheet({
  days,
  tasks,
  today,
  linked,
}: {
  days: readonly Day[]
  tasks: readonly Task[]
  today: string
  /** With the way to all limits: on the desk. */
  linked?: boolean
}) {
  const say = useText()
  if (days.length === 0) return null
  const weeks = [0, 7, 14].map((from) => days.slice(from, from + 7)).filter((week) => week.length > 0)
  return (
    <Sheet
      title={t('期限日历', 'Calendar')}
      actions={linked && <PageLink to="/calendar">{say(t('全部期限', 'All limits'))}</PageLink>}
      note={say(t(`${today.slice(0, 4)} 年 ${Number(today.slice(5, 7))} 月`, today.slice(0, 7)))}
    >
      <table className="desk-calendar" aria-label={say(t('期限日历', 'Calendar'))}>
        <thead>
          <tr>
            {heads.map((head, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: seven fixed columns, two of which share a letter
              <th key={at} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.day}>
              {week.map((day) => (
                <DayCell
                  key={day.day}
                  day={day}
                  today={today}
                  due={tasks.filter((task) => task.due === day.day)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}

function DayCell({ day, today, due }: { day: Day; today: string; due: readonly Task[] }) {
  const say = useText()
  const date = Number(day.day.slice(8))
  const shown = date === 1 ? `${Number(day.day.slice(5, 7))}/1` : String(date)
  const mark = day.instead ? t('班', 'work') : day.holiday ? t('休', 'off') : undefined
  const look = ['', day.day === today ? 'today' : '', day.off ? 'off' : ''].join(' ')
  return (
    <td className={look} aria-current={day.day === today ? 'date' : undefined}>
      <span>
        {shown}
        {day.day === today && <em>{say(t(' 今', ' now'))}</em>}
        {mark && <i>{say(mark)}</i>}
      </span>
      {due.length > 0 && (
        <small title={due.map(({ title }) => say(title)).join('\n')}>
          {say(due.length === 1 && due[0] ? due[0].verb : t(`${due.length} 件`, `${due.length} due`))}
        </small>
      )}
    </td>
  )
}
