/** Quantities as people report them: exact, bounded ("1500人以上"), about, or unknown with the raw text kept (GEN-07, GEN-08). */
import type { Text } from './label.ts'
import { t } from './label.ts'
import type { Ratio } from './ratio.ts'
import { addRatio, compareRatio, ratioText, zeroRatio } from './ratio.ts'

export type Qualifier = '=' | '>=' | '<=' | '~' | '<' | '>'

/** `below`: "近百" is about 100 and below it (AMB-44). `unit` is the word that stood by the number. */
export type KnownQuantity = { qualifier: Qualifier; value: Ratio; below?: true; unit?: string; raw?: string }

/** A masked or missing value: never 0, never in a sum (GEN-07). */
export type UnknownQuantity = { qualifier: '?'; raw: string }

export type Quantity = KnownQuantity | UnknownQuantity

/** The sum of the known values with its qualifier, and how many values were unknown. */
export type QuantitySum = { qualifier: Qualifier; value: Ratio; unknown: number }

export type BoundVerdict = 'satisfied' | 'violated' | 'cannot-tell'

export function exactly(value: Ratio): KnownQuantity {
  return { qualifier: '=', value }
}

export function unknownQuantity(raw: string): UnknownQuantity {
  return { qualifier: '?', raw }
}

/** Adds what is known. `>=` with `=` or `>=` is `>=`; bounds of both directions, or one "about", give `~` (AMB-44). */
export function sumQuantities(quantities: readonly Quantity[]): QuantitySum {
  const known = quantities.filter((q) => q.qualifier !== '?')
  return {
    qualifier: known.map((q) => q.qualifier).reduce(joinQualifiers, '='),
    value: known.map((q) => q.value).reduce(addRatio, zeroRatio),
    unknown: quantities.length - known.length,
  }
}

function joinQualifiers(a: Qualifier, b: Qualifier): Qualifier {
  if (a === '=' || a === b) return b
  if (b === '=') return a
  if (a[0] !== b[0]) return '~'
  return a[0] === '>' ? '>' : '<' // one strict bound makes the sum strict
}

/** A sum as a quantity: with unknown values (counted things, so none below 0) it is a lower bound, or unknown itself. */
export function quantityOfSum({ qualifier, value, unknown }: QuantitySum): Quantity {
  if (unknown === 0) return { qualifier, value }
  if (qualifier === '=' || qualifier[0] === '>') return { qualifier: qualifier === '>' ? '>' : '>=', value }
  return unknownQuantity(sumText({ qualifier, value, unknown }).zh)
}

/** Whether a quantity keeps a bound, as far as it tells: `>= 1500` against `>= 1000` is satisfied, against `>= 2000` cannot be told. */
export function checkBound(quantity: Quantity, bound: Exclude<Qualifier, '~'>, limit: Ratio): BoundVerdict {
  if (quantity.qualifier === '?') return 'cannot-tell'
  if (bound === '<') return opposite(checkBound(quantity, '>=', limit))
  if (bound === '<=') return opposite(checkBound(quantity, '>', limit))
  if (bound === '=') return checkEqual(quantity, limit)
  const { lower, upper } = ends(quantity)
  const strict = bound === '>'
  if (lower && reaches(compareRatio(lower.value, limit), lower.open || !strict)) return 'satisfied'
  if (upper && reaches(compareRatio(limit, upper.value), upper.open || strict)) return 'violated'
  return 'cannot-tell'
}

function checkEqual(quantity: KnownQuantity, limit: Ratio): BoundVerdict {
  if (quantity.qualifier === '=') return compareRatio(quantity.value, limit) === 0 ? 'satisfied' : 'violated'
  const apart =
    checkBound(quantity, '>=', limit) === 'violated' || checkBound(quantity, '<=', limit) === 'violated'
  return apart ? 'violated' : 'cannot-tell'
}

type End = { value: Ratio; open: boolean }

/** What a quantity says for sure. "About" says nothing, "nearly" that it lies below. */
function ends({ qualifier, value, below }: KnownQuantity): { lower?: End; upper?: End } {
  const end = { value, open: qualifier !== '=' && !qualifier.endsWith('=') }
  if (qualifier === '=') return { lower: end, upper: end }
  if (qualifier === '~') return below ? { upper: { value, open: true } } : {}
  return qualifier[0] === '>' ? { lower: end } : { upper: end }
}

function reaches(order: -1 | 0 | 1, touching: boolean): boolean {
  return order > 0 || (order === 0 && touching)
}

function opposite(verdict: BoundVerdict): BoundVerdict {
  if (verdict === 'cannot-tell') return verdict
  return verdict === 'satisfied' ? 'violated' : 'satisfied'
}

/** In words: `1,500人以上`, `不足1/4`, `约150件`, `近100人`, `不详`. */
export function quantityText(quantity: Quantity): Text {
  if (quantity.qualifier === '?') return t('不详', 'unknown')
  const n = grouped(quantity.value)
  const zh = `${n}${quantity.unit ?? ''}`
  if (quantity.below) return t(`近${zh}`, `nearly ${n}`)
  return {
    '=': t(zh, n),
    '>=': t(`${zh}以上`, `at least ${n}`),
    '<=': t(`${zh}以下`, `at most ${n}`),
    '~': t(`约${zh}`, `about ${n}`),
    '<': t(`不足${zh}`, `less than ${n}`),
    '>': t(`超过${zh}`, `more than ${n}`),
  }[quantity.qualifier]
}

/** "至少 1,500，另有 2 个不详" (GEN-07); where the known part has no lower bound it is said as it is. */
export function sumText({ qualifier, value, unknown }: QuantitySum): Text {
  if (unknown === 0) return quantityText({ qualifier, value })
  const n = grouped(value)
  const known =
    qualifier === '=' || qualifier[0] === '>'
      ? t(`至少 ${n}`, `at least ${n}`)
      : knownPart({ qualifier, value })
  return t(
    `${known.zh}，另有 ${unknown} 个不详`,
    `${known.en}, ${unknown} ${unknown === 1 ? 'value' : 'values'} unknown`,
  )
}

function knownPart(quantity: KnownQuantity): Text {
  const { zh, en } = quantityText(quantity)
  return t(`已知部分${zh}`, `known part ${en}`)
}

function grouped(value: Ratio): string {
  return ratioText(value).replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','))
}
