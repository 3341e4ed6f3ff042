/** Relations of brackets, days, lists and plausibility: VR-10, VR-11, VR-13, VR-15, VR-16, VR-18. */
import type { Text } from '#kernel'
import { day, parseRatio, t } from '#kernel'
import { both, listedWords, same, severalWords } from '../words.ts'
import type { Bracket } from './bracket.ts'
import { checkBrackets, checkCases } from './bracket.ts'
import { checkMonthDay, checkNthWeekday, checkStages, checkTerm } from './feasible.ts'
import { checkApart, checkCount, checkCovered, checkNamedLargest, checkRun, checkSameWord } from './listed.ts'
import type { Look, Said } from './outcome.ts'
import { isKnown, listed, named, plain, ratioOf } from './outcome.ts'
import type { Figure, RelationOf } from './shape.ts'

export function runBrackets({ brackets }: RelationOf<'brackets'>): Said {
  const read = brackets.map(
    ({ from, to, ...more }): Bracket => ({
      ...more,
      ...(from === undefined ? {} : { from: parseRatio(from) }),
      ...(to === undefined ? {} : { to: parseRatio(to) }),
    }),
  )
  const { verdict, faults } = checkBrackets(read)
  return {
    rule: 'VR-10',
    figures: [],
    verdict,
    stated: listedWords(brackets.map(({ label }) => label)),
    computed: faults.length > 0 ? severalWords(faults.map(bracketFault)) : t('各档相接', 'no gaps'),
    difference: null,
    ...(verdict === 'overlap'
      ? {
          note: t(
            '没有另写的，界上的数归上一档。',
            'Unless said otherwise the upper bracket takes the limit.',
          ),
        }
      : {}),
  }
}

type BracketFault = ReturnType<typeof checkBrackets>['faults'][number]

function bracketFault({ verdict, at, between }: BracketFault): Text {
  if (verdict !== 'overlap') return t(`${plain(at)} 没有档`, `no bracket for ${plain(at)}`)
  return t(
    `${plain(at)} 同属${between.map((label) => `“${label}”`).join('和')}`,
    `${plain(at)} is in ${between.map((label) => `"${label}"`).join(' and ')}`,
  )
}

export function runCases({ cases, lines }: RelationOf<'cases'>): Said {
  const { verdict, uncovered, twice } = checkCases(cases, lines)
  const faults = [
    ...uncovered.map((one) => t(`“${one}”没有标准`, `no rate for "${one}"`)),
    ...twice.map((one) => t(`“${one}”有两个标准`, `two rates for "${one}"`)),
  ]
  return {
    rule: 'VR-10',
    figures: [],
    verdict,
    stated: severalWords(lines.map((line) => listedWords(line))),
    computed: faults.length > 0 ? severalWords(faults) : t('都有标准', 'each has a rate'),
    difference: null,
  }
}

export function runTerm({ issued, days, stageEnd }: RelationOf<'term'>): Said {
  const { verdict, ends, late } = checkTerm({ issued: day(issued), days, stageEnd: day(stageEnd) })
  return {
    rule: 'VR-11',
    figures: [],
    verdict,
    stated: t(`${stageEnd} 前完成，期限 ${days} 天`, `to be done by ${stageEnd}, term ${days} days`),
    computed: t(`${issued} 起 ${days} 天是 ${ends}`, `${days} days from ${issued} end on ${ends}`),
    difference: late > 0 ? `${late}` : null,
  }
}

export function runStages({ stages }: RelationOf<'stages'>): Said {
  const { verdict, at, days } = checkStages(
    stages.map(({ label, from, to }) => ({ label, from: day(from), to: day(to) })),
  )
  return {
    rule: 'VR-11',
    figures: [],
    verdict,
    stated: severalWords(
      stages.map(({ label, from, to }) => t(`${label} ${from} 至 ${to}`, `${label} ${from} to ${to}`)),
    ),
    computed: at === null ? t('各阶段相接', 'no gaps') : stageFault(at, days),
    difference: at === null ? null : `${days}`,
  }
}

function stageFault(at: string, days: number): Text {
  return days > 0
    ? t(`${at}空 ${days} 天`, `${at}: ${days} days between`)
    : t(`${at}重 ${-days} 天`, `${at}: ${-days} days in both`)
}

export function runMonthDay({ day: onDay }: RelationOf<'monthDay'>): Said {
  const { verdict, months } = checkMonthDay(onDay)
  return {
    rule: 'VR-10',
    figures: [],
    verdict,
    stated: t(`每月 ${onDay} 日`, `day ${onDay} of each month`),
    computed:
      months.length > 0
        ? t(`${months.join('、')} 月没有 ${onDay} 日`, `months without day ${onDay}: ${months.join(', ')}`)
        : t('每月都有', 'each month has it'),
    difference: null,
    ...(months.length > 0
      ? {
          note: t(
            '没有另写的，按当月最后一天办。',
            'Unless said otherwise the last day of the month counts.',
          ),
        }
      : {}),
  }
}

