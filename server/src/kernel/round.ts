/** Exact integer division with a named rounding: the one place where anything is rounded. */
import { t } from './label.ts'
import { defineProblems, invariant, problem } from './problem.ts'

/**
 * half-up: 四舍五入, a half goes away from zero; half-even: a half goes to the even neighbour;
 * down: towards zero; up: away from zero; ceil: towards plus infinity; floor: towards minus infinity.
 */
export type Rounding = 'half-up' | 'half-even' | 'down' | 'up' | 'ceil' | 'floor'

export const roundings: readonly Rounding[] = ['half-up', 'half-even', 'down', 'up', 'ceil', 'floor']

export const roundProblems = defineProblems('number', {
  divisionByZero: problem(422, () =>
    t(
      '除数是 0，算不出结果。请检查分母。',
      'The divisor is 0, so there is no result. Check the denominator.',
    ),
  ),
  tooLarge: problem(422, (d: { value: string }) =>
    t(
      `数值 ${d.value} 太大，系统不能准确计算。请检查单位和位数。`,
      `The value ${d.value} is too large to be computed exactly. Check its unit and digits.`,
    ),
  ),
})

/** a × b ÷ c of three whole numbers, exact, rounded once. Never passes through a fraction of binary floating point. */
export function mulDivInteger(a: number, b: number, c: number, mode: Rounding): number {
  invariant(
    Number.isSafeInteger(a) && Number.isSafeInteger(b) && Number.isSafeInteger(c),
    'operands are whole numbers',
  )
  if (c === 0) throw roundProblems.divisionByZero()
  const product = a * b
  if (!Number.isSafeInteger(product)) return narrow(divideBig(BigInt(a) * BigInt(b), BigInt(c), mode))
  return divideSafe(product, c, mode)
}

function divideSafe(n: number, c: number, mode: Rounding): number {
  const rest = n % c // exact in IEEE 754, and (n - rest) / c is then a whole number
  const quotient = (n - rest) / c
  if (rest === 0) return quotient + 0
  const sign = n < 0 !== c < 0 ? -1 : 1
  const size = Math.abs(rest)
  const half = Math.sign(size - (Math.abs(c) - size)) // compares without doubling, which could overflow
  return quotient + (away({ mode, sign, half, odd: quotient % 2 !== 0 }) ? sign : 0) + 0
}

/** As `mulDivInteger` for one BigInt by another. */
export function divideBig(n: bigint, c: bigint, mode: Rounding): bigint {
  if (c === 0n) throw roundProblems.divisionByZero()
  const quotient = n / c
  const rest = n % c
  if (rest === 0n) return quotient
  const sign = n < 0n !== c < 0n ? -1 : 1
  const twice = 2n * size(rest)
  const half = twice > size(c) ? 1 : twice < size(c) ? -1 : 0
  return quotient + (away({ mode, sign, half, odd: quotient % 2n !== 0n }) ? BigInt(sign) : 0n)
}

/** A BigInt as a number, refused beyond 2^53 - 1. */
export function narrow(value: bigint): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw roundProblems.tooLarge({ value: value.toString() })
  return number
}

/** Whether the truncated quotient moves one step away from zero. `half` is -1, 0, 1: rest below, at, above a half. */
function away({
  mode,
  sign,
  half,
  odd,
}: {
  mode: Rounding
  sign: number
  half: number
  odd: boolean
}): boolean {
  if (mode === 'half-up') return half >= 0
  if (mode === 'half-even') return half > 0 || (half === 0 && odd)
  if (mode === 'up') return true
  if (mode === 'down') return false
  return mode === 'ceil' ? sign > 0 : sign < 0
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value
}
