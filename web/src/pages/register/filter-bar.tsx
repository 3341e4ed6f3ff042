// Search, place, and conditions in words. Everything stands in the address, but the text searched.
import { Button, Input, Popover, Tag } from 'antd'
import { useState } from 'react'
import type { RegisterMeta } from '../../app/meta.ts'
import { useScreen } from '../../app/screen.ts'
import { t, useText } from '../../app/text.tsx'
import { AreaPicker } from '../../parts/area-picker.tsx'
import { type Condition, isPlain, writeConditions } from './condition.ts'
import { ConditionForm } from './condition-form.tsx'
import { useConditionWords } from './condition-words.ts'
import { SavedFilters } from './saved-filters.tsx'
import { fieldNamed } from './use-register.ts'

type FilterBarProps = {
  register: RegisterMeta
  conditions: readonly Condition[]
  onChange: (conditions: Condition[]) => void
  search: string
  onSearch: (text: string) => void
  /** Names of rows that conditions point to, by field. */
  titles?: Readonly<Record<string, string>>
  /** A search looks at the rows as they stand only. */
  past?: boolean
}

export function FilterBar(props: FilterBarProps) {
  const { register, conditions, onChange, search, onSearch, titles = {}, past = false } = props
  const say = useText()
  const [typed, setTyped] = useState(search)
  const place = conditions.find((one) => isPlain(one) && one.field === 'area' && one.op === 'within')
  const hasArea = fieldNamed(register, 'area')?.operators?.includes('within')
  const setPlace = (code: string | undefined) => {
    const rest = conditions.filter((one) => one !== place)
    onChange(code ? [{ field: 'area', op: 'within', value: code }, ...rest] : rest)
  }
  return (
    <div className="filter-bar">
      {register.searchable && !past && (
        <Input.Search
          allowClear
          className="filter-search"
          aria-label={say(t('在本名册里找', 'Search this register'))}
          placeholder={say(t('姓名、拼音、证件号、电话', 'Name, pinyin, number'))}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onSearch={(text) => onSearch(text.trim())}
        />
      )}
      {hasArea && <AreaPicker value={place && areaOf(place)} onChange={setPlace} />}
      <AddCondition register={register} onAdd={(one) => onChange([...conditions, one])} />
      {conditions
        .filter((one) => one !== place)
        .map((one) => (
          <ConditionTag
            key={writeConditions([one])}
            register={register}
            condition={one}
            title={isPlain(one) ? titles[one.field] : undefined}
            onRemove={() => onChange(conditions.filter((other) => other !== one))}
          />
        ))}
      <SavedFilters register={register} conditions={conditions} onChoose={onChange} />
    </div>
  )
}

function areaOf(place: Condition): string | undefined {
  return isPlain(place) && typeof place.value === 'string' ? place.value : undefined
}

type TagProps = { register: RegisterMeta; condition: Condition; title?: string; onRemove: () => void }

function ConditionTag({ register, condition, title, onRemove }: TagProps) {
  const say = useText()
  const words = useConditionWords(register)(condition, title)
  return (
    <Tag
      closable={{ 'aria-label': say(t(`去掉“${words}”`, `Remove “${words}”`)) }}
      onClose={onRemove}
      className="filter-tag"
    >
      {words}
    </Tag>
  )
}

function AddCondition({
  register,
  onAdd,
}: {
  register: RegisterMeta
  onAdd: (condition: Condition) => void
}) {
  const say = useText()
  const screen = useScreen()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement={screen === 'phone' ? 'bottom' : 'bottomLeft'} // beside the place it would leave a phone
      destroyOnHidden
      content={
        <ConditionForm
          register={register}
          onAdd={(condition) => {
            setOpen(false)
            onAdd(condition)
          }}
        />
      }
    >
      <Button>＋{say(t('条件', 'Condition'))}</Button>
    </Popover>
  )
}
