/** Branches: cases in order, one value for each option. While a condition is open, only agreement of what is still reachable counts. */
import type { ChooseNode, MatchNode } from '../node.ts'
import { sameValue } from './compare.ts'
import type { Emitter } from './emitter.ts'
import { NotColumnar } from './emitter.ts'
import { holds } from './logic.ts'
import type { ColumnarRule } from './rule.ts'
import type { Demand } from './scope.ts'
import type { Slot } from './slot.ts'
import { conditionOf, isCertain, isZero, may, mayBe, union } from './slot.ts'

/** Locals of a node with branches. */
export type Outcome = { readonly s: string; readonly v: string; readonly d: string; readonly branch: string }

export const gap: Slot = { may: may.problem, s: '1', v: '0', d: '1' }

export const chooseColumn: ColumnarRule<ChooseNode> = {
  emit: (node, e) => {
    const whens = node.cases.map(({ when }) => conditionOf(e, e.slot(when)))
    const values = node.cases.map(({ value }) => e.slot(value))
    const last = node.otherwise ? e.slot(node.otherwise) : gap
    const out = outcome(e, [...values, last])
    const isOpen = whens.some((when) => !isCertain(when))
    const from = isOpen ? e.variable('-1') : undefined
    for (const [k, when] of whens.entries()) {
      e.line(`${k === 0 ? '' : 'else '}if (${holds(when, 1)}) { ${take(out, values[k] as Slot, k)} }`)
      if (from && !isCertain(when)) e.line(`else if (${when.s} !== 0) ${from} = ${k};`)
    }
    e.line(`else { ${take(out, last, node.otherwise ? node.cases.length : -1)} }`)
    if (from) openChoice(e, { whens, values: [...values, last], from, out })
    e.note(node, { branch: out.branch, demands: demandsOf(node, { branch: out.branch, from }) })
    return slotOf(out, [...values, last], isOpen)
  },
}

/** Conditions are asked for as long as those before do not hold; a value only where it is taken. */
function demandsOf(
  node: ChooseNode,
  { branch, from }: { branch: string; from: string | undefined },
): readonly Demand[] {
  const passed = (k: number) => {
    const none = node.otherwise ? '' : ` || ${branch} === -1${from ? ` && ${from} === -1` : ''}`
    return `(${branch} >= ${k}${from ? ` || ${from} >= ${k}` : ''}${none})`
  }
  return [
    ...node.cases.map(({ when }, k) => ({ node: when, when: k === 0 ? 'true' : passed(k) })),
    ...node.cases.map(({ value }, k) => ({ node: value, when: `${branch} === ${k}` })),
    ...(node.otherwise ? [{ node: node.otherwise, when: `${branch} === ${node.cases.length}` }] : []),
  ]
}

export function outcome(e: Emitter, values: readonly Slot[]): Outcome {
  const d = values.some((value) => value.d !== '1') ? e.variable('1') : '1'
  return { s: e.variable('0'), v: e.variable('0'), d, branch: e.variable('-1') }
}

export function take({ s, v, d, branch }: Outcome, value: Slot, at: number): string {
  return `${s} = ${value.s}; ${v} = ${value.v};${d === '1' ? '' : ` ${d} = ${value.d};`} ${branch} = ${at};`
}

export function slotOf({ s, v, d }: Outcome, values: readonly Slot[], isOpen: boolean): Slot {
  const bits = union(values) | (isOpen ? may.unknown | may.problem : 0)
  return { may: bits, s: bits === may.known ? '0' : s, v, d, zero: values.every(isZero), ...placeOf(values) }
}

/** Records and lists can be taken where all of them lie at one place. */
function placeOf(values: readonly Slot[]): Pick<Slot, 'source' | 'at'> {
  const lists = values.filter(({ source }) => source !== undefined)
  const [first] = lists
  if (!first?.source) return {}
  if (lists.some(({ at, source }) => at !== undefined || source?.name !== first.source?.name))
    throw new NotColumnar('branches give lists, or records of different lists')
  return { source: first.source }
}

