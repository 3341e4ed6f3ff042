// The merger as a form: which places end, what they become, from which day, by which document.
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { type Output, useAct } from '../../api.ts'
import { useSession } from '../../app/session.tsx'
import { type Text, t, useText } from '../../app/text.tsx'
import { useAreas } from '../../parts/area-picker.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { useUnsaved } from '../../parts/form-layer.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import '../../parts/field-form.css'

type Plan = Output<'area.planMerger'>
type Form = { from: string[]; code: string; name: string; on: string }

export function AreasForm({ onDone }: { onDone: () => void }) {
  const say = useText()
  const { meta } = useSession()
  const [form, setForm] = useState<Form>({ from: [], code: '', name: '', on: meta.today })
  const [paper, setPaper] = useState('')
  const plan = useAct('area.planMerger')
  const merge = useAct('area.merge', { onDone })
  useUnsaved(form.from.length > 0 || form.code !== '')
  const change = (next: Form) => {
    setForm(next)
    plan.reset()
  }
  const given = { from: form.from, into: { code: form.code, name: form.name }, on: form.on }
  const clean = plan.data !== undefined && plan.data.issues.length === 0
  return (
    <Sheet
      title={t('合并', 'Merge')}
      footer={
        <>
          <span>
            {say(
              clean
                ? t(
                    '办错了可以撤回，记录和账号回到原来的村组。',
                    'A merger recorded by mistake can be undone.',
                  )
                : t('先看会移动什么。', 'First see what would move.'),
            )}
          </span>
          {clean ? (
            <Button
              type="primary"
              disabled={paper.trim() === ''}
              loading={merge.isPending}
              onClick={() => merge.mutate({ ...given, paper: paper.trim() })}
            >
              {say(t('合并', 'Merge'))}
            </Button>
          ) : (
            <Button
              type="primary"
              disabled={form.from.length === 0}
              loading={plan.isPending}
              onClick={() => plan.mutate(given)}
            >
              {say(t('看会移动什么', 'See what would move'))}
            </Button>
          )}
        </>
      }
    >
      <AreasFields
        form={form}
        onChange={change}
        problems={problemsOf(plan.data)}
        paper={paper}
        onPaper={setPaper}
      />
      {plan.error && <ProblemNote problem={plan.error} />}
      {merge.error && <ProblemNote problem={merge.error} />}
      {plan.data && <Shown plan={plan.data} />}
    </Sheet>
  )
}

function problemsOf(plan: Plan | undefined): Readonly<Record<string, Text>> {
  return Object.fromEntries((plan?.issues ?? []).map(({ field, text }) => [field, text]))
}

type FieldsProps = {
  form: Form
  onChange: (form: Form) => void
  problems: Readonly<Record<string, Text>>
  paper: string
  onPaper: (text: string) => void
}

function AreasFields({ form, onChange, problems, paper, onPaper }: FieldsProps) {
  const say = useText()
  const areas = useAreas()
  const level = form.from[0]?.length
  const options = (areas.data ?? [])
    .filter(({ until }) => !until)
    .filter(({ code }) => (level ? code.length === level : code.length === 9 || code.length === 12))
    .map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))
  return (
    <div className="field-form">
      <Line id="merge-from" label={t('要撤销的', 'Places that end')} problem={problems.from}>
        <Select
          id="merge-from"
          mode="multiple"
          options={options}
          optionFilterProp="label"
          value={form.from}
          onChange={(from: string[]) => onChange({ ...form, from })}
          style={{ width: '100%' }}
        />
      </Line>
      <Line id="merge-code" label={t('并成的代码', 'Code of the new place')} problem={problems.code}>
        <Input
          id="merge-code"
          value={form.code}
          maxLength={12}
          onChange={(event) => onChange({ ...form, code: event.target.value.trim() })}
        />
        <p className="note">
          {say(
            t('已有的村就填它的代码，别的并进去。', 'The code of a place that stays takes the others in.'),
          )}
        </p>
      </Line>
      <Line id="merge-name" label={t('新名称', 'New name')} problem={problems.name}>
        <Input
          id="merge-name"
          value={form.name}
          maxLength={60}
          onChange={(event) => onChange({ ...form, name: event.target.value })}
        />
      </Line>
      <Line id="merge-on" label={t('自哪天起', 'From')} problem={problems.on}>
        <DayField id="merge-on" value={form.on} onChange={(on) => on && onChange({ ...form, on })} />
      </Line>
      <Line id="merge-paper" label={t('批文', 'Document')} problem={undefined}>
        <Input
          id="merge-paper"
          value={paper}
          maxLength={300}
          onChange={(event) => onPaper(event.target.value)}
          placeholder={say(t('如：青政函〔2025〕8号', 'e.g. 青政函〔2025〕8号'))}
        />
      </Line>
    </div>
  )
}

type LineProps = { id: string; label: Text; problem: Text | undefined; children: React.ReactNode }

function Line({ id, label, problem, children }: LineProps) {
  const say = useText()
  return (
    <div className="field-line">
      <label htmlFor={id}>{say(label)}</label>
      <div>
        {children}
        {problem && (
          <p className="field-problem" role="alert">
            {say(problem)}
          </p>
        )}
      </div>
    </div>
  )
}

function Shown({ plan }: { plan: Plan }) {
  const say = useText()
  const whole = plan.issues.filter(({ field }) => field === '')
  return (
    <section className="merger-plan" aria-live="polite">
      {whole.map(({ text }) => (
        <p key={text.en} className="field-problem" role="alert">
          {say(text)}
        </p>
      ))}
      {plan.moves.length > 0 && (
        <p>
          {say(t('会移动：', 'Will move: '))}
          {plan.rows
            .map(({ label, counter, count }) =>
              say(t(`${label.zh} ${count} ${counter.zh}`, `${count} ${counter.en}`)),
            )
            .join(say(t('，', ', '))) || say(t('没有记录', 'no records'))}
        </p>
      )}
      <ul className="merger-moves">
        {plan.moves.map((move) => (
          <li key={move.old}>
            {move.oldName} {move.old} → {move.name} {move.new}
            {move.fresh && <span className="note">{say(t('　新设', ' new'))}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
