/** What the policies say of each year: pensions, rates, mortality, inheritance. Nothing of it is written here again. */
import {
  type Day,
  decimalText,
  type Fen,
  fen,
  mulDivInteger,
  parsePercent,
  type Ratio,
  ratio,
  type Text,
  t,
  zeroFen,
} from '#kernel'
import { assess, type ParameterBook, type Policy, valueOn } from '#policy'
import { projectionProblems } from '#report'
import { LAST_AGE } from '../policies/mortality-law.ts'
import type { YearRules } from './model.ts'
import type { Who } from './people.ts'
import { asking, numberAt } from './rulebook.ts'
import { lastDayOf, type ProjectedYear } from './years.ts'

export type Ruled = { readonly policy: Policy; readonly book: ParameterBook }
export type RuleSet = Readonly<Record<'pension' | 'interest' | 'inheritance' | 'mortality', Ruled>>
/** Percentages on the wire. */
export type Guesses = {
  readonly actualReturn: string
  readonly depositRate: string
  readonly pensionGrowth: string
}

const INDEX = 1_000_000

/** Rules year by year; to be asked in the order of the years, since the rise of pensions is cumulated. */
export function rulesOver(rules: RuleSet, whos: readonly Who[], guesses: Guesses) {
  const pension = pensions(rules.pension, whos)
  const inherits = inheritances(rules.inheritance, whos)
  const mortality = mortalities(rules.mortality)
  const growth = parsePercent(guesses.pensionGrowth)
  let index = INDEX
  let hasBegun = false
  return (year: ProjectedYear): YearRules => {
    if (year.isWhole && hasBegun) index = mulDivInteger(index, growth.den + growth.num, growth.den, 'half-up')
    if (year.isWhole) hasBegun = true
    const [due, goes, dies] = [pension(year, index), inherits(year), mortality(year)]
    const of = (who: number) => whos[who] as Who
    const months = year.months.length
    return {
      months,
      due: (who) => (of(who).fate ? zeroFen : (due[who] as Fen)),
      inherits: (who) => of(who).fate === 'dead' || goes(who),
      mortality: (who) => mortalityOf(of(who), { year: year.year, months, dies }),
      ...ratesOf(rules.interest, year, guesses),
    }
  }
}

type Dies = (sex: Who['sex'], age: number) => Ratio

function mortalityOf(
  { fate, sex, born }: Who,
  { year, months, dies }: { year: number; months: number; dies: Dies },
) {
  if (fate === 'unknown') return ratio(0)
  if (fate === 'dead') return ratio(12, months) // all of them, however short the year
  return dies(sex, Math.max(0, Math.min(LAST_AGE, year - Number(born.slice(0, 4)))))
}

const alive = { applicable: false } as const

/** LS-12: each month is asked, so that an age reached or a standard raised within the year counts from its month. */
function pensions(rule: Ruled, whos: readonly Who[]) {
  const cells = { ...cellsOf(whos), diedOn: whos.map(() => alive) }
  const ask = asking(rule, { cells, count: whos.length, day: 'payMonth' })
  return ({ months }: ProjectedYear, index: number): Fen[] => {
    const sums = whos.map(() => 0)
    for (const month of months) {
      const monthly = ask(month).column('monthly')
      for (const [i, who] of whos.entries()) {
        const amount = numberAt(monthly, i)
        if (amount === undefined && !who.fate) throw notDecided(rule, who, month)
        sums[i] = (sums[i] as number) + mulDivInteger(amount ?? 0, index, INDEX, 'half-up')
      }
    }
    return sums.map(fen)
  }
}

function cellsOf(whos: readonly Who[]) {
  return {
    category: whos.map(({ category }) => category),
    sex: whos.map(({ sex }) => sex),
    birthDate: whos.map(({ born }) => born),
  }
}

/** AMB-22: what is not set is named, never 0. */
function notDecided({ policy, book }: Ruled, { category, sex, born }: Who, payMonth: string): Error {
  const facts = { category, sex, birthDate: born, payMonth, diedOn: alive }
  return lacking(policy, assess(policy, facts, { book, trace: false }).missingParameters)
}

export function lacking({ label, tree }: Policy, keys: readonly string[]): Error {
  const words = keys.map((key): Text => tree.parameters[key]?.label ?? { zh: key, en: key })
  const lacks = t(words.map(({ zh }) => zh).join('、'), words.map(({ en }) => en).join(', '))
  return projectionProblems.undecided({ policy: label, lacks })
}

/** LS-13, AMB-40: asked with an amount that stands for any. */
function inheritances(rule: Ruled, whos: readonly Who[]) {
  const everybody = (amount: string) => whos.map(() => amount)
  const amounts = { credited: everybody('1.00'), pooled: everybody('0.00'), paid: everybody('0.00') }
  const ask = asking(rule, { cells: { ...cellsOf(whos), ...amounts }, count: whos.length, day: 'diedOn' })
  return (year: ProjectedYear) => {
    const column = ask(lastDayOf(year)).column('inherits')
    return (who: number) => numberAt(column, who) === 1
  }
}

const sexes = ['male', 'female'] as const
const pairs = sexes.flatMap((sex) =>
  Array.from({ length: LAST_AGE + 1 }, (_, age) => ({ sex, age: String(age) })),
)

/** The whole table each year: it may be another from a day on. */
function mortalities(rule: Ruled) {
  const cells = { sex: pairs.map(({ sex }) => sex), age: pairs.map(({ age }) => age) }
  const ask = asking(rule, { cells, count: pairs.length, day: 'year' })
  return (year: Pick<ProjectedYear, 'year'>): Dies => {
    const { values, dens, states } = ask(lastDayOf(year)).column('rate')
    return (sex, age) => {
      const at = sexes.indexOf(sex) * (LAST_AGE + 1) + age
      if (states[at] !== 0) throw lacking(rule.policy, ['table'])
      return { num: values[at] as number, den: dens?.[at] ?? 1 }
    }
  }
}

/** Years that somebody of an age has left on average by the table of the year `on`, to one decimal: for the reader to judge it. */
export function yearsLeft(rule: Ruled, { sex, at, on }: { sex: Who['sex']; at: number; on: Day }): string {
  const dies = mortalities(rule)({ year: Number(on.slice(0, 4)) })
  let living = INDEX
  let years = INDEX / 2
  for (let age = at; age <= LAST_AGE; age++) {
    const { num, den } = dies(sex, age)
    living = mulDivInteger(living, den - num, den, 'half-up')
    years += living
  }
  return decimalText(ratio(years, INDEX), 1, 'half-up')
}

/** LS-11: decided rates by the policy; for years without, the assumptions stand in their place (OF-06). */
function ratesOf(
  { policy, book }: Ruled,
  year: ProjectedYear,
  guesses: Guesses,
): Pick<YearRules, 'credited' | 'earned'> {
  const creditedOn = lastDayOf(year)
  const guessed = (['actualReturn', 'depositRate'] as const).filter((key) => !valueOn(book, key, creditedOn))
  const overrides = Object.fromEntries(guessed.map((key) => [key, guesses[key]]))
  const facts = { balance: '0.00', years: 1, creditedOn }
  const { result, missingParameters } = assess(policy, facts, { book, overrides, trace: false })
  if (typeof result.rate !== 'string') throw lacking(policy, missingParameters)
  const earned = valueOn(book, 'actualReturn', creditedOn)?.value ?? guesses.actualReturn
  return { credited: parsePercent(result.rate), earned: parsePercent(String(earned)) }
}
