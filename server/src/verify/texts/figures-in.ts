/** Reads the figures out of a text: number, unit, bound, and what stands before it as its name. Nothing is inferred from them here. */
import type { Ratio } from '#kernel'
import { mulRatio, parseRatio, ratio, ratioText } from '#kernel'
import type { Figure } from '../figures/shape.ts'
import type { Spot } from './finding.ts'

/** `sentence`: which one, from 0; `spot`: number with unit in the text. `scale`: 万 or 亿, kept in the unit. */
export type TextFigure = Figure & { spot: Spot; sentence: number; percent: boolean }

/** A traditional text is read by these characters only; one for one, so that positions stay. */
const plainSigns: Record<string, string> = {
  萬: '万',
  億: '亿',
  個: '个',
  戶: '户',
  畝: '亩',
  佔: '占',
  達: '达',
}

const unit =
  '(?:万|亿)?(?:余|多)?(?:平方米|公里|人次|元|人|户|亩|个|家|件|名|村|米|吨|头|只|项|处|台|册|辆|份|斤|株|棵|%|％)?'
const number = new RegExp(
  `(?<![\\d.xX×_A-Za-z/〔\\[-])(\\d{1,3}(?:,\\d{3})+|\\d{1,12})(\\.\\d{1,6})?(${unit})(以上|以下|以内|左右)?(?![\\dxX×_年月日号])`,
  'gu',
)

const before: readonly (readonly [RegExp, NonNullable<Figure['qualifier']>])[] = [
  [/(?:超过|突破|大于|多于)$/u, '>'],
  [/(?:不足|不到|低于|少于)$/u, '<'],
  [/(?:至少|不少于|不低于)$/u, '>='],
  [/(?:至多|不超过)$/u, '<='],
  [/(?:约|近|大约|大致)$/u, '~'],
]
const after: Record<string, NonNullable<Figure['qualifier']>> = {
  以上: '>=',
  以下: '<=',
  以内: '<=',
  左右: '~',
}

/** Headings, years, days, document numbers and bare numbers without a unit are left out. */
export function figuresIn(text: string): TextFigure[] {
  const plain = fold(text)
  return sentencesOf(plain).flatMap(({ at, words }, sentence) =>
    [...words.matchAll(number)].flatMap((match) => {
      if ((match[3] ?? '') === '') return []
      return [figureOf(match, { at: at + match.index, sentence, lead: words.slice(0, match.index) })]
    }),
  )
}

type Around = { at: number; sentence: number; lead: string }

function figureOf(match: RegExpMatchArray, { at, sentence, lead }: Around): TextFigure {
  const [whole, digits = '', places = '', unitWord = '', suffix = ''] = match
  const percent = /[%％]/.test(unitWord)
  const more = /[余多]/.test(unitWord)
  const shown = unitWord.replace(/[余多]/, '').replace('％', '%')
  const told = suffix ? after[suffix] : more ? '>' : before.find(([form]) => form.test(lead))?.[1]
  const scaled = /^[万亿]/.test(shown) || places !== ''
  return {
    id: `f${at}`,
    label: nameBefore(lead) || `${digits}${places}${shown}`,
    value: `${digits.replaceAll(',', '')}${places}`,
    unit: shown,
    ...(scaled && !percent
      ? { rounding: `${places ? '0.' : ''}${'0'.repeat(Math.max(0, places.length - 2))}1` }
      : {}),
    ...(told ? { qualifier: told } : {}),
    spot: { at, length: whole.length },
    sentence,
    percent,
  }
}

/** The last words before the number, without verbs of being and signs. */
function nameBefore(lead: string): string {
  const words = lead.split(/[，,。；;：:、（）()“”\s]/u).at(-1) ?? ''
  const bare = words.replace(/(?:有|共有|为|达到了?|达|占|共|约|近|是|至|发展到了|超过|不足)+$/u, '')
  return bare.replace(/^(?:其中|到)+/u, '').slice(-16)
}

/** By full stops and lines; positions of the whole text. */
function sentencesOf(text: string): { at: number; words: string }[] {
  let at = 0
  return text.split(/(?<=[。！？\n])/u).map((words) => {
    const start = at
    at += words.length
    return { at: start, words }
  })
}

function fold(text: string): string {
  return text.replace(/[萬億個戶畝佔達]/gu, (sign) => plainSigns[sign] ?? sign)
}

/** The value in whole units: 1.28万人 is 12,800; for comparing figures of one kind. */
export function wholeValue({ value, unit: word = '' }: Figure): Ratio {
  const plain = parseRatio(value ?? '0')
  return word.startsWith('万')
    ? mulRatio(plain, ratio(10_000))
    : word.startsWith('亿')
      ? mulRatio(plain, ratio(1e8))
      : plain
}

/** Figures of one kind have the same unit but for 万 and 亿. */
export function kindOf({ unit: word = '' }: Figure): string {
  const bare = word.replace(/^[万亿]/u, '')
  return ['家', '个', '村'].includes(bare) ? '个' : bare === '名' ? '人' : bare
}

/** A figure in whole units with its rounding, so that 万人 and 人 stand on one sheet. */
export function inWholeUnits(figure: TextFigure): TextFigure {
  const scale = figure.unit?.startsWith('万')
    ? ratio(10_000)
    : figure.unit?.startsWith('亿')
      ? ratio(1e8)
      : null
  if (!scale || figure.value === null) return figure
  return {
    ...figure,
    value: ratioText(wholeValue(figure)),
    unit: (figure.unit ?? '').slice(1),
    ...(figure.rounding ? { rounding: ratioText(mulRatio(parseRatio(figure.rounding), scale)) } : {}),
  }
}
