/** `defineComparison`: a kind of list from outside, the register it is laid beside, and what follows from what is found. Data, no SQL. */
import type { Citation, Text } from '#kernel'
import type { Fields, ImportDeclaration } from '#register'
import type { Verdict } from '../verdict.ts'

/**
 * A field seen from the register's row: its own (`diedOn`), one of the row that owns it (`owner.idNumber`), or one of the
 * row that a reference points to (`person.idNumber`, `household.dibao`).
 */
export type Here = string

/** A column of the list and what it is in the register. */
export type Pair = { list: string; here: Here }

/** A condition on the register's row; unknown meets `known: false` only. */
export type Where =
  | { here: Here; known: boolean }
  | { here: Here; among: readonly string[] }
  | { here: Here; not: readonly string[] }

/** By what a likely one is looked for where no key fits; columns of the list and fields of the register. */
export type Near = { name: Pair; number?: Pair; birth?: Pair; sex?: Pair; area?: Pair }

/**
 * A fact that is adopted by an event of its row, so that all that follows from it follows: its day, and fields of its form, as
 * the list says them. `here` is where the event writes each. What the list does not say, the proposer does.
 */
export type ByEvent = { event: string; day: Pair; values?: Readonly<Record<string, Pair>> }

export type ListFind = {
  /** The check that its findings are filed under: `deaths.stillListed`. */
  id: string
  label: Text
  level: 'hard' | 'doubt'
  cite?: Citation
  /** What to look at, and what to do. */
  advice: Text
  verdict: Verdict
  /** Which rows: those on both sides, or on one only. With `differs`, only where that pair (by its list column) differs. */
  of: 'matched' | 'onlyHere' | 'onlyThere'
  where?: readonly Where[]
  differs?: string
  /** What the register is quoted with, and what the list is. */
  here?: readonly Here[]
  there?: readonly string[]
}

export type Comparison = {
  id: string
  label: Text
  /** Whose list it is and what it is good for, in a sentence. */
  note: Text
  register: string
  fields: Fields
  /** Further words for headings and choices, as for rosters. */
  words?: Pick<ImportDeclaration, 'heads' | 'words' | 'ignore'>
  /** Ways to match, the surest first; all parts of one must be known and agree. */
  keys: readonly (readonly Pair[])[]
  near?: Near
  /** What is put side by side once a row is matched. */
  compare?: readonly Pair[]
  /** One row of the list may mean several of the register: an employer and its spells of work. */
  many?: true
  /** The list is complete on its day: who is no longer on it is no longer meant. */
  whole?: true
  /** Which rows of the register should be on the list; without it none is missed. */
  expects?: readonly Where[]
  finds?: readonly ListFind[]
  /** What may be taken over into the register by two persons (采信). Own fields only. */
  adopts?: readonly Pair[]
  /** Of these, what goes through an event while the event can happen to the row; a fact that stands already is corrected as a field. */
  adoptsBy?: readonly ByEvent[]
}

export function defineComparison(comparison: Comparison): Comparison {
  return comparison
}
