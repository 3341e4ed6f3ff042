/** Folds of lists. Elements of which a filter cannot tell whether they belong send the subject to the evaluation of one. */
import type { AllNode, AnyNode, BoundaryNode, CountNode, FilterNode, Node, SumNode } from '../node.ts'
import { contributing, fractionOf, plus } from './arithmetic.ts'
import { branchyParts } from './dependence.ts'
import type { Emitter } from './emitter.ts'
import { NotColumnar } from './emitter.ts'
import { holds } from './logic.ts'
import { comparison } from './numbers.ts'
import type { ColumnarRule } from './rule.ts'
import type { Demand } from './scope.ts'
import type { Slot } from './slot.ts'
import { conditionOf, isCertain, may, mayBe, scalar } from './slot.ts'
import type { Supply } from './supply.ts'

type Folding = { readonly list: Node; readonly item: string }

/** A list that can be walked. */
export type Walked = Slot & {
  readonly at: (j: string) => string
  readonly source: NonNullable<Slot['source']>
}

export function listOf(e: Emitter, node: Node): Walked {
  const slot = e.slot(node)
  if (!slot.at || !slot.source) throw new NotColumnar(`a list is given by ${node.kind}`)
  return slot as Walked
}

/** Walks the elements while the list is known; what the body demands is noted for the node. `write` gets an element's place. */
export function walk(
  e: Emitter,
  node: Node & Folding,
  { list, bodies, demands }: { list: Walked; bodies: readonly Node[]; demands?: () => readonly Demand[] },
  write: (slots: readonly Slot[], at: string) => void,
): void {
  const [j, at] = [e.name(), e.name()]
  const element: Slot = { may: may.known, s: '0', v: at, d: '1', source: list.source }
  const head = `for (let ${j} = 0, end = ${list.s === '0' ? list.v : `${list.s} === 0 ? ${list.v} : 0`}; ${j} < end; ${j}++)`
  const noted = e.loop(head, { name: node.item, slot: element }, () => {
    e.line(`const ${at} = ${list.at(j)};`)
    const slots = bodies.map((body) => e.slot(body))
    write(slots, at)
    return demands?.() ?? bodies.map((body) => ({ node: body, when: 'true' }))
  })
  // While a list is unknown its bodies are looked at with an unknown element; what they mark then is told one by one.
  if (mayBe(list, may.unknown) && bodies.some(branchyParts)) e.redoIf(`${list.s} === 2`)
  e.note(node, { demands: [{ node: node.list, when: 'true' }, ...noted.demands], bits: noted.bits })
}

/** The state of a fold: the list's own, problems of elements before unknown ones. */
export function foldState(e: Emitter, list: Slot, open: string, otherwise = '0'): string {
  const own = list.s === '0' ? '' : `${list.s} !== 0 ? ${list.s} : `
  return e.constant(`${own}${open} & 1 ? 1 : ${open} & 2 ? 2 : ${otherwise}`)
}

export const sumColumn: ColumnarRule<SumNode> = {
  emit: (node, e) => {
    const list = listOf(e, node.list)
    const [open, values, total, den] = [e.variable('0'), e.variable('0'), e.variable('0'), e.variable('1')]
    let d = '1'
    walk(e, node, { list, bodies: [node.value] }, ([value]) => {
      const one = contributing(e, value as Slot)
      if (one.d !== '1') d = den
      if (!isCertain(one)) e.line(`${open} |= ${one.s} & 3;`)
      e.line(isCertain(one) ? `${values}++;` : `if (${one.s} === 0) ${values}++;`)
      const standing = { may: one.may, s: isCertain(one) ? '0' : one.s }
      const added = isCertain(one) ? one : onlyKnown(e, one)
      const sum = plus(e, standing, { may: may.known, s: '0', v: total, d }, added, '+')
      e.line(`${total} = ${sum.v};${d === '1' ? '' : ` ${den} = ${sum.d};`}`)
    })
    const s = foldState(e, list, open, `${list.v} > 0 && ${values} === 0 ? 4 : 0`)
    return scalar({ may: 15, s }, total, d)
  },
}

