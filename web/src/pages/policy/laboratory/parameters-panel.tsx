// 参数: each on a line with an exact field beside it. A tick marks the value that holds.
import { Radio } from 'antd'
import { citationName } from 'xiangce/kernel'
import { type Text, t, useText } from '../../../app/text.tsx'
import { Sheet } from '../../../parts/sheet.tsx'
import type { ParameterMeta, Policy } from '../policy-types.ts'
import { valueText } from '../value-text.ts'
import { isMovable, isSame, type Row, rowsOfWire, valueNow, withRow } from './movable.ts'
import { type ControlProps, NumberControl } from './number-control.tsx'
import type { Overrides } from './types.ts'

type Props = {
  policy: Policy
  overrides: Overrides
  onChange: (overrides: Overrides) => void
  /** How many have a value of their own, by parameter. */
  fixed: Readonly<Record<string, number>>
  /** ±10 元：39.05 万, by parameter. */
  steps: Readonly<Record<string, Text>>
}

export function ParametersPanel({ policy, overrides, onChange, fixed, steps }: Props) {
  const say = useText()
  const changed = Object.keys(overrides).length
  return (
    <Sheet
      title={t('参数', 'Parameters')}
      note={say(t('拖动，或直接填', 'move or type'))}
      actions={
        <b className="lab-changed">
          {changed === 0 ? '' : say(t(`改了 ${changed} 项`, `${changed} changed`))}
        </b>
      }
      flush
    >
      {policy.meta.parameters.map((parameter) => (
        <ParameterLine
          key={parameter.key}
          policy={policy}
          parameter={parameter}
          tried={overrides[parameter.key]}
          fixed={fixed[parameter.key] ?? 0}
          step={steps[parameter.key]}
          onTry={(value) => onChange(withOverride(overrides, policy, parameter.key, value))}
        />
      ))}
    </Sheet>
  )
}

/** A value that holds anyway is no change. */
function withOverride(overrides: Overrides, policy: Policy, key: string, value: unknown): Overrides {
  const { [key]: _, ...others } = overrides
  return value === undefined || isSame(value, valueNow(policy.timeline[key]))
    ? others
    : { ...others, [key]: value }
}

type LineProps = {
  policy: Policy
  parameter: ParameterMeta
  tried: unknown
  fixed: number
  step: Text | undefined
  onTry: (value: unknown) => void
}

function ParameterLine({ policy, parameter, tried, fixed, step, onTry }: LineProps) {
  const say = useText()
  const entry = policy.timeline[parameter.key]?.find(({ state }) => state === 'current')
  const now = valueNow(policy.timeline[parameter.key])
  const rowsNow = rowsOfWire(parameter, now)
  const rows = tried === undefined ? rowsNow : rowsOfWire(parameter, tried)
  return (
    <div className={tried === undefined ? 'lab-line' : 'lab-line lab-line-tried'}>
      {(parameter.keys.length > 0 || !isMovable(parameter)) && <b>{say(parameter.label)}</b>}
      {rows.length === 0 && (
        <p className="note">
          {say(
            t(
              '这张参数表还没有值，请在政策页上填。',
              'This table has no value yet; fill it in on the page of the policy.',
            ),
          )}
        </p>
      )}
      {rows.map((row, at) => (
        <RowControl
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table keep their places
          key={at}
          parameter={parameter}
          row={row}
          now={rowsNow[at]}
          onTry={(value) => onTry(value === undefined ? undefined : withRow(parameter, rows, at, value))}
        />
      ))}
      {fixed > 0 && (
        <p className="note">
          {say(
            t(
              `${fixed.toLocaleString('en-US')} 人的项目自己定了这一项，不随这里变。`,
              `${fixed.toLocaleString('en-US')} persons have a value of their own project, which does not move.`,
            ),
          )}
        </p>
      )}
      <p className="lab-source">
        {entry
          ? say(citationName(entry.citation))
          : say(t('还没有定，须由县里定', 'not set; the county has to'))}
        <span className="lab-step">{step && say(step)}</span>
        {tried !== undefined && (
          <button type="button" className="link-button" onClick={() => onTry(undefined)}>
            {say(t('恢复现行', 'Back to now'))}
          </button>
        )}
      </p>
    </div>
  )
}

function RowControl({ parameter, row, now, onTry }: ControlProps) {
  const say = useText()
  const keys = say(keyWords(parameter, row))
  const label = [say(parameter.label), keys].filter(Boolean).join(' ')
  if (isMovable(parameter))
    return <NumberControl parameter={parameter} label={label} keys={keys} row={row} now={now} onTry={onTry} />
  if (parameter.kind === 'choice' || parameter.kind === 'boolean')
    return <ChoiceControl parameter={parameter} label={label} value={row.value} onTry={onTry} />
  return (
    <p className="lab-row">
      {keys} {say(valueText(row.value, parameter))}
      <span className="note">{say(t('（不能拖动，请提出修订）', '(cannot be moved; propose it)'))}</span>
    </p>
  )
}

/** The first day of all is no limit, so it is not said. */
function keyWords(parameter: ParameterMeta, row: Row): Text {
  const words = parameter.keyFacts.flatMap((key) => {
    const value = row[key.name]
    if (value === undefined || value === '0001-01-01') return []
    const text = valueText(value, key)
    return [key.kind === 'day' ? t(`${text.zh} 起${key.label.zh}`, `${key.label.en} from ${text.en}`) : text]
  })
  return t(words.map(({ zh }) => zh).join(' '), words.map(({ en }) => en).join(', '))
}

function ChoiceControl({
  parameter,
  label,
  value,
  onTry,
}: {
  parameter: ParameterMeta
  label: string
  value: unknown
  onTry: (value: unknown) => void
}) {
  const say = useText()
  const options: [unknown, Text][] =
    parameter.kind === 'boolean'
      ? [
          [true, t('是', 'yes')],
          [false, t('否', 'no')],
        ]
      : Object.entries(parameter.options ?? {})
  return (
    <Radio.Group
      className="lab-row"
      aria-label={label}
      value={value}
      options={options.map(([code, text]) => ({ value: code as string, label: say(text) }))}
      onChange={(event) => onTry(event.target.value)}
    />
  )
}
