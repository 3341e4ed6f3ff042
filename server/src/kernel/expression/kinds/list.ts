/** Lists: an element that a filter could not decide (`present` unknown) keeps the result open unless the others decide. */
import type { AllNode, AnyNode, BoundaryNode, CountNode, FilterNode, SumNode } from '../node.ts'
import { absorbing, condition, isFalse, isTrue, known, lacking, na } from '../reading.ts'
import type { Reading, Value } from '../types.ts'
import { compareValues, isAmount, isOrdered, toRatio } from '../values/table.ts'
import { total } from './arithmetic.ts'
import { extreme } from './compare.ts'
import {
  certainValues,
  conditionType,
  elementsOf,
  openIn,
  ordered,
  overList,
  passes,
  weigh,
} from './element.ts'
import { every, some } from './logic.ts'
import type { KindRule } from './rule.ts'
import { phrase } from './rule.ts'

export const sumRule: KindRule<SumNode> = {
  parts: (node) => [node.list, node.value],
  type: (node, typeOf) => ordered(typeOf(node.value), isAmount),
  evaluate: (node, run, typeOf) =>
    overList(node, run, {
      bodies: [node.value],
      fold: (list) => {
        const elements = weigh(list, run, { item: node.item, body: node.value })
        const values = certainValues(elements)
        const type = typeOf(node.value)
        const adds = (r: Reading) =>
          r.state !== 'na' && !(r.state === 'known' && toRatio(r.value, type).num === 0)
        const open = openIn(elements, (r) => values.length > 0 && !adds(r))
        return open ?? (elements.length > 0 && values.length === 0 ? na : known(total(values, type)))
      },
    }),
  words: (node, say) =>
    phrase(
      (x) => `${x(0)}，${x(1)}合计`,
      (x) => `sum of ${x(1)} over ${x(0)}`,
      [say(node.list), say(node.value)],
    ),
  reason: (node, run) => ({ used: [node.list], passes: passes(node, run, node.value) }),
}

export const countListRule: KindRule<CountNode> = {
  parts: (node) => [node.list],
  type: () => ({ kind: 'count' }),
  evaluate: (node, run) =>
    absorbing([run(node.list)], ([list]) => {
      const elements = elementsOf(list as Value)
      return lacking(elements.map((e) => e.present)) ?? known(elements.length)
    }),
  words: (node, say) =>
    phrase(
      (x) => `${x(0)} 的条数`,
      (x) => `number of ${x(0)}`,
      [say(node.list)],
    ),
}

export const boundaryRule: KindRule<BoundaryNode> = {
  parts: (node) => [node.list, node.value],
  type: (node, typeOf) => ordered(typeOf(node.value), isOrdered),
  evaluate: (node, run, typeOf) =>
    overList(node, run, {
      bodies: [node.value],
      fold: (list) => {
        const type = typeOf(node.value)
        const elements = weigh(list, run, { item: node.item, body: node.value })
        const values = certainValues(elements)
        const best = values.length > 0 ? extreme(values, node.pick, type) : undefined
        const sign = node.pick === 'largest' ? 1 : -1
        const neutral = (r: Reading) =>
          best !== undefined &&
          (r.state === 'na' || (r.state === 'known' && sign * compareValues(r.value, best, type) <= 0))
        return openIn(elements, neutral) ?? (best === undefined ? na : known(best))
      },
    }),
  words: (node, say) => {
    const texts = [say(node.list), say(node.value)]
    return node.pick === 'largest'
      ? phrase(
          (x) => `${x(0)}，最大的${x(1)}`,
          (x) => `largest ${x(1)} of ${x(0)}`,
          texts,
        )
      : phrase(
          (x) => `${x(0)}，最小的${x(1)}`,
          (x) => `smallest ${x(1)} of ${x(0)}`,
          texts,
        )
  },
  reason: (node, run) => ({ used: [node.list], passes: passes(node, run, node.value) }),
}

export const anyRule: KindRule<AnyNode> = {
  parts: (node) => [node.list, node.when],
  type: (node, typeOf) => conditionType(node.when, typeOf),
  evaluate: (node, run) =>
    overList(node, run, {
      bodies: [node.when],
      fold: (list) =>
        some(
          weigh(list, run, { item: node.item, body: node.when }).map((e) => every([e.present, e.reading])),
        ),
    }),
  words: (node, say) =>
    phrase(
      (x) => `${x(0)}，有一条${x(1)}`,
      (x) => `one of ${x(0)}: ${x(1)}`,
      [say(node.list), say(node.when)],
    ),
  reason: (node, run) => ({ used: [node.list], passes: passes(node, run, node.when) }),
}

export const allRule: KindRule<AllNode> = {
  parts: (node) => [node.list, node.when],
  type: (node, typeOf) => conditionType(node.when, typeOf),
  evaluate: (node, run) =>
    overList(node, run, {
      bodies: [node.when],
      fold: (list) =>
        every(
          weigh(list, run, { item: node.item, body: node.when }).map((e) =>
            isTrue(e.present) ? e.reading : some([absent(e.present), e.reading]),
          ),
        ),
    }),
  words: (node, say) =>
    phrase(
      (x) => `${x(0)}，每一条都${x(1)}`,
      (x) => `each of ${x(0)}: ${x(1)}`,
      [say(node.list), say(node.when)],
    ),
  reason: (node, run) => ({ used: [node.list], passes: passes(node, run, node.when) }),
}

function absent(present: Reading): Reading {
  return present.state === 'known' ? known(present.value !== true) : present
}

export const filterRule: KindRule<FilterNode> = {
  parts: (node) => [node.list, node.when],
  type: (node, typeOf) => {
    conditionType(node.when, typeOf)
    return typeOf(node.list)
  },
  evaluate: (node, run) =>
    overList(node, run, {
      bodies: [node.when],
      fold: (list) => {
        const elements = weigh(list, run, { item: node.item, body: node.when }).map(
          ({ record, present, reading }) => ({ record, present: every([present, condition(reading)]) }),
        )
        return known({ elements: elements.filter((e) => !isFalse(e.present)) })
      },
    }),
  words: (node, say) =>
    phrase(
      (x) => `${x(0)}（只看${x(1)}）`,
      (x) => `those of ${x(0)} with ${x(1)}`,
      [say(node.list), say(node.when)],
    ),
  reason: (node) => ({ used: [node.list] }),
}
