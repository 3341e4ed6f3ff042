/** What the policy room needs from whoever holds the facts. Implemented over registers; injected by `main`. */
import type { FactOrigins } from '#expression'
import type { Ctx } from '#platform'
import type { FactBinding } from './binding.ts'

/** A row of a register. */
export type Subject = { readonly register: string; readonly id: number }

/** The two times of a reading: what was true on the day `valid`, as known at the moment `known` (ISO). */
export type AsOf = { readonly valid: string; readonly known: string }

/** Facts in wire form by name, with where each came from. `area` and `party` are those of the subject's row. */
export type FactReading = {
  readonly area: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly origins: FactOrigins
}

/** Cells in wire form by fact. `apart`: places of subjects that only `read` can tell. */
export type FactColumns = {
  readonly ids: readonly number[]
  readonly areas: readonly string[]
  readonly facts: Readonly<Record<string, readonly unknown[]>>
  /** Records of subject i: from `offsets[i]` to below `offsets[i + 1]`. */
  readonly lists: Readonly<
    Record<
      string,
      { readonly offsets: Int32Array; readonly fields: Readonly<Record<string, readonly unknown[]>> }
    >
  >
  readonly apart: readonly number[]
}

export type FactSource = {
  /** One subject; undefined where the actor does not see it. Reads only `field`, `list` bindings. */
  read(
    ctx: Ctx,
    request: { subject: Subject; facts: Readonly<Record<string, FactBinding>> } & AsOf,
  ): Promise<FactReading | undefined>
  /** A source for the subjects of one act, asked at once; without it they are read one by one. */
  together?(): Pick<FactSource, 'read'>
  /** Ids of a register's rows that the actor sees, in order, after one; and how many there are after it (these too). */
  subjects?(
    ctx: Ctx,
    register: string,
    page: { after: number; limit: number },
  ): Promise<{ ids: readonly number[]; left: number }>
  /** Ids of the subjects whose facts were written after a moment (ISO), in order; undefined where they are too many to name. */
  touched?(
    ctx: Ctx,
    request: { register: string; facts: Readonly<Record<string, FactBinding>>; since: string },
  ): Promise<readonly number[] | undefined>
  /** Facts of a page of subjects in id order; undefined where a fact cannot be read as a column. */
  columns?(
    ctx: Ctx,
    request: {
      register: string
      facts: Readonly<Record<string, FactBinding>>
      after: number
      limit: number
    } & AsOf,
  ): Promise<FactColumns | undefined>
  /** The kind of the value at the end of a path from a register, or why it leads nowhere: for the check at start. */
  kindAt?(register: string, path: string): PathKind
}

export type PathKind =
  | { readonly kind: 'boolean' | 'count' | 'percent' | 'money' | 'day' | 'area' | 'text' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'quantity'; readonly unit: string }
  | { readonly kind: 'none'; readonly why: string }
