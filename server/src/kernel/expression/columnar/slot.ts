/** Where an operand stands while a loop is written: names of locals, and what is known beforehand of its state. */
import type { Emitter } from './emitter.ts'

/** Bits of the states that a slot may have; `known` stands for state 0. */
export const may = { problem: 1, unknown: 2, notApplicable: 4, known: 8 } as const

/**
 * `s`, `v`, `d` are names of locals or numbers: state, value (0 or what was computed from it where not known), denominator.
 * Of a record `v` is its place in `source`; of a list the number of its elements.
 */
export type Slot = {
  readonly may: number
  readonly s: string
  readonly v: string
  readonly d: string
  /** The value is 0 wherever it does not apply. */
  readonly zero?: boolean
  readonly source?: Source
  /** Of a list: the place of element j. */
  readonly at?: (j: string) => string
}

/** Where records lie. */
export type Source = { readonly name: string; field(name: string, at: string, emitter: Emitter): Slot }

export type Standing = { readonly may: number; readonly s: string }

export function scalar(standing: Standing, v: string, d = '1'): Slot {
  return { may: standing.may, s: standing.s, v, d }
}

export const certain: Standing = { may: may.known, s: '0' }

export function isCertain(slot: Standing): boolean {
  return slot.may === may.known
}

/** Whether the value counts as 0 where it does not apply, as it stands. */
export function isZero(slot: Slot): boolean {
  return slot.zero === true || !mayBe(slot, may.notApplicable)
}

export function mayBe(slot: Standing, bits: number): boolean {
  return (slot.may & bits) !== 0
}

/** Not applicable before unknown before problem before known (`absorbing`). */
export function absorbed(e: Emitter, slots: readonly Standing[]): Standing {
  const open = distinct(slots.filter((slot) => !isCertain(slot)))
  const [first] = open
  if (!first) return certain
  if (open.length === 1) return { may: first.may, s: first.s }
  const m = e.constant(open.map((slot) => slot.s).join(' | '))
  return { may: union(open), s: e.constant(`${m} > 3 ? 4 : ${m} > 1 ? 2 : ${m}`) }
}

/** What does not apply takes no part; of the others problem before unknown (`skipping`). */
export function skipped(e: Emitter, slots: readonly Standing[]): Standing {
  const open = distinct(slots.filter((slot) => !isCertain(slot)))
  const [first] = distinct(slots)
  if (open.length === 0) return certain
  if (first && distinct(slots).length === 1) return { may: first.may, s: first.s }
  const all = slots.every((slot) => mayBe(slot, may.notApplicable))
  const m = e.constant(open.map((slot) => slot.s).join(' | '))
  const none = all
    ? e.constant(
        distinct(slots)
          .map((slot) => slot.s)
          .join(' & '),
      )
    : '0'
  const s = e.constant(`${m} & 1 ? 1 : ${m} & 2 ? 2 : ${all ? `${none} & 4` : '0'}`)
  return { may: (union(open) & (all ? 15 : 11)) | may.known, s }
}

function distinct<S extends Standing>(slots: readonly S[]): readonly S[] {
  return [...new Map(slots.map((slot) => [slot.s, slot])).values()]
}

export function union(slots: readonly Standing[]): number {
  return slots.reduce((bits, slot) => bits | slot.may, 0)
}

/** A condition may not be 不适用: that is a problem (`condition`). */
export function conditionOf(e: Emitter, slot: Slot): Slot {
  if (!mayBe(slot, may.notApplicable)) return slot
  const bits = (slot.may & ~may.notApplicable) | may.problem
  return { ...slot, may: bits, s: e.constant(`${slot.s} === 4 ? 1 : ${slot.s}`) }
}

/** A known value that a test makes a problem. */
export function refusedIf(e: Emitter, standing: Standing, test: string): Standing {
  return {
    may: standing.may | may.problem,
    s: e.constant(`${standing.s} === 0 && ${test} ? 1 : ${standing.s}`),
  }
}
