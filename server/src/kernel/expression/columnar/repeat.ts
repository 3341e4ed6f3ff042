/** Rounds, each from the state before, with all its states. */
import { MOST_ROUNDS } from '../kinds/named.ts'
import type { RepeatNode } from '../node.ts'
import type { Emitter } from './emitter.ts'
import { NotColumnar } from './emitter.ts'
import { isExact } from './numbers.ts'
import type { ColumnarRule } from './rule.ts'
import type { Slot } from './slot.ts'
import { isCertain, may } from './slot.ts'

export const repeatColumn: ColumnarRule<RepeatNode> = {
  emit: (node, e) => {
    const [times, start] = [e.slot(node.times), e.slot(node.start)]
    if (start.source) throw new NotColumnar('rounds over records or lists')
    const d = isExact(e.type(node)) ? e.variable(start.d) : '1'
    const state: Slot = { may: 15, s: e.variable(start.s), v: e.variable(start.v), d }
    const usable = `${times.s === '0' ? '' : `${times.s} === 0 && `}${start.s} !== 4 && ${times.v} >= 0 && ${times.v} <= ${MOST_ROUNDS}`
    const noted = rounds(e, node, { state, rounds: e.constant(`${usable} ? ${times.v} : 0`) })
    // How often is open: then the first round tells what else is missing, one by one.
    if (!isCertain(times)) e.redoIf(`(${times.s} === 1 || ${times.s} === 2) && ${start.s} !== 4`)
    const strange = `${times.v} < 0 || ${times.v} > ${MOST_ROUNDS}`
    const s = e.constant(
      `${times.s} === 4 || ${start.s} === 4 ? 4 : ${times.s} !== 0 ? ${times.s} : ${strange} ? 1 : ${state.s}`,
    )
    const operands = [node.times, node.start].map((part) => ({ node: part, when: 'true' }))
    e.note(node, { demands: [...operands, ...noted.demands], bits: noted.bits })
    return { ...state, may: may.known | 7, s }
  },
}

function rounds(e: Emitter, node: RepeatNode, { state, rounds: count }: { state: Slot; rounds: string }) {
  const j = e.name()
  return e.loop(`for (let ${j} = 0; ${j} < ${count}; ${j}++)`, { name: node.state, slot: state }, () => {
    const next = e.slot(node.next)
    const [s, v, d] = [e.constant(next.s), e.constant(next.v), e.constant(next.d)]
    const copies = [`${state.s} = ${s};`, `${state.v} = ${v};`]
    if (state.d !== '1') copies.push(`${state.d} = ${d};`)

    e.line(copies.join(' '))
    return [{ node: node.next, when: 'true' }]
  })
}
