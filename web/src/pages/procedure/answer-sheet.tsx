// An open objection in its own words, and the answer to it.
import { Radio } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api.ts'
import { dueMark, dueWords } from '../../app/tasks.ts'
import { t, useText } from '../../app/text.tsx'
import { ActLine } from '../../parts/act-line.tsx'
import { dayWords } from '../../parts/day-words.ts'
import { fieldProblems } from '../../parts/field-form.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { useDraft } from '../../parts/use-draft.ts'
import { ActFields } from './act-fields.tsx'
import { type ActValues, sentForm } from './act-form.ts'
import type { Case, NextAct, Objection } from './case-types.ts'
import { FactsBeside } from './facts-beside.tsx'

type Props = { data: Case; act: NextAct; onDone: () => void }

export function AnswerSheet({ data, act, onDone }: Props) {
  const say = useText()
  const open = data.objections.filter((one) => one.outcome === null)
  const [at, setAt] = useState(open[0]?.sequence)
  const one = open.find((x) => x.sequence === at) ?? open[0]
  if (!one) return null
  const options = open.map((x) => ({
    value: x.sequence,
    label: x.itemName ?? say(t('名单以外', 'Not on the list')),
  }))
  return (
    <AnswerForm key={one.sequence} data={data} act={act} one={one} onDone={onDone}>
      {open.length > 1 && (
        <Radio.Group
          value={one.sequence}
          options={options}
          optionType="button"
          onChange={(event) => setAt(event.target.value)}
        />
      )}
    </AnswerForm>
  )
}

function AnswerForm({
  data,
  act,
  one,
  onDone,
  children,
}: Props & { one: Objection; children: React.ReactNode }) {
  const say = useText()
  const [values, setValues, forget] = useDraft<ActValues>(`case:${data.id}:answer:${one.sequence}`, {})
  const done = useAct('case.act', {
    onDone: () => {
      forget()
      onDone()
    },
  })
  const item = data.itemRows.find(({ id }) => id === one.itemId)
  const form = { ...sentForm(values), objection: one.sequence }
  const problems = fieldProblems(done.error?.details)
  return (
    <Sheet
      title={act.label}
      states={<DueMark data={data} one={one} />}
      note={receivedWords(say, one)}
      footer={
        <ActLine
          word={act.label}
          consequence={act.consequence ?? ''}
          onAct={() => done.mutate({ caseId: data.id, action: act.action, version: data.version, form })}
          busy={done.isPending}
          problem={Object.keys(problems).length > 0 ? null : done.error}
        />
      }
    >
      {children}
      <ObjectionWords one={one} />
      {item && <FactsBeside procedure={data.procedure} item={item} />}
      <ActFields
        fields={act.form.filter((field) => field.name !== 'objection')}
        values={values}
        onChange={setValues}
        details={done.error?.details}
      />
    </Sheet>
  )
}

/** What was said, as text and nothing else. */
export function ObjectionWords({ one }: { one: Pick<Objection, 'text' | 'by' | 'phone' | 'itemName'> }) {
  const say = useText()
  const who = one.by ?? say(t('没有写姓名', 'no name given'))
  const phone = one.phone ? say(t(`，电话 ${one.phone}`, `, telephone ${one.phone}`)) : ''
  return (
    <blockquote className="objection-words">
      <p>“{one.text}”</p>
      <footer className="note">
        {say(t('对', 'About '))}
        {one.itemName ?? say(t('名单以外的人', 'somebody not on the list'))}
        {say(t('；异议人：', '; from: '))}
        {who}
        {phone}
      </footer>
    </blockquote>
  )
}

function DueMark({ data, one }: { data: Case; one: Objection }) {
  const left = data.clocks.find((clock) => clock.id === `objection:${one.sequence}`)?.left
  const say = useText()
  const day = say(dayWords(one.due))
  return (
    <StateMark
      mark={dueMark(left)}
      word={say(t(`应于 ${day}前答复，${dueWords(left)}`, `due ${day}, ${dueWords(left)}`))}
    />
  )
}

function receivedWords(say: ReturnType<typeof useText>, one: Objection): string {
  const from =
    one.serial === null
      ? t('窗口当面提', 'at the counter')
      : t(
          `公示页提交，Y-${String(one.serial).padStart(4, '0')}`,
          `public page, Y-${String(one.serial).padStart(4, '0')}`,
        )
  return say(from)
}
