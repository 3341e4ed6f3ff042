/**
 * How likely two records are of one person or body, 0 to 100, and why: a sum of points for what agrees and against what
 * does not. Pure; nothing is read. Unknown says nothing, for or against (GEN-07).
 */
import type { Day } from '#kernel'
import { daysBetween, readResidentId } from '#kernel'
import type { NameKind } from './names.ts'
import { compareNames, nameForms } from './names.ts'
import type { NumberForms } from './numbers.ts'
import { compareNumbers, numberForms } from './numbers.ts'
import type { ReasonCode } from './reasons.data.ts'
import { points } from './reasons.data.ts'

/** What is compared of a record. `area` is a code; `household` and `marks` are opaque texts that are equal or not. */
export type Likeness = {
  name: string | null
  /** Identity number or credit code as it was written: 15 or 18 characters, misprinted, or with * where it is hidden. */
  number?: string | null
  birth?: Day | null
  sex?: string | null
  area?: string | null
  household?: string | number | null
  /** Telephone, card: the same value speaks for one. By name of field. */
  marks?: Readonly<Record<string, string | null>>
}

/** One thing that spoke for or against, with its points; `field` for marks. */
export type Reason = { code: ReasonCode; points: number; field?: string }

export type Likely = { score: number; reasons: readonly Reason[] }

/** From here on a pair is shown as likely one; from `possible` on it is shown at all. */
export const likely = 75
export const possible = 60

/** The score of two records. Symmetric: the order does not matter. One number is shown whatever else differs. */
export function scoreLikeness(a: Likeness, b: Likeness, kind: NameKind = 'person'): Likely {
  const numbers = [numberForms(a.number, kind), numberForms(b.number, kind)] as const
  const number = numberReasons(...numbers)
  const reasons = [
    ...number,
    ...nameReasons(a, b, kind),
    ...birthReasons(birthOf(a, numbers[0], kind), birthOf(b, numbers[1], kind)),
    ...sexReasons(a, b),
    ...placeReasons(a, b),
    ...markReasons(a, b),
  ]
  const all = [...reasons, ...twinReasons(reasons, a, b)]
  const sum = all.reduce((total, one) => total + one.points, 0)
  const least = number.some(({ code }) => code === 'numberSame' || code === 'numberOldForm') ? possible : 0
  return { score: Math.max(least, Math.min(100, sum)), reasons: all }
}

/** What was written down; else what the number says. */
function birthOf({ birth }: Likeness, number: NumberForms | null, kind: NameKind): Day | null {
  if (birth) return birth
  return kind === 'person' && number?.whole ? readResidentId(number.whole).birth : null
}

function reason(code: ReasonCode): Reason[] {
  return [{ code, points: points[code] }]
}

const numberCodes = {
  same: 'numberSame',
  oldForm: 'numberOldForm',
  hidden: 'numberHidden',
  slip: 'numberSlip',
  other: 'numberOther',
} as const

function numberReasons(a: NumberForms | null, b: NumberForms | null): Reason[] {
  const found = compareNumbers(a, b)
  return found === 'unknown' || found === 'unclear' ? [] : reason(numberCodes[found])
}

const nameCodes = {
  same: 'nameSame',
  sound: 'nameSound',
  shape: 'nameShape',
  nearSound: 'nameNearSound',
  edge: 'nameEdge',
  different: 'nameDifferent',
} as const

function nameReasons(a: Likeness, b: Likeness, kind: NameKind): Reason[] {
  if (!a.name || !b.name) return []
  return reason(nameCodes[compareNames(nameForms(a.name, kind), nameForms(b.name, kind))])
}

function birthReasons(a: Day | null, b: Day | null): Reason[] {
  if (!a || !b) return []
  if (a === b) return reason('birthSame')
  if (oneSlip(a, b)) return reason('birthSlip')
  return reason(Math.abs(daysBetween(a, b)) > 14 * 366 ? 'birthGeneration' : 'birthDifferent')
}

/** Of year, month and day only one differs, or month and day are swapped. */
function oneSlip(a: Day, b: Day): boolean {
  const [x, y] = [a.split('-'), b.split('-')]
  const differing = x.filter((part, i) => part !== y[i]).length
  if (differing === 1) return x[0] === y[0] || oneDigit(x[0] ?? '', y[0] ?? '')
  return x[0] === y[0] && x[1] === y[2] && x[2] === y[1]
}

/** A year is slipped by one digit: 1963 and 1968, 1973. Years that differ otherwise are different years. */
function oneDigit(a: string, b: string): boolean {
  return [...a].filter((digit, i) => digit !== b[i]).length === 1 && Math.abs(Number(a) - Number(b)) <= 10
}

function sexReasons({ sex: a }: Likeness, { sex: b }: Likeness): Reason[] {
  return a && b && a !== b ? reason('sexDifferent') : []
}

/** Counties differ by 6 digits, townships by 9, villages by 12. */
function placeReasons({ area: a }: Likeness, { area: b }: Likeness): Reason[] {
  if (!a || !b) return []
  const same = (digits: number) => a.length >= digits && a.slice(0, digits) === b.slice(0, digits)
  if (same(12)) return reason('villageSame')
  return same(9) ? reason('townshipSame') : []
}

function markReasons(a: Likeness, b: Likeness): Reason[] {
  return Object.entries(a.marks ?? {}).flatMap(([field, value]) =>
    value && b.marks?.[field] === value
      ? [{ code: 'markSame' as const, points: points.markSame, field }]
      : [],
  )
}

/** Born together into one house with names that only resemble each other: twins more often than a slip. */
function twinReasons(found: readonly Reason[], a: Likeness, b: Likeness): Reason[] {
  const has = (code: ReasonCode) => found.some((one) => one.code === code)
  if (!a.household || a.household !== b.household || has('nameSame') || !has('birthSame')) return []
  return has('numberSame') || has('numberOldForm') ? [] : reason('maybeTwins')
}
