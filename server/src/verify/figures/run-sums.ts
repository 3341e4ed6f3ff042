/** Relations in which figures add up, are shares or say the same: VR-01 to VR-05, VR-08. */
import type { Ratio, Text } from '#kernel'
import {
  checkBound as boundOf,
  compareRatio,
  mulRatio,
  oneRatio,
  quantityOfSum,
  ratio,
  subRatio,
  sumQuantities,
  t,
} from '#kernel'
import type { Verdict } from '../verdict.ts'
import { same, severalWords } from '../words.ts'
import { checkSame } from './compare.ts'
import type { Look, Said } from './outcome.ts'
import {
  decimalsOf,
  firm,
  isKnown,
  listed,
  named,
  nameOf,
  plain,
  plus,
  quantityOf,
  ratioOf,
  roundingOf,
  times,
  untold,
  worked,
} from './outcome.ts'
import { checkAllocation } from './part-of.ts'
import type { Figure, RelationOf } from './shape.ts'
import type { StatedShare } from './share.ts'
import { checkShares, checkShareTotal, impliedBase } from './share.ts'
import { absolute, checkSum } from './sum.ts'

export function runSum({ parts, total }: RelationOf<'sum'>, look: Look): Said {
  const [items, whole] = [parts.map(look), look(total)]
  if (![...items, whole].every(firm)) return boundedSum(items, whole)
  const units = items.map(roundingOf).map(absolute)
  const { verdict, computed, difference } = checkSum({
    parts: items.map(ratioOf),
    total: ratioOf(whole),
    partUnit: units.reduce((a, b) => (compareRatio(a, b) >= 0 ? a : b)),
    totalUnit: roundingOf(whole),
  })
  return {
    rule: 'VR-01',
    figures: [whole, ...items],
    verdict,
    stated: named(whole),
    computed: worked(items, plus, plain(computed)),
    difference: plain(difference),
  }
}

/** GEN-07, GEN-08: with bounds or unknown parts it can only be told whether the total is possible. */
function boundedSum(items: readonly Figure[], whole: Figure): Said {
  if (!isKnown(whole)) return untold('VR-01', [whole, ...items])
  const sum = quantityOfSum(sumQuantities(items.map(quantityOf)))
  const told = boundOf(sum, '=', ratioOf(whole))
  const verdicts = { satisfied: 'bound-ok', violated: 'bound-fail', 'cannot-tell': 'bound-unknown' } as const
  return {
    rule: 'VR-01',
    figures: [whole, ...items],
    verdict: (whole.qualifier ?? '=') === '=' ? verdicts[told] : 'bound-unknown',
    stated: named(whole),
    computed: listed(items),
    difference: null,
  }
}

export function runProduct({ factors, total }: RelationOf<'product'>, look: Look): Said {
  const [items, whole] = [factors.map(look), look(total)]
  if (![...items, whole].every(firm)) return untold('VR-01', [whole, ...items])
  const computed = items.map(ratioOf).reduce(mulRatio, oneRatio)
  const difference = subRatio(ratioOf(whole), computed)
  return {
    rule: 'VR-01',
    figures: [whole, ...items],
    verdict: difference.num === 0 ? 'ok' : 'mismatch',
    stated: named(whole),
    computed: worked(items, times, plain(computed)),
    difference: plain(difference),
  }
}

/** AMB-02: two totals are possible, and the paper does not say which. */
export function runMaybeWithin({ parts, extra, within }: RelationOf<'maybeWithin'>, look: Look): Said {
  const [items, more, host] = [parts.map(look), look(extra), look(within)]
  const inside = sumQuantities(items.map(quantityOf)).value
  const outside = sumQuantities([...items, more].map(quantityOf)).value
  const fits = compareRatio(ratioOf(more), ratioOf(host)) <= 0
  return {
    rule: 'VR-01',
    figures: [...items, more],
    verdict: fits ? 'bound-unknown' : 'ok',
    stated: named(more),
    computed: fits
      ? withOrWithout(nameOf(host), plain(inside), plain(outside))
      : t(`合计 ${plain(outside)}`, `${plain(outside)} in all`),
    difference: fits ? plain(ratioOf(more)) : null,
  }
}

function withOrWithout(host: Text, inside: string, outside: string): Text {
  return t(
    `含在“${host.zh}”里，合计 ${inside}；不含，合计 ${outside}`,
    `${inside} in all if it lies within "${host.en}", ${outside} if not`,
  )
}

