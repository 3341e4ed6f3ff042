/** Folding of imported text to one form, with the raw text kept and what cannot be decoded reported (GEN-11). */
import type { Text } from './label.ts'
import { t } from './label.ts'
import type { Place } from './problem.ts'
import { placeText } from './problem.ts'

/** A stretch of the raw text that is no writing; `at` counts UTF-16 units from 0. */
export type Undecodable = { at: number; run: string }

export type Folded = { raw: string; text: string; undecodable: Undecodable[] }

/** Traditional to simplified characters; the dictionary lives outside the kernel. */
export type ToSimplified = (text: string) => string

const tone = 'āáǎàēéěèêīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ'
/** A gloss follows a Chinese character, holds Latin letters only, and at least one of them has a tone mark. */
const gloss = new RegExp(`(?<=\\p{Script=Han})[(（](?=[^()（）]*[${tone}])[a-zü${tone}\\s'’]+[)）]`, 'giu')

/**
 * The text without glosses, simplified, in half width, with single spaces. Undecodable runs stay in it and are
 * listed with their position in the raw text: whoever takes the text has to deal with them.
 */
export function foldText(raw: string, toSimplified: ToSimplified): Folded {
  const text = toSimplified(foldSpace(foldWidth(stripGlosses(raw.normalize('NFC')))))
  return { raw, text, undecodable: findUndecodable(raw) }
}

/** As `foldText` for names of persons, bodies and places: no spaces by Chinese characters, one middle dot, half-width brackets. */
export function foldName(raw: string, toSimplified: ToSimplified): Folded {
  const folded = foldText(raw, toSimplified)
  const dotted = folded.text.replace(
    /\s*[·•・･‧∙⋅]\s*|(?<=\p{Script=Han})\s*[.．]\s*(?=\p{Script=Han})/gu,
    '·',
  )
  const text = dotted
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .replace(/(?<=[\p{Script=Han}()·])\s+|\s+(?=[\p{Script=Han}()·])/gu, '')
  return { ...folded, text }
}

/** 農(nóng)民 -> 農民 */
export function stripGlosses(text: string): string {
  return text.replace(gloss, '')
}

const wide = /[　！-～]/

/** Full-width letters, digits and signs to half width; the punctuation of Chinese sentences stays. */
export function foldWidth(text: string): string {
  if (!wide.test(text)) return text
  return text
    .replace(/　/g, ' ')
    .replace(/[！-～]/g, (c) =>
      '，：；！？（）'.includes(c) ? c : String.fromCharCode(c.charCodeAt(0) - 0xfee0),
    )
}

function foldSpace(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}

/**
 * Signs of a lost encoding, in this order: UTF-8 read as Latin-1; replacement, private and control characters; GBK
 * read of U+FFFD (锟斤拷); question marks in a row, or one between Chinese characters with other signs after it
 * ("規?；N植" for 规模化种植), or a half-width one alone between them.
 */
const lost = [
  /(?:[\u00c2-\u00f4][\u0080-\u00bf]+)+/u,
  /(?:(?![\t\n\r])[\p{Cc}\p{Co}\ufffd])+/u,
  /(?:锟斤拷?|斤拷)+/u,
  /[?？]{2,}/u,
  /(?<=[\p{Script=Han})）])[?？][;；:：,，.。A-Za-z]+(?=\p{Script=Han})/u,
  /(?<=[\p{Script=Han})）])\?(?=\p{Script=Han})/u,
]
const undecodable = new RegExp(lost.map((sign) => sign.source).join('|'), 'gu')

/** One of these stands in every such sign. */
const suspect = /[\p{Cc}\p{Co}\u00c2-\u00f4\ufffd锟斤?？]/u

/** All stretches that cannot be what was written, with their position. */
export function findUndecodable(raw: string): Undecodable[] {
  if (!suspect.test(raw)) return []
  return [...raw.matchAll(undecodable)].map((match) => ({ at: match.index, run: match[0] }))
}

/** What to tell the person who imports: where, what, and what to do. */
export function undecodableText({ at, run }: Undecodable, place: Place): Text {
  const where = placeText(place)
  return t(
    `${where.zh} 第 ${at + 1} 个字符起“${run}”无法辨认。请对照原件填写。`.trim(),
    `${where.en} from character ${at + 1}: "${run}" cannot be decoded. Copy it from the original.`.trim(),
  )
}
