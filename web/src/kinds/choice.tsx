// One of the declared words.
import { Select } from 'antd'
import { useText } from '../app/text.tsx'
import type { CellProps, InputProps, KindParts } from '../parts/kind.ts'

function ChoiceCell({ value, field }: CellProps) {
  const say = useText()
  return <>{say(field.options?.find((option) => option.code === value)?.label ?? String(value))}</>
}

function ChoiceInput({ id, value, onChange, disabled, problem, field }: InputProps) {
  const say = useText()
  return (
    <Select
      id={id}
      allowClear={!field.required}
      disabled={disabled}
      status={problem && 'error'}
      value={typeof value === 'string' ? value : undefined}
      options={(field.options ?? []).map((option) => ({ value: option.code, label: say(option.label) }))}
      onChange={(code?: string) => onChange(code ?? null)}
      style={{ minWidth: 140, width: '100%' }}
      aria-label={say(field.label)}
    />
  )
}

export const choice: KindParts = { Cell: ChoiceCell, Input: ChoiceInput }
