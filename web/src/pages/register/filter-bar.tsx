// Search, place, and conditions in words. Everything stands in the address, but the text searched.
import { Button, Input, Popover, Select, Tag } from 'antd'
import { useState } from 'react'
import type { FieldMeta, RegisterMeta } from '../../app/meta.ts'
import { t, useText } from '../../app/text.tsx'
import { kinds } from '../../kinds/index.ts'
import { AreaPicker, useAreaName } from '../../parts/area-picker.tsx'
import type { Kinds } from '../../parts/kind.ts'
import { type Condition, isBare, isOp, type Op, operatorWord, valueWord } from './condition.ts'
import { SavedFilters } from './saved-filters.tsx'
import { fieldNamed, fieldsOf } from './use-register.ts'

type FilterBarProps = {
  register: RegisterMeta
  conditions: readonly Condition[]
  onChange: (conditions: Condition[]) => void
  search: string
  onSearch: (text: string) => void
  /** Names of rows that conditions point to, by field. */
  titles?: Readonly<Record<string, string>>
}

export function FilterBar({ register, conditions, onChange, search, onSearch, titles = {} }: FilterBarProps) {
  const say = useText()
  const [typed, setTyped] = useState(search)
  const place = conditions.find((one) => one.field === 'area' && one.op === 'within')
  const hasArea = fieldNamed(register, 'area')?.operators?.includes('within')
  const setPlace = (code: string | undefined) => {
    const rest = conditions.filter((one) => one !== place)
    onChange(code ? [{ field: 'area', op: 'within', value: code }, ...rest] : rest)
  }
  return (
    <div className="filter-bar">
      {register.searchable && (
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
      {hasArea && (
        <AreaPicker value={typeof place?.value === 'string' ? place.value : undefined} onChange={setPlace} />
      )}
      <AddCondition register={register} onAdd={(one) => onChange([...conditions, one])} />
      {conditions
        .filter((one) => one !== place)
        .map((one) => (
          <ConditionTag
            key={`${one.field}.${one.op}.${String(one.value)}`}
            register={register}
            condition={one}
            title={titles[one.field]}
            onRemove={() => onChange(conditions.filter((other) => other !== one))}
          />
        ))}
      <SavedFilters register={register} conditions={conditions} onChoose={onChange} />
    </div>
  )
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

/** 户口 是 农业; 出生日期 不晚于 1963-07-15. */
export function useConditionWords(register: RegisterMeta): (condition: Condition, title?: string) => string {
  const say = useText()
  const areaName = useAreaName()
  return ({ field: name, op, value }, title) => {
    const field = fieldNamed(register, name)
    if (!field) return name
    const head = `${say(field.label)} ${say(operatorWord(op, field))}`
    return isBare(op) ? head : `${head} ${title ?? say(valueWord(field, value, areaName))}`
  }
}

function AddCondition({
  register,
  onAdd,
}: {
  register: RegisterMeta
  onAdd: (condition: Condition) => void
}) {
  const say = useText()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
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

function ConditionForm({
  register,
  onAdd,
}: {
  register: RegisterMeta
  onAdd: (condition: Condition) => void
}) {
  const say = useText()
  const fields = fieldsOf(register).filter((field) => operatorsOf(field).length > 0)
  const [name, setName] = useState<string>()
  const [op, setOp] = useState<Op>()
  const [value, setValue] = useState<unknown>()
  const field = fields.find((one) => one.name === name)
  const all: Kinds = kinds
  const ValueInput = field && all[field.kind]?.Input
  const ready = field && op && (isBare(op) || (value !== undefined && value !== null && value !== ''))
  return (
    <div className="condition-form">
      <Select
        aria-label={say(t('哪一栏', 'Field'))}
        placeholder={say(t('哪一栏', 'Field'))}
        value={name}
        showSearch={{ optionFilterProp: 'label' }}
        options={fields.map((one) => ({ value: one.name, label: say(one.label) }))}
        onChange={(next: string) => {
          setName(next)
          setOp(operatorsOf(fields.find((one) => one.name === next))[0])
          setValue(undefined)
        }}
      />
      {field && (
        <Select
          aria-label={say(t('怎么比', 'How'))}
          value={op}
          options={operatorsOf(field).map((one) => ({ value: one, label: say(operatorWord(one, field)) }))}
          onChange={setOp}
        />
      )}
      {field && op && !isBare(op) && ValueInput && (
        <ValueInput
          id="condition-value"
          field={{ ...field, required: false }}
          value={value}
          onChange={setValue}
        />
      )}
      <Button
        type="primary"
        disabled={!ready}
        onClick={() =>
          ready && onAdd({ field: field.name, op, ...(isBare(op) ? {} : { value: plain(value) }) })
        }
      >
        {say(t('加上', 'Add'))}
      </Button>
    </div>
  )
}

function plain(value: unknown): string | number | boolean {
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
}

/** `in` wants a list and is for programs. */
function operatorsOf(field: FieldMeta | undefined): readonly Op[] {
  return (field?.operators ?? []).filter(isOp).filter((op) => op !== 'in')
}