type Open = {
  readonly whens: readonly Slot[]
  readonly values: readonly Slot[]
  /** The first case whose condition is open; -1 none. */
  readonly from: string
  readonly out: Outcome
}

/** From the first open condition on: known only where every branch still reachable gives the same. */
function openChoice(e: Emitter, { whens, values, from, out }: Open): void {
  const agreement = agreementOf(e)
  const [end, open] = [e.name(), e.name()]
  e.line(`if (${from} >= 0) {`)
  e.line(`let ${end} = 0, ${open} = 0;`)
  e.line(agreement.start)
  for (const [k, value] of values.entries()) {
    const when = whens[k]
    const reachable = when ? `${from} <= ${k} && ${end} === 0 && !(${holds(when, 0)})` : `${end} === 0`
    e.line(`if (${reachable}) { ${agreement.add(e, value)}`)
    if (when) e.line(`if (${when.s} === 0) ${end} = 1; else ${open} |= ${when.s};`)
    e.line('}')
  }
  e.line(agreement.settle(out, open))
  e.line('}')
}

/** Text that gathers readings and says on what they agree (`agreed`, `unsettled`). */
export function agreementOf(e: Emitter) {
  const [s, v, d, missing] = [e.name(), e.name(), e.name(), e.name()]
  return {
    start: `let ${s} = -1, ${v} = 0, ${d} = 1, ${missing} = 0;`,
    /** State 8: they do not agree. Records of two places may hold the same: that is looked at one by one. */
    add: (_: Emitter, value: Slot): string => {
      const same = sameValue({ ...value, v, d }, value)
      const other = value.source ? `redo = 1, ${s} = 8` : `${s} = 8`
      return [
        `${missing} |= ${value.s} & 2;`,
        `if (${value.s} === 1 || ${value.s} === 2) ${s} = 8;`,
        `else if (${s} < 0) { ${s} = ${value.s}; ${v} = ${value.v}; ${d} = ${value.d}; }`,
        `else if (${s} !== ${value.s} || (${s} === 0 && !(${same}))) { ${other}; }`,
      ].join(' ')
    },
    settle: (out: Outcome, open: string): string =>
      [
        `if (${s} === 0 || ${s} === 4) { ${out.s} = ${s}; ${out.v} = ${v};${out.d === '1' ? '' : ` ${out.d} = ${d};`} }`,
        `else ${out.s} = (${open} | ${missing}) & 2 ? 2 : 1;`,
      ].join(' '),
    s,
    v,
    d,
    missing,
  }
}

export const matchColumn: ColumnarRule<MatchNode> = {
  emit: (node, e) => {
    const subject = e.slot(node.subject)
    const values = node.cases.map(({ value }) => e.slot(value))
    const out = outcome(e, values)
    const isOpen = mayBe(subject, may.problem | may.unknown)
    const code = (k: number) => e.words.code(node.cases[k]?.is ?? '')
    if (mayBe(subject, may.notApplicable)) e.line(`if (${subject.s} === 4) ${out.s} = 4; else `)
    if (isOpen) openMatch(e, { subject, values, out })
    for (const [k, value] of values.entries())
      e.line(`${k === 0 ? '' : 'else '}if (${subject.v} === ${code(k)}) { ${take(out, value, k)} }`)
    e.line(`else ${out.s} = 1;`)
    const demands = node.cases.map(({ value }, k) => ({ node: value, when: `${out.branch} === ${k}` }))
    e.note(node, { branch: out.branch, demands: [{ node: node.subject, when: 'true' }, ...demands] })
    const bits = union(values) | may.problem | (subject.may & ~may.known)
    return { ...slotOf(out, values, isOpen), may: bits, s: out.s }
  },
}

function openMatch(e: Emitter, given: { subject: Slot; values: readonly Slot[]; out: Outcome }): void {
  const agreement = agreementOf(e)
  e.line(`if (${given.subject.s} !== 0) { ${agreement.start}`)
  for (const value of given.values) e.line(agreement.add(e, value))
  e.line(`${agreement.settle(given.out, given.subject.s)} } else`)
}
