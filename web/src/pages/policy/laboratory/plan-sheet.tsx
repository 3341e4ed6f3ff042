// 存为方案: what was tried is written down with its reason, and sent to a second person.
import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../api.ts'
import { t, useText } from '../../../app/text.tsx'
import { kinds } from '../../../kinds/index.ts'
import { ActLine } from '../../../parts/act-line.tsx'
import { FieldLine } from '../../../parts/field-form.tsx'
import type { Reason } from '../../../parts/reason-list.tsx'
import { Sheet } from '../../../parts/sheet.tsx'
import { NoteInput } from '../note-input.tsx'
import type { Policy } from '../policy-types.ts'
import { StatedExamples } from '../stated-sheet.tsx'
import { useStated } from '../use-stated.ts'
import type { Ask, Simulation } from './types.ts'

type Values = Readonly<Record<string, unknown>>
type Props = {
  policy: Policy
  ask: Ask
  simulation: Simulation
  /** Said when it has been kept. */
  onDone: () => void
  onClose: () => void
}

const fields = [
  { name: 'title', kind: 'text', label: t('方案名', 'Name of the plan'), required: true },
  { name: 'from', kind: 'day', label: t('从哪天起', 'From'), required: true },
  { name: 'until', kind: 'day', label: t('到哪天前', 'Until before'), required: false },
  { name: 'source', kind: 'text', label: t('文号', 'Document'), required: true },
  { name: 'clause', kind: 'text', label: t('条款', 'Clause'), required: true },
  { name: 'reason', kind: 'note', label: t('理由', 'Reason'), required: true },
] as const

export function PlanSheet({ policy, ask, simulation, onDone, onClose }: Props) {
  const say = useText()
  const [values, setValues] = useState<Values>({})
  const send = useAct('policy.sendPlan', { onDone })
  const keep = useAct('policy.savePlan', { onDone })
  const keepToSend = useAct('policy.savePlan', { onDone: ({ id }) => send.mutate({ id }) })
  const stating = useStated({ policy, values: ask.overrides, from: values.from, until: values.until })
  const plan = { ...planOf(ask, values), examples: stating.examples }
  const hasTitle = Boolean(values.title)
  return (
    <Sheet
      trial
      title={t('存为方案', 'Save as a plan')}
      footer={
        <ActLine
          word={t('送批', 'Send for approval')}
          consequence={t(
            '送出后由另一人批准；批准以前，一切照现行的值算。批准后施行的就是这里试算的值。',
            'Another person approves it; until then the present values hold. What is approved is what was tried here.',
          )}
          onAct={() => keepToSend.mutate(plan)}
          busy={keepToSend.isPending || send.isPending}
          problem={keepToSend.error ?? send.error ?? keep.error}
          reasons={[...lacking(values, simulation), ...stating.reasons]}
          others={
            <>
              <Button disabled={!hasTitle} loading={keep.isPending} onClick={() => keep.mutate(plan)}>
                {say(t('存草稿', 'Keep as a draft'))}
              </Button>
              <Button onClick={onClose}>{say(t('不存了', 'Leave it'))}</Button>
            </>
          }
        />
      }
    >
      <div className="field-form">
        {fields.map((field) => (
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

function planOf(ask: Ask, values: Values) {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '')
  const citation = text('source') ? { source: text('source'), clause: text('clause') } : null
  return {
    title: text('title'),
    trial: ask,
    validFrom: text('from') || null,
    validUntil: text('until') || null,
    citation,
    reason: text('reason'),
  }
}

/** Losers are said before it can be sent. */
function lacking(values: Values, { total }: Simulation): Reason[] {
  return fields
    .filter(({ name, required }) => required && !values[name])
    .map(({ name, label }): Reason => {
      const text =
        name === 'reason' && total.down > 0
          ? t(
              `${total.down.toLocaleString('en-US')} 人减少，请写明理由。`,
              `${total.down} persons lose; write down why.`,
            )
          : t(`还没有填${label.zh}。`, `${label.en} is not filled in.`)
      return { key: name, state: 'missing', text }
    })
}
