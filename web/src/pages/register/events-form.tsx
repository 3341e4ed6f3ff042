// The form of an event: its day, its fields, whom it concerns, and what nobody can derive.
import { Checkbox, Select } from 'antd'
import type { Output } from '../../api.ts'
import type { FieldMeta } from '../../app/meta.ts'
import { t, useText } from '../../app/text.tsx'
import { kinds } from '../../kinds/index.ts'
import { FieldForm, FieldLine, type FieldValues } from '../../parts/field-form.tsx'

export type Act = Output<'event.of'>['acts'][number]
export type Preview = Output<'event.preview'>
type Picks = Readonly<Record<string, readonly number[]>>
type Answers = Readonly<Record<string, string>>
export type Form = { on: string; values: FieldValues; picks: Picks; answers: Answers }

type FormProps = { act: Act; form: Form; onChange: (form: Form) => void; seen: Preview | undefined }

export function EventForm({ act, form, onChange, seen }: FormProps) {
  const problems = problemsOf(seen)
  const day: FieldMeta = { name: 'on', kind: 'day', label: act.day, required: true }
  return (
    <div className="field-form">
      <FieldLine
        field={day}
        kinds={kinds}
        value={form.on}
        onChange={(on) => typeof on === 'string' && onChange({ ...form, on })}
        problem={problems.on}
      />
      <EventSaid act={act} form={form} onChange={(said) => onChange({ ...form, ...said })} seen={seen} />
    </div>
  )
}

const problemsOf = (seen: Seen | undefined) =>
  Object.fromEntries((seen?.issues ?? []).map(({ field, text }) => [field, text]))

export type Said = Omit<Form, 'on'>
type Seen = Pick<Preview, 'issues' | 'asks'>
type SaidProps = { act: Act; form: Said; onChange: (said: Said) => void; seen: Seen | undefined }

/** All of the form but its day: where the day is known from elsewhere, this alone is asked. */
export function EventSaid({ act, form, onChange, seen }: SaidProps) {
  const problems = problemsOf(seen)
  return (
    <>
      <FieldForm
        fields={act.fields.filter((field) => !field.masked)}
        kinds={kinds}
        values={form.values}
        onChange={(values) => onChange({ ...form, values })}
        problems={problems}
      />
      {act.picks.map((pick) => (
        <PickLine
          key={pick.name}
          pick={pick}
          value={form.picks[pick.name] ?? []}
          problem={problems[pick.name]}
          onChange={(ids) => onChange({ ...form, picks: { ...form.picks, [pick.name]: ids } })}
        />
      ))}
      {(seen?.asks ?? []).map((ask) => (
        <AskLine
          key={ask.key}
          ask={ask}
          value={form.answers[ask.key]}
          onChange={(answer) => onChange({ ...form, answers: { ...form.answers, [ask.key]: answer } })}
        />
      ))}
    </>
  )
}

type PickProps = {
  pick: Act['picks'][number]
  value: readonly number[]
  problem: Preview['issues'][number]['text'] | undefined
  onChange: (ids: readonly number[]) => void
}

function PickLine({ pick, value, problem, onChange }: PickProps) {
  const say = useText()
  const options = pick.rows.map(({ id, title, note }) => ({
    value: id,
    label: note ? say(t(`${title}（${note.zh}）`, `${title} (${note.en})`)) : title,
  }))
  if (options.length === 0) return null
  const name = say(pick.label)
  return (
    <fieldset className="field-line event-pick">
      <legend>
        {name}
        {pick.required && <span className="field-required">{say(t('必填', 'required'))}</span>}
      </legend>
      <div>
        {pick.many ? (
          <Checkbox.Group
            options={options}
            value={[...value]}
            onChange={(ids) => onChange(ids as number[])}
          />
        ) : (
          <Select
            aria-label={name}
            allowClear={!pick.required}
            options={options}
            value={value[0]}
            onChange={(id?: number) => onChange(id === undefined ? [] : [id])}
            style={{ width: '100%' }}
          />
        )}
        {problem && (
          <p className="field-problem" role="alert">
            {say(problem)}
          </p>
        )}
        {pick.help && <p className="note">{say(pick.help)}</p>}
      </div>
    </fieldset>
  )
}

type AskProps = {
  ask: Preview['asks'][number]
  value: string | undefined
  onChange: (answer: string) => void
}

/** 李秀英：原来是儿媳女婿，现在是 … */
function AskLine({ ask, value, onChange }: AskProps) {
  const field: FieldMeta = {
    name: ask.key,
    kind: 'choice',
    label: t(`${ask.title}的${ask.label.zh}`, `${ask.title}: ${ask.label.en}`),
    required: true,
    options: ask.options.filter(({ code }) => code !== 'head'),
    help: ask.before && t(`原来是${ask.before.zh}`, `was ${ask.before.en}`),
  }
  return (
    <FieldLine
      field={field}
      kinds={kinds}
      value={value}
      onChange={(answer) => typeof answer === 'string' && onChange(answer)}
    />
  )
}
