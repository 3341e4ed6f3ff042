/** Kleene's logic over states and values. */
import type { AndNode, AppliesNode, CheckNode, NotNode, OrNode, StepNode } from '../node.ts'
import type { Emitter } from './emitter.ts'
import type { ColumnarRule } from './rule.ts'
import type { Slot } from './slot.ts'
import { conditionOf, isCertain, may, mayBe, scalar, union } from './slot.ts'

export const andColumn: ColumnarRule<AndNode> = {
  emit: (node, e) =>
    combined(
      e,
      node.of.map((part) => conditionOf(e, e.slot(part))),
      0,
    ),
}

export const orColumn: ColumnarRule<OrNode> = {
  emit: (node, e) =>
    combined(
      e,
      node.of.map((part) => conditionOf(e, e.slot(part))),
      1,
    ),
}

/** `decides`: the value that decides beside whatever is open. */
function combined(e: Emitter, slots: readonly Slot[], decides: 0 | 1): Slot {
  const deciding = e.constant(slots.map((slot) => `(${holds(slot, decides)})`).join(' || ') || 'false')
  const v = e.constant(`${deciding} ? ${decides} : ${1 - decides}`)
  const open = slots.filter((slot) => !isCertain(slot))
  if (open.length === 0) return scalar({ may: may.known, s: '0' }, v)
  const m = e.constant(open.map((slot) => slot.s).join(' | '))
  return scalar({ may: union(slots) | may.known, s: e.constant(`${deciding} ? 0 : ${m} > 1 ? 2 : ${m}`) }, v)
}

/** The test that a condition is known and has this value. */
export function holds(slot: Slot, value: 0 | 1): string {
  return isCertain(slot) ? `${slot.v} === ${value}` : `${slot.s} === 0 && ${slot.v} === ${value}`
}

export const notColumn: ColumnarRule<NotNode> = {
  emit: (node, e) => {
    const of = conditionOf(e, e.slot(node.of))
    return scalar(of, e.constant(`1 - ${of.v}`))
  },
}

export const appliesColumn: ColumnarRule<AppliesNode> = {
  emit: (node, e) => {
    const of = e.slot(node.of)
    if (!mayBe(of, may.notApplicable)) return scalar(of, '1')
    const bits = (of.may & ~may.notApplicable) | may.known
    return scalar(
      { may: bits, s: e.constant(`${of.s} === 4 ? 0 : ${of.s}`) },
      e.constant(`${of.s} === 4 ? 0 : 1`),
    )
  },
}

export const stepColumn: ColumnarRule<StepNode> = { emit: (node, e) => e.slot(node.of) }
export const checkColumn: ColumnarRule<CheckNode> = { emit: (node, e) => e.slot(node.of) }
