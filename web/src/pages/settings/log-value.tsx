// One value of the log in words: yuan instead of fen, labels instead of codes, names instead of numbers.
import type { ReactNode } from 'react'
import { type FieldMeta, type Listed, labelOf, type Meta } from '../../app/meta.ts'
import { useSession } from '../../app/session.tsx'
import { type Text, t, useText } from '../../app/text.tsx'
import { headText } from '../../kinds/field-value.tsx'
import { kinds } from '../../kinds/index.ts'
import type { Kinds } from '../../parts/kind.ts'
import { moneyText } from '../../parts/money-text.tsx'
import { usePlace } from './hat-sentence.tsx'
import { type LogKind, logCodes, logFields } from './log-fields.data.ts'
import { SubjectName, subjectOf } from './log-names.tsx'

type Place = { subject: string | undefined; field: string }

/** What the field is called: by its register, by the form of a step, by the operation. */
export function useLogLabel(): (place: Place) => Text {
  const { meta } = useSession()
  return ({ subject, field }) => {
    const declared = fieldOf(meta, { subject, field })
    if (declared) return headText(declared)
    return logFields[field]?.label ?? meta.logFields.fields[field]?.label ?? t(field, field)
  }
}

type ValueProps = Place & { value: unknown; brief?: boolean }

const BRIEF = 24

export function LogValue({ subject, field, value, brief = false }: ValueProps): ReactNode {
  const { meta } = useSession()
  if (value === null || value === undefined) return '—'
  const declared = fieldOf(meta, { subject, field })
  if (declared?.register && typeof value === 'number')
    return <SubjectName subject={`${declared.register}:${value}`} />
  const all: Kinds = kinds
  const Cell = declared && declared.kind !== 'reference' ? all[declared.kind]?.Cell : undefined
  if (Cell && declared) return <Cell field={declared} value={value} />
  const kind = logFields[field]?.kind
  if (kind && !Array.isArray(value)) return <Coded kind={kind} value={value} subject={subject} />
  const reference = subjectOf(value)
  if (reference) return <SubjectName subject={reference} />
  if (typeof value === 'object')
    return <Several subject={subject} field={field} value={value} brief={brief} />
  return <Plain field={field} value={value} brief={brief} />
}

function fieldOf(meta: Meta, { subject, field }: Place): FieldMeta | undefined {
  const register = meta.registers.find(({ name }) => subject?.startsWith(`${name}:`))
  return register?.fields.find(({ name }) => name === field)
}

/** Codes as words where the field says what they are. */
function Coded({ kind, value, subject }: { kind: LogKind; value: unknown; subject: string | undefined }) {
  const say = useText()
  const place = usePlace()
  const { meta } = useSession()
  const code = String(value)
  if (kind === 'fen') return moneyText(yuanOf(Number(value)))
  if (kind === 'area') return place(code)
  return say(codeWords(meta, { kind, code, subject }) ?? logCodes[code] ?? code)
}

type Code = { kind: LogKind; code: string; subject: string | undefined }

function codeWords(meta: Meta, { kind, code, subject }: Code): Text | undefined {
  const states = meta.logFields.states[subject?.split(':')[0] ?? '']
  const found: Record<LogKind, () => Text | undefined> = {
    fen: () => undefined,
    area: () => undefined,
    role: () => meta.roles.find(({ name }) => name === code)?.label,
    register: () => meta.registers.find(({ name }) => name === code)?.label,
    fund: () => named(meta.funds, code),
    check: () => named(meta.checks, code),
    part: () => meta.ledger?.funds.flatMap(({ parts }) => parts).find(({ part }) => part === code)?.label,
    state: () => states?.[code],
  }
  return found[kind]()
}

function named(list: readonly Listed[], id: string): Text | undefined {
  const one = list.find((thing) => thing.id === id)
  return one && labelOf(one)
}

/** Whole fen as the text of yuan: no float touches money. */
function yuanOf(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function Several({ subject, field, value, brief }: ValueProps) {
  const say = useText()
  const label = useLogLabel()
  if (Array.isArray(value) && brief && value.length > 2)
    return say(t(`${value.length} 项`, `${value.length} items`))
  const parts: [string, unknown][] = Array.isArray(value)
    ? value.map((one, at) => [String(at), one])
    : Object.entries(value ?? {})
  const list = Array.isArray(value)
  return parts.map(([name, one], at) => (
    <span key={name}>
      {at > 0 && (list ? '；' : '，')}
      {!list && !/^\d+$/.test(name) && `${say(label({ subject: undefined, field: name }))} `}
      <LogValue subject={subject} field={list ? field : name} value={one} brief={brief} />
    </span>
  ))
}

function Plain({ field, value, brief }: { field: string; value: unknown; brief: boolean }) {
  const say = useText()
  const { meta } = useSession()
  const text = String(value)
  const option = meta.logFields.fields[field]?.options.find(({ code }) => code === text)
  const words = option ? say(option.label) : typeof value === 'boolean' ? say(logCodes[text] ?? text) : text
  return brief && words.length > BRIEF ? `${words.slice(0, BRIEF)}…` : words
}
