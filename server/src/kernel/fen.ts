/** Money: whole fen in a number, a string of yuan on the wire, never a binary fraction (GEN-01). */
import { t } from './label.ts'
import { defineProblems, problem } from './problem.ts'
import type { Rounding } from './round.ts'
import { mulDivInteger } from './round.ts'

declare const brand: unique symbol

/** An amount in fen: a whole number, |x| <= 2^53 - 1. Made by `fen` and `parseYuan` only. */
export type Fen = number & { readonly [brand]: 'fen' }

export const moneyProblems = defineProblems('money', {
  form: problem(422, (d: { given: string }) =>
    t(
      `金额“${d.given}”的写法不对。请写成元，如 50000 或 50000.00。`,
      `The amount "${d.given}" is not in the form of yuan. Write it as 50000 or 50000.00.`,
    ),
  ),
  notWhole: problem(422, (d: { given: number }) =>
    t(
      `金额 ${d.given} 分不是整数分，或者超出了能准确计算的范围。请检查金额。`,
      `The amount of ${d.given} fen is not a whole number of fen or is beyond exact computing. Check the amount.`,
    ),
  ),
})

/** A number of fen as money; a fraction of a fen, and anything beyond 2^53 - 1, is a Problem. */
export function fen(n: number): Fen {
  if (!Number.isSafeInteger(n)) throw moneyProblems.notWhole({ given: n })
  return (n + 0) as Fen // + 0 turns -0 into 0
}

export const zeroFen: Fen = fen(0)

const wireForm = /^(-?)(0|[1-9]\d{0,14})(?:\.(\d{2}))?$/

/** Reads yuan as the wire writes them, `50000.00` or `50000`; every other form is the Problem `money.form`. */
export function parseYuan(text: string): Fen {
  const match = wireForm.exec(text)
  if (!match) throw moneyProblems.form({ given: text })
  const [, sign, yuan, cents] = match
  return fen(Number(`${sign}${yuan}${cents ?? '00'}`))
}

/** The wire form: `50000.00`, `-0.05`. */
export function yuanText(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** The form for readers: `50,000.00`, with the minus sign U+2212. */
export function formatYuan(amount: Fen): string {
  const [yuan = '', cents = ''] = yuanText(fen(Math.abs(amount))).split('.')
  return `${amount < 0 ? '−' : ''}${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
}

export function addFen(a: Fen, b: Fen): Fen {
  return fen(a + b)
}

export function subFen(a: Fen, b: Fen): Fen {
  return fen(a - b)
}

/** The sum; the empty sum is 0. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let sum = zeroFen
  for (const amount of amounts) sum = addFen(sum, amount)
  return sum
}

/** a × b ÷ c of whole numbers, exact, rounded once by `mode` (see `Rounding`); falls to BigInt beyond 2^53. */
export function mulDivRound(a: Fen, b: number, c: number, mode: Rounding): Fen
export function mulDivRound(a: number, b: number, c: number, mode: Rounding): number
export function mulDivRound(a: number, b: number, c: number, mode: Rounding): number {
  return mulDivInteger(a, b, c, mode)
}
