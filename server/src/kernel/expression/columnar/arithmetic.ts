/** Plus, minus, times, divided by: whole amounts as they are, the others as fractions. */
import { parseRatio } from '../../ratio.ts'
import type {
  AddNode,
  ConvertNode,
  DivideNode,
  MultiplyNode,
  ProportionNode,
  RoundNode,
  SubtractNode,
} from '../node.ts'
import { isWhole } from '../values/table.ts'
import type { Emitter } from './emitter.ts'
import type { Fraction } from './numbers.ts'
import { isExact, reduced, roundedQuotient, times, whole } from './numbers.ts'
import type { ColumnarRule } from './rule.ts'
import type { Slot, Standing } from './slot.ts'
import { absorbed, isCertain, isZero, may, mayBe, refusedIf, scalar, skipped } from './slot.ts'

export const addColumn: ColumnarRule<AddNode> = {
  emit: (node, e) => {
    const slots = node.of.map((part) => e.slot(part))
    const standing = skipped(e, slots)
    const sum = slots.map((slot) => contributing(e, slot)).reduce((a, b) => plus(e, standing, a, b, '+'))
    return { ...sum, zero: true }
  },
}

export const subtractColumn: ColumnarRule<SubtractNode> = {
  emit: (node, e) => {
    const [left, right] = [e.slot(node.left), e.slot(node.right)]
    const both = mayBe(left, may.notApplicable) && mayBe(right, may.notApplicable)
    // 不适用 adds nothing and takes nothing away; what is missing comes before a problem.
    const m = e.constant(`${left.s} | ${right.s}`)
    const none = both ? `${left.s} === 4 && ${right.s} === 4 ? 4 : ` : ''
    const bits = ((left.may | right.may) & (both ? 15 : 11)) | may.known
    const open = left.may === may.known && right.may === may.known
    const s = open ? '0' : e.constant(`${none}${m} & 2 ? 2 : ${m} & 1`)
    const standing = { may: open ? may.known : bits, s }
    return { ...plus(e, standing, contributing(e, left), contributing(e, right), '-'), zero: true }
  },
}

/** A slot that counts as 0 where it does not apply. */
export function contributing(e: Emitter, slot: Slot): Slot {
  if (isZero(slot)) return slot
  const d = slot.d === '1' ? '1' : e.constant(`${slot.s} === 4 ? 1 : ${slot.d}`)
  return { ...slot, v: e.constant(`${slot.s} === 4 ? 0 : ${slot.v}`), d }
}

export function plus(e: Emitter, standing: Standing, a: Slot, b: Slot, sign: '+' | '-'): Slot {
  if (a.d === '1' && b.d === '1') return scalar(standing, whole(e, `${a.v} ${sign} ${b.v}`))
  const [left, right] = [e.constant(times(a.v, b.d)), e.constant(times(b.v, a.d))]
  const sum = { n: `${left} ${sign} ${right}`, d: times(a.d, b.d) }
  const { n, d } = reduced(e, standing.s, sum, [left, right])
  return scalar(standing, n, d)
}

export const multiplyColumn: ColumnarRule<MultiplyNode> = {
  emit: (node, e) => scaled(node, e, (b) => b),
}

export const divideColumn: ColumnarRule<DivideNode> = {
  emit: (node, e) => scaled(node, e, (b) => ({ n: b.d, d: b.n })),
}

function scaled(node: MultiplyNode | DivideNode, e: Emitter, by: (b: Fraction) => Fraction): Slot {
  const [left, right] = [e.slot(node.left), e.slot(node.right)]
  const factor = by({ n: node.kind === 'divide' ? divisor(e, right) : right.v, d: right.d })
  const both = absorbed(e, [left, right])
  const standing = node.kind === 'divide' ? refusedIf(e, both, `${right.v} === 0`) : both
  const quotient = { n: times(left.v, factor.n), d: times(left.d, factor.d) }
  if (!isWhole(e.type(node))) {
    const { n, d } = reduced(e, standing.s, quotient)
    return scalar(standing, n, d)
  }
  const upright = node.kind === 'divide' ? positive(e, quotient) : quotient
  // A factor that is open may hold anything, and then so does the product.
  const zero = node.kind === 'multiply' && isZero(left) && isCertain(right)
  return { ...scalar(standing, roundedQuotient(e, standing.s, upright, node.rounding)), zero }
}

/** What nothing can be divided by is a problem, whatever is computed there. */
function divisor(e: Emitter, { v }: Slot): string {
  return e.constant(`${v} === 0 ? 1 : ${v}`)
}

/** The same quotient with a divisor above 0. */
function positive(e: Emitter, { n, d }: Fraction): Fraction {
  if (d === '1') return { n, d }
  const bottom = e.constant(d)
  return { n: e.constant(`${bottom} < 0 ? 0 - ${n} : ${n}`), d: e.constant(`Math.abs(${bottom})`) }
}

export const proportionColumn: ColumnarRule<ProportionNode> = {
  emit: (node, e) => {
    const [left, right] = [e.slot(node.left), e.slot(node.right)]
    const standing = refusedIf(e, absorbed(e, [left, right]), `${right.v} === 0`)
    const { n, d } = reduced(e, standing.s, {
      n: times(left.v, right.d),
      d: times(left.d, divisor(e, right)),
    })
    return scalar(standing, n, d === '1' ? '1' : d)
  },
}

export const roundColumn: ColumnarRule<RoundNode> = {
  emit: (node, e) => {
    const of = e.slot(node.of)
    const { num, den } = parseRatio(node.step)
    const steps = roundedQuotient(
      e,
      of.s,
      { n: times(of.v, String(den)), d: times(of.d, String(num)) },
      node.rounding,
    )
    const back = { n: times(steps, String(num)), d: String(den) }
    if (isWhole(e.type(node))) return scalar(of, roundedQuotient(e, of.s, back, node.rounding))
    const { n, d } = reduced(e, of.s, back)
    return scalar(of, n, d)
  },
}

export const convertColumn: ColumnarRule<ConvertNode> = {
  emit: (node, e) => {
    const of = e.slot(node.of)
    if (isExact({ kind: node.to })) return scalar(of, of.v, of.d)
    return scalar(of, roundedQuotient(e, of.s, { n: of.v, d: of.d }, 'down'))
  },
}

export function fractionOf(slot: Slot): Fraction {
  return { n: slot.v, d: slot.d }
}
