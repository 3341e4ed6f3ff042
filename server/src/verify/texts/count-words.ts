/** VR-15: a stated number of things against those that are named. */
import { t } from '#kernel'
import type { Seen } from './finding.ts'
import { seen } from './finding.ts'
import type { Paragraph, Part } from './parts.ts'
import { cjkNumber } from './parts.ts'

const numeral = '[一二两三四五六七八九十]'

type Named = { stated: number; named: number; spot: { at: number; length: number }; text: string }

/** Counts against the items of the same document; what agrees is not told. */
export function countFaults(part: Part): Seen[] {
  const named = part.paragraphs.flatMap((paragraph) => [
    ...listedAfter(paragraph),
    ...listedInBrackets(paragraph),
    ...listedBefore(paragraph),
  ])
  return [...ordinals(part), ...named].filter(({ stated, named }) => stated !== named).map(told)
}

function told({ stated, named, spot, text }: Named): Seen {
  const computed = t(`列出 ${named} 个`, `${named} are listed`)
  const fault = seen('VR-15', 'contradiction', { spots: [spot], stated: text, computed })
  return { ...fault, difference: `${stated - named}` }
}

const wordNumber = (text: string) => (/\d/.test(text) ? Number(text) : cjkNumber(text.replace('两', '二')))

/** 三个阶段 … 第一阶段 … 第四阶段. */
function ordinals({ paragraphs }: Part): Named[] {
  const all = paragraphs.flatMap(({ at, text }) =>
    [...text.matchAll(new RegExp(`(${numeral}|\\d)个?(阶段|层面|步骤|层次|环节)`, 'gu'))]
      .filter(({ index }) => text[index - 1] !== '第')
      .map((match) => ({
        at: at + match.index,
        length: match[0].length,
        n: match[1] ?? '',
        word: match[2] ?? '',
      })),
  )
  const whole = paragraphs.map(({ at, text }) => ({ at, text }))
  return all.flatMap(({ at, length, n, word }, i) => {
    const until = all.slice(i + 1).find((next) => next.word === word)?.at ?? Number.POSITIVE_INFINITY
    const numbers = whole.flatMap((one) =>
      [...one.text.matchAll(new RegExp(`第(${numeral})个?${word}`, 'gu'))]
        .filter(({ index }) => one.at + index > at && one.at + index < until)
        .map((match) => wordNumber(match[1] ?? '')),
    )
    const distinct = new Set(numbers).size
    return distinct < 2
      ? []
      : [{ stated: wordNumber(n), named: distinct, spot: { at, length }, text: `${n}个${word}` }]
  })
}

/** 五户分别是甲，乙，丙，丁，戊; 三个“到”，即思想到位、作风到底、工作到家. */
function listedAfter({ at, text }: Paragraph): Named[] {
  const forms = [
    new RegExp(`(${numeral}|\\d{1,2})(户|名|个|位|家|人)[^。；，：,:]{0,6}[，,]?分别[是为]([^。；;]+)`, 'gu'),
    new RegExp(`(${numeral})个[“"]?[一-龥]{1,3}[”"]?(?:的办法|的原则)?[，,]即[“"]?()([^。；”"]+)`, 'gu'),
    new RegExp(`(${numeral})句话[：:]()([^。；]+)`, 'gu'),
  ]
  return forms.flatMap((form) =>
    [...text.matchAll(form)].map((match) => {
      const list = (match[3] ?? '').replace(
        new RegExp(`(?:${numeral}|\\d{1,2})(?:户|名|个|位|家|人)$`, 'u'),
        '',
      )
      const named = itemsOf(list).length
      return {
        stated: wordNumber(match[1] ?? ''),
        named,
        spot: { at: at + match.index, length: match[0].length },
        text: match[0].slice(0, 30),
      }
    }),
  )
}

/** 八好(好妈妈，好婆婆 …); 三种二养(…) adds its numerals. */
function listedInBrackets({ at, text }: Paragraph): Named[] {
  const form = new RegExp(
    `(?<![第零一二三四五六七八九十])((?:${numeral}[一-龥]){1,3})[”"]?[(（]([^()（）]+)[)）]`,
    'gu',
  )
  return [...text.matchAll(form)].flatMap((match) => {
    const named = itemsOf(match[2] ?? '')
    const words = match[1] ?? ''
    if (named.length < 2 || /[年月日号条款项章节]/.test(words) || (match[2] ?? '').includes('等')) return []
    return [
      {
        stated: sumOfNumerals(words),
        named: named.length,
        spot: { at: at + match.index, length: match[0].length },
        text: match[0].slice(0, 30),
      },
    ]
  })
}

/** 治保、调解、巡逻、帮教、普法“五支队伍”; “水、电、路”等三项; 吃饭、穿衣 … 等“两不愁三保障”. */
function listedBefore({ at, text }: Paragraph): Named[] {
  const items = '[一-龥]{1,8}(?:、[一-龥]{1,8}){1,}?'
  const quoted = new RegExp(`(${items})等?[“"]((?:${numeral}[一-龥]{1,4}){1,3})[”"]`, 'gu')
  const listed = new RegExp(`[“"](${items})[”"]等(${numeral})[项个种类]`, 'gu')
  return [quoted, listed].flatMap((form) =>
    [...text.matchAll(form)].map((match) => ({
      stated: sumOfNumerals(match[2] ?? ''),
      named: itemsOf(match[1] ?? '').length,
      spot: { at: at + match.index, length: match[0].length },
      text: match[0].slice(0, 40),
    })),
  )
}

function itemsOf(list: string): string[] {
  return list.split(/[、，,]|和(?=[一-龥])/u).filter((item) => item.trim() !== '')
}

function sumOfNumerals(words: string): number {
  return [...words.matchAll(new RegExp(numeral, 'gu'))].reduce((sum, [one]) => sum + wordNumber(one), 0)
}
