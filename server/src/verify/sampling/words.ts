/** The method and its limits in plain words: the same on the page, on paper and in Word. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import { dayAt } from '#platform'
import type { SampleDesign } from './define.ts'
import type { SampleResult } from './result.ts'
import type { Rule } from './rule.ts'
import type { Sample } from './sample-store.ts'

/** Below so many looked-at records a place is a hint only. */
export const FEW = 10

export type Paragraph = { head: Text; text: Text }

export type Told = { sample: Sample; design: SampleDesign; counter: Text; result: SampleResult }

/** 10.5 %; 0 % and 100 % without decimals. */
export function percentText(rate: number): string {
  const shown = (rate * 100).toFixed(1)
  return `${shown.replace(/\.0$/, '')}%`
}

export function intervalText({ low, high }: { low: number; high: number }): string {
  return `${percentText(low)}–${percentText(high)}`
}

/** The one sentence that a report begins with. */
export function answerWords({ sample, design, counter, result }: Told): Text {
  const { estimate, all } = result.whole
  const what = design.label
  const scope =
    estimate.covered < all
      ? t(
          `有结果的各层共 ${number(estimate.covered)} ${counter.zh}`,
          `${number(estimate.covered)} in layers with results`,
        )
      : t(`${number(all)} ${counter.zh}`, number(all))
  if (estimate.method === 'none')
    return t('还没有结果，什么也不能估计。', 'No results yet; nothing can be estimated.')
  const least = Math.round(estimate.low * estimate.covered)
  const most = Math.round(estimate.high * estimate.covered)
  return t(
    `${what.zh}${scope.zh}，查了 ${number(estimate.looked)} ${counter.zh}，${number(estimate.faults)} ${counter.zh}有错。估计错误率 ${percentText(estimate.rate)}，${sample.rule.confidence}% 把握在 ${intervalText(estimate)} 之间，约合 ${number(least)} 到 ${number(most)} ${counter.zh}。`,
    `${number(estimate.looked)} of ${scope.en} records were looked at, ${number(estimate.faults)} were faulty. The rate is estimated at ${percentText(estimate.rate)}; with ${sample.rule.confidence}% confidence it lies in ${intervalText(estimate)}, about ${number(least)} to ${number(most)} records.`,
  )
}

/** How it was drawn and computed. */
export function methodWords(told: Told): Paragraph[] {
  return [
    drawnWords(told),
    sizeWords(told.sample.rule),
    spreadWords(told.sample.rule),
    rateWords(),
    intervalWords(told.sample.rule),
  ]
}

function drawnWords({ sample, counter, result }: Told): Paragraph {
  const layer = layerWords(sample.rule)
  const at = dayAt(sample.drawnAt)
  return {
    head: t('怎么抽的', 'How it was drawn'),
    text: t(
      `${at} 从名册 ${number(result.whole.all)} ${counter.zh}里抽 ${number(result.whole.drawn)} ${counter.zh}，每个${layer.zh}单独抽。对每条记录算“种子:编号”的 SHA-256，从小到大取前几条，机会人人一样，谁也不能挑。种子“${sample.seed}”，名单校验码 ${sample.digest.slice(0, 16)}，拿着这两样任何人都能抽出同样的记录。`,
      `On ${at} ${number(result.whole.drawn)} of ${number(result.whole.all)} records were drawn, each ${layer.en} by itself: SHA-256 of "seed:id" for every record, the smallest first. Every record has the same chance and nobody can choose. With the seed "${sample.seed}" and the list (fingerprint ${sample.digest.slice(0, 16)}) anybody draws the same again.`,
    ),
  }
}

function sizeWords({ confidence, precision, expected, holds, least, after }: Rule): Paragraph {
  const scope = holds === 'whole' ? t('合计', 'the whole') : t('每一层', 'each layer')
  const basis =
    after === null
      ? t(`预计 ${expected}% 有错`, `${expected}% were expected to be faulty`)
      : t('按上一轮查出的错误率', 'by the rates of the earlier round')
  return {
    head: t('为什么抽这么多', 'Why so many'),
    text: t(
      `${basis.zh}，要${scope.zh}在 ${confidence}% 的把握下误差不超过 ±${precision} 个百分点。先算 n0 = z²·p(1−p)/e²，再按名册大小折减：n = n0/(1+(n0−1)/N)；分层时各层的离散程度按记录数加权。每层至少 ${least} 条。`,
      `${basis.en}; ${scope.en} should be within ±${precision} percentage points at ${confidence}% confidence. n0 = z²·p(1−p)/e², reduced for the size of the register: n = n0/(1+(n0−1)/N); with layers their spreads are weighted by their records. At least ${least} in each layer.`,
    ),
  }
}

function spreadWords({ allocation, layers }: Rule): Paragraph {
  const layer = layerWords({ layers })
  return {
    head: t('怎么分的', 'How it was spread'),
    text:
      allocation === 'neyman'
        ? t(
            `记录多、上一轮错得多的${layer.zh}多抽（奈曼分配：按记录数×√(p(1−p))）。上一轮没有查出错的也照留最低条数，不当作没有错。`,
            `${layer.en}s with more records and more faults in the earlier round give more (Neyman: records × √(p(1−p))). Where no fault was seen the least number stays; it is not taken for free of faults.`,
          )
        : t(`按记录数的多少分到各${layer.zh}。`, `In proportion to the records of each ${layer.en}.`),
  }
}

