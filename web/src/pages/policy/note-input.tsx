// A reason of some lines in a form of fields.
import { Input } from 'antd'

type NoteInputProps = { id: string; value: unknown; onChange: (value: unknown) => void }

export function NoteInput({ id, value, onChange }: NoteInputProps) {
  return (
    <Input.TextArea
      id={id}
      autoSize={{ minRows: 2 }}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
