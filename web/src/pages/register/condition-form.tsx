// One condition by hand: a field of the row, or of a row that belongs to it; turned round, or one of several that are enough.
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import type { FieldMeta, RegisterMeta } from '../../app/meta.ts'
import { useSession } from '../../app/session.tsx'
import { t, useText } from '../../app/text.tsx'
import { kinds } from '../../kinds/index.ts'
import type { Kinds } from '../../parts/kind.ts'
import { type Condition, isBare, type Op, operatorWord, writeConditions } from './condition.ts'
import { type Asked, asksOf, operatorsOf } from './condition-asks.ts'
import { useConditionWords } from './condition-words.ts'

type FormProps = { register: RegisterMeta; onAdd: (condition: Condition) => void }

export function ConditionForm({ register, onAdd }: FormProps) {
  const say = useText()
  const wordsOf = useConditionWords(register)
  const [others, setOthers] = useState<Condition[]>([])
  const one = useOne(register)
  const all = one.made ? [...others, one.made] : others
  const add = () => {
    const [only] = all
    if (only) onAdd(all.length > 1 ? { any: all.map((each) => [each]) } : only)
  }
  return (
    <div className="condition-form">
      {others.map((each) => (
        <p key={writeConditions([each])} className="condition-other">
          {say(t(`${wordsOf(each)}，或者`, `${wordsOf(each)}, or`))}
        </p>
      ))}
      <OneCondition register={register} one={one} />
      <Button
        disabled={!one.made}
        onClick={() => {
          setOthers(all)
          one.restart()
        }}
      >
        {say(t('或者……', 'or …'))}
      </Button>
      <Button type="primary" disabled={all.length === 0} onClick={add}>
        {say(t('加上', 'Add'))}
      </Button>
    </div>
  )
}

/** What is being put together; `made` as soon as it says something. */
function useOne(register: RegisterMeta) {
  const { meta } = useSession()
  const asks = asksOf(register, meta.registers)
  const [key, setKey] = useState<string>()
  const [op, setOp] = useState<Op>()
  const [value, setValue] = useState<unknown>()
  const [not, setNot] = useState(false)
  const ask = asks.find((each) => each.key === key)
  return {
    asks,
    ask,
    op,
    value,
    not,
    setOp,
    setValue,
    setNot,
    choose: (next: string) => {
      setKey(next)
      setOp(operatorsOf(asks.find((each) => each.key === next)?.field)[0])
      setValue(undefined)
    },
    restart: () => {
      setKey(undefined)
      setOp(undefined)
      setValue(undefined)
      setNot(false)
    },
    made: ask && op ? madeOf(ask, { op, value, not }) : undefined,
  }
}

type Chosen = { op: Op; value: unknown; not: boolean }

function madeOf({ field, around }: Asked, { op, value, not }: Chosen): Condition | undefined {
  const empty = value === undefined || value === null || value === ''
  if (!isBare(op) && empty) return undefined
  const made = around({ field: field.name, op, ...(isBare(op) ? {} : { value: plain(value) }) })
  return not ? { not: [made] } : made
}

function plain(value: unknown): string | number | boolean {
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
}

function OneCondition({ register, one }: { register: RegisterMeta; one: ReturnType<typeof useOne> }) {
  const say = useText()
  const { ask, op } = one
  const field = ask?.field
  return (
    <>
      <Select
        aria-label={say(t('哪一栏', 'Field'))}
        placeholder={say(t('哪一栏', 'Field'))}
        value={ask?.key ?? null}
        showSearch={{ optionFilterProp: 'label' }}
        options={groupsOf(register, one.asks).map(({ label, asks }) => ({
          label: say(label),
          title: say(label),
          options: asks.map((each) => ({ value: each.key, label: say(each.label) })),
        }))}
        onChange={(next: string | null) => next && one.choose(next)}
      />
      {field && (
        <Select
          aria-label={say(t('怎么比', 'How'))}
          value={op}
          options={operatorsOf(field).map((each) => ({ value: each, label: say(operatorWord(each, field)) }))}
          onChange={one.setOp}
        />
      )}
      {field && op && !isBare(op) && (
        <ValueOf key={one.ask?.key} field={field} value={one.value} onChange={one.setValue} />
      )}
      {field && (
        <Checkbox checked={one.not} onChange={(event) => one.setNot(event.target.checked)}>
          {say(t('要的是不符合这一条的', 'Those that do not meet it'))}
        </Checkbox>
      )}
    </>
  )
}

type ValueProps = { field: FieldMeta; value: unknown; onChange: (value: unknown) => void }

function ValueOf({ field, value, onChange }: ValueProps) {
  const all: Kinds = kinds
  const ValueInput = all[field.kind]?.Input
  return ValueInput ? (
    <ValueInput
      id="condition-value"
      field={{ ...field, required: false }}
      value={value}
      onChange={onChange}
    />
  ) : null
}

/** The fields of the register itself first, then those of each way to another. */
function groupsOf(register: RegisterMeta, asks: readonly Asked[]) {
  const heads = [...new Map(asks.map(({ group }) => [group?.zh ?? '', group])).values()]
  return heads.map((head) => ({
    label: head ?? register.label,
    asks: asks.filter(({ group }) => group?.zh === head?.zh),
  }))
}
