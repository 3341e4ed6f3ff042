// What one record says: the operation in words, the fields that changed, the reason given.
import type { ReactNode } from 'react'
import { useSession } from '../../app/session.tsx'
import { type Say, type Text, t, useText } from '../../app/text.tsx'

type Note = {
  subject?: string
  text?: Text
  changed?: { field: string; before?: unknown; after?: unknown }[]
}

/** Field by field, old → new; without values only the names. */
export function LogNotes({ notes }: { notes: unknown }) {
  const say = useText()
  const lines = notesOf(notes)
  if (lines.length === 0) return null
  return (
    <ul className="log-changes">
      {lines.map((note) => (
        <li key={JSON.stringify(note)}>
          {note.text && <span>{say(note.text)} </span>}
          {note.changed?.map((change) => (
            <span key={change.field} className="log-change">
              {changeWords(change)}
              {'　'}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}

function notesOf(notes: unknown): Note[] {
  const inner = Array.isArray(notes) ? notes : (notes as { notes?: unknown } | null)?.notes
  return Array.isArray(inner)
    ? (inner as Note[]).filter((note) => note.text || (note.changed?.length ?? 0) > 0)
    : []
}

function changeWords(change: { field: string; before?: unknown; after?: unknown }): string {
  if (!('before' in change)) return change.field
  return `${change.field}: ${valueWords(change.before)} → ${valueWords(change.after)}`
}

function valueWords(value: unknown): string {
  if (value === null || value === undefined) return '—'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
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
  const found = meta.operations.find((operation) => operation.name === name)
  return <span title={name}>{say(found?.text ?? name)}</span>
}
