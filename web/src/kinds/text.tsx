// Short text on one line.
import { Input } from 'antd'
import type { CellProps, InputProps, KindParts } from '../parts/kind.ts'

export function TextCell({ value }: CellProps) {
  return <>{String(value)}</>
}

export function TextInput({ id, value, onChange, disabled, problem, field }: InputProps) {
  return (
    <Input
      id={id}
      disabled={disabled}
      status={problem && 'error'}
      suffix={field.unit?.zh}
      value={value === undefined || value === null ? '' : String(value)}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    />
  )
}

export const text: KindParts = { Cell: TextCell, Input: TextInput }
