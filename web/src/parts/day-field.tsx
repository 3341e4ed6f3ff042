// The house's own date field: type it as you say it (1963.7 too), or choose from a month sheet.
import { Input, Popover } from 'antd'
import { useState } from 'react'
import { composes } from '../app/keys.ts'
import { type Text, t, useText } from '../app/text.tsx'
import { readDay } from './day-words.ts'
import { MonthSheet } from './month-sheet.tsx'
import './day-field.css'

type DayFieldProps = {
  /** 'YYYY-MM-DD', or 'YYYY-MM' where a month is enough; undefined = not filled in. */
  value?: string | null
  onChange?: (value: string | undefined) => void
  /** A month alone is accepted ('1963-07'). */
  monthIsEnough?: boolean
  today?: string
  id?: string
  disabled?: boolean
  label?: string
}

/** `<DayField value={takenOn} onChange={setTakenOn} />` */
export function DayField({ value, onChange, monthIsEnough, today, id, disabled, label }: DayFieldProps) {
  const say = useText()
  const [typed, setTyped] = useState<string>()
  const [problem, setProblem] = useState<Text>()
  const [open, setOpen] = useState(false)
  const settle = () => {
    if (typed === undefined) return
    const read = typed.trim() === '' ? { day: undefined } : settled(typed, monthIsEnough ?? false)
    setProblem('problem' in read ? read.problem : undefined)
    if ('problem' in read) return
    setTyped(undefined)
    onChange?.(read.day)
  }
  const choose = (day: string) => {
    setTyped(undefined)
    setProblem(undefined)
    setOpen(false)
    onChange?.(day)
  }
  return (
    <span className="day-field">
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomLeft"
        content={<MonthSheet value={value ?? undefined} today={today} onChoose={choose} />}
      >
        <Input
          id={id}
          disabled={disabled}
          aria-label={label}
          aria-invalid={problem !== undefined}
          status={problem && 'error'}
          placeholder="2025-09-15"
          inputMode="text"
          value={typed ?? value ?? ''}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={settle}
          onKeyDown={(event) => {
            if (composes(event.nativeEvent)) return
            if (event.key === 'Enter') settle()
            if (event.key === 'Escape') setOpen(false)
          }}
        />
      </Popover>
      {problem && (
        <span className="field-problem" role="alert">
          {say(problem)}
        </span>
      )}
    </span>
  )
}

function settled(typed: string, monthIsEnough: boolean): { day: string } | { problem: Text } {
  const read = readDay(typed)
  if ('problem' in read || 'day' in read) return read
  if (monthIsEnough) return { day: read.month }
  return {
    problem: t(`只填到月：“${typed}”。这里要填到日。`, `Only a month: “${typed}”. A day is needed here.`),
  }
}
