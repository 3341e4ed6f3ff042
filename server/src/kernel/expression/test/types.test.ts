/** What must not compile. The type check of the workspace reads this file: an unused @ts-expect-error is an error there. */
import { expect, it } from 'vitest'
import { t } from '../../label.ts'
import { Problem } from '../../problem.ts'
import {
  below,
  byChoice,
  choices,
  choose,
  completedYears,
  count,
  days,
  fact,
  factTerms,
  money,
  months,
  percent,
  quantity,
  sumOf,
  years,
} from '../index.ts'

const label = t('甲', 'a')
const f = factTerms({
  income: fact.money({ label }),
  born: fact.day({ label }),
  colour: fact.choice({ label, options: { red: label, blue: label } }),
  land: fact.quantity({ label, unit: 'mu' }),
  spells: fact.list({
    label,
    fields: { from: fact.day({ label }), until: fact.day({ label }), wage: fact.money({ label }) },
  }),
})
const shades = choices({ dark: label, light: label })

/** Never called: only compiled. */
export function refusedByTheCompiler(): void {
  // @ts-expect-error a misspelt fact
  f.incme
  // @ts-expect-error money and days
  f.income.plus(days(3))
  // @ts-expect-error money and a count
  f.income.plus(count(3))
  // @ts-expect-error money compared with years
  f.income.isBelow(years(3))
  // @ts-expect-error months and years are two kinds
  months(3).plus(years(1))
  // @ts-expect-error two units
  f.land.plus(quantity('1', 'jin'))
  // @ts-expect-error money times money
  f.income.times(money('1.00'))
  // @ts-expect-error days are added with plusDays
  f.born.plusMonths(days(3))
  // @ts-expect-error an age needs two days
  completedYears(f.born, f.income)
  // @ts-expect-error an option that is not declared
  f.colour.is('green')
  // @ts-expect-error a forgotten option
  byChoice(f.colour, { red: money('1.00') })
  // @ts-expect-error a limit of another kind
  choose(f.income).when(below(years(3)), shades.dark)
  // @ts-expect-error branches of two kinds
  choose().when(f.colour.is('red'), money('1.00')).otherwise(percent(1))
  // @ts-expect-error a field that the list has not
  f.spells.sum((s) => s.wages)
  // @ts-expect-error a spell begins on a day, not with a wage
  f.spells.longest('wage', 'until')
  // @ts-expect-error days cannot be added up
  f.spells.sum((s) => s.from)
  // @ts-expect-error a sum of two kinds
  sumOf(f.income, percent(1))
  // @ts-expect-error an option that no branch gives
  choose().when(f.colour.is('red'), shades.dark).otherwise(shades.light).is('red')
}

it('refuses at declaration what the compiler cannot see', () => {
  expect(() => money('1')).toThrow(Problem)
  expect(() => money('1.00').times(percent('x'))).toThrow(Problem)
})
