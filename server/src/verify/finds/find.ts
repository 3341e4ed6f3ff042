/** The ways in which a check can look. Each is a declared value; one store beside it knows how to ask the database. */
import type { BooleanTerm, FactDeclarations, Node, TermsOf } from '#policy'
import { factTerms } from '#policy'
import type { Relation } from '../figures/shape.ts'

export type Find =
  | { kind: 'form'; field: string }
  | { kind: 'derived'; field: string }
  | { kind: 'holds'; facts: FactDeclarations; node: Node }
  | { kind: 'sum'; parts: readonly string[]; total: string }
  | { kind: 'sameValue'; by: readonly string[]; apart?: Apart; unless?: string }
  | { kind: 'listedTwice'; by: string; amount?: string }
  | { kind: 'listedThough'; through: string; fact: string; amount?: string; laterThan?: readonly string[] }
  | ({ kind: 'countAgainst' } & CountAgainst)
  | ({ kind: 'figures' } & FiguresAgree)

export type Apart = { field: string } | { area: 'village' }

export type CountAgainst = {
  /** The reported number, in the register that the check is on. */
  figure: string
  /** Only reports that say so. */
  only: { field: string; is: string }
  /** Of several reports of one place the one with the largest value counts. */
  latest: string
  counted: string
  /** Rows with one of these known do not count. */
  without: readonly string[]
}

export type FiguresAgree = {
  /** Looked at place by place. */
  each: 'county' | 'township' | 'village'
  /** Ids of declared figures of registers, by their names in the relations. */
  figures: Readonly<Record<string, string>>
  /** How they should go together (VR-01 to VR-18). */
  relations: readonly Relation[]
}

/** A value that its own kind does not accept: an identity number whose last digit does not fit. */
export function form(field: string): Find {
  return { kind: 'form', field }
}

/** A value that another of the same row contradicts: the birth date in the identity number. */
export function derived(field: string): Find {
  return { kind: 'derived', field }
}

/** A condition in the rule language that every row should meet, over fields of the row by their names. Unknown is no fault. */
export function holds<F extends FactDeclarations>(
  facts: F,
  condition: (terms: TermsOf<F>) => BooleanTerm,
): Find {
  return { kind: 'holds', facts, node: condition(factTerms(facts)).node }
}

/** VR-01 within one row: whole numbers that should add up to another. A part that nobody knows leaves it untold. */
export function addsUp(parts: readonly string[], total: string): Find {
  return { kind: 'sum', parts, total }
}

/** Several rows with the same known values; with `apart`, only if they differ in that; with `unless`, not if all have that (they are different persons). */
export function sameValue(by: readonly string[], more: { apart?: Apart; unless?: string } = {}): Find {
  return { kind: 'sameValue', by, ...more }
}

/** The same row of another register under several owners: a person on the lists of two takings (两头占). */
export function listedTwice(by: string, amount?: string): Find {
  return { kind: 'listedTwice', by, ...(amount ? { amount } : {}) }
}

/** On a list although the row that it points to has this: a person who died. With `laterThan`, only if it is later than the first of these days that the list's owner has. */
export function listedThough(
  through: string,
  fact: string,
  more: { amount?: string; laterThan?: readonly string[] } = {},
): Find {
  return { kind: 'listedThough', through, fact, ...more }
}

/** A reported number against the rows that the register has of the place (VR-01). */
export function countAgainst(given: CountAgainst): Find {
  return { kind: 'countAgainst', ...given }
}

/** Figures of registers against each other, place by place, as of today. What cannot be told is no fault. */
export function figuresAgree(given: FiguresAgree): Find {
  return { kind: 'figures', ...given }
}
