/**
 * What the search box finds a row by: characters of its name and pairs of them, and pinyin, kept in the row; the end of its
 * identity number and its telephone, which an index makes from their columns (`make_search`).
 */
import { pinyin } from 'pinyin-pro'
import type { Register } from './define.ts'

export const searchColumns = [{ name: 'search_keys', type: 'text[]', default: "'{}'" }] as const

/** What is asked for is a number: as `make_search` has them. */
const idMark = '#'
const phoneMark = '@'

/** The keys of a row: each character of the name (周), each two that stand together (周桂), the initials (zgz), the whole pinyin (zhouguizhi). */
export function searchKeys(register: Register, values: Readonly<Record<string, unknown>>): string[] {
  return register.search ? [...new Set(nameKeys(textOf(values[register.search.name])))] : []
}

/** The fields that keys are made of. */
export function searchedFields({ search }: Register): string[] {
  return search ? [search.name] : []
}

/** Parts keys that are kept in one text. */
export const KEY_PART = '\u001f'

/** The same keys in one text, parted by `KEY_PART`; null where the register is not searched. */
export function keysText(register: Register, values: Readonly<Record<string, unknown>>): string | null {
  return register.search ? namedText(values[register.search.name]) : null
}

/** Names come again and again in a county: what they are found by is remembered, as far as memory stays small. */
const texts = new Map<string, string>()
const MOST_TEXTS = 20_000

/** The same of one name. */
export function namedText(given: unknown): string {
  const name = textOf(given)
  const known = texts.get(name)
  if (known !== undefined) return known
  const made = [...new Set(nameKeys(name))].join(KEY_PART)
  if (texts.size < MOST_TEXTS) texts.set(name, made)
  return made
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The end of an identity number, as a search asks for it. */
export function idKey(lastFour: string): string {
  return idMark + lastFour
}

/** A telephone, as a search asks for it. */
export function phoneKey(phone: string): string {
  return phoneMark + phone
}

/** Characters, pairs of them, initials and whole pinyin of a name. */
export function nameKeys(name: string): string[] {
  const characters = lettersOf(name)
  if (characters.length === 0) return []
  const keys = [...characters, ...pairsOf(characters)]
  let [initials, whole] = ['', '']
  for (const syllable of syllablesOf(characters)) {
    if (syllable === '') continue
    initials += String.fromCodePoint(syllable.codePointAt(0) as number)
    whole += syllable
  }
  if (whole !== '') keys.push(initials, whole)
  return keys
}

/** What rows with this text in their name have among their keys: its pairs; its characters, where it has no pair. */
export function askedKeys(text: string): string[] {
  const characters = lettersOf(text)
  const pairs = pairsOf(characters)
  return [...new Set(pairs.length > 0 ? pairs : characters)]
}

function lettersOf(name: string): string[] {
  const letters: string[] = []
  for (const character of name) if (isLetter(character)) letters.push(character)
  return letters
}

/**
 * Two frequent characters are in a tenth of a county's names each, and together in few: the pair is read, not both.
 * Two Latin letters are no pair, since they could be initials.
 */
function pairsOf(characters: readonly string[]): string[] {
  const pairs: string[] = []
  for (let at = 1; at < characters.length; at++) {
    const [first, second] = [characters[at - 1] as string, characters[at] as string]
    if (!(isLatin(first) && isLatin(second))) pairs.push(first + second)
  }
  return pairs
}

function isLatin(character: string): boolean {
  return character.length === 1 && /[a-z]/i.test(character)
}

/** Nearly all characters of names are of this range, and letters. */
function isLetter(character: string): boolean {
  const code = character.charCodeAt(0)
  return (code >= 0x4e00 && code <= 0x9fa5) || /\p{L}/u.test(character)
}

/**
 * The syllables of a name without tones: the surname in its surname reading (单 shan, 仇 qiu), each further character
 * in its common one. Per character and remembered, since a county has a million names.
 */
export function nameSyllables(name: string): string[] {
  return syllablesOf([...name])
}

function syllablesOf(characters: readonly string[]): string[] {
  const double = characters.length > 2 ? surnameOf(characters.slice(0, 2).join('')) : []
  const surname = double.length === 2 ? double : surnameOf(characters[0] ?? '')
  return [...surname, ...characters.slice(surname.length).map(syllableOf)]
}

const surnames = new Map<string, string[]>()
const syllables = new Map<string, string>()
const doubleSurnames = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 长孙 宇文 端木 轩辕 呼延 淳于 单于 太史 申屠 钟离 独孤 南宫 万俟'.split(
    ' ',
  ),
)

/** One syllable for a single surname, two for a double one, none if two characters are no surname. */
function surnameOf(text: string): string[] {
  if ([...text].length === 2 && !doubleSurnames.has(text)) return []
  const known = surnames.get(text)
  if (known) return known
  const read =
    text === '' ? [] : plain(pinyin(text, { mode: 'surname', toneType: 'none', type: 'array', v: true }))
  surnames.set(text, read)
  return read
}

function syllableOf(character: string): string {
  const known = syllables.get(character)
  if (known !== undefined) return known
  const read = plain(pinyin(character, { toneType: 'none', type: 'array', v: true }))[0] ?? ''
  syllables.set(character, read)
  return read
}

/** What has no reading (a rare character) is left as it is and finds nothing by pinyin. */
function plain(read: string[]): string[] {
  return read.map((syllable) => syllable.toLowerCase().replace(/ü/g, 'v'))
}
