// A calendar day; where the day is not known a month will do.
import { DayField } from '../parts/day-field.tsx'
import type { InputProps, KindParts } from '../parts/kind.ts'
import { TextCell } from './text.tsx'

function DayInput({ id, value, onChange, disabled, field }: InputProps) {
  return (
    <DayField
      id={id}
      disabled={disabled}
      monthIsEnough={!field.required}
      value={typeof value === 'string' ? value : undefined}
      onChange={(day) => onChange(day ?? null)}
    />
  )
}

export const day: KindParts = { Cell: TextCell, Input: DayInput }
