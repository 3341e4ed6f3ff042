/** Proposes how the figures of a text hang together. An officer confirms each; nothing is checked before. */
import type { Text } from '#kernel'
import {
  addRatio,
  compareRatio,
  divRatio,
  mulRatio,
  parseRatio,
  ratio,
  subRatio,
  t,
  zeroRatio,
} from '#kernel'
import type { Relation } from '../figures/shape.ts'
import type { TextFigure } from './figures-in.ts'
import { figuresIn, inWholeUnits, kindOf, wholeValue } from './figures-in.ts'

export type Proposal = { relation: Relation; words: Text }

export type Reading = { figures: TextFigure[]; proposals: Proposal[] }

/** Figures in whole units, and what may be asked of them: shares, sums, parts, growth. */
export function readFigures(text: string): Reading {
  const figures = figuresIn(text).map(inWholeUnits)
  const groups = [...new Set(figures.map(({ sentence }) => sentence))].map((sentence) =>
    figures.filter((one) => one.sentence === sentence),
  )
  const between = (a: TextFigure, b: TextFigure) => text.slice(a.spot.at + a.spot.length, b.spot.at)
  const found = [
    ...shares(figures, between),
    ...groups.flatMap((group) => [
      ...sums(group, between),
      ...growth(group, between),
      ...parts(group, between),
    ]),
  ]
  return {
    figures,
    proposals: found.filter(
      ({ relation }, i) => found.findIndex((one) => one.relation.id === relation.id) === i,
    ),
  }
}

type Between = (a: TextFigure, b: TextFigure) => string

const shown = (figure: TextFigure) => `${figure.label} ${figure.value}${figure.unit ?? ''}`

/** A figure said to be a whole, followed by at least two of its kind that come within a tenth of it. */
function sums(group: readonly TextFigure[], between: Between): Proposal[] {
  return group.flatMap((total, i) => {
    const later = group.slice(i + 1).filter((one) => !one.percent && kindOf(one) === kindOf(total))
    const [first] = later
    if (total.percent || !first || !saysWhole(total, between(total, first))) return []
    const run = later.findIndex((_, n) => n >= 1 && near(later.slice(0, n + 1), total))
    const items = later.slice(0, run + 1)
    if (run < 0 || [total, ...items].some(({ qualifier }) => qualifier)) return []
    return [sumOf(total, items)]
  })
}

function saysWhole({ label }: TextFigure, after: string): boolean {
  return /[共总计]|造价|收入/u.test(label) || /其中|分为|分别|来自|由/u.test(after)
}

function sumOf(total: TextFigure, items: readonly TextFigure[]): Proposal {
  return {
    relation: { id: `sum.${total.id}`, kind: 'sum', parts: items.map(({ id }) => id), total: total.id },
    words: t(
      `${shown(total)} 是 ${items.map(shown).join('、')} 之和`,
      `${total.label} is a sum of ${items.length}`,
    ),
  }
}

function near(items: readonly TextFigure[], total: TextFigure): boolean {
  const sum = items.map(wholeValue).reduce(addRatio, zeroRatio)
  const apart = subRatio(sum, wholeValue(total))
  const size = apart.num < 0 ? subRatio(zeroRatio, apart) : apart
  return compareRatio(mulRatio(size, ratio(10)), wholeValue(total)) <= 0
}

type Pair = { part: TextFigure; percent: TextFigure }

/** `N 单位，占 P%`. Shares of one total stand together; three or more may be the whole of it, which is a further proposal. */
function shares(figures: readonly TextFigure[], between: Between): Proposal[] {
  const pairs = figures.flatMap((part, i): Pair[] => {
    const percent = figures[i + 1]
    if (part.percent || !percent?.percent) return []
    return /^[^。；]{0,6}占/u.test(between(part, percent)) ? [{ part, percent }] : []
  })
  const parts = pairs.map(({ part }) => part)
  const based = pairs.flatMap((pair) => {
    const base = baseOf(
      pair,
      figures.filter((one) => !parts.includes(one)),
    )
    return base ? [{ ...pair, base }] : []
  })
  return [...new Set(based.map(({ base }) => base))].flatMap((base) => {
    const own = based.filter((pair) => pair.base === base)
    return [sharesOf(base, own), ...(own.length >= 3 ? wholeOf(base, own) : [])]
  })
}