function rateWords(): Paragraph {
  return {
    head: t('错误率怎么算的', 'How the rate is computed'),
    text: t(
      '有一项不符，或现场找不到，这条就算有错。合计不是“错的÷查的”：各层的错误率按它的记录数加权，记录多的层分量重。',
      'A record with one field wrong, or that could not be found, counts as faulty. The whole is not "faulty ÷ looked at": each layer counts by its records.',
    ),
  }
}

function intervalWords({ confidence }: Rule): Paragraph {
  return {
    head: t('区间怎么来的', 'Where the intervals come from'),
    text: t(
      `单独一层、一个村，用克洛珀－皮尔逊法（Clopper–Pearson，按名册大小用超几何分布）：条数再少也保证 ${confidence}% 的把握，所以偏宽。几层合起来条数多了，用威尔逊法（Wilson），样本量按分层折算成等效条数：错误率低时它不会像常用的“±”那样越到 0 以下，平均把握接近 ${confidence}%。整村都查了的，没有区间。`,
      `One layer or one village: Clopper–Pearson in its finite form (hypergeometric), which keeps ${confidence}% however few the records are, and is therefore wide. Several layers together: Wilson's interval at the effective size of the layered sample, which does not fall below 0 at low rates as the usual "±" does, and holds about ${confidence}% on average. A village that was looked at whole has no interval.`,
    ),
  }
}

function layerWords({ layers }: Pick<Rule, 'layers'>): Text {
  return layers === 'township' ? t('乡镇', 'township') : t('村', 'village')
}

/** What the sample cannot say; every line that applies. */
export function limitWords(told: Told): Text[] {
  return [...placeLimits(told), ...recordLimits(told), ...alwaysLimits(told)].filter((one) => one !== null)
}

function placeLimits({ counter, result: { whole, villages, townships } }: Told): (Text | null)[] {
  const few = villages.filter(
    ({ estimate: { looked, low, high } }) => looked > 0 && looked < FEW && low < high,
  )
  const none = villages.filter(({ estimate }) => estimate.looked === 0)
  const partial = townships.filter((one) => one.partial).length
  const { covered, looked } = whole.estimate
  return [
    few.length > 0
      ? t(
          `有 ${few.length} 个村查了不到 ${FEW} ${counter.zh}，区间很宽，只能当线索，不能排名次，不能据此问责。`,
          `${few.length} villages have fewer than ${FEW} results; their wide intervals are hints, no ranking and no reproach.`,
        )
      : null,
    none.length > 0
      ? t(
          `有 ${none.length} 个村没有结果，单独说不了什么。`,
          `${none.length} villages have no results and nothing is said of them.`,
        )
      : null,
    partial > 0
      ? t(
          `有 ${partial} 个乡镇只查了一部分村，估计偏向查过的村；要等各村都有结果才作数。`,
          `${partial} townships have results from some of their villages only and lean to those; they count when every village has results.`,
        )
      : null,
    covered < whole.all && looked > 0
      ? t(
          `合计只说到有结果的层，共 ${number(covered)} ${counter.zh}，不是全部 ${number(whole.all)} ${counter.zh}。`,
          `The whole speaks of layers with results, ${number(covered)} records, not of all ${number(whole.all)}.`,
        )
      : null,
  ]
}

function recordLimits({ counter, result }: Told): (Text | null)[] {
  const { whole, tasks } = result
  const changed = tasks.filter(({ fate }) => fate === 'changed').length
  return [
    whole.silent > 0 ? silentWords(counter, result) : null,
    whole.gone > 0
      ? t(
          `抽中后有 ${whole.gone} ${counter.zh}从名册删去或迁出，不用再查，名单在下面。`,
          `${whole.gone} records were removed or moved away after the draw; they are listed below.`,
        )
      : null,
    changed > 0
      ? t(
          `抽中后名册改过 ${changed} ${counter.zh}，错误率说的是去查那天的名册。`,
          `${changed} records were rewritten after the draw; the rate speaks of the register on the day of the visit.`,
        )
      : null,
  ]
}

function silentWords(counter: Text, { whole, notMet, silence }: SampleResult): Text {
  const met = notMet > 0 ? `（其中 ${notMet} ${counter.zh}去了没见到人）` : ''
  const metEn = notMet > 0 ? ` (${notMet} visited without meeting anybody)` : ''
  return t(
    `还有 ${whole.silent} ${counter.zh}没有结果${met}，没有算在内。要是都没错，错误率是 ${percentText(silence.low)}；要是都有错，是 ${percentText(silence.high)}。`,
    `${whole.silent} records have no result${metEn} and are not counted. If none of them were faulty the rate would be ${percentText(silence.low)}, if all were, ${percentText(silence.high)}.`,
  )
}

function alwaysLimits({ sample }: Told): (Text | null)[] {
  return [
    t(
      '两个地方的区间有重叠，就不能说谁比谁差。抽查只看登记的对不对，不看待遇该不该给；名册里漏登的人抽不到，漏登率另查。',
      'Where two intervals overlap, neither place can be called worse. The sample looks at what is written, not at who is entitled; people missing from the register cannot be drawn.',
    ),
    sample.closedAt === null
      ? t('抽查还没有收尾，数字会变。', 'The sample is not closed; the figures will change.')
      : null,
  ]
}

function number(count: number): string {
  return count.toLocaleString('en-US')
}
