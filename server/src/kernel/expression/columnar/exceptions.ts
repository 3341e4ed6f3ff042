/** A base rule with its exceptions: all are looked at; two that differ are a problem. */
import type { RuleNode } from '../node.ts'
import type { Outcome } from './choose.ts'
import { agreementOf, outcome, slotOf, take } from './choose.ts'
import { sameValue } from './compare.ts'
import type { Emitter } from './emitter.ts'
import { holds } from './logic.ts'
import type { ColumnarRule } from './rule.ts'
import type { Slot } from './slot.ts'
import { conditionOf, isCertain, may } from './slot.ts'

export const ruleColumn: ColumnarRule<RuleNode> = {
  emit: (node, e) => {
    const base = e.slot(node.base)
    const whens = node.exceptions.map(({ when }) => conditionOf(e, e.slot(when)))
    const values = node.exceptions.map(({ value }) => e.slot(value))
    const out = outcome(e, [base, ...values])
    candidate(e, { base, whens, values, out })
    if (whens.some((when) => !isCertain(when))) unsettle(e, { whens, values, out })
    e.note(node, { branch: out.branch, demands: [{ node: node.base, when: `${out.branch} === 0` }] })
    const slot = slotOf(out, [base, ...values], true)
    return { ...slot, may: slot.may | may.problem, s: out.s }
  },
}

type Cases = { readonly whens: readonly Slot[]; readonly values: readonly Slot[]; readonly out: Outcome }

/** The base where no exception holds; else what those that hold agree on. A clash is branch -2 until it is settled. */
function candidate(e: Emitter, { base, whens, values, out }: Cases & { base: Slot }): void {
  const agreement = agreementOf(e)
  const [first, problem, clash] = [e.variable('0'), e.variable('0'), e.variable('0')]
  e.line('{')
  e.line(agreement.start)
  for (const [k, value] of values.entries())
    e.line(
      `if (${holds(whens[k] as Slot, 1)}) { ${held({ e, value, agreement, first, problem, clash }, k)} }`,
    )
  e.line(`if (${first} === 0) { ${take(out, base, 0)} }`)
  e.line(`else { ${out.branch} = ${first};`)
  e.line(`if (${clash} === 1) { ${out.s} = 1; ${out.branch} = -2; }`)
  e.line(`else if (${problem} === 1) ${out.s} = 1; else if (${agreement.missing} !== 0) ${out.s} = 2;`)
  const d = out.d === '1' ? '' : ` ${out.d} = ${agreement.d};`
  e.line(`else { ${out.s} = ${agreement.s}; ${out.v} = ${agreement.v};${d} } }`)
  e.line('}')
}

type Held = {
  e: Emitter
  value: Slot
  agreement: ReturnType<typeof agreementOf>
  first: string
  problem: string
  clash: string
}

/** One exception that holds. Only settled values can clash. */
function held({ value, agreement: { s, v, d, missing }, first, problem, clash }: Held, k: number): string {
  const same = sameValue({ ...value, v, d }, value)
  const differs = value.source ? `redo = 1, ${clash} = 1` : `${clash} = 1`
  return [
    `if (${first} === 0) ${first} = ${k + 1};`,
    `if (${value.s} === 2) ${missing} = 2; else if (${value.s} === 1) ${problem} = 1;`,
    `else if (${s} < 0) { ${s} = ${value.s}; ${v} = ${value.v}; ${d} = ${value.d}; }`,
    `else if (${s} !== ${value.s} || (${s} === 0 && !(${same}))) { ${differs}; }`,
  ].join(' ')
}

/** Exceptions whose condition is open: the candidate stands only if they would give the same. */
function unsettle(e: Emitter, { whens, values, out }: Cases): void {
  const [open, differ] = [e.name(), e.name()]
  e.line(`if (${out.branch} !== -2) {`)
  e.line(`let ${open} = 0, ${differ} = 0;`)
  for (const [k, value] of values.entries()) {
    const when = whens[k] as Slot
    if (isCertain(when)) continue
    const same = `${out.s} === ${value.s} && (${out.s} === 4 || (${out.s} === 0 && ${sameValue({ ...value, v: out.v, d: out.d }, value)}))`
    const other = value.source ? `redo = 1, ${differ} = 1` : `${differ} = 1`
    e.line(
      `if (${when.s} !== 0) { ${open} |= ${when.s} | 8 | (${value.s} & 2); if (!(${same})) { ${other}; } }`,
    )
  }
  e.line(`if (${open} !== 0) { ${out.branch} = -1;`)
  e.line(`if (${differ} === 1) ${out.s} = (${open} | (${out.s} & 2)) & 2 ? 2 : 1; } }`)
}
