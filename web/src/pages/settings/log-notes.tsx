// What one record says: the operation in words, the fields that changed, the reason given.
import type { ReactNode } from 'react'
import type { RoleMeta } from '../../app/meta.ts'
import { useSession } from '../../app/session.tsx'
import { type Say, type Text, t, useText } from '../../app/text.tsx'
import { usePlace } from './hat-sentence.tsx'

type Note = { subject?: string; text?: Text; changed?: Change[] }

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
              <ChangeWords change={change} subject={note.subject} />
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

type Change = { field: string; before?: unknown; after?: unknown }

function ChangeWords({ change, subject }: { change: Change; subject?: string }) {
  const say = useText()
  const { meta } = useSession()
  const place = usePlace()
  const register = meta.registers.find(({ name }) => subject?.startsWith(`${name}:`))
  const declared = register?.fields.find(({ name }) => name === change.field)?.label
  const label = say(declared ?? fieldWords[change.field] ?? change.field)
  const words = (value: unknown) => say(valueWords(change.field, value, { place, roles: meta.roles }))
  if (!('before' in change)) return label
  if (change.before === null) return `${label}：${words(change.after)}`
  return `${label}：${words(change.before)} → ${words(change.after)}`
}

type Known = { place: (area: string) => string; roles: readonly RoleMeta[] }

/** Codes as words where the field says what they are. */
function valueWords(field: string, value: unknown, { place, roles }: Known): Text | string {
  if (value === null || value === undefined) return '—'
  if (field === 'role') return roles.find(({ name }) => name === value)?.label ?? String(value)
  if (field === 'area' && typeof value === 'string') return place(value)
  if (field === 'state')
    return value === 'off' ? t('停用', 'off') : value === 'active' ? t('在用', 'in use') : String(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const fieldWords: Record<string, Text> = {
  area: t('地区', 'Area'),
  role: t('身份', 'Role'),
  party: t('单位代码', 'Party'),
  deputyFor: t('代', 'In place of'),
  validTo: t('到', 'Until'),
  verbs: t('只限', 'Only'),
  login: t('账号', 'Account'),
  name: t('姓名', 'Name'),
  office: t('单位', 'Office'),
  state: t('状态', 'State'),
  session: t('登录处', 'Session'),
  document: t('文号', 'Document'),
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
