/** What runs when an act with an effect is done: first `prepare` (who stays behind, what is found), then `apply`. */
import type { Text } from '#kernel'
import type { Ctx } from '#platform'
import type { CaseRow, ItemRow } from '../case-store.ts'
import type { Procedure } from '../define.ts'
import type { FormValues } from '../form.ts'
import type { Ports } from '../ports.ts'
import type { CaseState, ItemValues } from '../state.ts'

export type EffectRun = {
  readonly ctx: Ctx
  readonly ports: Ports
  readonly procedure: Procedure
  readonly row: CaseRow
  /** Every item of the case, by id. */
  readonly items: ReadonlyMap<number, ItemRow>
  readonly taken: readonly number[]
  readonly form: FormValues
  /** Sequence that the act will have. */
  readonly sequence: number
  readonly before: CaseState
  /** Only asked what it would do: nothing may be written. */
  readonly trial: boolean
}

export type Outcomes = Record<string, ItemValues>
export type Prepared = {
  readonly outcomes: Outcomes
  readonly held: readonly { item: number; reason: Text }[]
}

export type Runner<E> = {
  readonly prepare?: (run: EffectRun, effect: E) => Promise<Prepared>
  /** `after` is the case with the act done; what it returns is kept with the items too. */
  readonly apply?: (run: EffectRun, effect: E, after: CaseState) => Promise<Outcomes>
}

/** Where a voucher or a decision came from, for the other rooms: opaque text. */
export function sourceOf(run: EffectRun): string {
  return `case:${run.row.id}/act:${run.sequence}`
}
