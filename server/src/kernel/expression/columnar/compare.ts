/** Comparisons and extremes. Fractions are kept reduced, so equal ones have equal parts. */
import type { CompareNode, Comparison, ExtremeNode } from '../node.ts'
import { fractionOf } from './arithmetic.ts'
import type { Emitter } from './emitter.ts'
import { NotColumnar } from './emitter.ts'
import { comparison } from './numbers.ts'
import type { ColumnarRule } from './rule.ts'
import type { Slot } from './slot.ts'
import { absorbed, isCertain, scalar, skipped } from './slot.ts'

const signs: Record<Comparison, string> = {
  below: '<',
  atMost: '<=',
  above: '>',
  atLeast: '>=',
  is: '===',
  isNot: '!==',
}

export const compareColumn: ColumnarRule<CompareNode> = {
  emit: (node, e) => {
    const [left, right] = [e.slot(node.left), e.slot(node.right)]
    if (left.source || right.source) throw new NotColumnar('records are compared')
    const standing = absorbed(e, [left, right])
    if (node.op === 'is' || node.op === 'isNot') {
      const same = sameValue(left, right)
      return scalar(standing, e.constant(node.op === 'is' ? `${same} ? 1 : 0` : `${same} ? 0 : 1`))
    }
    const test = comparison(e, signs[node.op], [fractionOf(left), fractionOf(right)])
    return scalar(standing, e.constant(`+(${test})`))
  },
}

/** The test that two known values are the same. */
export function sameValue(a: Slot, b: Slot): string {
  const dens = a.d === b.d ? '' : ` && ${a.d} === ${b.d}`
  return `${a.v} === ${b.v}${dens}`
}

export const extremeColumn: ColumnarRule<ExtremeNode> = {
  emit: (node, e) => {
    const slots = node.of.map((part) => e.slot(part))
    const standing = skipped(e, slots)
    const best = slots.reduce((a, b) => better(e, a, b, node.pick))
    return scalar(standing, best.v, best.d)
  },
}

/** Of two the larger or smaller; one that does not apply loses; of equal ones the first. */
function better(e: Emitter, a: Slot, b: Slot, pick: 'largest' | 'smallest'): Slot {
  const test = comparison(e, pick === 'largest' ? '>' : '<', [fractionOf(b), fractionOf(a)])
  const plain = isCertain(a) && isCertain(b)
  const takes = plain ? test : `${a.s} === 4 || (${b.s} !== 4 && ${test})`
  const second = e.constant(takes)
  return {
    may: a.may | b.may,
    s: plain ? '0' : e.constant(`${second} ? ${b.s} : ${a.s}`),
    v: e.constant(`${second} ? ${b.v} : ${a.v}`),
    d: a.d === '1' && b.d === '1' ? '1' : e.constant(`${second} ? ${b.d} : ${a.d}`),
  }
}
