// Assumptions and tried parameters of a projection; nothing here is in force.
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { type Text, t, useText } from '../../app/text.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import type { Answer, Asked } from './projection-types.ts'

type Values = Readonly<Record<string, string>>
type Props = { answer: Answer; busy: boolean; onAsk: (asked: Omit<Asked, 'projection'>) => void }

export function ProjectionForm({ answer, busy, onAsk }: Props) {
  const say = useText()
  const [assumptions, setAssumptions] = useState<Values>({})
  const [levers, setLevers] = useState<Values>({})
  const [from, setFrom] = useState<string | undefined>(undefined)
  const [years, setYears] = useState('30')
  const ask = () =>
    onAsk({
      years: Number(years),
      assumptions: given(assumptions),
      changes: Object.entries(given(levers)).map(([name, value]) => changeOf(name, value)),
      ...(from ? { from } : {}),
    })
  const reset = () => {
    setAssumptions({})
    setLevers({})
    setFrom(undefined)
    setYears('30')
    onAsk({})
  }
  return (
    <form
      className="projection-form"
      onSubmit={(event) => {
        event.preventDefault()
        ask()
      }}
    >
      <Sheet
        title={t('假设', 'Assumptions')}
        note={say(t('不填的按下面写的来源', 'what is left empty is taken as told'))}
      >
        {answer.assumptions.map(({ name, label, kind, value, from: source, given: isGiven }) => (
          <Line
            key={name}
            label={label}
            unit={units[kind]}
            note={isGiven ? undefined : source}
            holds={isGiven ? undefined : value}
            value={assumptions[name] ?? ''}
            onChange={(text) => setAssumptions({ ...assumptions, [name]: text })}
          />
        ))}
        <Line
          label={t('推算年数', 'Years')}
          unit={t('年', 'years')}
          holds="30"
          value={years}
          onChange={setYears}
        />
      </Sheet>
      <Sheet
        title={t('改参数试算', 'Try parameters')}
        note={say(t('不填的不变', 'what is left empty stays'))}
        trial
        footer={
          <div className="projection-acts">
            <Button onClick={reset}>{say(t('恢复现行', 'Back to now'))}</Button>
            <Button type="primary" htmlType="submit" loading={busy}>
              {say(t('推算', 'Project'))}
            </Button>
          </div>
        }
      >
        {answer.levers.filter(isPlain).map(({ policy, key, label, kind, value }) => (
          <Line
            key={`${policy}:${key}`}
            label={label}
            unit={units[kind === 'percent' ? 'percent' : 'money']}
            holds={typeof value === 'string' ? value : undefined}
            value={levers[`${policy}:${key}`] ?? ''}
            onChange={(text) => setLevers({ ...levers, [`${policy}:${key}`]: text })}
          />
        ))}
        <FromLine value={from} onChange={setFrom} />
      </Sheet>
    </form>
  )
}

const units = { percent: t('%', '%'), money: t('元', 'yuan'), count: t('人', 'persons') }

function isPlain({ table, kind }: Answer['levers'][number]): boolean {
  return !table && (kind === 'money' || kind === 'percent')
}

/** What somebody typed; empty fields keep what holds. */
function given(values: Values): Record<string, string> {
  const typed = Object.entries(values).map(([name, text]) => [name, text.trim()] as const)
  return Object.fromEntries(typed.filter(([, text]) => text !== ''))
}

/** `land-security.pension:standard` → 300 yuan, as the wire writes money. */
function changeOf(name: string, value: string) {
  const at = name.indexOf(':')
  return { policy: name.slice(0, at), key: name.slice(at + 1), value }
}

type LineProps = {
  label: Text
  unit: Text
  holds?: string | undefined
  note?: Text | undefined
  value: string
  onChange: (text: string) => void
}

function Line({ label, unit, holds, note, value, onChange }: LineProps) {
  const say = useText()
  const id = useId()
  return (
    <div className="projection-line">
      <label htmlFor={id}>{say(label)}</label>
      <Input
        id={id}
        value={value}
        placeholder={holds}
        inputMode="decimal"
        suffix={say(unit)}
        onChange={(event) => onChange(event.target.value)}
      />
      {note && <p className="note">{say(note)}</p>}
    </div>
  )
}

function FromLine({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (day: string | undefined) => void
}) {
  const say = useText()
  const id = useId()
  return (
    <div className="projection-line">
      <label htmlFor={id}>{say(t('自哪天起', 'From'))}</label>
      <DayField id={id} value={value} onChange={onChange} />
      <p className="note">{say(t('不填：从头按新值', 'empty: from the beginning'))}</p>
    </div>
  )
}
