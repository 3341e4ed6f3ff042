/** Relations of brackets, days, lists and plausibility: VR-10, VR-11, VR-13, VR-15, VR-16, VR-18. */
import { day, parseRatio, t } from '#kernel'
import type { Bracket } from './bracket.ts'
import { checkBrackets, checkCases } from './bracket.ts'
import { checkMonthDay, checkNthWeekday, checkStages, checkTerm } from './feasible.ts'
import { checkApart, checkCount, checkCovered, checkNamedLargest, checkRun, checkSameWord } from './listed.ts'
import type { Look, Said } from './outcome.ts'
import { isKnown, listed, plain, ratioOf, said } from './outcome.ts'
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
    stated: brackets.map(({ label }) => label).join('、'),
    computed:
      faults
        .map(({ verdict: one, at, between }) =>
          one === 'overlap'
            ? `${plain(at)} 同属${between.map((label) => `“${label}”`).join('和')}`
            : `${plain(at)} 没有档`,
        )
        .join('；') || '各档相接',
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

export function runCases({ cases, lines }: RelationOf<'cases'>): Said {
  const { verdict, uncovered, twice } = checkCases(cases, lines)
  const faults = [...uncovered.map((one) => `“${one}”没有标准`), ...twice.map((one) => `“${one}”有两个标准`)]
  return {
    rule: 'VR-10',
    figures: [],
    verdict,
    stated: lines.map((line) => line.join('、')).join('；'),
    computed: faults.join('；') || '都有标准',
    difference: null,
  }
}

export function runTerm({ issued, days, stageEnd }: RelationOf<'term'>): Said {
  const { verdict, ends, late } = checkTerm({ issued: day(issued), days, stageEnd: day(stageEnd) })
  return {
    rule: 'VR-11',
    figures: [],
    verdict,
    stated: `${stageEnd} 前完成，期限 ${days} 天`,
    computed: `${issued} 起 ${days} 天是 ${ends}`,
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
    stated: stages.map(({ label, from, to }) => `${label} ${from} 至 ${to}`).join('；'),
    computed: at === null ? '各阶段相接' : `${at}${days > 0 ? `空 ${days} 天` : `重 ${-days} 天`}`,
    difference: at === null ? null : `${days}`,
  }
}

export function runMonthDay({ day: onDay }: RelationOf<'monthDay'>): Said {
  const { verdict, months } = checkMonthDay(onDay)
  return {
    rule: 'VR-10',
    figures: [],
    verdict,
    stated: `每月 ${onDay} 日`,
    computed: months.length > 0 ? `${months.join('、')} 月没有 ${onDay} 日` : '每月都有',
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
    stated: `${on} 是当月第 ${nth} 个星期${'一二三四五六日'[weekday - 1] ?? ''}`,
    computed: `当月第 ${found.nth} 个星期${'一二三四五六日'[found.weekday - 1] ?? ''}`,
    difference: null,
  }
}

export function runCount({ stated, named }: RelationOf<'count'>, look: Look): Said {
  const one = look(stated)
  const { verdict, difference } = checkCount(Number(one.value), named)
  return {
    rule: 'VR-15',
    figures: [one],
    verdict: isKnown(one) ? verdict : 'bound-unknown',
    stated: `${one.label} ${said(one)}`,
    computed: `列出 ${named.length} 个：${named.join('、')}`,
    difference: isKnown(one) ? `${difference}` : null,
  }
}

const listing = (figures: readonly Figure[] = []) => ({ figures, difference: null })

export function runApart({ first, second }: RelationOf<'apart'>): Said {
  const { verdict, both } = checkApart(first, second)
  const computed = both.length > 0 ? `${both.join('、')}两边都有` : '没有重的'
  return {
    rule: 'VR-05',
    verdict,
    stated: `${first.join('、')} → ${second.join('、')}`,
    computed,
    ...listing(),
  }
}

export function runCovered({ wanted, given, otherwise }: RelationOf<'covered'>): Said {
  const { verdict, missing } = checkCovered(wanted, given, otherwise)
  const computed = missing.length > 0 ? `没有${missing.join('、')}` : '都有'
  return { rule: 'VR-05', verdict, stated: wanted.join('、'), computed, ...listing() }
}

export function runLargest({ sizes }: RelationOf<'largest'>, look: Look): Said {
  const items = sizes.map(({ figure, named }) => ({ figure: look(figure), named }))
  const { verdict, wrong } = checkNamedLargest(
    items.map(({ figure, named }) => ({ label: figure.label, value: ratioOf(figure), named })),
  )
  const named = items.flatMap((one) => (one.named ? [one.figure] : []))
  const computed = wrong.map((one) => `“${one.larger}”更多，没有提到，“${one.named}”提到了`).join('；')
  return {
    rule: 'VR-05',
    verdict,
    stated: `较多的：${listed(named)}`,
    computed: computed || '提到的都是较多的',
    ...listing(named),
  }
}

export function runRun({ numbers }: RelationOf<'run'>): Said {
  const { verdict, missing, repeated } = checkRun(numbers)
  const faults = [
    ...(missing.length > 0 ? [`缺 ${missing.join('、')}`] : []),
    ...(repeated.length > 0 ? [`重 ${repeated.join('、')}`] : []),
  ]
  return {
    rule: 'VR-13',
    verdict,
    stated: numbers.join('、'),
    computed: faults.join('；') || '连续',
    ...listing(),
  }
}

export function runSameWord({ words }: RelationOf<'sameWord'>): Said {
  const [first = '', ...rest] = [...new Set(words)]
  const computed = rest.join('、') || '一致'
  return { rule: 'VR-05', verdict: checkSameWord(words), stated: first, computed, ...listing() }
}