function sharesOf(base: TextFigure, own: readonly Pair[]): Proposal {
  return {
    relation: {
      id: `shares.${base.id}`,
      kind: 'shares',
      total: base.id,
      of: own.map(({ part, percent }) => ({ part: part.id, percent: percent.id })),
    },
    words: t(
      `${own.map(({ part, percent }) => `${shown(part)} 占 ${percent.value}%`).join('、')}，占的是 ${shown(base)}`,
      `${own.length} shares of ${base.label}`,
    ),
  }
}

function wholeOf(base: TextFigure, own: readonly Pair[]): Proposal[] {
  const ids = own.map(({ percent }) => percent.id)
  return [
    sumOf(
      base,
      own.map(({ part }) => part),
    ),
    {
      relation: { id: `shareTotal.${base.id}`, kind: 'shareTotal', shares: ids },
      words: t(
        `${own.map(({ percent }) => `${percent.value}%`).join('、')} 合计 100%`,
        `${ids.length} shares make 100`,
      ),
    },
  ]
}

/** The nearest larger figure of its kind before it, up to three sentences back, of which it may be that share within a quarter; else the nearest. */
function baseOf({ part, percent }: Pair, figures: readonly TextFigure[]): TextFigure | undefined {
  const before = figures.filter(
    (one) =>
      one.spot.at < part.spot.at &&
      part.sentence - one.sentence <= 3 &&
      !one.percent &&
      kindOf(one) === kindOf(part) &&
      compareRatio(wholeValue(one), wholeValue(part)) > 0,
  )
  const stated = parseRatio(percent.value ?? '0')
  const fitting = before.filter((one) => {
    const computed = divRatio(mulRatio(wholeValue(part), ratio(100)), wholeValue(one))
    const apart = subRatio(computed, stated)
    return compareRatio(mulRatio(apart.num < 0 ? subRatio(zeroRatio, apart) : apart, ratio(4)), stated) <= 0
  })
  return fitting.at(-1) ?? before.at(-1)
}

/** `达 N，比上年增加 M，增长 P%`. */
function growth(group: readonly TextFigure[], between: Between): Proposal[] {
  return group.flatMap((end, i) => {
    const [increment, percent] = [group[i + 1], group[i + 2]]
    if (!increment || !percent?.percent || increment.percent || kindOf(increment) !== kindOf(end)) return []
    if (!/增加|增收|多/u.test(between(end, increment)) || !/增长|增幅/u.test(between(increment, percent)))
      return []
    const ids = { end: end.id, increment: increment.id, percent: percent.id }
    return [
      {
        relation: { id: `growth.${end.id}`, kind: 'growth', ...ids },
        words: t(`${shown(end)}，增加 ${increment.value}，增长 ${percent.value}%`, `growth of ${end.label}`),
      },
    ]
  })
}

/** `N 单位，其中 …`: what follows of the same kind lies within it. */
function parts(group: readonly TextFigure[], between: Between): Proposal[] {
  return group.flatMap((whole, i) => {
    const next = group[i + 1]
    if (whole.percent || !next || !/其中/u.test(between(whole, next))) return []
    const items = group.slice(i + 1).filter((one) => !one.percent && kindOf(one) === kindOf(whole))
    if (items.length === 0) return []
    return [
      {
        relation: {
          id: `part.${whole.id}`,
          kind: 'partOf',
          parts: items.map(({ id }) => id),
          whole: whole.id,
        },
        words: t(
          `${items.map(shown).join('、')} 在 ${shown(whole)} 之内`,
          `${items.length} parts of ${whole.label}`,
        ),
      },
    ]
  })
}
