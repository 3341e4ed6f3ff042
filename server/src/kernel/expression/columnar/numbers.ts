/** Exact arithmetic as text: what would leave 2^53 - 1 sends the subject to the evaluation of one. */
import type { Rounding } from '../../round.ts'
import type { ValueType } from '../types.ts'
import { isAmount, isWhole } from '../values/table.ts'
import type { Emitter } from './emitter.ts'
import { MOST } from './emitter.ts'

/** Number, percentage, quantity: a fraction. */
export function isExact(type: ValueType): boolean {
  return isAmount(type) && !isWhole(type)
}

export function known(s: string): string {
  return s === '0' ? '' : `${s} === 0 && `
}

/** A whole number that is right while it is safe. What is not known is computed from 0 and 1, so it needs no branch. */
export function whole(e: Emitter, expression: string): string {
  const v = e.constant(expression)
  e.redoBeyond(`Math.abs(${v})`)
  return v
}

export type Fraction = { readonly n: string; readonly d: string }

/** n / d in lowest terms, d > 0; `also`: products that must be safe too. */
export function reduced(e: Emitter, s: string, { n, d }: Fraction, also: readonly string[] = []): Fraction {
  if (d === '1') return { n: whole(e, n), d }
  const [top, bottom] = [e.variable(n), e.variable(d)]
  e.line(`if (${bottom} < 0) { ${top} = 0 - ${top}; ${bottom} = 0 - ${bottom}; }`)
  const safe = [
    `Math.abs(${top}) <= ${MOST}`,
    `${bottom} <= ${MOST}`,
    ...also.map((x) => `Math.abs(${x}) <= ${MOST}`),
  ]
  const [a, b, r] = [e.name(), e.name(), e.name()]
  const steps = `let ${a} = Math.abs(${top}), ${b} = ${bottom}; while (${b} !== 0) { const ${r} = ${a} % ${b}; ${a} = ${b}; ${b} = ${r}; }`
  e.line(`if (!(${safe.join(' && ')})) { ${s === '0' ? '' : `if (${s} === 0) `}redo = 1; }`)
  e.line(`else if (${bottom} > 1) { ${steps} ${top} = ${top} / ${a} + 0; ${bottom} /= ${a}; }`)
  return { n: top, d: bottom }
}

/**
 * n ÷ d, d > 0, rounded once. Of whole numbers up to 2^53 - 1 the floor of the binary quotient is the true one: below the
 * next whole number there are at least 1/d, more than the quotient is ever rounded by.
 */
export function roundedQuotient(e: Emitter, s: string, { n, d }: Fraction, rounding: Rounding): string {
  if (d === '1') return whole(e, n)
  const [top, bottom] = [e.constant(n), e.constant(d)]
  if (rounding === 'half-up') return halfUp(e, { n: top, d: bottom })
  e.redoIf(`${known(s)}!(Math.abs(${top}) + ${bottom} <= ${MOST})`)
  const q = e.constant(`Math.floor(${top} / ${bottom})`)
  const more = onwards[rounding]({ n: top, q, r: `(${top} - ${q} * ${bottom})`, d: bottom })
  return e.constant(`${q}${more === '' ? '' : ` + (${more} ? 1 : 0)`} + 0`)
}

/** A half goes away from zero: the floor of (2n + d) ÷ 2d, without its sign. */
function halfUp(e: Emitter, { n, d }: Fraction): string {
  const twice = e.constant(`Math.abs(${n}) * 2 + ${d}`)
  const whole = e.constant(`${d} * 2`)
  e.redoBeyond(`${twice} + ${whole}`)
  const q = e.constant(`Math.floor(${twice} / ${whole})`)
  return e.constant(`${n} < 0 ? 0 - ${q} : ${q}`)
}

type Parts = { n: string; q: string; r: string; d: string }

/** When the floor is not what the rounding wants. `r`: what the floor leaves of n. */
const onwards: Record<Exclude<Rounding, 'half-up'>, (parts: Parts) => string> = {
  floor: () => '',
  ceil: ({ r }) => `${r} > 0`,
  down: ({ n, r }) => `${n} < 0 && ${r} > 0`,
  up: ({ n, r }) => `${n} > 0 && ${r} > 0`,
  'half-even': ({ q, r, d }) => `${r} > ${d} - ${r} || (${r} === ${d} - ${r} && ${q} % 2 !== 0)`,
}

/** Whether a comes before, beside or after b, as text; fractions multiplied crosswise. */
export function comparison(e: Emitter, op: string, [a, b]: readonly [Fraction, Fraction]): string {
  if (a.d === b.d) return `${a.n} ${op} ${b.n}`
  const [left, right] = [whole(e, times(a.n, b.d)), whole(e, times(b.n, a.d))]
  return `${left} ${op} ${right}`
}

export function times(a: string, b: string): string {
  if (a === '1') return b
  return b === '1' ? a : `${a} * ${b}`
}
