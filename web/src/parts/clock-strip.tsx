// The clocks of a case: what runs, from when to when, how it counts, what is left.
import { dueMark, dueWords } from '../app/tasks.ts'
import { type Text, t, useText } from '../app/text.tsx'
import { dayWords } from './day-words.ts'
import { Glyph, type Mark } from './state-mark.tsx'
import './reason-list.css'

export type Clock = {
  key: string
  label: Text | string
  /** Length in days, as the rule gives it. */
  days: number
  counts: 'calendar' | 'working'
  /** Days 'YYYY-MM-DD'. */
  start: string
  due: string
  /** Negative = late. */
  daysLeft: number
  state: 'running' | 'paused' | 'done'
  /** A waiting period (公示): when its days are over it has run out, nobody is late. */
  waits?: boolean
}

/** `<Sheet title={t('时钟','Clocks')} flush><ClockStrip clocks={clocks} /></Sheet>` */
export function ClockStrip({ clocks }: { clocks: readonly Clock[] }) {
  return (
    <ul>
      {clocks.map((clock) => (
        <ClockLine key={clock.key} clock={clock} />
      ))}
    </ul>
  )
}

function ClockLine({ clock }: { clock: Clock }) {
  const say = useText()
  const mark = clockMark(clock)
  const used =
    clock.days <= 0 ? 100 : Math.min(100, Math.max(0, ((clock.days - clock.daysLeft) / clock.days) * 100))
  return (
    <li className={`clock mark-${tones[mark] ?? 'dai'}`}>
      <p className="clock-head">
        <Glyph mark={mark} />
        <b style={{ color: 'var(--ink)' }}>{say(clock.label)}</b>
        <span className="clock-length">{say(lengthWords(clock))}</span>
        <span className="clock-left">{say(leftWords(clock))}</span>
      </p>
      <div className="clock-bar" aria-hidden="true">
        <span style={{ width: `${used}%` }} />
      </div>
      <p className="note">
        {say(dayWords(clock.start))} → {say(dayWords(clock.due))}
        {say(t('，当天为第 0 天，按', ', day 0 excluded, in '))}
        {say(clock.counts === 'calendar' ? t('日历天', 'calendar days') : t('工作日', 'working days'))}
      </p>
    </li>
  )
}

function clockMark(clock: Clock): Mark {
  if (clock.state === 'paused') return 'paused'
  if (clock.waits) return clock.daysLeft < 0 ? 'done' : 'doing'
  return clock.state === 'done' ? 'done' : dueMark(clock.daysLeft)
}

const tones: Partial<Record<Mark, string>> = { late: 'zhu', soon: 'zhe', done: 'song', paused: 'ink' }

function lengthWords(clock: Clock): Text {
  return clock.counts === 'calendar'
    ? t(`${clock.days} 天`, `${clock.days} days`)
    : t(`${clock.days} 个工作日`, `${clock.days} working days`)
}

function leftWords(clock: Clock): Text | string {
  if (clock.state === 'paused') return t('停钟', 'Stopped')
  if (clock.state === 'done') return t('已办', 'Done')
  if (clock.waits && clock.daysLeft < 0) return t('已期满', 'Run out')
  return clock.daysLeft === 0 ? t('今天期满', 'Due today') : dueWords(clock.daysLeft)
}
