/** Lists: an element that a filter could not decide (`present` unknown) keeps the result open unless the others decide. */
import type { Text } from '../../label.ts'
import { t } from '../../label.ts'
import type {
  AllNode,
  AnyNode,
  BestNode,
  BestPerNode,
  BoundaryNode,
  CountNode,
  FilterNode,
  Node,
  SumNode,
} from '../node.ts'
import {
  absorbing,
  attempt,
  condition,
  isFalse,
  isTrue,
  known,
  lacking,
  na,
  sameReading,
} from '../reading.ts'
import type { Element, Known, ListValue, Reading, Value, ValueType } from '../types.ts'
import { compareValues, isAmount, isOrdered, toRatio } from '../values/table.ts'
import { total } from './arithmetic.ts'
import { extreme } from './compare.ts'
import { every, some } from './logic.ts'
import type { KindRule, Pass, Run, TypeOf } from './rule.ts'
import { misfit, phrase } from './rule.ts'

/** An element with what its body gives. */
type Weighed = Element & { readonly reading: Reading }

function elementsOf(list: Value): readonly Element[] {
  return (list as ListValue).elements
}

/** Runs a body for each element, the element bound to `item`. */
function weigh(list: Value, run: Run, { item, body }: { item: string; body: Node }): readonly Weighed[] {
  return elementsOf(list).map((element) => ({
    ...element,
    reading: run.with(item, known(element.record))(body),
  }))
}

/** What stays open in a fold: doubtful elements that are not `neutral`, and certain ones without a value. */
function openIn(elements: readonly Weighed[], neutral: (reading: Reading) => boolean): Reading | undefined {
  const certain = elements.filter((e) => isTrue(e.present)).map((e) => e.reading)
  const doubtful = elements.filter((e) => !isTrue(e.present) && !neutral(e.reading))
  return lacking([...certain, ...doubtful.flatMap((e) => [e.present, e.reading])])
}

function certainValues(elements: readonly Weighed[]): readonly Value[] {
  return elements.flatMap((e) => (isTrue(e.present) && e.reading.state === 'known' ? [e.reading.value] : []))
}

