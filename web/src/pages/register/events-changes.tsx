// Rows that an event changes: old and new of each field.
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
            {change.id !== null && `${change.register}:${change.id}` !== from ? (
              <PageLink to={`/r/${change.register}/${change.id}`}>{change.title}</PageLink>
            ) : (
              <b>{change.title}</b>
            )}
            {change.act === 'insert' && <span className="note">{say(t('新登记', 'new'))}</span>}
          </span>
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
