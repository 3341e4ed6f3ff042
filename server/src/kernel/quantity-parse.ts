/** Reads a quantity as an office wrote it: 1500人以上, 近百人, 不足四分之一, 大致150件, 20xx (GEN-02, GEN-07, GEN-08). */
import type { Check } from './check.ts'
import { broken, passed } from './check.ts'
import { leadingNumber, readEither, readNumber } from './chinese-number.ts'
import { foldWidth } from './fold.ts'
import { t } from './label.ts'
import type { KnownQuantity, Qualifier, Quantity } from './quantity.ts'
import { unknownQuantity } from './quantity.ts'
import type { Ratio } from './ratio.ts'
import { addRatio, divRatio, mulRatio, ratio } from './ratio.ts'

type Bound = { qualifier: Qualifier; below?: true }

/** Longer words stand before the words that they contain. */
const before: readonly (readonly [string, Bound])[] = [
  ['不少于', { qualifier: '>=' }],
  ['不低于', { qualifier: '>=' }],
  ['不小于', { qualifier: '>=' }],
  ['至少', { qualifier: '>=' }],
  ['不超过', { qualifier: '<=' }],
  ['不多于', { qualifier: '<=' }],
  ['不高于', { qualifier: '<=' }],
  ['不大于', { qualifier: '<=' }],
  ['至多', { qualifier: '<=' }],
  ['最多', { qualifier: '<=' }],
  ['不足', { qualifier: '<' }],
  ['不到', { qualifier: '<' }],
  ['不满', { qualifier: '<' }],
  ['未满', { qualifier: '<' }],
  ['少于', { qualifier: '<' }],
  ['低于', { qualifier: '<' }],
  ['超过', { qualifier: '>' }],
  ['多于', { qualifier: '>' }],
  ['高于', { qualifier: '>' }],
  ['大约', { qualifier: '~' }],
  ['大致', { qualifier: '~' }],
  ['大概', { qualifier: '~' }],
  ['约', { qualifier: '~' }],
  ['近', { qualifier: '~', below: true }],
  ['>=', { qualifier: '>=' }],
  ['≥', { qualifier: '>=' }],
  ['<=', { qualifier: '<=' }],
  ['≤', { qualifier: '<=' }],
  ['>', { qualifier: '>' }],
  ['<', { qualifier: '<' }],
  ['~', { qualifier: '~' }],
  ['≈', { qualifier: '~' }],
]

const after: readonly (readonly [string, Bound])[] = [
  ['以上', { qualifier: '>=' }],
  ['以下', { qualifier: '<=' }],
  ['以内', { qualifier: '<=' }],
  ['以外', { qualifier: '>' }],
  ['左右', { qualifier: '~' }],
  ['上下', { qualifier: '~' }],
]

const unknownWords = new Set(['', '不详', '未知', '不明', '/', '-', '—', '——'])

/** The quantity, unknown where the value is masked or missing, or what is wrong with the text. */
export function parseQuantity(raw: string): Check<Quantity> {
  const text = foldWidth(raw)
    .replace(/\s/g, '')
    .replace(/(?<=\d)，(?=\d{3})/g, ',')
  if (unknownWords.has(text) || /[xX×_]/.test(text) || /[□○]/.test(text)) return passed(unknownQuantity(raw))
  const prefix = before.find(([word]) => text.startsWith(word))
  const suffix = after.find(([word]) => text.endsWith(word))
  const core = text.slice(prefix?.[0].length ?? 0, suffix ? -suffix[0].length : undefined)
  const found = readCore(core)
  const bounds = [prefix?.[1], suffix?.[1], found?.more].filter((bound) => bound !== undefined)
  const [bound = { qualifier: '=' as const }, ...more] = bounds
  const twice = more.some(
    (one) => one.qualifier !== '~' || one.below || bound.below || bound.qualifier !== '~',
  ) // 约三四亩 says it twice
  if (!found || twice) return broken(notReadable(raw))
  return passed({ ...bound, ...found.number, raw })
}

type Core = { number: Pick<KnownQuantity, 'value' | 'unit'>; more?: Bound }

/** 几百, 数十: more than one of them. 上百: a hundred at least. */
const vague: readonly (readonly [RegExp, Bound])[] = [
  [/^(?:好?几|数)(?=[十百千万亿])/, { qualifier: '>' }],
  [/^上(?=[百千万亿])/, { qualifier: '>=' }],
]
/** 30余户, 十几个: more than the number before it. 十来亩: about. */
const behind: readonly (readonly [RegExp, Bound])[] = [
  [/^[余多几]/, { qualifier: '>' }],
  [/^来/, { qualifier: '~' }],
]

/** A number with its unit, and what a word before, behind or within the number says of it. */
function readCore(core: string): Core | null {
  const word = vague.find(([pattern]) => pattern.test(core))
  const text = word ? core.replace(word[0], '') : core
  const digits = leadingNumber(text)
  const rest = text.slice(digits.length)
  const after = behind.find(([pattern]) => pattern.test(rest))
  const [, times = '', unit = ''] = /^([十百千万亿]*)(.*)$/.exec(after ? rest.slice(1) : rest) ?? []
  const told = readDigits(digits)
  const scale = times === '' ? ratio(1) : readNumber(times) // 三百多万
  const bounds = [word?.[1], told?.more, after?.[1]].filter((bound) => bound !== undefined)
  if (!told || !scale || bounds.length > 1 || !/^[\p{L}²³㎡/·]*$/u.test(unit)) return null
  const value = mulRatio(told.value, scale)
  const number = unit === '' ? { value } : { value, unit }
  return bounds[0] ? { number, more: bounds[0] } : { number }
}

/** 三四 is about: halfway between the two; the words are kept with the quantity (GEN-08). */
function readDigits(digits: string): { value: Ratio; more?: Bound } | null {
  if (digits === '') return null
  const either = readEither(digits)
  if (either)
    return { value: divRatio(addRatio(either.low, either.high), ratio(2)), more: { qualifier: '~' } }
  const value = readNumber(digits)
  return value && { value }
}

function notReadable(raw: string) {
  return t(
    `“${raw}”读不出一个数量。请写成一个数，可加“以上”“不足”“约”；不知道的填“不详”。`,
    `"${raw}" does not read as one quantity. Write one number, with 以上, 不足 or 约 where it is a bound; write 不详 if it is not known.`,
  )
}
