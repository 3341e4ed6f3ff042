// The lines of the form of a sample: a label with its input and a note.
import { Input, Segmented } from 'antd'
import { type ReactNode, useId } from 'react'
import { type Text, useText } from '../../app/text.tsx'

export function Line({
  id,
  label,
  note,
  children,
}: {
  id: string
  label: Text
  note?: ReactNode
  children: ReactNode
}) {
  const say = useText()
  return (
    <div className="sampling-line">
      <label htmlFor={id}>{say(label)}</label>
      <div>{children}</div>
      {note && <p className="note">{note}</p>}
    </div>
  )
}

type FigureProps = {
  label: Text
  unit: Text
  value: string
  onChange: (text: string) => void
  note?: ReactNode
}

export function Figure({ label, unit, value, onChange, note }: FigureProps) {
  const say = useText()
  const id = useId()
  return (
    <Line id={id} label={label} note={note}>
      <Input
        id={id}
        inputMode="decimal"
        value={value}
        suffix={say(unit)}
        onChange={(event) => onChange(event.target.value)}
      />
    </Line>
  )
}

type ChoiceProps<V extends string | number> = {
  label: Text
  value: V
  options: { value: V; label: string }[]
  onChange: (value: V) => void
}

export function Choice<V extends string | number>({ label, value, options, onChange }: ChoiceProps<V>) {
  const say = useText()
  return (
    <div className="sampling-line">
      <span className="sampling-label">{say(label)}</span>
      <Segmented<V> aria-label={say(label)} value={value} options={options} onChange={onChange} />
    </div>
  )
}
