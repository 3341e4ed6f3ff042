/** What all list kinds share: running a body for each element, and what stays open. */
import type { Text } from '../../label.ts'
import { t } from '../../label.ts'
import type { Node } from '../node.ts'
import { absorbing, isTrue, known, lacking, missingOf, unknown } from '../reading.ts'
import type { Element, ListValue, Reading, Value, ValueType } from '../types.ts'
import type { Pass, Run, TypeOf } from './rule.ts'
import { misfit } from './rule.ts'

/** An element with what its body gives. */
export type Weighed = Element & { readonly reading: Reading }

export function elementsOf(list: Value): readonly Element[] {
  return (list as ListValue).elements
}

/** Reads a list and folds it. While it is unknown, whatever its bodies need from outside may matter too. */
export function overList(
  node: { readonly list: Node; readonly item: string },
  run: Run,
  { bodies, fold }: { bodies: readonly Node[]; fold: (list: Value) => Reading },
): Reading {
  const list = run(node.list)
  if (list.state !== 'unknown') return absorbing([list], ([value]) => fold(value as Value))
  const blank = run.with(node.item, unknown([]))
  return missingOf([list, ...bodies.map(blank)])
}

/** Runs a body for each element, the element bound to `item`. */
export function weigh(
  list: Value,
  run: Run,
  { item, body }: { item: string; body: Node },
): readonly Weighed[] {
  return elementsOf(list).map((element) => ({
    ...element,
    reading: run.with(item, known(element.record))(body),
  }))
}

/** What stays open in a fold: doubtful elements that are not `neutral`, and certain ones without a value. */
export function openIn(
  elements: readonly Weighed[],
  neutral: (reading: Reading) => boolean,
): Reading | undefined {
  const certain = elements.filter((e) => isTrue(e.present)).map((e) => e.reading)
  const doubtful = elements.filter((e) => !isTrue(e.present) && !neutral(e.reading))
  const broken = lacking(certain)
  if (broken?.state === 'problem') return broken
  // A doubtful element may yet turn out neutral, so what is missing outranks its problem.
  const all = [...certain, ...doubtful.flatMap((e) => [e.present, e.reading])]
  return all.some((r) => r.state === 'unknown') ? missingOf(all) : lacking(all)
}

export function certainValues(elements: readonly Weighed[]): readonly Value[] {
  return elements.flatMap((e) => (isTrue(e.present) && e.reading.state === 'known' ? [e.reading.value] : []))
}

/** One pass for each element, for the explanation. */
export function passes(node: { list: Node; item: string }, run: Run, body: Node): readonly Pass[] {
  const list = run(node.list)
  if (list.state !== 'known') return []
  return elementsOf(list.value).map((e, i) => ({
    label: itemLabel(i),
    node: body,
    run: run.with(node.item, known(e.record)),
  }))
}

export function itemLabel(i: number): Text {
  return t(`第 ${i + 1} 条`, `no. ${i + 1}`)
}

export function ordered(type: ValueType, fits: (type: ValueType) => boolean): ValueType {
  if (!fits(type))
    throw misfit(`${type.kind} 不能这样汇总。`, `${type.kind} cannot be summarised in this way.`)
  return type
}

export function conditionType(node: Node, typeOf: TypeOf): { kind: 'boolean' } {
  if (typeOf(node).kind !== 'boolean') throw misfit('这里要写条件。', 'A condition is needed here.')
  return { kind: 'boolean' }
}
