// A place: its name, with those above it below the county.
import { useText } from '../app/text.tsx'
import { AreaPicker, useAreaName } from '../parts/area-picker.tsx'
import type { CellProps, InputProps, KindParts } from '../parts/kind.ts'

function AreaCell({ value }: CellProps) {
  const nameOf = useAreaName()
  const code = String(value)
  return <span title={code}>{nameOf(code)}</span>
}

function AreaInput({ id, field, value, onChange, disabled }: InputProps) {
  const say = useText()
  return (
    <AreaPicker
      id={id}
      disabled={disabled}
      label={say(field.label)}
      value={typeof value === 'string' ? value : undefined}
      onChange={(code) => onChange(code ?? null)}
    />
  )
}

export const area: KindParts = { Cell: AreaCell, Input: AreaInput }
