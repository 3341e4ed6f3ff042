/** Relations of a figure with a bound, a range, its growth or its whole: VR-06, VR-07, VR-09. */
import type { Text } from '#kernel'
import { divRatio, mulRatio, ratio, subRatio, t } from '#kernel'
import { both, same } from '../words.ts'
import { checkBound, checkGrowth } from './compare.ts'
import type { Look, Said } from './outcome.ts'
import {
  decimalsOf,
  isKnown,
  listed,
  named,
  nameOf,
  plain,
  quantityOf,
  ratioOf,
  said,
  untold,
} from './outcome.ts'
import { checkPartOf } from './part-of.ts'
import { checkLimits } from './plausible.ts'
import type { Figure, RelationOf } from './shape.ts'

export function runBound(relation: RelationOf<'bound'>, look: Look): Said {
  const { bound, limit } = relation
  const edge = look(limit)
  const items = [relation.value, relation.part, relation.whole].flatMap((id) => (id ? [look(id)] : []))
  const [first, second] = items
  if (!first || !isKnown(edge) || items.some((one) => !isKnown(one))) return untold('VR-06', [...items, edge])
  const value = second
    ? {
        qualifier: first.qualifier ?? '=',
        value: mulRatio(divRatio(ratioOf(first), ratioOf(second)), ratio(100)),
      }
    : quantityOf(first)
  return {
    rule: 'VR-06',
    figures: [...items, edge],
    verdict: checkBound(value, bound, ratioOf(edge)),
    stated: both`${nameOf(edge)} ${bound} ${edgeSaid(edge)}`,
    computed: both`${listed(items)}${value.qualifier === '?' || !second ? '' : makes(`${plain(value.value)}%`)}`,
    difference: value.qualifier === '?' ? null : plain(subRatio(value.value, ratioOf(edge))),
  }
}

const edgeSaid = (edge: Figure): Text => t(`${plain(ratioOf(edge))}${edge.unit ?? ''}`, said(edge).en)

const makes = (result: string): Text => t(` ＝ ${result}`, ` = ${result}`)

export function runRange({ value, from, to }: RelationOf<'range'>, look: Look): Said {
  const [one, low, high] = [look(value), look(from), look(to)]
  if (![one, low, high].every(isKnown)) return untold('VR-05', [one, low, high])
  const outside = checkLimits(ratioOf(one), { min: ratioOf(low), max: ratioOf(high) }) !== 'ok'
  return {
    rule: 'VR-05',
    figures: [one, low, high],
    verdict: outside ? 'contradiction' : 'ok',
    stated: named(one),
    computed: t(
      `应在 ${said(low).zh} 到 ${said(high).zh} 之间`,
      `should be between ${said(low).en} and ${said(high).en}`,
    ),
    difference: null,
  }
}

export function runGrowth({ end, increment, percent }: RelationOf<'growth'>, look: Look): Said {
  const [last, plus, rate] = [look(end), look(increment), look(percent)]
  if (!isKnown(plus) || !isKnown(rate)) return untold('VR-07', [last, plus, rate])
  const found = checkGrowth({
    end: quantityOf(last),
    increment: ratioOf(plus),
    percent: ratioOf(rate),
    decimals: decimalsOf(rate),
  })
  const at = { end: plain(found.agreesAt.end), base: plain(found.agreesAt.base) }
  return {
    rule: 'VR-07',
    figures: [last, plus, rate],
    verdict: found.verdict,
    stated: listed([last, plus, rate]),
    computed: found.computed && found.base ? grown(plain(found.base), plain(found.computed)) : same(''),
    difference: found.computed ? plain(subRatio(ratioOf(rate), found.computed)) : null,
    ...(found.verdict === 'mismatch'
      ? {
          note: t(
            `要同时成立，本年须是 ${at.end}、上年 ${at.base}${found.possible ? '；本年数写的是下限，有可能' : ''}。`,
            `Both agree only at ${at.end} (base ${at.base})${found.possible ? ', which the bound allows' : ''}.`,
          ),
        }
      : {}),
  }
}

const grown = (base: string, percent: string): Text =>
  t(`上年 ${base}，增长 ${percent}%`, `${base} the year before, growth ${percent}%`)

export function runPartOf({ parts, whole }: RelationOf<'partOf'>, look: Look): Said {
  const [items, all] = [parts.map(look), look(whole)]
  const { verdict, known, rest } = checkPartOf(items.map(quantityOf), quantityOf(all))
  return {
    rule: 'VR-09',
    figures: [all, ...items],
    verdict,
    stated: t(`${named(all).zh}，其中${listed(items).zh}`, `${named(all).en}, of which ${listed(items).en}`),
    computed: t(`所列合计 ${plain(known)}`, `those listed make ${plain(known)}`),
    difference: rest ? plain(rest) : null,
  }
}
