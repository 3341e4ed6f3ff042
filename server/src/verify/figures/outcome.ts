/** What a relation came to, and what the runners share: looking figures up and writing them down. */
import type { Quantity, Ratio, Text } from '#kernel'
import { decimalText, parseRatio, quantityText, ratioText, t, unknownQuantity, zeroRatio } from '#kernel'
import { verifyProblems } from '../problems.ts'
import type { Verdict } from '../verdict.ts'
import { both, listedWords } from '../words.ts'
import type { RuleId } from './rules.ts'
import type { Figure } from './shape.ts'
import { unitInEnglish } from './unit.ts'

export type Outcome = {
  rule: RuleId
  /** Id of the relation; of one of several shares: relation and figure. */
  relation: string
  verdict: Verdict
  place: Text
  stated: Text
  computed: Text
  difference: string | null
  note?: Text
}

/** What a runner says; relation and place are added for it. `sub` tells several outcomes of one relation apart. */
export type Said = Omit<Outcome, 'relation' | 'place'> & { sub?: string; figures: readonly Figure[] }

export type Look = (id: string) => Figure

export function lookUp(figures: readonly Figure[]): Look {
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  return (id) => {
    const figure = byId.get(id)
    if (!figure) throw verifyProblems.noFigure({ figure: id })
    return figure
  }
}

export const isKnown = ({ value }: Figure): boolean => value !== null

/** The value as a fraction; only for figures that are known. */
export function ratioOf({ value }: Figure): Ratio {
  return value === null ? zeroRatio : parseRatio(value)
}

export function quantityOf(figure: Figure): Quantity {
  if (figure.value === null) return unknownQuantity('')
  return { qualifier: figure.qualifier ?? '=', value: parseRatio(figure.value) }
}

export function roundingOf({ rounding }: Figure): Ratio {
  return rounding === undefined ? zeroRatio : parseRatio(rounding)
}

export function decimalsOf({ value }: Figure): number {
  return value?.split('.')[1]?.length ?? 0
}

/** As the document calls it; in English where the house itself named it. */
export const nameOf = ({ label, en }: Figure): Text => t(label, en?.label ?? label)

export const unitOf = ({ unit = '', en }: Figure): Text => t(unit, en?.unit ?? unitInEnglish(unit))

/** `3,878 元`, `1,500 人以上`. */
export function said(figure: Figure): Text {
  const quantity = quantityOf(figure)
  if (quantity.qualifier === '?') return t('不详', 'unknown')
  const { unit } = figure
  const { zh, en } = quantityText(unit ? { ...quantity, unit } : quantity)
  return t(zh, `${en}${unit ? unitAfter(unitOf(figure).en) : ''}`)
}

const unitAfter = (unit: string) => (unit === '%' || unit === '' ? unit : ` ${unit}`)

/** `劳动力 3,878 人`. */
export const named = (figure: Figure): Text => both`${nameOf(figure)} ${said(figure)}`

/** At most three places, without zeros at the end: 35.1 · 17.021. */
export function plain(value: Ratio): string {
  const exact = ratioText(value)
  if (!exact.includes('/') && (exact.split('.')[1]?.length ?? 0) <= 4) return exact
  return decimalText(value, 3, 'half-up').replace(/\.?0+$/, '')
}

/** `甲 1,774、乙 1,467`. */
export function listed(figures: readonly Figure[]): Text {
  return listedWords(figures.map(named))
}

/** `20 ＋ 32 ＝ 52`, or with another sign between. */
export function worked(items: readonly Figure[], sign: Text, result: string): Text {
  const values = items.map((one) => plain(ratioOf(one)))
  return t(`${values.join(` ${sign.zh} `)} ＝ ${result}`, `${values.join(` ${sign.en} `)} = ${result}`)
}

export const plus: Text = t('＋', '+')
export const times: Text = t('×', '×')

export const firm = (figure: Figure) => isKnown(figure) && (figure.qualifier ?? '=') === '='

/** What cannot be told because a figure is not known. */
export function untold(rule: Said['rule'], figures: readonly Figure[]): Said {
  return {
    rule,
    figures,
    verdict: 'bound-unknown',
    stated: listed(figures),
    computed: t('有数不详，算不出', 'A figure is unknown: it cannot be computed'),
    difference: null,
  }
}
