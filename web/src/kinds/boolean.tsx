// Yes, no, or not known.
import { Select } from 'antd'
import { t, useText } from '../app/text.tsx'
import type { CellProps, InputProps, KindParts } from '../parts/kind.ts'

const yes = t('是', 'yes')
const no = t('否', 'no')

function BooleanCell({ value }: CellProps) {
  const say = useText()
  return <>{say(value === true ? yes : no)}</>
}

function BooleanInput({ id, value, onChange, disabled, problem, field }: InputProps) {
  const say = useText()
  return (
    <Select
      id={id}
      allowClear
      disabled={disabled}
      status={problem && 'error'}
      value={typeof value === 'boolean' ? value : undefined}
      options={[
        { value: true, label: say(yes) },
        { value: false, label: say(no) },
      ]}
      placeholder={say(t('不详', 'unknown'))}
      onChange={(chosen?: boolean) => onChange(chosen ?? null)}
      style={{ minWidth: 100 }}
      aria-label={say(field.label)}
    />
  )
}

export const boolean: KindParts = { Cell: BooleanCell, Input: BooleanInput }