export function runShares({ total, of }: RelationOf<'shares'>, look: Look): Said[] {
  const whole = look(total)
  const pairs = of.map(({ part, percent }) => ({ part: look(part), percent: look(percent) }))
  const known = pairs.filter((pair) => firm(pair.part) && firm(pair.percent) && firm(whole))
  const unknown = pairs.filter((pair) => !known.includes(pair))
  const { each, base } = checkShares(known.map(statedShare), {
    total: ratioOf(whole),
    totalUnit: roundingOf(whole),
  })
  const told = known.map(({ part, percent }, i): Said => {
    const one = each[i]
    const verdict: Verdict = one?.verdict ?? 'bound-unknown'
    return {
      rule: 'VR-02',
      sub: part.id,
      figures: [part, percent],
      verdict,
      stated: shareSaid(part, plain(ratioOf(percent)), nameOf(whole)),
      computed: one ? shareWorked(part, whole, plain(one.computed)) : same(''),
      difference: one ? plain(subRatio(ratioOf(percent), one.computed)) : null,
      ...noteOf(verdict, { forced: one?.forced ?? false, base }),
    }
  })
  return [
    ...told,
    ...unknown.map(({ part, percent }) => ({ ...untold('VR-02', [part, percent, whole]), sub: part.id })),
  ]
}

function shareSaid(part: Figure, percent: string, whole: Text | null): Text {
  const { zh, en } = named(part)
  return t(`${zh}，占${whole?.zh ?? ''} ${percent}%`, `${en}, ${percent}%${whole ? ` of ${whole.en}` : ''}`)
}

function shareWorked(part: Figure, whole: Figure, percent: string): Text {
  const division = `${plain(ratioOf(part))} ÷ ${plain(ratioOf(whole))}`
  return t(`${division} ＝ ${percent}%`, `${division} = ${percent}%`)
}

function statedShare({ part, percent }: { part: Figure; percent: Figure }): StatedShare {
  return {
    part: ratioOf(part),
    unit: roundingOf(part),
    percent: ratioOf(percent),
    decimals: decimalsOf(percent),
  }
}

type Base = { from: Ratio; to: Ratio } | null

function noteOf(verdict: Verdict, { forced, base }: { forced: boolean; base: Base }): Pick<Said, 'note'> {
  if (forced)
    return { note: t('这一项是用 100 减去其余各项凑出来的。', 'Forced to make 100 with the others.') }
  if (verdict !== 'other-base' || !base) return {}
  const [from, to] = [plain(base.from), plain(base.to)]
  return {
    note: t(
      `各项占比同时成立，总数应在 ${from} 到 ${to} 之间。`,
      `All shares fit totals from ${from} to ${to}.`,
    ),
  }
}

export function runImpliedBase({ part, percent, is }: RelationOf<'impliedBase'>, look: Look): Said {
  const [one, share] = [look(part), look(percent)]
  if (!firm(one) || !firm(share)) return untold('VR-03', [one, share])
  const { first, last } = impliedBase(statedShare({ part: one, percent: share }))
  const total = is === undefined ? null : look(is)
  const fits =
    total === null ||
    (compareRatio(ratioOf(total), ratio(first)) >= 0 && compareRatio(ratioOf(total), ratio(last)) <= 0)
  return {
    rule: 'VR-03',
    figures: [one, share, ...(total ? [total] : [])],
    verdict: last < first || !fits ? 'contradiction' : 'ok',
    stated: severalWords([shareSaid(one, plain(ratioOf(share)), null), ...(total ? [named(total)] : [])]),
    computed:
      last < first
        ? t('没有这样的整数总数', 'There is no such whole number')
        : t(`总数在 ${first} 到 ${last} 之间`, `The total is between ${first} and ${last}`),
    difference: null,
  }
}

export function runShareTotal({ shares }: RelationOf<'shareTotal'>, look: Look): Said {
  const items = shares.map(look)
  if (!items.every(firm)) return untold('VR-04', items)
  const decimals = Math.min(...items.map(decimalsOf))
  const { verdict, sum, difference } = checkShareTotal(items.map(ratioOf), decimals)
  return {
    rule: 'VR-04',
    figures: items,
    verdict,
    stated: listed(items),
    computed: worked(items, plus, `${plain(sum)}%`),
    difference: plain(difference),
  }
}

export function runSame({ figures }: RelationOf<'same'>, look: Look): Said {
  const items = figures.map(look)
  const known = items.filter(firm)
  if (known.length < 2) return untold('VR-05', items)
  const first = known[0] as Figure
  const other = known.find((one) => checkSame(ratioOf(first), ratioOf(one)).verdict !== 'ok')
  const difference = other ? checkSame(ratioOf(first), ratioOf(other)).difference : null
  return {
    rule: 'VR-05',
    figures: items,
    verdict: other ? 'contradiction' : 'ok',
    stated: named(first),
    computed: other ? named(other) : t('一致', 'the same'),
    difference: difference ? plain(difference) : null,
  }
}

export function runAllocation({ parts, total }: RelationOf<'allocation'>, look: Look): Said {
  const [items, whole] = [parts.map(look), look(total)]
  if (![...items, whole].every(firm)) return { ...boundedSum(items, whole), rule: 'VR-08' }
  const { verdict, computed, difference } = checkAllocation(items.map(ratioOf), ratioOf(whole))
  return {
    rule: 'VR-08',
    figures: [whole, ...items],
    verdict,
    stated: named(whole),
    computed: worked(items, plus, plain(computed)),
    difference: plain(difference),
  }
}
