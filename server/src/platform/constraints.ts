/** A constraint's name is an error code: what PostgreSQL refuses becomes a Problem in the words of the room. */

import type pg from 'pg'
import { isProblem, type Problem } from '#kernel'
import { platformProblems } from './problems.ts'

/** What PostgreSQL said; `detail` and `hint` are as raised. */
export type Refusal = { constraint: string; table: string; message: string; detail: string; hint: string }

export type ConstraintProblem = (refusal: Refusal) => Problem

const known = new Map<string, ConstraintProblem>()

/** Names the Problem of each constraint of a room: `defineConstraints({ voucher_balanced: (r) => ledgerProblems.unbalanced({ … }) })`. */
export function defineConstraints<const K extends Record<string, ConstraintProblem>>(problems: K): K {
  for (const [name, make] of Object.entries(problems)) known.set(name, make)
  return problems
}

/** The Problem of something thrown by the driver; what is no refusal by PostgreSQL stays as it is. */
export function translate(thrown: unknown): unknown {
  if (isProblem(thrown) || !isDatabaseError(thrown)) return thrown
  const refusal = refusalOf(thrown)
  return known.get(refusal.constraint)?.(refusal) ?? byCode(thrown.code ?? '', refusal) ?? thrown
}

defineConstraints({ append_only: ({ table }) => platformProblems.writtenOnce({ table }) })

const byCodes: Record<string, ConstraintProblem> = {
  '23505': (r) => platformProblems.duplicate(r),
  '23P01': (r) => platformProblems.duplicate(r),
  '23503': (r) => platformProblems.referenced(r),
  '23514': (r) => platformProblems.refused(r),
  '23502': (r) => platformProblems.refused(r),
  '42501': (r) => platformProblems.outOfScope(r),
  '40001': () => platformProblems.busy(),
  '40P01': () => platformProblems.busy(),
  '55P03': () => platformProblems.busy(),
}

function byCode(code: string, refusal: Refusal): Problem | undefined {
  return byCodes[code]?.(refusal)
}

function refusalOf(error: pg.DatabaseError): Refusal {
  return {
    constraint: error.constraint ?? error.column ?? '',
    table: error.table ?? '',
    message: error.message,
    detail: error.detail ?? '',
    hint: error.hint ?? '',
  }
}

function isDatabaseError(thrown: unknown): thrown is pg.DatabaseError {
  return thrown instanceof Error && 'severity' in thrown && 'code' in thrown
}
