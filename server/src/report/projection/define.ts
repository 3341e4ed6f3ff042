/** A projection (推算): where a fund goes over many years under stated assumptions. It writes nothing. */
import { type Day, invariant, type Text } from '#kernel'
import type { Ctx } from '#platform'
import type { FactSource, ParameterBook, PolicyRoom } from '#policy'

export type AssumptionKind = 'percent' | 'money' | 'count'

/** What nobody can know, and whoever asks may set. On the wire: `1.5`, `50000.00`, `25`. */
export type Assumption = { readonly label: Text; readonly kind: AssumptionKind; readonly help?: Text }

export type ProjectionColumn = {
  readonly label: Text
  readonly kind: 'money' | 'persons'
  /** Where a screen has no room for all: on wide windows only, or on paper and in the workbook only. */
  readonly room?: 'wide' | 'paper'
}

/** A parameter of a policy that the page offers to change. */
export type Lever = { readonly policy: string; readonly key: string }

/** A line of what the figures rest on. */
export type Stated = { readonly label: Text; readonly text: Text }

export type ProjectionRow = {
  readonly year: number
  /** Months of that year that are projected: 12, or what is left of the first. */
  readonly months: number
  /** Wire: yuan, or persons with one decimal. */
  readonly figures: Readonly<Record<string, string>>
}

export type Projected = {
  readonly rows: readonly ProjectionRow[]
  /** Of each account of the fund, the first year in which it cannot pay what falls on it; null: in none. */
  readonly runsDry: Readonly<Record<string, number | null>>
}

/** What is computed: for how many years, with which values. `books`: parameters by policy. */
export type Run = {
  readonly years: number
  readonly assumptions: Readonly<Record<string, string>>
  readonly books: ReadonlyMap<string, ParameterBook>
}

/** The registers and accounts as they stand, read once; `run` reads nothing more and is pure. */
export type Opened = {
  /** The values that are taken where the asker gives none, and where each comes from; null: it must be given. */
  readonly defaults: Readonly<Record<string, { readonly value: string | null; readonly from: Text }>>
  readonly stated: readonly Stated[]
  run(run: Run): Projected
}

export type ProjectionPorts = { readonly policy: PolicyRoom; readonly source: FactSource }

export type Projection = {
  /** `land-security.solvency` */
  readonly id: string
  readonly label: Text
  readonly system: string
  /** The verb that lets somebody ask; the books are read with `ledger.read` besides. */
  readonly can: string
  readonly note: Text
  readonly assumptions: Readonly<Record<string, Assumption>>
  /** Policies that it asks. */
  readonly policies: readonly string[]
  readonly levers: readonly Lever[]
  readonly columns: Readonly<Record<string, ProjectionColumn>>
  /** Accounts that can run dry. */
  readonly accounts: Readonly<Record<string, Text>>
  /** Columns of the chart, at most two; a trial is drawn beside them. */
  readonly chart: readonly string[]
  open(ctx: Ctx, ports: ProjectionPorts & { books: Run['books']; on: Day }): Promise<Opened>
}

/** The most years that are projected. */
export const MOST_YEARS = 60

/** Declares a projection; a chart of a column that does not exist is a mistake. */
export function defineProjection(projection: Projection): Projection {
  invariant(/^[a-z-]+\.[a-z-]+$/.test(projection.id), `projection id ${projection.id} is system.name`)
  for (const name of projection.chart)
    invariant(projection.columns[name], `${projection.id} has column ${name}`)
  for (const { policy } of projection.levers)
    invariant(projection.policies.includes(policy), `${projection.id} asks ${policy}`)
  return projection
}
