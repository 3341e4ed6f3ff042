// One number on a line, with the exact field beside it; a tick marks the value that holds.
import { InputNumber } from 'antd'
import { useId } from 'react'
import { type Text, t, useText } from '../../../app/text.tsx'
import type { ParameterMeta } from '../policy-types.ts'
import { unitText, valueText } from '../value-text.ts'
import { isSame, numberOfWire, type Row, rangeOf, wireOfNumber } from './movable.ts'

export type ControlProps = {
  parameter: ParameterMeta
  row: Row
  now: Row | undefined
  onTry: (value: unknown) => void
}

const units: Record<string, Text | undefined> = {
  money: t('元', 'yuan'),
  percent: t('%', '%'),
  years: t('周岁', 'years'),
  months: t('个月', 'months'),
}

export function NumberControl({
  parameter,
  label,
  keys,
  row,
  now,
  onTry,
}: ControlProps & { label: string; keys: string }) {
  const say = useText()
  const id = useId()
  const held = numberOfWire(now?.value)
  const value = numberOfWire(row.value)
  const range = rangeOf(parameter, held)
  const unit = units[parameter.kind] ?? unitText(parameter.unit)
  const put = (next: number | null) => onTry(next === null ? undefined : wireOfNumber(next, parameter))
  const isTried = !isSame(row.value, now?.value)
  return (
    <div className="lab-row">
      <div className="lab-value">
        {parameter.keys.length > 0 ? <span>{keys}</span> : <b>{label}</b>}
        {isTried && <s>{say(valueText(now?.value, parameter))}</s>}
        <InputNumber
          size="small"
          aria-label={label}
          value={value ?? null}
          min={0}
          precision={parameter.kind === 'money' ? 2 : undefined}
          changeOnWheel={false}
          controls={false}
          onChange={put}
        />
        <span>{say(unit)}</span>
      </div>
      <div className="lab-slide">
        {held !== undefined && (
          <i
            className="lab-tick"
            style={{ left: tickAt((held - range.least) / (range.most - range.least)) }}
          />
        )}
        <input
          id={id}
          type="range"
          aria-label={`${label} ${say(t('滑动', 'slide'))}`}
          aria-valuetext={value === undefined ? say(t('未定', 'not set')) : `${value} ${say(unit)}`}
          min={range.least}
          max={range.most}
          step={range.step}
          value={value ?? range.least}
          onChange={(event) => put(Number(event.target.value))}
        />
      </div>
      <p className="lab-range">
        {range.least.toLocaleString('en-US')}—{range.most.toLocaleString('en-US')}
      </p>
    </div>
  )
}

/** The thumb is 16 px wide and stays within the line. */
function tickAt(share: number): string {
  return `calc(7px + (100% - 16px) * ${share})`
}
