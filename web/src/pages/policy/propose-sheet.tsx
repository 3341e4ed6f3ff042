// 提出修订: the new value from a day on, with the document that decides it. Another person approves.
import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { kinds } from '../../kinds/index.ts'
import { ActLine } from '../../parts/act-line.tsx'
import { FieldLine } from '../../parts/field-form.tsx'
import type { Reason } from '../../parts/reason-list.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { FactInput } from './fact-inputs.tsx'
import { type Typed, typedOfAll, wireOf } from './fact-wire.ts'
import { NoteInput } from './note-input.tsx'
import type { ParameterMeta, Policy } from './policy-types.ts'
import { StatedExamples } from './stated-sheet.tsx'
import { useStated } from './use-stated.ts'

type Props = { policy: Policy; parameter: ParameterMeta; onClose: () => void }

const texts = [
  { name: 'from', kind: 'day', label: t('从哪天起', 'From'), required: true },
  { name: 'until', kind: 'day', label: t('到哪天前', 'Until before'), required: false },
  { name: 'source', kind: 'text', label: t('文号', 'Document'), required: true },
  { name: 'clause', kind: 'text', label: t('条款', 'Clause'), required: true },
  { name: 'reason', kind: 'note', label: t('理由', 'Reason'), required: true },
] as const

export function ProposeSheet({ policy, parameter, onClose }: Props) {
  const say = useText()
  const isTable = parameter.keys.length > 0
  const valueFact = { ...parameter, name: 'value', label: t('新的值', 'New value') }
  const [rows, setRows] = useState<Typed[]>(() => (isTable ? currentRows(policy, parameter) : [{}]))
  const [values, setValues] = useState<Typed>({})
  const sent = rows.map((row) => rowWire(row, parameter))
  const value = isTable ? sent : sent[0]?.value
  const stating = useStated({
    policy,
    values: { [parameter.key]: value },
    from: values.from,
    until: values.until,
  })
  const act = useAct('policy.propose', { onDone: onClose })
  const isEmpty = sent.some((row) => row.value === undefined)
  const send = () =>
    act.mutate({
      policy: policy.meta.id,
      key: parameter.key,
      value,
      from: String(values.from),
      until: typeof values.until === 'string' ? values.until : null,
      citation: { source: String(values.source), clause: String(values.clause) },
      reason: String(values.reason),
      examples: stating.examples,
    })
  return (
    <Sheet
      title={t(`提出修订：${parameter.label.zh}`, `Propose: ${parameter.label.en}`)}
      footer={
        <ActLine
          word={t('提出修订', 'Propose')}
          consequence={t(
            '提出后由人社业务复核批准；批准以前，一切照现行的值算。',
            'The reviewer approves it; until then everything is computed with the value that holds now.',
          )}
          onAct={send}
          busy={act.isPending}
          problem={act.error}
          reasons={[...lacking(values, isEmpty), ...stating.reasons]}
          others={<Button onClick={onClose}>{say(t('不提了', 'Leave it'))}</Button>}
        />
      }
    >
      <div className="field-form">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity before they are sent
          <div key={index} className={isTable ? 'policy-list-row' : undefined}>
            {[...parameter.keyFacts, valueFact].map((fact) => (
              <FactInput
                key={fact.name}
                fact={fact}
                value={row[fact.name]}
                onChange={(value) =>
                  setRows(rows.map((one, at) => (at === index ? { ...one, [fact.name]: value } : one)))
                }
              />
            ))}
          </div>
        ))}
        {isTable && <Button onClick={() => setRows([...rows, {}])}>{say(t('加一行', 'Add a row'))}</Button>}
        {texts.map((field) => (
          <FieldLine
            key={field.name}
            field={field}
            kinds={{ ...kinds, note: { ...kinds.note, Input: NoteInput } }}
            value={values[field.name]}
            onChange={(value) => setValues({ ...values, [field.name]: value })}
          />
        ))}
        <StatedExamples policy={policy} stating={stating} />
      </div>
    </Sheet>
  )
}

/** A table starts from what holds now; only what changes is typed. */
function currentRows(policy: Policy, parameter: ParameterMeta): Typed[] {
  const entry = policy.timeline[parameter.key]?.find(({ state }) => state === 'current')
  const facts = [...parameter.keyFacts, { ...parameter, name: 'value' }]
  return Array.isArray(entry?.value) ? entry.value.map((row: Typed) => typedOfAll(row, facts)) : [{}]
}

/** Keys of a table are text; the value is of the parameter's kind. */
function rowWire(row: Typed, parameter: ParameterMeta): Typed {
  const keys = parameter.keys.map((name) => [name, String(row[name] ?? '')])
  return { ...Object.fromEntries(keys), value: wireOf(row.value, { ...parameter, name: 'value' }) }
}

function lacking(values: Typed, isEmpty: boolean): Reason[] {
  const missing = texts.filter(({ name, required }) => required && !values[name])
  return [
    ...(isEmpty ? [reason('value', t('还没有填新的值。', 'The new value is not filled in.'))] : []),
    ...missing.map(({ name, label }) =>
      reason(name, t(`还没有填${label.zh}。`, `${label.en} is not filled in.`)),
    ),
  ]
}

function reason(key: string, text: Reason['text']): Reason {
  return { key, state: 'missing', text }
}
