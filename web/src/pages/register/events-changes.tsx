// Rows that an event changes: old and new of each field. Links stand in the story only: in a form they would lead away from what was written.
import type { Output } from '../../api.ts'
import { PageLink } from '../../app/link.tsx'
import { t, useText } from '../../app/text.tsx'

type Change = Output<'event.preview'>['changes'][number]

export function EventChanges({ changes, from }: { changes: readonly Change[]; from?: string }) {
  const say = useText()
  return (
    <ul className="event-changes">
      {changes.map((change) => (
        <li key={`${change.register}:${change.id ?? change.title}`}>
          <span className="event-row">
            {say(change.registerLabel)}　
            {from && change.id !== null && `${change.register}:${change.id}` !== from ? (
              <PageLink to={`/r/${change.register}/${change.id}`}>{change.title}</PageLink>
            ) : (
              <b>{change.title}</b>
            )}
            {change.act === 'insert' && <span className="note">{say(t('新登记', 'new'))}</span>}
          </span>
          {change.fields.length === 0 && (
            <span className="story-change">
              {say(t('各栏不变，经过里记这件事', 'no field changes; the story tells of it'))}
            </span>
          )}
          {change.fields.map((field) => (
            <span key={field.field} className="story-change">
              {say(field.label)}　{change.act !== 'insert' && <>{say(field.before ?? t('空', 'empty'))} → </>}
              {say(field.after ?? t('空', 'empty'))}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
