// What one record says: the operation in words, the fields that changed, the reason given.
import type { ReactNode } from 'react'
import { useSession } from '../../app/session.tsx'
import { type Say, type Text, t, useText } from '../../app/text.tsx'
import { SubjectName } from './log-names.tsx'
import { type LogChange, notesOf } from './log-record.ts'
import { LogValue, useLogLabel } from './log-value.tsx'

const SHOWN = 3

/** In a row: the sentence, and the first few fields; the whole opens with the record. */
export function LogNotes({ notes, said }: { notes: unknown; said?: string }) {
  const say = useText()
  const lines = notesOf(notes)
  const changes = lines.flatMap((note) =>
    (note.changed ?? []).map((change) => ({ change, subject: note.subject })),
  )
  const rest = changes.length - SHOWN
  return (
    <>
      {lines
        .flatMap((note) => (note.text && say(note.text) !== said ? [say(note.text)] : []))
        .map((text) => (
          <span key={text}>
            {text}
            {'　'}
          </span>
        ))}
      {changes.slice(0, SHOWN).map(({ change, subject }) => (
        <span key={`${subject} ${change.field}`}>
          <ChangeWords change={change} subject={subject} brief />
          {'　'}
        </span>
      ))}
      {rest > 0 && <span className="note">{say(t(`等 ${changes.length} 项`, `and ${rest} more`))}</span>}
    </>
  )
}

/** The whole of a record: every field, old → new; without values only the names. */
export function AllNotes({ notes }: { notes: unknown }) {
  const say = useText()
  return notesOf(notes).map((note) => (
    <div key={JSON.stringify(note)} className="log-note">
      <p>
        {note.subject && (
          <b>
            <SubjectName subject={note.subject} />
          </b>
        )}{' '}
        {note.text && say(note.text)}
      </p>
      <ul className="log-changes">
        {note.changed?.map((change) => (
          <li key={change.field}>
            <ChangeWords change={change} subject={note.subject} />
          </li>
        ))}
      </ul>
    </div>
  ))
}

type ChangeProps = { change: LogChange; subject: string | undefined; brief?: boolean }

function ChangeWords({ change, subject, brief = false }: ChangeProps) {
  const say = useText()
  const label = useLogLabel()
  const { field, before, after } = change
  const now = <LogValue subject={subject} field={field} value={after} brief={brief} />
  if (field === '') return now
  const words = say(label({ subject, field }))
  if (!('before' in change)) return words
  const colon = say(t('：', ': '))
  if (before === null)
    return (
      <>
        {words}
        {colon}
        {now}
      </>
    )
  return (
    <>
      {words}
      {colon}
      <LogValue subject={subject} field={field} value={before} brief={brief} /> → {now}
    </>
  )
}

const accessWords: Record<string, Text> = {
  'login.in': t('登录', 'Signed in'),
  'login.refused': t('登录未成', 'Sign-in refused'),
  'login.out': t('退出', 'Signed out'),
  'session.scope': t('换身份', 'Changed role'),
  'account.first': t('初次建账号', 'First account'),
}

/** The operation's own words where they are known, else its name. */
export function operationWords(name: string, say: Say): ReactNode {
  return accessWords[name] ? say(accessWords[name]) : <OperationName name={name} />
}

function OperationName({ name }: { name: string }) {
  const { meta } = useSession()
  const say = useText()
  return <span title={name}>{say(meta.logWords[name] ?? name)}</span>
}
