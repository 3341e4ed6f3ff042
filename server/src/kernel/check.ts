/** The answer of a check that does not throw: the value in its canonical form, or the rule that is broken. */
import type { Text } from './label.ts'

export type Check<T = string> = { ok: true; value: T } | { ok: false; text: Text }

export function passed<T>(value: T): Check<T> {
  return { ok: true, value }
}

export function broken(text: Text): { ok: false; text: Text } {
  return { ok: false, text }
}
