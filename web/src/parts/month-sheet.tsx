// One month on a sheet: six weeks from Monday, arrows and page keys move, the chosen day is filled.
import { useState } from 'react'
import { t, useText } from '../app/text.tsx'
import { daysIn, weekdayOf } from './day-words.ts'

type MonthSheetProps = { value?: string; today?: string; onChoose: (day: string) => void }

export function MonthSheet({ value, today, onChoose }: MonthSheetProps) {
  const say = useText()
  const [at, setAt] = useState(() => monthOf(value ?? today ?? '2025-09'))
  const move = (by: number) => setAt(moved(at, by))
  return (
    <div className="month-sheet">
      <p className="month-head">
        <button type="button" onClick={() => move(-12)} aria-label={say(t('上一年', 'Previous year'))}>
          «
        </button>
        <button type="button" onClick={() => move(-1)} aria-label={say(t('上一月', 'Previous month'))}>
          ‹
        </button>
        <b role="status">{say(t(`${at.year} 年 ${at.month} 月`, `${at.year}-${pad(at.month)}`))}</b>
        <button type="button" onClick={() => move(1)} aria-label={say(t('下一月', 'Next month'))}>
          ›
        </button>
        <button type="button" onClick={() => move(12)} aria-label={say(t('下一年', 'Next year'))}>
          »
        </button>
      </p>
      <div className="month-days">
        {weekHeads.map((head) => (
          <span key={head.en}>{say(head)}</span>
        ))}
        {leadOf(at) > 0 && <span style={{ gridColumn: `span ${leadOf(at)}` }} />}
        {Array.from({ length: daysIn(at.year, at.month) }, (_, index) => {
          const day = `${at.year}-${pad(at.month)}-${pad(index + 1)}`
          return (
            <button
              type="button"
              key={day}
              aria-pressed={day === value}
              aria-label={day}
              className={day === today ? 'month-today' : undefined}
              onClick={() => onChoose(day)}
            >
              {index + 1}
            </button>
          )
        })}
      </div>
    </div>
  )
}

const weekHeads = [
  t('一', 'Mo'),
  t('二', 'Tu'),
  t('三', 'We'),
  t('四', 'Th'),
  t('五', 'Fr'),
  t('六', 'Sa'),
  t('日', 'Su'),
]

type Month = { year: number; month: number }

function leadOf(at: Month): number {
  return (weekdayOf(at.year, at.month, 1) + 6) % 7
}

function moved(at: Month, by: number): Month {
  const count = at.year * 12 + at.month - 1 + by
  return { year: Math.floor(count / 12), month: (count % 12) + 1 }
}

function monthOf(day: string): Month {
  const [year = '2025', month = '9'] = day.split('-')
  return { year: Number(year), month: Number(month) }
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
