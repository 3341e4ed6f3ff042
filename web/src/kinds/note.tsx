// Longer text that keeps its line breaks.
import { Input } from 'antd'
import type { CellProps, InputProps, KindParts } from '../parts/kind.ts'

function NoteCell({ value }: CellProps) {
  return <span style={{ whiteSpace: 'pre-wrap' }}>{String(value)}</span>
}

function NoteInput({ id, value, onChange, disabled, problem }: InputProps) {
  return (
    <Input.TextArea
      id={id}
      autoSize={{ minRows: 2, maxRows: 8 }}
      disabled={disabled}
      status={problem && 'error'}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    />
  )
}

export const note: KindParts = { Cell: NoteCell, Input: NoteInput }
