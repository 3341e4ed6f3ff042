/** The best record of a list, and the best for each key. Of equal ones the first. */
import type { BestNode, BestPerNode } from '../node.ts'
import { isTrue, known, lacking, missingOf, na, sameReading } from '../reading.ts'
import type { Element, Known, Reading, Value, ValueType } from '../types.ts'
import { compareValues, isOrdered } from '../values/table.ts'
import type { Weighed } from './element.ts'
import { openIn, ordered, overList, passes, weigh } from './element.ts'
import type { KindRule } from './rule.ts'
import { misfit, phrase } from './rule.ts'

export const bestRule: KindRule<BestNode> = {
  parts: (node) => [node.list, node.by],
  type: (node, typeOf) => {
    const list = typeOf(node.list)
    ordered(typeOf(node.by), isOrdered)
    if (list.kind !== 'list') throw misfit('这里要一组记录。', 'A list is needed here.')
    return { kind: 'record', fields: list.fields }
  },
  evaluate: (node, run, typeOf) =>
    overList(node, run, {
      bodies: [node.by],
      fold: (list) => best(weigh(list, run, { item: node.item, body: node.by }), typeOf(node.by)),
    }),
  words: (node, say) =>
    phrase(
      (x) => `${x(0)}，${x(1)}最大的一条`,
      (x) => `the one of ${x(0)} with the largest ${x(1)}`,
      [say(node.list), say(node.by)],
    ),
  reason: (node, run) => ({ used: [node.list], passes: passes(node, run, node.by) }),
}

/** The element with the largest `by`; of equal ones the first. None concerned: NA. */
function best(elements: readonly Weighed[], type: ValueType): Reading {
  const certain = elements.filter((e) => isTrue(e.present) && e.reading.state === 'known')
  const top = certain.reduce<Weighed | undefined>(
    (a, e) => (a && compareValues(heightOf(e), heightOf(a), type) <= 0 ? a : e),
    undefined,
  )
  const neutral = (r: Reading) =>
    top !== undefined &&
    (r.state === 'na' || (r.state === 'known' && compareValues(r.value, heightOf(top), type) < 0))
  return openIn(elements, neutral) ?? (top ? known(top.record) : na)
}

function heightOf(element: Weighed): Value {
  return (element.reading as Known).value
}

export const bestPerRule: KindRule<BestPerNode> = {
  parts: (node) => [node.list, node.key, node.by],
  type: (node, typeOf) => {
    ordered(typeOf(node.by), isOrdered)
    return typeOf(node.list)
  },
  evaluate: (node, run, typeOf) =>
    overList(node, run, {
      bodies: [node.key, node.by],
      fold: (list) => {
        const keyed = weigh(list, run, { item: node.item, body: node.key })
        const open = openIn(keyed, () => false)
        if (open?.state === 'problem') return open
        if (open)
          return missingOf([
            open,
            ...weigh(list, run, { item: node.item, body: node.by }).map((e) => e.reading),
          ])
        const groups = groupsOf(keyed).map((group) =>
          best(weigh({ elements: group }, run, { item: node.item, body: node.by }), typeOf(node.by)),
        )
        return lacking(groups) ?? known({ elements: groups.flatMap(elementOf) })
      },
    }),
  words: (node, say) =>
    phrase(
      (x) => `${x(0)}，每个${x(1)}取${x(2)}最大的一条`,
      (x) => `of ${x(0)}, for each ${x(1)} the one with the largest ${x(2)}`,
      [say(node.list), say(node.key), say(node.by)],
    ),
  reason: (node) => ({ used: [node.list] }),
}

function elementOf(group: Reading): readonly Element[] {
  return group.state === 'known' ? [{ record: group.value as Element['record'], present: known(true) }] : []
}

/** Elements of one key together, in the order in which the keys appear; without a key it belongs to none. */
function groupsOf(elements: readonly Weighed[]): readonly (readonly Element[])[] {
  const groups: { key: Reading; members: Element[] }[] = []
  for (const { reading, ...element } of elements) {
    if (reading.state === 'na') continue
    const group = groups.find((g) => sameReading(g.key, reading))
    if (group) group.members.push(element)
    else groups.push({ key: reading, members: [element] })
  }
  return groups.map((g) => g.members)
}