export function runWeekday({ day: on, weekday, nth }: RelationOf<'weekday'>): Said {
  const found = checkNthWeekday({ day: day(on), weekday, nth })
  return {
    rule: 'VR-05',
    figures: [],
    verdict: found.verdict,
    stated: both`${on}${t(' 是', ' is ')}${weekdayWords(weekday, nth)}`,
    computed: weekdayWords(found.weekday, found.nth),
    difference: null,
  }
}

const weekdays = [
  t('一', 'Monday'),
  t('二', 'Tuesday'),
  t('三', 'Wednesday'),
  t('四', 'Thursday'),
  t('五', 'Friday'),
  t('六', 'Saturday'),
  t('日', 'Sunday'),
]

function weekdayWords(weekday: number, nth: number): Text {
  const { zh, en } = weekdays[weekday - 1] ?? t('', '')
  return t(`当月第 ${nth} 个星期${zh}`, `${en} number ${nth} of its month`)
}

export function runCount({ stated, named: items }: RelationOf<'count'>, look: Look): Said {
  const one = look(stated)
  const { verdict, difference } = checkCount(Number(one.value), items)
  return {
    rule: 'VR-15',
    figures: [one],
    verdict: isKnown(one) ? verdict : 'bound-unknown',
    stated: named(one),
    computed: t(
      `列出 ${items.length} 个：${items.join('、')}`,
      `${items.length} are listed: ${items.join(', ')}`,
    ),
    difference: isKnown(one) ? `${difference}` : null,
  }
}

const listing = (figures: readonly Figure[] = []) => ({ figures, difference: null })

export function runApart({ first, second }: RelationOf<'apart'>): Said {
  const { verdict, both: twice } = checkApart(first, second)
  const computed =
    twice.length > 0
      ? t(`${twice.join('、')}两边都有`, `on both sides: ${twice.join(', ')}`)
      : t('没有重的', 'none is on both sides')
  return {
    rule: 'VR-05',
    verdict,
    stated: both`${listedWords(first)} → ${listedWords(second)}`,
    computed,
    ...listing(),
  }
}

export function runCovered({ wanted, given, otherwise }: RelationOf<'covered'>): Said {
  const { verdict, missing } = checkCovered(wanted, given, otherwise)
  const computed =
    missing.length > 0
      ? t(`没有${missing.join('、')}`, `not there: ${missing.join(', ')}`)
      : t('都有', 'all are there')
  return { rule: 'VR-05', verdict, stated: listedWords(wanted), computed, ...listing() }
}

export function runLargest({ sizes }: RelationOf<'largest'>, look: Look): Said {
  const items = sizes.map((one) => ({ figure: look(one.figure), named: one.named }))
  const { verdict, wrong } = checkNamedLargest(
    items.map((one) => ({ label: one.figure.label, value: ratioOf(one.figure), named: one.named })),
  )
  const told = items.flatMap((one) => (one.named ? [one.figure] : []))
  const faults = wrong.map((one) =>
    t(
      `“${one.larger}”更多，没有提到，“${one.named}”提到了`,
      `"${one.larger}" is larger and not named, "${one.named}" is named`,
    ),
  )
  return {
    rule: 'VR-05',
    verdict,
    stated: t(`较多的：${listed(told).zh}`, `the largest: ${listed(told).en}`),
    computed: faults.length > 0 ? severalWords(faults) : t('提到的都是较多的', 'those named are the largest'),
    ...listing(told),
  }
}

export function runRun({ numbers }: RelationOf<'run'>): Said {
  const { verdict, missing, repeated } = checkRun(numbers)
  const faults = [
    ...(missing.length > 0 ? [t(`缺 ${missing.join('、')}`, `missing: ${missing.join(', ')}`)] : []),
    ...(repeated.length > 0 ? [t(`重 ${repeated.join('、')}`, `twice: ${repeated.join(', ')}`)] : []),
  ]
  return {
    rule: 'VR-13',
    verdict,
    stated: listedWords(numbers),
    computed: faults.length > 0 ? severalWords(faults) : t('连续', 'they run on'),
    ...listing(),
  }
}

export function runSameWord({ words }: RelationOf<'sameWord'>): Said {
  const [first = '', ...rest] = [...new Set(words)]
  const computed = rest.length > 0 ? listedWords(rest) : t('一致', 'the same')
  return { rule: 'VR-05', verdict: checkSameWord(words), stated: same(first), computed, ...listing() }
}
