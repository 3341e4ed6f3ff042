/** The fund walked through the years. Pure: what stands today, rules and assumptions in, rows out. */
import { decimalText, type Fen, fen, ratio, sumFen, yuanText } from '#kernel'
import type { ProjectionRow } from '#report'
import { type Fund, PERSON, passYear, type YearFlows, type YearRules } from './model.ts'
import type { ProjectedYear } from './years.ts'

/** What comes in at the beginning of a year. */
export type Inflow = Fund

export type WalkGiven = {
  readonly fund: Fund
  readonly years: readonly ProjectedYear[]
  rulesOf(year: ProjectedYear): YearRules
  inflowOf(year: ProjectedYear): Inflow | undefined
}

export type Walked = {
  readonly rows: readonly ProjectionRow[]
  readonly runsDry: { readonly pooled: number | null; readonly reserve: number | null }
}

/** The pool is dry in the first year in which the reserve has to help, the reserve in the first in which even it does not do. */
export function walk({ fund: first, years, rulesOf, inflowOf }: WalkGiven): Walked {
  let fund = first
  const rows: ProjectionRow[] = []
  let pooled: number | null = null
  let reserve: number | null = null
  for (const year of years) {
    const opening = totalOf(fund)
    const joined = join(fund, inflowOf(year))
    const inflow = fen(totalOf(joined) - opening)
    const passed = passYear(joined, rulesOf(year))
    const { flows } = passed
    fund = passed.fund
    if (!flows.poolHolds) pooled ??= year.year
    if (flows.short > 0) reserve ??= year.year
    rows.push(rowOf({ year, opening, inflow, flows, fund }))
  }
  return { rows, runsDry: { pooled, reserve } }
}

function join(fund: Fund, inflow: Inflow | undefined): Fund {
  if (!inflow) return fund
  return {
    cohorts: [...fund.cohorts, ...inflow.cohorts],
    pooled: fen(fund.pooled + inflow.pooled),
    reserve: fen(fund.reserve + inflow.reserve),
  }
}

function individualOf({ cohorts }: Fund): Fen {
  return sumFen(cohorts.map(({ balance }) => balance))
}

function totalOf(fund: Fund): Fen {
  return sumFen([individualOf(fund), fund.pooled, fund.reserve])
}

type Passed = { year: ProjectedYear; opening: Fen; inflow: Fen; flows: YearFlows; fund: Fund }

/** Opening + inflow + interest − paid − inherited = closing, to the fen. */
function rowOf({ year, opening, inflow, flows, fund }: Passed): ProjectionRow {
  const money = {
    opening,
    inflow,
    interest: flows.interest,
    paid: flows.paid,
    inherited: flows.inherited,
    closing: totalOf(fund),
    individual: individualOf(fund),
    pooled: fund.pooled,
    reserve: fund.reserve,
    short: flows.short,
  }
  const words = Object.entries(money).map(([name, amount]) => [name, yuanText(amount)])
  const persons = decimalText(ratio(flows.persons, PERSON), 1, 'half-up')
  return { year: year.year, months: year.months.length, figures: { persons, ...Object.fromEntries(words) } }
}
