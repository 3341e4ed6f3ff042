// What one record says: the operation in words, the fields that changed, the reason given.
import type { ReactNode } from 'react'
import type { RoleMeta } from '../../app/meta.ts'
import { useSession } from '../../app/session.tsx'
import { type Say, type Text, t, useText } from '../../app/text.tsx'
import { usePlace } from './hat-sentence.tsx'

type Note = { subject?: string; text?: Text; changed?: Change[] }

const SHOWN = 3
/** Characters of a value in a row. */
const BRIEF = 24

/** In a row: the sentence, and the first few fields; the whole opens with the record. */
export function LogNotes({ notes }: { notes: unknown }) {
  const say = useText()
  const lines = notesOf(notes)
  const changes = lines.flatMap((note) =>
    (note.changed ?? []).map((change) => ({ change, subject: note.subject })),
  )
  const rest = changes.length - SHOWN
  return (
    <>
      {lines.map(
        (note) =>
          note.text && (
            <span key={say(note.text)}>
              {say(note.text)}
              {'　'}
            </span>
          ),
      )}
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
        {note.subject && <b>{note.subject}</b>} {note.text && say(note.text)}
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

function notesOf(notes: unknown): Note[] {
  const inner = Array.isArray(notes) ? notes : (notes as { notes?: unknown } | null)?.notes
  return Array.isArray(inner)
    ? (inner as Note[]).filter((note) => note.text || (note.changed?.length ?? 0) > 0)
    : []
}

type Change = { field: string; before?: unknown; after?: unknown }

type ChangeProps = { change: Change; subject?: string; brief?: boolean }

function ChangeWords({ change, subject, brief = false }: ChangeProps) {
  const say = useText()
  const { meta } = useSession()
  const place = usePlace()
  const register = meta.registers.find(({ name }) => subject?.startsWith(`${name}:`))
  const declared = register?.fields.find(({ name }) => name === change.field)?.label
  const label = say(declared ?? fieldWords[change.field] ?? change.field)
  const words = (value: unknown) => say(valueWords(change.field, value, { place, roles: meta.roles, brief }))
  if (!('before' in change)) return label
  if (change.before === null) return `${label}：${words(change.after)}`
  return `${label}：${words(change.before)} → ${words(change.after)}`
}

type Known = { place: (area: string) => string; roles: readonly RoleMeta[]; brief: boolean }

/** Codes as words where the field says what they are. */
function valueWords(field: string, value: unknown, { place, roles, brief }: Known): Text | string {
  if (value === null || value === undefined) return '—'
  if (field === 'role') return roles.find(({ name }) => name === value)?.label ?? String(value)
  if (field === 'area' && typeof value === 'string') return place(value)
  if (field === 'state')
    return value === 'off' ? t('停用', 'off') : value === 'active' ? t('在用', 'in use') : String(value)
  if (brief && Array.isArray(value)) return t(`${value.length} 项`, `${value.length} items`)
  if (brief && typeof value === 'object') return t('（打开看）', '(open)')
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return brief && text.length > BRIEF ? `${text.slice(0, BRIEF)}…` : text
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
  form: t('填写', 'Form'),
  items: t('人员', 'Items'),
  outcomes: t('结果', 'Outcomes'),
  sequence: t('步序', 'Sequence'),
  version: t('版本', 'Version'),
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
