/** Relations that ask whether figures can be so: VR-16, VR-18. */
import { compareRatio, divRatio, mulRatio, parseRatio, ratio } from '#kernel'
import { checkCrops } from './crop.ts'
import type { Look, Said } from './outcome.ts'
import { isKnown, listed, plain, ratioOf, said } from './outcome.ts'
import { checkDensity, checkFunded, checkLimits, checkOutliers } from './plausible.ts'
import type { Figure, RelationOf } from './shape.ts'

export function runLimits({ value, min, max }: RelationOf<'limits'>, look: Look): Said {
  const one = look(value)
  const limits = {
    ...(min === undefined ? {} : { min: parseRatio(min) }),
    ...(max === undefined ? {} : { max: parseRatio(max) }),
  }
  return {
    rule: 'VR-16',
    figures: [one],
    verdict: isKnown(one) ? checkLimits(ratioOf(one), limits) : 'bound-unknown',
    stated: `${one.label} ${said(one)}`,
    computed: `一般在 ${min ?? '—'} 到 ${max ?? '—'} 之间`,
    difference: null,
  }
}

export function runOutliers({ rates }: RelationOf<'outliers'>, look: Look): Said {
  const pairs = rates.map(({ part, whole }) => ({ part: look(part), whole: look(whole) }))
  const known = pairs.filter(({ part, whole }) => isKnown(part) && isKnown(whole))
  const shares = known.map(({ part, whole }) => mulRatio(divRatio(ratioOf(part), ratioOf(whole)), ratio(100)))
  const { verdict, median, outliers } = checkOutliers(shares)
  const odd = outliers.map((at) => known[at]?.part).filter((one) => one !== undefined)
  return {
    rule: 'VR-16',
    figures: odd.length > 0 ? odd : known.map(({ part }) => part),
    verdict: known.length < 3 ? 'bound-unknown' : verdict,
    stated: known.map(({ part }, i) => `${part.label} ${plain(shares[i] ?? ratio(0))}%`).join('、'),
    computed:
      odd.length > 0
        ? `中位数 ${plain(median)}%，${odd.map(({ label }) => label).join('、')}相差三倍以上`
        : `中位数 ${plain(median)}%`,
    difference: null,
  }
}

export function runDensity({ bands }: RelationOf<'density'>, look: Look): Said {
  const items = bands.map(({ percent }) => look(percent))
  const known = items.every(isKnown)
  const { verdict, density, dense } = checkDensity(
    bands.map(({ percent, years }) => ({ label: percent, percent: ratioOf(look(percent)), years })),
  )
  return {
    rule: 'VR-16',
    figures: items,
    verdict: known ? verdict : 'bound-unknown',
    stated: listed(items),
    computed: items
      .map(
        ({ label }, i) =>
          `${label} 每岁 ${plain(density[i] ?? ratio(0))}%${dense.includes(i) ? '，过密' : ''}`,
      )
      .join('、'),
    difference: null,
  }
}

export function runFunded({ share, income }: RelationOf<'funded'>, look: Look): Said {
  const [part, own] = [look(share), look(income)]
  return {
    rule: 'VR-16',
    figures: [part, own],
    verdict: isKnown(part) && isKnown(own) ? checkFunded(ratioOf(part), ratioOf(own)) : 'bound-unknown',
    stated: `${part.label} ${said(part)}`,
    computed: `${own.label} ${said(own)}`,
    difference: null,
  }
}

export function runOrder({ figures }: RelationOf<'order'>, look: Look): Said {
  const items = figures.map(look)
  const falls = items
    .slice(1)
    .flatMap((one, i) =>
      compareRatio(ratioOf(one), ratioOf(items[i] as Figure)) < 0 ? [[items[i] as Figure, one] as const] : [],
    )
  const known = items.every(isKnown)
  return {
    rule: 'VR-16',
    figures: items,
    verdict: !known ? 'bound-unknown' : falls.length > 0 ? 'implausible' : 'ok',
    stated: listed(items),
    computed:
      falls.map(([low, high]) => `${high.label} ${said(high)}，反低于${low.label} ${said(low)}`).join('；') ||
      '依次不减',
    difference: null,
  }
}

export function runCrops(relation: RelationOf<'crops'>, look: Look): Said {
  const [share, other] = [look(relation.percent), look(relation.other)]
  const { verdict, room, needs } = checkCrops({
    percent: ratioOf(share),
    other: ratioOf(other),
    areaAtMost: parseRatio(relation.areaAtMost),
    ...(relation.interCropped === undefined ? {} : { interCropped: relation.interCropped }),
  })
  return {
    rule: 'VR-18',
    figures: [share, other],
    verdict: isKnown(share) && isKnown(other) ? verdict : 'bound-unknown',
    stated: listed([share, other]),
    computed: `面积至多 ${relation.areaAtMost}，只余 ${plain(room)}${needs ? `；要有 ${plain(needs)} 才放得下` : ''}`,
    difference: null,
  }
}
