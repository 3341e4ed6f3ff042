// A row of another register, found by name, pinyin or number; shown by its title.
import { Select } from 'antd'
import { useState } from 'react'
import { useCall } from '../api.ts'
import { PageLink } from '../app/link.tsx'
import { t, useText } from '../app/text.tsx'
import type { CellProps, InputProps, KindParts } from '../parts/kind.ts'

function ReferenceCell({ value, field, row }: CellProps) {
  const shown = (row?.shown ?? {}) as Record<string, string> // rows come from register.list
  const say = useText()
  if (!shown[field.name]) return <>{say(t('按权限不显示', 'Hidden from your role'))}</>
  return <PageLink to={`/r/${field.register}/${String(value)}`}>{shown[field.name]}</PageLink>
}

function ReferenceInput({ id, value, onChange, disabled, problem, field }: InputProps) {
  const say = useText()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const register = field.register ?? ''
  const chosen = typeof value === 'number' ? value : undefined
  const current = useCall('register.get', { register, id: chosen ?? 1 }, { enabled: chosen !== undefined })
  const found = useCall(
    'register.list',
    { register, search: text, limit: 20 },
    { enabled: text.trim() !== '' },
  )
  const few = useCall('register.list', { register, limit: 20 }, { enabled: open && text.trim() === '' })
  const whole = few.data?.next === null ? few.data.rows : [] // a register of few rows is shown without a search
  const rows = text.trim() === '' ? whole : (found.data?.rows ?? [])
  const own = chosen !== undefined && current.data ? [current.data.row] : []
  return (
    <Select
      id={id}
      showSearch={{ filterOption: false, onSearch: setText }}
      onOpenChange={setOpen}
      allowClear={!field.required}
      disabled={disabled}
      status={problem && 'error'}
      value={chosen}
      options={[...own.filter((row) => !rows.some((one) => one.id === row.id)), ...rows].map((row) => ({
        value: row.id,
        label: `${row.title}　${row.areaName}`,
      }))}
      notFoundContent={say(
        text
          ? t('没有找到，换个写法再找。', 'Nothing found.')
          : t('写姓名、拼音或号码来找', 'Type a name or number'),
      )}
      placeholder={say(t('写姓名、拼音或号码来找', 'Type a name or number'))}
      onChange={(next?: number) => onChange(next ?? null)}
      style={{ width: '100%' }}
      aria-label={say(field.label)}
    />
  )
}

export const reference: KindParts = { Cell: ReferenceCell, Input: ReferenceInput }
