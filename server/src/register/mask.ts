/** Masking: who sees which classes of personal data in full (GEN-10). */
import type { Actor } from '#platform'
import type { Field } from './kinds/index.ts'
import { registerProblems } from './problems.ts'

/** Whether the value of this field is hidden from the actor. */
export function isMasked(actor: Pick<Actor, 'sees'>, field: Field): boolean {
  return field.sensitive !== undefined && !actor.sees.includes(field.sensitive)
}

/** What a masked reader gets: the readable rest of a number, or nothing. */
export function maskedText(field: Field, value: unknown): string | null {
  return field.kind.mask?.(value) ?? null
}

/** Stops any use of a hidden field that would tell its value: filter, order, search, change. */
export function refuseMasked(actor: Pick<Actor, 'sees'>, field: Field): void {
  if (isMasked(actor, field)) throw registerProblems.masked({ label: field.label })
}
