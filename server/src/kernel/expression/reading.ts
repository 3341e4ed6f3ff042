/** How readings combine: the two strict ways (NA absorbs, NA is skipped) and agreement of branches. */

import type { Text } from '../label.ts'
import { t } from '../label.ts'
import { Problem } from '../problem.ts'
import type { Finding, Known, Reading, Value } from './types.ts'

export const na: Reading = { state: 'na' }
export const yes: Reading = { state: 'known', value: true }
export const no: Reading = { state: 'known', value: false }

export function known(value: Value): Reading {
  return { state: 'known', value }
}

export function unknown(missing: readonly string[], missingParameters: readonly string[] = []): Reading {
  return { state: 'unknown', missing: unique(missing), missingParameters: unique(missingParameters) }
}

export function finding(code: string, text: Text, more: Omit<Finding, 'code' | 'text'> = {}): Reading {
  return { state: 'problem', findings: [{ code, text, ...more }] }
}

/** A condition must be true or false; 不适用 is neither (guard with `ifApplies`). */
export function condition(reading: Reading): Reading {
  if (reading.state !== 'na') return reading
  return finding(
    'policy.conditionNotApplicable',
    t(
      '条件里用到了不适用的值，不能判断。请在规则里先写明“适用时”。',
      'A condition uses a value that does not apply. Let the rule guard it with "if applies".',
    ),
  )
}

export function isTrue(reading: Reading): boolean {
  return reading.state === 'known' && reading.value === true
}

export function isFalse(reading: Reading): boolean {
  return reading.state === 'known' && reading.value === false
}

/** Multiplication, comparison, dates: an operand that does not apply makes the result not apply. */
export function absorbing(
  readings: readonly Reading[],
  compute: (values: readonly Value[]) => Reading,
): Reading {
  if (readings.some((r) => r.state === 'na')) return na
  // What is missing may prove not applicable, and then no problem beside it counts.
  if (readings.some((r) => r.state === 'unknown')) return missingOf(readings)
  return strict(readings, compute)
}

/** Sums and extremes: an operand that does not apply takes no part; none left gives NA. */
export function skipping(
  readings: readonly Reading[],
  compute: (values: readonly Value[]) => Reading,
): Reading {
  const concerned = readings.filter((r) => r.state !== 'na')
  return concerned.length === 0 ? na : strict(concerned, compute)
}

function strict(readings: readonly Reading[], compute: (values: readonly Value[]) => Reading): Reading {
  const open = lacking(readings)
  return open ?? attempt(() => compute(readings.map((r) => (r as Known).value)))
}

/** What keeps these readings from being known: their problems first, else all that they miss; undefined if nothing. */
export function lacking(readings: readonly Reading[]): Reading | undefined {
  const findings = readings.flatMap((r) => (r.state === 'problem' ? r.findings : []))
  if (findings.length > 0) return { state: 'problem', findings: uniqueFindings(findings) }
  return readings.some((r) => r.state === 'unknown') ? missingOf(readings) : undefined
}

/** Everything that these readings miss, as one unknown. */
export function missingOf(readings: readonly Reading[]): Reading {
  return unknown(
    readings.flatMap((r) => (r.state === 'unknown' ? r.missing : [])),
    readings.flatMap((r) => (r.state === 'unknown' ? r.missingParameters : [])),
  )
}

/** Runs exact arithmetic; what it refuses (division by zero, overflow) becomes a finding, never a value. */
export function attempt(compute: () => Reading): Reading {
  try {
    return compute()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return finding(error.code, error.text, { details: error.details })
  }
}

/** Of readings that do not agree: unknown while anything is missing, since that may bring them to agree, else their problem. */
export function unsettled(readings: readonly Reading[]): Reading {
  if (readings.some((r) => r.state === 'unknown')) return missingOf(readings)
  return lacking(readings) ?? missingOf(readings)
}

/** The one value on which all of them agree; undefined where they do not, or where one is open. */
export function agreed(readings: readonly Reading[]): Reading | undefined {
  const [first] = readings
  if (!first || (first.state !== 'known' && first.state !== 'na')) return undefined
  return readings.every((r) => sameReading(r, first)) ? first : undefined
}

/** Equal readings; fractions are kept reduced and records are data, so equal values have equal JSON. */
export function sameReading(a: Reading, b: Reading): boolean {
  if (a.state === 'known' && b.state === 'known') return sameValue(a.value, b.value)
  return a.state === 'na' && b.state === 'na'
}

export function sameValue(a: Value, b: Value): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b
  return JSON.stringify(a) === JSON.stringify(b)
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort()
}

function uniqueFindings(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map(findings.map((f) => [JSON.stringify([f.code, f.text.zh, f.details]), f]))
  return [...seen.values()]
}