export const sumRule: KindRule<SumNode> = {
  parts: (node) => [node.list, node.value],
  type: (node, typeOf) => ordered(typeOf(node.value), isAmount),
  evaluate: (node, run, typeOf) =>
    absorbing([run(node.list)], ([list]) => {
      const elements = weigh(list as Value, run, { item: node.item, body: node.value })
      const values = certainValues(elements)
      const type = typeOf(node.value)
      const adds = (r: Reading) =>
        r.state !== 'na' && !(r.state === 'known' && toRatio(r.value, type).num === 0)
      const open = openIn(elements, (r) => values.length > 0 && !adds(r))
      return open ?? (elements.length > 0 && values.length === 0 ? na : known(total(values, type)))
    }),
  words: (node, say) =>
    phrase(
      (x) => `${x(0)} 各条的${x(1)}合计`,
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
    absorbing([run(node.list)], ([list]) => {
      const type = typeOf(node.value)
      const elements = weigh(list as Value, run, { item: node.item, body: node.value })
      const values = certainValues(elements)
      const best = values.length > 0 ? extreme(values, node.pick, type) : undefined
      const sign = node.pick === 'largest' ? 1 : -1
      const neutral = (r: Reading) =>
        best !== undefined &&
        (r.state === 'na' || (r.state === 'known' && sign * compareValues(r.value, best, type) <= 0))
      return openIn(elements, neutral) ?? (best === undefined ? na : known(best))
    }),
  words: (node, say) => {
    const texts = [say(node.list), say(node.value)]
    return node.pick === 'largest'
      ? phrase(
          (x) => `${x(0)} 中最大的${x(1)}`,
          (x) => `largest ${x(1)} of ${x(0)}`,
          texts,
        )
      : phrase(
          (x) => `${x(0)} 中最小的${x(1)}`,
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
    absorbing([run(node.list)], ([list]) =>
      some(
        weigh(list as Value, run, { item: node.item, body: node.when }).map((e) =>
          every([e.present, e.reading]),
        ),
      ),
    ),
  words: (node, say) =>
    phrase(
      (x) => `${x(0)} 中有一条：${x(1)}`,
      (x) => `one of ${x(0)}: ${x(1)}`,
      [say(node.list), say(node.when)],
    ),
  reason: (node, run) => ({ used: [node.list], passes: passes(node, run, node.when) }),
}

export const allRule: KindRule<AllNode> = {
  parts: (node) => [node.list, node.when],
  type: (node, typeOf) => conditionType(node.when, typeOf),
  evaluate: (node, run) =>
    absorbing([run(node.list)], ([list]) =>
      every(
        weigh(list as Value, run, { item: node.item, body: node.when }).map((e) =>
          isTrue(e.present) ? e.reading : some([absent(e.present), e.reading]),
        ),
      ),
    ),
  words: (node, say) =>
    phrase(
      (x) => `${x(0)} 每一条：${x(1)}`,
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
  type: (node, typeOf) => (conditionType(node.when, typeOf), typeOf(node.list)),
  evaluate: (node, run) =>
    absorbing([run(node.list)], ([list]) => {
      const elements = weigh(list as Value, run, { item: node.item, body: node.when }).map(
        ({ record, present, reading }) => ({ record, present: every([present, condition(reading)]) }),
      )
      return known({ elements: elements.filter((e) => !isFalse(e.present)) })
    }),
  words: (node, say) =>
    phrase(
      (x) => `${x(0)} 中符合“${x(1)}”的`,
      (x) => `those of ${x(0)} with ${x(1)}`,
      [say(node.list), say(node.when)],
    ),
}

export const bestRule: KindRule<BestNode> = {
  parts: (node) => [node.list, node.by],
  type: (node, typeOf) => {
    const list = typeOf(node.list)
    ordered(typeOf(node.by), isOrdered)
    if (list.kind !== 'list') throw misfit('这里要一组记录。', 'A list is needed here.')
    return { kind: 'record', fields: list.fields }
  },
  evaluate: (node, run, typeOf) =>
    absorbing([run(node.list)], ([list]) =>
      best(weigh(list as Value, run, { item: node.item, body: node.by }), typeOf(node.by)),
    ),
  words: (node, say) =>
    phrase(
      (x) => `${x(0)} 中${x(1)}最大的一条`,
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
  type: (node, typeOf) => (ordered(typeOf(node.by), isOrdered), typeOf(node.list)),
  evaluate: (node, run, typeOf) =>
    absorbing([run(node.list)], ([list]) => {
      const keyed = weigh(list as Value, run, { item: node.item, body: node.key })
      const open = openIn(keyed, () => false)
      if (open) return open
      const groups = groupsOf(keyed).map((group) =>
        best(weigh({ elements: group }, run, { item: node.item, body: node.by }), typeOf(node.by)),
      )
      return attempt(
        () =>
          lacking(groups) ??
          known({
            elements: groups.flatMap((g) =>
              g.state === 'known' ? [{ record: g.value as Element['record'], present: known(true) }] : [],
            ),
          }),
      )
    }),
  words: (node, say) =>
    phrase(
      (x) => `${x(0)} 中每个${x(1)}里${x(2)}最大的一条`,
      (x) => `of ${x(0)}, for each ${x(1)} the one with the largest ${x(2)}`,
      [say(node.list), say(node.key), say(node.by)],
    ),
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

/** One pass for each element, for the explanation. */
function passes(node: { list: Node; item: string }, run: Run, body: Node): readonly Pass[] {
  const list = run(node.list)
  if (list.state !== 'known') return []
  return elementsOf(list.value).map((e, i) => ({
    label: itemLabel(i),
    node: body,
    run: run.with(node.item, known(e.record)),
  }))
}

function itemLabel(i: number): Text {
  return t(`第 ${i + 1} 条`, `no. ${i + 1}`)
}

function ordered(type: ValueType, fits: (type: ValueType) => boolean): ValueType {
  if (!fits(type))
    throw misfit(`${type.kind} 不能这样汇总。`, `${type.kind} cannot be summarised in this way.`)
  return type
}

function conditionType(node: Node, typeOf: TypeOf): { kind: 'boolean' } {
  if (typeOf(node).kind !== 'boolean') throw misfit('这里要写条件。', 'A condition is needed here.')
  return { kind: 'boolean' }
}
