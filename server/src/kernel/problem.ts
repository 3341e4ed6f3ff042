/** The one class that is thrown: a fact that stops an act, said to a person in both languages, with its remedy. */
import type { Text } from './label.ts'
import { t } from './label.ts'

export type Details = Record<string, unknown>

export class Problem extends Error {
  readonly code: string
  /** HTTP status that fits: 400 form, 403, 404, 409 state, 422 content, 500 our fault. */
  readonly status: number
  readonly text: Text
  readonly details: Details

  constructor(given: { code: string; status: number; text: Text; details?: Details }) {
    super(`${given.code}: ${given.text.en}`)
    this.name = 'Problem'
    this.code = given.code
    this.status = given.status
    this.text = given.text
    this.details = given.details ?? {}
  }
}

/** A kind of problem not yet bound to a room; `D` are the details that its wording needs. */
export type ProblemKind<D> = { status: number; text: (details: D) => Text }

/** Makes a Problem; `code` tells which one it will be. Throw what it returns. */
export type ProblemMaker<D> = ((details: D) => Problem) & { readonly code: string }

/** One kind of problem: its status and its wording, with the details that the wording takes, if any. */
export function problem(status: number, text: () => Text): ProblemKind<void>
export function problem<D extends object>(status: number, text: (details: D) => Text): ProblemKind<D>
export function problem<D>(status: number, text: (details: D) => Text): ProblemKind<D> {
  return { status, text }
}

/**
 * The problems of one room: `defineProblems('ledger', { overdrawn: problem(409, (d: { short: Fen }) => t(…)) })`
 * gives `overdrawn({ short })`, a Problem with the code `ledger.overdrawn`.
 */
export function defineProblems<K extends Record<string, ProblemKind<never>>>(
  room: string,
  kinds: K,
): { readonly [N in keyof K]: K[N] extends ProblemKind<infer D> ? ProblemMaker<D> : never } {
  const makers = Object.entries(kinds).map(([name, kind]) => [name, maker(`${room}.${name}`, kind)])
  // `as`: fromEntries forgets which name belongs to which maker; the line above pairs them.
  return Object.fromEntries(makers) as never
}

function maker(code: string, kind: ProblemKind<never>): ProblemMaker<never> {
  const make = (details: never): Problem =>
    new Problem({
      code,
      status: kind.status,
      text: kind.text(details),
      details: (details as Details | undefined) ?? {},
    })
  return Object.assign(make, { code })
}

/** Whether something thrown is a Problem (of that code, if one is given). */
export function isProblem(thrown: unknown, code?: string): thrown is Problem {
  return thrown instanceof Problem && (code === undefined || thrown.code === code)
}

const kernelProblems = defineProblems('kernel', {
  invariant: problem(500, (_: { why: string }) =>
    t(
      '系统内部出错，这一步没有做。请把发生的时间告诉系统管理员。',
      'Something went wrong inside the system and nothing was done. Please tell the administrator when it happened.',
    ),
  ),
})

/** States what must hold by construction; `why` (for the log) says why it must. */
export function invariant(condition: unknown, why: string): asserts condition {
  if (!condition) throw kernelProblems.invariant({ why })
}

/** Where in a file or a form something stands. `row` counts from 1, `column` is a sheet's letters. */
export type Place = { file?: string; sheet?: string; row?: number; column?: string; field?: Text | string }

/** A place as an office would say it: `花名册.xlsx 石桥村!C52 身份证号`. */
export function placeText(place: Place): Text {
  const field = typeof place.field === 'object' ? place.field : t(place.field ?? '', place.field ?? '')
  const cell = cellText(place)
  return t(words(place.file, cell.zh, field.zh), words(place.file, cell.en, field.en))
}

function words(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' ')
}

function cellText({ sheet, row, column }: Place): Text {
  const inSheet = sheet ? `${sheet}!` : ''
  if (row !== undefined && column) return t(`${inSheet}${column}${row}`, `${inSheet}${column}${row}`)
  if (row !== undefined) return t(words(sheet, `第 ${row} 行`), words(sheet, `row ${row}`))
  if (column) return t(words(sheet, `${column} 列`), words(sheet, `column ${column}`))
  return t(sheet ?? '', sheet ?? '')
}
