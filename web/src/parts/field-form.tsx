// A form from field declarations. What a kind looks like comes from `web/src/kinds`; problems stand at their field.
import { Input } from 'antd'
import { type ReactNode, useId } from 'react'
import type { FieldMeta } from '../app/meta.ts'
import { type Text, t, useText } from '../app/text.tsx'
import type { Kinds } from './kind.ts'
import './field-form.css'

export type FieldValues = Readonly<Record<string, unknown>>

type FieldFormProps = {
  fields: readonly FieldMeta[]
  kinds: Kinds
  values: FieldValues
  onChange: (values: FieldValues) => void
  /** By field name, as a problem's details give them. */
  problems?: Readonly<Record<string, Text | undefined>>
  disabled?: boolean
  /** Said under a field: its value now, its source. */
  notes?: Readonly<Record<string, ReactNode>>
}

/** `<FieldForm fields={register.fields} kinds={kinds} values={values} onChange={setValues} problems={problems} />` */
export function FieldForm({
  fields,
  kinds,
  values,
  onChange,
  problems = {},
  disabled,
  notes = {},
}: FieldFormProps) {
  return (
    <div className="field-form">
      {fields.map((field) => (
        <FieldLine
          key={field.name}
          field={field}
          kinds={kinds}
          value={values[field.name]}
          onChange={(value) => onChange({ ...values, [field.name]: value })}
          problem={problems[field.name]}
          disabled={disabled}
          note={notes[field.name]}
        />
      ))}
    </div>
  )
}

type FieldLineProps = {
  field: FieldMeta
  kinds: Kinds
  value: unknown
  onChange: (value: unknown) => void
  problem?: Text
  disabled?: boolean
  note?: ReactNode
}

/** One label with its input: for forms that change a single field. */
export function FieldLine({ field, kinds, value, onChange, problem, disabled, note }: FieldLineProps) {
  const say = useText()
  const id = useId()
  const KindInput = kinds[field.kind]?.Input
  return (
    <div className="field-line">
      <label htmlFor={id}>
        {say(field.label)}
        {field.required && <span className="field-required">{say(t('必填', 'required'))}</span>}
      </label>
      <div>
        {KindInput ? (
          <KindInput
            id={id}
            field={field}
            value={value}
            onChange={onChange}
            disabled={disabled}
            problem={problem}
          />
        ) : (
          <Input
            id={id}
            disabled={disabled}
            value={value === undefined || value === null ? '' : String(value)}
            status={problem && 'error'}
            onChange={(event) => onChange(event.target.value || undefined)}
          />
        )}
        {problem && (
          <p className="field-problem" role="alert">
            {say(problem)}
          </p>
        )}
        {(note || field.help) && <p className="note">{note ?? say(field.help ?? undefined)}</p>}
      </div>
    </div>
  )
}

/** Problems by field out of a problem's details: `{ issues: [{ field, text }] }`, as forms and registers give them. */
export function fieldProblems(details: Readonly<Record<string, unknown>> | undefined): Record<string, Text> {
  const issues = details?.issues
  if (!Array.isArray(issues)) return {}
  return Object.fromEntries(issues.filter(isIssue).map(({ field, text }) => [field, text]))
}

function isIssue(value: unknown): value is { field: string; text: Text } {
  if (typeof value !== 'object' || value === null) return false
  return 'field' in value && typeof value.field === 'string' && 'text' in value && isText(value.text)
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}
