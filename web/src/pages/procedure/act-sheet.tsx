// The form of the step that I may do: what it needs, what it will do, to how many, and the one filled button.
import { Button } from 'antd'
import { useState } from 'react'
import { useAct, useCall } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { ActLine } from '../../parts/act-line.tsx'
import { fieldProblems } from '../../parts/field-form.tsx'
import type { Reason } from '../../parts/reason-list.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { ActFields } from './act-fields.tsx'
import { type ActValues, countTaken, sentForm, sentItems, startValues } from './act-form.ts'
import type { Case, NextAct } from './case-types.ts'
import { HeldNote } from './held-note.tsx'
import { RelativesField } from './relatives-field.tsx'

type Props = {
  data: Case
  act: NextAct
  chosen: readonly number[] | undefined
  others: readonly NextAct[]
  onOther: (action: string) => void
  onDone: (statement: { zh: string; en: string }) => void
}

export function ActSheet({ data, act, chosen, others, onOther, onDone }: Props) {
  const say = useText()
  const [values, setValues, forget] = useDraft<ActValues>(draftKey(data, act), startValues(act))
  const [relatives, setRelatives] = useState<number[]>()
  const items = sentItems(act, chosen)
  const done = useAct('case.act', {
    onDone: (output) => {
      forget()
      onDone(output.statement)
    },
  })
  const said = usePreview(data, act, items, !done.isPending && !done.isSuccess)
  const input = {
    caseId: data.id,
    action: act.action,
    version: data.version,
    items,
    form: sentForm(values),
    relatives,
  }
  const ready = !act.asksDeclaration || relatives !== undefined
  return (
    <Sheet
      title={act.label}
      note={say(act.office)}
      footer={
        <ActLine
          word={wordOf(data, act, said?.taken.length ?? countTaken(act, items))}
          consequence={[said?.statement, act.consequence].map((one) => say(one)).join('')}
          onAct={() => done.mutate(input)}
          busy={done.isPending}
          problem={
            done.error && Object.keys(fieldProblems(done.error.details)).length > 0 ? null : done.error
          }
          reasons={hindrances(act, items, ready)}
          final={act.action === 'close'}
          others={<Others acts={others} onOther={onOther} />}
        />
      }
    >
      <ActFields fields={act.form} values={values} onChange={setValues} details={done.error?.details} />
      {act.asksDeclaration && (
        <RelativesField items={data.itemRows} value={relatives} onChange={setRelatives} />
      )}
      {act.form.length === 0 && !act.asksDeclaration && (
        <p className="note">{say(t('这一步不用填表。', 'This step asks for nothing.'))}</p>
      )}
      {act.held.length > 0 && <HeldNote held={act.held} counter={data.counter} />}
    </Sheet>
  )
}

/** One draft for each time that this act is done: what was typed survives another's act, not its own. */
function draftKey(data: Case, act: NextAct): string {
  const times = data.acted.filter((one) => one.action === act.action).length
  return `case:${data.id}:${act.action}:${times}`
}

/** 核准 46 人. */
function wordOf(data: Case, act: NextAct, n: number) {
  if (act.take === 'none' || act.objection) return act.label
  return t(`${act.label.zh} ${n} ${data.counter.zh}`, `${act.label.en}: ${n}`)
}

function hindrances(act: NextAct, items: readonly number[] | undefined, ready: boolean): Reason[] {
  const reasons: Reason[] = []
  if (act.take !== 'none' && !act.objection && countTaken(act, items) === 0)
    reasons.push({
      key: 'items',
      state: 'missing',
      text: t('还没有选人。在下面的名单里选。', 'Nobody is chosen. Choose in the list below.'),
    })
  if (!ready)
    reasons.push({
      key: 'relatives',
      state: 'missing',
      text: t('还没有申报近亲属关系。', 'Near relatives are not declared yet.'),
    })
  return reasons
}

/** What the server says the act would do, before anybody presses: the statement on the button's line. */
function usePreview(data: Case, act: NextAct, items: number[] | undefined, open: boolean) {
  const asks = act.objection === undefined && act.take !== 'none' && countTaken(act, items) > 0
  const input = { caseId: data.id, action: act.action, version: data.version, items, form: {} }
  const said = useCall('case.preview', input, { enabled: asks && open }) // once it is done, this version is no more
  return asks ? said.data : undefined
}

function Others({ acts, onOther }: { acts: readonly NextAct[]; onOther: (action: string) => void }) {
  const say = useText()
  return (
    <>
      {acts.map((one) => (
        <Button key={one.action} onClick={() => onOther(one.action)}>
          {say(one.label)}
        </Button>
      ))}
    </>
  )
}
