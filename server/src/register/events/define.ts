/** `defineEvent`: what can happen to rows of registers on a day: form, conditions and effects are one declaration. */
import type { Day, Text } from '#kernel'
import type { Register } from '../define.ts'
import type { Field } from '../kinds/index.ts'
import type { AnyRow } from '../row.ts'

export type Values = Readonly<Record<string, unknown>>

/** The row that another effect of the same event inserts under this key. */
export type Made = { readonly made: string }
export const made = (key: string): Made => ({ made: key })

/** A change without values says that the event concerns the row. */
export type Effect =
  | { act: 'change'; register: Register; row: AnyRow; values: Values }
  | { act: 'insert'; register: Register; key: string; values: Values }

/** Why it cannot be done; `field` is the place in the form, '' the whole. */
export type EventIssue = { field: string; text: Text }

/** What nobody can derive: this field of this row has to be said. */
export type Ask = { register: Register; row: AnyRow; field: string }

export type Planned = {
  issues?: readonly EventIssue[]
  asks?: readonly Ask[]
  effects: readonly Effect[]
}

/**
 * `rows`: all rows that it concerned, as far as they are seen; `own`: the ids of the record that was asked about, those of what
 * was merged into it too.
 */
export type Happened = {
  name: string
  on: Day
  rows: readonly { register: string; id: number }[]
  own: readonly number[]
}

/** What an event may look at; the fence of the actor decides what is seen. */
export type Look = {
  /** Of a row that was merged into another, that one. */
  row(register: Register, id: number): Promise<AnyRow | undefined>
  /** Rows in use whose field points to the row. */
  pointing(register: Register, field: string, id: number): Promise<AnyRow[]>
  /** Names of the events that stand on the row, the first first. */
  events(register: Register, id: number): Promise<readonly Happened[]>
}

/** Rows to choose from. */
export type Choosing = {
  label: Text
  help?: Text
  /** Whose rows they are. */
  of: Register
  /** What tells two of one name apart. */
  note?: (row: AnyRow) => Text | null
  many?: boolean
  required?: boolean
  from(asked: { look: Look; subject: AnyRow }): Promise<readonly AnyRow[]>
}
export type Asked = {
  look: Look
  subject: AnyRow
  on: Day
  today: Day
  /** The form, read by the kinds of its fields; unknown is null. */
  values: Values
  picks: Readonly<Record<string, readonly AnyRow[]>>
  /** What was answered to an ask; undefined until somebody said it. */
  answer(ask: Ask): unknown
}

export type EventDeclaration = {
  name: string
  /** The act on the button: 分户. */
  label: Text
  help?: Text
  /** On whose records it is entered. */
  subject: Register
  /** What it writes, the subject's register among them: who enters it may write all of these. */
  writes: readonly Register[]
  /** What its day is called: 去世日期. */
  day: Text
  form: Readonly<Record<string, Field>>
  picks?: Readonly<Record<string, Choosing>>
  /** Whether it can happen to this row at all, as the row stands; the button is not shown otherwise. */
  offered?: (subject: AnyRow) => boolean
  /** Pure but for `look`. Called only with a form whose fields were read. */
  plan(asked: Asked): Promise<Planned>
}

/** Fields whose values had spans of days (所在户), told by the events; `ends`: fields whose day ends the last span. */
export type SpellDeclaration = {
  register: Register
  label: Text
  fields: readonly string[]
  ends: readonly string[]
}

export function defineEvent(declaration: EventDeclaration): EventDeclaration {
  return declaration
}

export function defineSpells(declaration: SpellDeclaration): SpellDeclaration {
  return declaration
}