/** A value that counts as 0 where it is not known. */
function onlyKnown(e: Emitter, slot: Slot): Slot {
  const d = slot.d === '1' ? '1' : e.constant(`${slot.s} === 0 ? ${slot.d} : 1`)
  return { ...slot, v: e.constant(`${slot.s} === 0 ? ${slot.v} : 0`), d }
}

export const countColumn: ColumnarRule<CountNode> = {
  emit: (node, e) => {
    const list = listOf(e, node.list)
    return scalar(list, list.v)
  },
}

export const boundaryColumn: ColumnarRule<BoundaryNode> = {
  emit: (node, e) => {
    const list = listOf(e, node.list)
    const best = bestVariables(e)
    walk(e, node, { list, bodies: [node.value] }, ([value], at) => {
      keepBetter(e, value as Slot, { best, at, sign: node.pick === 'largest' ? '>' : '<' })
    })
    const s = foldState(e, list, best.open, `${best.at} < 0 ? 4 : 0`)
    return scalar({ may: 15, s }, best.v, best.exact() ? best.d : '1')
  },
}

export type Best = { at: string; v: string; d: string; open: string; exact: (yes?: true) => boolean }

export function bestVariables(e: Emitter): Best {
  let isExact = false
  return {
    at: e.variable('-1'),
    v: e.variable('0'),
    d: e.variable('1'),
    open: e.variable('0'),
    exact: (yes) => {
      isExact ||= yes === true
      return isExact
    },
  }
}

/** Takes the element if it is the first, or goes beyond the best so far. */
export function keepBetter(
  e: Emitter,
  value: Slot,
  { best, at, sign }: { best: Best; at: string; sign: '>' | '<' },
): void {
  if (value.d !== '1') best.exact(true)
  if (!isCertain(value)) e.line(`${best.open} |= ${value.s} & 3;`)
  const own = { n: best.v, d: value.d === '1' ? '1' : best.d }
  const test = comparison(e, sign, [fractionOf(value), own])
  const known = isCertain(value) ? '' : `${value.s} === 0 && `
  e.line(
    `if (${known}(${best.at} < 0 || ${test})) { ${best.at} = ${at}; ${best.v} = ${value.v}; ${best.d} = ${value.d}; }`,
  )
}

export const anyColumn: ColumnarRule<AnyNode> = { emit: (node, e) => quantified(node, e, 1) }
export const allColumn: ColumnarRule<AllNode> = { emit: (node, e) => quantified(node, e, 0) }

/** `decides`: the value of one element that decides for all of them. */
function quantified(node: AnyNode | AllNode, e: Emitter, decides: 0 | 1): Slot {
  const list = listOf(e, node.list)
  const [decided, open] = [e.variable('0'), e.variable('0')]
  walk(e, node, { list, bodies: [node.when] }, ([body]) => {
    const when = conditionOf(e, body as Slot)
    e.line(`if (${holds(when, decides)}) ${decided} = 1;`)
    if (!isCertain(when)) e.line(`${open} |= ${when.s};`)
  })
  // An open condition may still decide, so it goes before a problem beside it.
  const own = list.s === '0' ? '' : `${list.s} !== 0 ? ${list.s} : `
  const s = e.constant(`${own}${decided} === 1 ? 0 : ${open} > 1 ? 2 : ${open}`)
  return scalar({ may: 15, s }, e.constant(`${decided} === 1 ? ${decides} : ${1 - decides}`))
}

export const filterColumn: ColumnarRule<FilterNode> = {
  emit: (node, e) => {
    const list = listOf(e, node.list)
    const kept = laidAside(e, (longest) => new Int32Array(longest))
    const count = e.variable('0')
    walk(e, node, { list, bodies: [node.when] }, ([body], at) => {
      const when = conditionOf(e, body as Slot)
      e.line(`if (${holds(when, 1)}) ${kept}[${count}++] = ${at};`)
      if (!isCertain(when)) e.line(`else if (${when.s} !== 0) redo = 1;`)
    })
    return { ...list, v: count, at: (j) => `${kept}[${j}]` }
  },
}

/** An array of one subject's elements, written anew for each. */
export function laidAside(
  e: Emitter,
  make: (longest: number) => Int32Array | Float64Array | Uint8Array,
): string {
  const name = e.input(`aside ${e.name()}`, ({ longest }: Supply) => make(longest))
  e.steady.delete(name)
  return name
}
