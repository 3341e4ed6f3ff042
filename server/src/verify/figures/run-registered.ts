/** VR-05 between a document and a register: what is written beside what is counted there, as sure as the register is. */
import type { Ratio, Text } from '#kernel'
import { addRatio, compareRatio, divRatio, mulRatio, parseRatio, ratio, subRatio, t } from '#kernel'
import type { Verdict } from '../verdict.ts'
import { listedWords, severalWords } from '../words.ts'
import type { Look, Said } from './outcome.ts'
import { isKnown, named, plain, ratioOf, roundingOf, unitOf, untold } from './outcome.ts'
import type { Figure, RelationOf } from './shape.ts'
import { absolute } from './sum.ts'

export function runRegister({ stated, counted }: RelationOf<'register'>, look: Look): Said {
  const [paper, register] = [look(stated), look(counted)]
  const told = register.told ?? t('没有连着名册，没有比', 'Not compared: there is no register at hand')
  const figures = [paper]
  if (!isKnown(register) || !isKnown(paper)) return { ...untold('VR-05', [paper]), figures, computed: told }
  const scale = scaleBetween(paper, register)
  if (scale === null)
    return {
      ...untold('VR-05', [paper]),
      figures,
      computed: severalWords([told, otherUnits(paper, register)]),
    }
  const verdict = verdictOf(paper, rangeOf(register), scale)
  return {
    rule: 'VR-05',
    figures,
    verdict,
    stated: named(paper),
    computed: told,
    difference: plain(subRatio(mulRatio(ratioOf(paper), scale), ratioOf(register))),
    ...(verdict === 'bound-unknown'
      ? {
          note: t(
            '名册里不详的那几条可能正好补上这个差；先把它们补全再核。',
            'The entries that the register does not know may make up the difference; complete them first.',
          ),
        }
      : {}),
  }
}

function otherUnits(paper: Figure, register: Figure): Text {
  const { zh, en } = listedWords([unitOf(paper), unitOf(register)])
  return t(`单位不同（${zh}），没有比`, `not compared, for the units differ (${en})`)
}

const scales: readonly (readonly [string, number])[] = [
  ['亿', 100_000_000],
  ['千万', 10_000_000],
  ['百万', 1_000_000],
  ['万', 10_000],
]

/** 3.1 万人 beside 人 is 10,000; null where the units are of different things. */
function scaleBetween({ unit: paper = '' }: Figure, { unit: register = '' }: Figure): Ratio | null {
  const [word, times] = scales.find(([begin]) => paper.startsWith(begin)) ?? ['', 1]
  const [own, part] = scales.find(([begin]) => register.startsWith(begin)) ?? ['', 1]
  const [thing, other] = [paper.slice(word.length), register.slice(own.length)]
  if (thing !== '' && other !== '' && thing !== other) return null
  return divRatio(ratio(times), ratio(part))
}

type Range = { low: Ratio; high: Ratio | null }

/** With unknown rows a register says from how many to how many; null: nobody knows the most. */
function rangeOf(register: Figure): Range {
  const low = ratioOf(register)
  if (register.atMost !== undefined) return { low, high: parseRatio(register.atMost) }
  return { low, high: (register.qualifier ?? '=') === '=' ? low : null }
}

function verdictOf(paper: Figure, range: Range, scale: Ratio): Verdict {
  const value = mulRatio(ratioOf(paper), scale)
  const half = divRatio(mulRatio(absolute(roundingOf(paper)), scale), ratio(2))
  const qualifier = paper.qualifier ?? '='
  if (qualifier === '=') return exactVerdict(value, half, range)
  if (qualifier === '~') return 'bound-unknown'
  const upwards = qualifier[0] === '>'
  const [sure, possible] = upwards ? [range.low, range.high] : [range.high, range.low]
  const keeps = (end: Ratio) => {
    const order = compareRatio(end, value) * (upwards ? 1 : -1)
    return order > 0 || (order === 0 && qualifier.endsWith('='))
  }
  if (sure !== null && keeps(sure)) return 'bound-ok'
  return possible !== null && !keeps(possible) ? 'contradiction' : 'bound-unknown'
}

/** Half of what it was rounded to, to both sides, is no difference. */
function exactVerdict(value: Ratio, half: Ratio, { low, high }: Range): Verdict {
  const [from, to] = [subRatio(value, half), addRatio(value, half)]
  if (compareRatio(low, to) > 0 || (high !== null && compareRatio(high, from) < 0)) return 'contradiction'
  if (high === null || compareRatio(low, from) < 0 || compareRatio(high, to) > 0) return 'bound-unknown'
  return compareRatio(low, value) === 0 && compareRatio(high, value) === 0 ? 'ok' : 'ok-tolerance'
}
