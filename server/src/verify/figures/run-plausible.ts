/** Relations that ask whether figures can be so: VR-16, VR-18. */
import type { Text } from '#kernel'
import { compareRatio, divRatio, mulRatio, parseRatio, ratio, t } from '#kernel'
import { both, listedWords, severalWords } from '../words.ts'
import { checkCrops } from './crop.ts'
import type { Look, Said } from './outcome.ts'
import { isKnown, listed, named, nameOf, plain, ratioOf } from './outcome.ts'
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
    stated: named(one),
    computed: t(
      `一般在 ${min ?? '—'} 到 ${max ?? '—'} 之间`,
      `usually between ${min ?? '—'} and ${max ?? '—'}`,
    ),
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
    stated: listedWords(known.map(({ part }, i) => both`${nameOf(part)} ${plain(shares[i] ?? ratio(0))}%`)),
    computed: medianWords(plain(median), odd),
    difference: null,
  }
}

function medianWords(median: string, odd: readonly Figure[]): Text {
  if (odd.length === 0) return t(`中位数 ${median}%`, `median ${median}%`)
  const { zh, en } = listedWords(odd.map(nameOf))
  return t(
    `中位数 ${median}%，${zh}相差三倍以上`,
    `median ${median}%; more than three times away from it: ${en}`,
  )
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
    computed: listedWords(
      items.map((one, i) => densityWords(one, plain(density[i] ?? ratio(0)), dense.includes(i))),
    ),
    difference: null,
  }
}

function densityWords(figure: Figure, percent: string, dense: boolean): Text {
  const { zh, en } = nameOf(figure)
  return t(
    `${zh} 每岁 ${percent}%${dense ? '，过密' : ''}`,
    `${en} ${percent}% a year of age${dense ? ' (too dense)' : ''}`,
  )
}

export function runFunded({ share, income }: RelationOf<'funded'>, look: Look): Said {
  const [part, own] = [look(share), look(income)]
  return {
    rule: 'VR-16',
    figures: [part, own],
    verdict: isKnown(part) && isKnown(own) ? checkFunded(ratioOf(part), ratioOf(own)) : 'bound-unknown',
    stated: named(part),
    computed: named(own),
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
    computed: falls.length > 0 ? severalWords(falls.map(fallWords)) : t('依次不减', 'none falls'),
    difference: null,
  }
}

function fallWords([low, high]: readonly [Figure, Figure]): Text {
  const [before, after] = [named(low), named(high)]
  return t(`${after.zh}，反低于${before.zh}`, `${after.en}, which is below ${before.en}`)
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
    computed: cropWords(relation.areaAtMost, plain(room), needs ? plain(needs) : null),
    difference: null,
  }
}

function cropWords(most: string, room: string, needs: string | null): Text {
  return t(
    `面积至多 ${most}，只余 ${room}${needs === null ? '' : `；要有 ${needs} 才放得下`}`,
    `the area is ${most} at most and leaves ${room}${needs === null ? '' : `; ${needs} would be needed`}`,
  )
}
