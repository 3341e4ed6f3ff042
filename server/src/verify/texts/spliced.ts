/** VR-17: words that came from elsewhere: another place or year, a stray title, what a web page left behind. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Seen, Spot } from './finding.ts'
import { seen } from './finding.ts'
import type { Paragraph, Part } from './parts.ts'

/** Faults of one document. */
export function splicedText(part: Part): Seen[] {
  return [
    ...otherSubject(part),
    ...otherDecade(part),
    ...part.paragraphs.flatMap((one) => [...strayTitle(one), ...monthLost(one), ...pageWords(one)]),
    ...beginningLost(part),
  ]
}

const spliced = (spots: readonly Spot[], stated: string, computed: Text) =>
  seen('VR-17', 'spliced-text', { spots, stated, computed })

/** 自我区分 is none; whoever was elected by a district speaks for it. */
const own = /(?:(?<![自本忘])我|(?<=当选为|作为))([区县市])(?![分别场])/gu

/** 我区, 我县 and 我市 in one document. */
function otherSubject({ paragraphs }: Part): Seen[] {
  const found = paragraphs.flatMap(({ at, text }) =>
    [...text.matchAll(own)].map((match) => ({
      unit: match[1] ?? '',
      spot: { at: at + match.index, length: match[0].length },
    })),
  )
  const units = [...new Set(found.map(({ unit }) => unit))]
  if (units.length < 2) return []
  const firsts = units.flatMap((unit) => found.find((one) => one.unit === unit) ?? [])
  const stated = units.map((unit) => `我${unit}`).join('、')
  return [
    spliced(
      firsts.map(({ spot }) => spot),
      stated,
      t('一篇里说了几个不同的“我”', 'the text calls several places its own (我)'),
    ),
  ]
}

/** 08年 beside 201x年. */
function otherDecade({ paragraphs }: Part): Seen[] {
  const found = paragraphs.flatMap(({ at, text }) =>
    [
      ...text.matchAll(/(?<![\dxX×_.])(?:(?:19|20)\d[\dxX×_]|\d\d)(?=年(?!龄|级|来|以|度?内|期|限|左右))/gu),
    ].map((match) => ({
      decade: (match[0].length === 2 ? `20${match[0]}` : match[0]).slice(0, 3),
      short: match[0].length === 2,
      shown: match[0],
      spot: { at: at + match.index, length: match[0].length + 1 },
    })),
  )
  const long = found.filter(({ short }) => !short)
  return found
    .filter(({ short, decade }) => short && long.length > 0 && long.every((one) => one.decade !== decade))
    .map(({ spot, shown }) => spliced([spot], `${shown}年`, otherYear(long[0]?.shown ?? '')))
}

const otherYear = (shown: string): Text => t(`别处写的是 ${shown}年`, `elsewhere it is ${shown}`)

const strayWords = t('句中夹了别的标题', 'another title stands within a sentence')
const title = /[(（][一-龥]{2,14}(?:方案|策划书|范文|总结|计划书|心得体会|工作报告)[)）]/gu
const twice = /([一-龥\dxX]{5,30}(?:方案|总结|计划|报告))\1/gu

/** A title in the middle of a sentence, or one that stands twice. */
function strayTitle({ at, text }: Paragraph): Seen[] {
  const inside = [...text.matchAll(title)].filter(
    ({ 0: words, index }) =>
      !/简称|详见|以下|见|即/.test(words) &&
      text[index - 1] !== '》' &&
      index > 0 &&
      index + words.length < text.length,
  )
  return [...inside, ...text.matchAll(twice)].map((match) =>
    spliced([{ at: at + match.index, length: match[0].length }], match[0], strayWords),
  )
}

/** 20xx年11底前: a month without its word. */
function monthLost({ at, text }: Paragraph): Seen[] {
  return [...text.matchAll(/年\d{1,2}(?=[底初])/gu)].map((match) =>
    spliced(
      [{ at: at + match.index, length: match[0].length + 1 }],
      text.slice(Math.max(0, match.index - 4), match.index + match[0].length + 2),
      t('缺“月”字', 'the word 月 (month) is missing'),
    ),
  )
}

const page =
  /小编|笔者为您推荐|下载文档前|不提供额外的编辑|如文档侵犯|仅部分预览|欢迎(?:大家)?(?:阅读|参考)|供大家参考|推荐度[:：]|相关推荐|相关文章|\[bookmark:[^\]]*\]|歡迎訪問|点击[:：]\d|通用\d+篇|仅供参考/u

/** What the page of a web site or an editor left behind. */
function pageWords({ at, text }: Paragraph): Seen[] {
  const match = page.exec(text)
  if (!match) return []
  const spot = { at: at + match.index, length: match[0].length }
  return [
    spliced(
      [spot],
      text.slice(0, 40),
      t('网页或编辑软件留下的字句', 'words left by a web page or an editor'),
    ),
  ]
}

/** A paragraph that begins with a bare number though the sentence before had ended: what stood before is lost. */
function beginningLost({ paragraphs }: Part): Seen[] {
  return paragraphs.flatMap(({ at, text }, i) => {
    const match = /^\d{2,6}(?:人员|人|户|个|亩|元|名)(?=[，。、,])/u.exec(text)
    const before = paragraphs[i - 1]?.text ?? ''
    if (!match || !/[。！？；]$/.test(before)) return []
    return [
      spliced(
        [{ at, length: match[0].length }],
        text.slice(0, 24),
        t('前面的字不见了', 'what stood before is lost'),
      ),
    ]
  })
}

/** A collection whose title bears a year that none of the papers speaks of, all being at least three years older. */
export function titleYear(parts: readonly Part[]): Seen[] {
  const [first] = parts[0]?.paragraphs ?? []
  const match = first && /(20\d\d)年/.exec(first.text)
  if (!first || !match || first.text.length > 60) return []
  const years = parts.flatMap(({ paragraphs }) =>
    paragraphs
      .slice(0)
      .flatMap((one) =>
        one === first ? [] : [...one.text.matchAll(/(20\d\d)年/gu)].map((m) => Number(m[1])),
      ),
  )
  const latest = Math.max(...years)
  if (years.length === 0 || latest > Number(match[1]) - 3) return []
  const spot = { at: first.at + match.index, length: match[0].length }
  const computed = t(
    `题目是 ${match[1]} 年，文中最晚是 ${latest} 年`,
    `the title is of ${match[1]}, the latest year in the text is ${latest}`,
  )
  return [spliced([spot], first.text, computed)]
}
