// 提出采信: where an event takes the fact over, first what has to be said and all that would change; then another person confirms.
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct, useCall } from '../../api.ts'
import { t, useText } from '../../app/text.tsx'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { EventChanges } from '../register/events-changes.tsx'
import { EventSaid, type Said } from '../register/events-form.tsx'
import '../register/events.css'
import type { Compared, ListRow } from './compare-words.ts'

const nothing: Said = { values: {}, picks: {}, answers: {} }

export function Propose({ given, row }: { given: Compared; row: ListRow }) {
  const say = useText()
  const [note, setNote] = useState('')
  const [said, setSaid] = useState<Said>(nothing)
  const asked = wireOf(said)
  const read = useCall('compare.foresee', { rowId: row.id, said: asked })
  const propose = useAct('compare.propose')
  const event = read.data?.event
  const left = event && (event.issues.length > 0 || event.asks.some(({ key }) => !said.answers[key]))
  const send = () =>
    propose.mutate({ comparisonId: given.id, rowIds: [row.id], note, ...(event ? { said: asked } : {}) })
  return (
    <div className="verify-conclusion">
      {event && <ByEvent event={event} said={said} onChange={setSaid} />}
      <Input
        aria-label={say(t('核实情况', 'What was found out'))}
        placeholder={say(t('核实情况，如“村里核实，2 月病故”', 'What was found out'))}
        value={note}
        maxLength={300}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="verify-buttons">
        <Button
          type="primary"
          disabled={read.data === undefined || Boolean(left)}
          loading={propose.isPending}
          onClick={send}
        >
          {say(t('提出采信', 'Propose to adopt'))}
        </Button>
      </div>
      <p className="note">
        {say(t('由另一人确认后才写进名册。', 'Written into the register once another person confirms.'))}
      </p>
      {read.error && <ProblemNote problem={read.error} onRetry={() => void read.refetch()} />}
      {propose.error && <ProblemNote problem={propose.error} />}
    </div>
  )
}

type Event = NonNullable<ReturnType<typeof useCall<'compare.foresee'>>['data']>['event']

function ByEvent({
  event,
  said,
  onChange,
}: {
  event: NonNullable<Event>
  said: Said
  onChange: (said: Said) => void
}) {
  const say = useText()
  const shown = new Set([...event.act.fields, ...event.act.picks].map(({ name }) => name))
  return (
    <section className="compare-event">
      <p className="note">
        {say(
          t(
            `按“${event.act.label.zh}”办，${event.act.day.zh} ${event.on}：`,
            `Entered as "${event.act.label.en}", ${event.act.day.en} ${event.on}:`,
          ),
        )}
      </p>
      <div className="field-form">
        <EventSaid act={event.act} form={said} onChange={onChange} seen={event} />
      </div>
      {event.issues
        .filter(({ field }) => !shown.has(field))
        .map(({ text }) => (
          <p key={text.en} className="field-problem" role="alert">
            {say(text)}
          </p>
        ))}
      <EventChanges changes={event.changes} />
    </section>
  )
}

function wireOf({ values, picks, answers }: Said) {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null)
  return {
    values: Object.fromEntries(given) as Record<string, string>, // the kinds' inputs give JSON
    picks: Object.fromEntries(Object.entries(picks).map(([name, ids]) => [name, [...ids]])),
    answers: { ...answers },
  }
}
