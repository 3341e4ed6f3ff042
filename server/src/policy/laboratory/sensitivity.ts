/** What one more step of each parameter would come to, from the trial on. */
import type { Tree } from '#expression'
import { spansOf } from '../county/spans.ts'
import type { ParameterBook } from '../lookup.ts'
import { lookUp } from '../lookup.ts'
import type { LabCounty } from './county.ts'
import { effectOf } from './effect.ts'
import type { Trial } from './trial.ts'
import { run, trialBook } from './trial.ts'
import { wireAmount } from './wire-amount.ts'

export type Sensitivity = {
  readonly key: string
  /** In the measure of the parameter: yuan, percent, months, years. */
  readonly step: number
  readonly difference: string | number | null
}

/** Steps that an office would take. */
const steps: Readonly<Record<string, number>> = { money: 10, percent: 1, months: 1, years: 1, count: 1 }

/** Of parameters with one number as their value. One decision of the county each. */
export function sensitivitiesOf(
  county: LabCounty,
  { now, trial, ask, result }: { now: ParameterBook; trial: ParameterBook; ask: Trial; result: string },
): readonly Sensitivity[] {
  const { rule } = county
  const held = lookUp(rule.tree, county.on, { book: trial })
  const base = outcomes(county, trial)
  return Object.entries(rule.tree.parameters).flatMap(([key, declared]): Sensitivity[] => {
    const reading = held[key]
    const step = steps[declared.type.kind]
    if (step === undefined || declared.keys.length > 0 || reading?.state !== 'known') return []
    const value = stepped(declared.type.kind, reading.wire, step)
    const book = trialBook(rule, now, { ...ask, overrides: { ...ask.overrides, [key]: value } })
    const moved = outcomes(county, book)
    const pairs = county.layers.flatMap((layer, at) => {
      const [before, after] = [base[at], moved[at]]
      return before && after ? [{ layer, now: before, trial: after }] : []
    })
    const [before, after] = effectOf(pairs, result).total.sum
    return [{ key, step, difference: wireAmount(rule, result)(after - before) }]
  })
}

function outcomes(county: LabCounty, book: ParameterBook) {
  const spans = spansOf(county.rule, book)
  return county.layers.map(({ columns }) => run(county, columns, { spans, into: undefined }))
}

function stepped(kind: Tree['parameters'][string]['type']['kind'], wire: unknown, step: number): unknown {
  const next = Number(wire) + step
  return kind === 'money' ? next.toFixed(2) : kind === 'percent' ? String(next) : next
}
