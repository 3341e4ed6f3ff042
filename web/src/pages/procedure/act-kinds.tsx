// Inputs of the forms of acts, one for each kind that a procedure may ask for.
import { Input, InputNumber, Radio } from 'antd'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { type AttachedFile, FileField } from '../../parts/file-field.tsx'
import type { InputProps, Kinds } from '../../parts/kind.ts'

const noCell = () => null

export const actKinds: Kinds = {
  text: { Cell: noCell, Input: TextInput },
  note: { Cell: noCell, Input: NoteInput },
  count: { Cell: noCell, Input: CountInput },
  money: { Cell: noCell, Input: TextInput },
  day: { Cell: noCell, Input: DayInput },
  boolean: { Cell: noCell, Input: YesNoInput },
  choice: { Cell: noCell, Input: ChoiceInput },
  file: { Cell: noCell, Input: PaperInput },
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value)
}

function TextInput({ id, value, onChange, disabled, problem }: InputProps) {
  return (
    <Input
      id={id}
      value={textOf(value)}
      disabled={disabled}
      status={problem && 'error'}
      maxLength={200}
      onChange={(event) => onChange(event.target.value || undefined)}
    />
  )
}

function NoteInput({ id, value, onChange, disabled, problem }: InputProps) {
  return (
    <Input.TextArea
      id={id}
      value={textOf(value)}
      disabled={disabled}
      status={problem && 'error'}
      autoSize={{ minRows: 3, maxRows: 10 }}
      onChange={(event) => onChange(event.target.value || undefined)}
    />
  )
}

function CountInput({ id, value, onChange, disabled, problem }: InputProps) {
  return (
    <InputNumber
      id={id}
      value={typeof value === 'number' ? value : null}
      min={0}
      precision={0}
      disabled={disabled}
      status={problem && 'error'}
      onChange={(next) => onChange(next ?? undefined)}
    />
  )
}

function DayInput({ id, value, onChange, disabled }: InputProps) {
  const { meta } = useSession()
  return (
    <DayField
      id={id}
      value={typeof value === 'string' ? value : undefined}
      onChange={onChange}
      disabled={disabled}
      today={meta.today}
    />
  )
}

function YesNoInput({ id, value, onChange, disabled }: InputProps) {
  const say = useText()
  const options = [
    { value: true, label: say(t('是', 'Yes')) },
    { value: false, label: say(t('否', 'No')) },
  ]
  return (
    <Radio.Group
      id={id}
      value={value}
      disabled={disabled}
      options={options}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function ChoiceInput({ id, field, value, onChange, disabled }: InputProps) {
  const say = useText()
  const options = (field.options ?? []).map((one) => ({ value: one.code, label: say(one.label) }))
  return (
    <Radio.Group
      id={id}
      value={value}
      disabled={disabled}
      options={options}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** One paper: the server keeps its number, the form shows its name. */
function PaperInput({ value, onChange, disabled }: InputProps) {
  const files = isPaper(value) ? [value] : []
  return <FileField value={files} disabled={disabled} onChange={(next) => onChange(next.at(-1))} />
}

export function isPaper(value: unknown): value is AttachedFile {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value
}
