/** One year of the fund in expectation: cohorts draw, earn and die. Whole fen; each movement is rounded once. */
import { type Fen, fen, mulDivRound, type Ratio, sumFen, zeroFen } from '#kernel'

/** Expected persons are counted in millionths, so that a tenth of a person is no fraction. */
export const PERSON = 1_000_000

/** People who are alike in everything that the rules ask: they have equal balances and draw equal amounts. */
export type Cohort = {
  /** Whom the rules are asked about. */
  readonly who: number
  /** Expected survivors in millionths of a person. */
  readonly alive: number
  /** Of all survivors together. */
  readonly balance: Fen
}

export type Fund = {
  readonly cohorts: readonly Cohort[]
  readonly pooled: Fen
  readonly reserve: Fen
}

/** What the rules and the assumptions say of one year. */
export type YearRules = {
  readonly months: number
  /** Pension of one person over the year's months. */
  due(who: number): Fen
  /** Share that dies in twelve months. */
  mortality(who: number): Ratio
  /** Whether the rest of an account goes to heirs (LS-13); else it falls to the pool. */
  inherits(who: number): boolean
  /** Rate credited to individual accounts (LS-11), and what the special account earns at the bank. */
  readonly credited: Ratio
  readonly earned: Ratio
}

export type YearFlows = {
  readonly persons: number
  /** From accounts, pool and reserve together. */
  readonly paid: Fen
  /** Owed by the rules and not covered by the fund. */
  readonly short: Fen
  readonly interest: Fen
  readonly inherited: Fen
  /** The pool paid all that fell on it, without the reserve. */
  readonly poolHolds: boolean
}

type Cover = { pooled: Fen; reserve: Fen; short: Fen }

/** A year: pensions of everybody alive at its beginning, then interest, then deaths (LS-11 to LS-13). */
export function passYear(fund: Fund, rules: YearRules): { fund: Fund; flows: YearFlows } {
  const drawn = fund.cohorts.map((one) => drawOf(one, rules))
  const paid = payment(fund, drawn)
  const { ofPool, ofReserve, ofAccounts, credited } = interests(fund, drawn, { paid, rules })
  const backed = backing(paid.left, fen(ofPool + ofAccounts - credited))
  const ends = drawn.map((one) => endOf(one, rules))
  const fallen = sumFen(ends.map((one) => one.fallen))
  const helped = backed.reserve < fund.reserve
  const short = fen(paid.left.short + backed.short)
  return {
    fund: {
      cohorts: ends.flatMap(({ cohort }) => (cohort.alive > 0 ? [cohort] : [])),
      pooled: fen(backed.pooled + fallen),
      reserve: fen(backed.reserve + ofReserve),
    },
    flows: {
      persons: fund.cohorts.reduce((sum, { alive }) => sum + alive, 0),
      paid: paid.all,
      short,
      interest: sumFen([ofAccounts, ofPool, ofReserve, backed.short]),
      inherited: sumFen(ends.map((one) => one.inherited)),
      poolHolds: !helped && short === 0,
    },
  }
}

type Payment = { all: Fen; fromPooled: Fen; fromReserve: Fen; left: Cover }

/** What the own accounts do not pay falls on the pool, then on the reserve. */
function payment({ pooled, reserve }: Fund, drawn: readonly Drawn[]): Payment {
  const own = sumFen(drawn.map((one) => one.own))
  const due = sumFen(drawn.map((one) => one.due))
  const left = takeFrom({ pooled, reserve }, fen(due - own))
  const fromPooled = fen(pooled - left.pooled)
  const fromReserve = fen(reserve - left.reserve)
  return { all: sumFen([own, fromPooled, fromReserve]), fromPooled, fromReserve, left }
}

/** What the bank pays for each part of the special account, and what the individual accounts are credited. */
function interests(
  fund: Fund,
  drawn: readonly Drawn[],
  { paid, rules }: { paid: Payment; rules: YearRules },
): Record<'ofPool' | 'ofReserve' | 'ofAccounts' | 'credited', Fen> {
  const bank = { rate: rules.earned, months: rules.months }
  return {
    ofPool: interestOf(fund.pooled, paid.fromPooled, bank),
    ofReserve: interestOf(fund.reserve, paid.fromReserve, bank),
    ofAccounts: sumFen(drawn.map((one) => one.earned)),
    credited: sumFen(drawn.map((one) => one.credited)),
  }
}

type Drawn = Cohort & { readonly due: Fen; readonly own: Fen; readonly credited: Fen; readonly earned: Fen }

/** The own account first (LS-13). Interest on what stood on average: payments leave month by month. */
function drawOf(cohort: Cohort, rules: YearRules): Drawn {
  const due = mulDivRound(rules.due(cohort.who), cohort.alive, PERSON, 'half-up')
  const own = fen(Math.min(due, cohort.balance))
  const { months } = rules
  return {
    ...cohort,
    due,
    own,
    credited: interestOf(cohort.balance, own, { rate: rules.credited, months }),
    earned: interestOf(cohort.balance, own, { rate: rules.earned, months }),
  }
}

/** Of the opening balance less half of what the year takes from it. */
function interestOf(opening: Fen, taken: Fen, { rate, months }: { rate: Ratio; months: number }): Fen {
  return mulDivRound(fen(2 * opening - taken), rate.num * months, rate.den * 24, 'half-up')
}

/** The pool, then the risk reserve, then nobody. */
function takeFrom({ pooled, reserve }: { pooled: Fen; reserve: Fen }, amount: Fen): Cover {
  const ofPool = Math.min(pooled, amount)
  const ofReserve = Math.min(reserve, amount - ofPool)
  return {
    pooled: fen(pooled - ofPool),
    reserve: fen(reserve - ofReserve),
    short: fen(amount - ofPool - ofReserve),
  }
}

/** Bank interest beyond what accounts were credited is the pool's; what it lacks the pool pays (LS-11). Rounded part by part, so that equal rates leave nothing over. */
function backing({ pooled, reserve }: Cover, toPool: Fen): Cover {
  if (toPool >= 0) return { pooled: fen(pooled + toPool), reserve, short: zeroFen }
  return takeFrom({ pooled, reserve }, fen(-toPool))
}

type End = { cohort: Cohort; inherited: Fen; fallen: Fen }

/** The dead take their share of the balance with them: to heirs, or to the pool. */
function endOf({ who, alive, balance, own, credited }: Drawn, rules: YearRules): End {
  const { num, den } = rules.mortality(who)
  const dead = Math.min(alive, mulDivRound(alive, num * rules.months, den * 12, 'half-up'))
  const stands = fen(balance - own + credited)
  const left = mulDivRound(stands, dead, alive, 'half-up')
  const goes = rules.inherits(who)
  return {
    cohort: { who, alive: alive - dead, balance: fen(stands - left) },
    inherited: goes ? left : zeroFen,
    fallen: goes ? zeroFen : left,
  }
}
