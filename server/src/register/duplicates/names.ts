/** Names as they are compared: what they sound like, what they look like, what is left of the name of a body. */
import { foldWidth } from '#kernel'
import { nameSyllables } from '../search-keys.ts'
import { alikeShapes, bodyEndings, nearSounds } from './alike.data.ts'

/** Whose names: 张建国, or 清河县石门镇岩口生猪养殖专业合作社. */
export type NameKind = 'person' | 'body'

/** One name in the forms that are compared; equal `text` is the same name, equal `sound` sounds the same. */
export type NameForms = { text: string; sound: string; nearSound: string; shape: string }

/** How two names are alike, the strongest first; `edge`: one character differs, is missing, or two are swapped. */
export type NameLikeness = 'same' | 'sound' | 'shape' | 'nearSound' | 'edge' | 'different'

const shapes = new Map(alikeShapes.flatMap((set) => [...set].map((one) => [one, [...set][0] ?? one])))
const brackets = /[()（）\s·•・‧∙.]/g
const kept: Record<NameKind, Map<string, NameForms>> = { person: new Map(), body: new Map() }
/** More different names than a county has; beyond it the memory is emptied, never the result changed. */
const mostKept = 1_000_000

/** The forms of a name, remembered, since a county repeats its names. */
export function nameForms(name: string, kind: NameKind): NameForms {
  const known = kept[kind].get(name)
  if (known) return known
  const made = formsOf(name, kind)
  if (kept[kind].size >= mostKept) kept[kind].clear()
  kept[kind].set(name, made)
  return made
}

function formsOf(name: string, kind: NameKind): NameForms {
  const plain = foldWidth(name).replace(brackets, '')
  const text = kind === 'body' ? withoutEnding(plain) : plain
  const syllables = nameSyllables(text)
  return {
    text,
    sound: syllables.join(' '),
    nearSound: syllables.map(nearOf).join(' '),
    shape: [...text].map((one) => shapes.get(one) ?? one).join(''),
  }
}

function withoutEnding(name: string): string {
  const ending = bodyEndings.find((one) => name.endsWith(one) && name.length > one.length)
  return ending ? name.slice(0, -ending.length) : name
}

/** A syllable as somebody writes it down who does not tell zh from z, n from l, in from ing. */
export function nearOf(syllable: string): string {
  return nearSounds.reduce((text, [part, by]) => text.replace(part, by), syllable)
}

/** How alike two names are. */
export function compareNames(a: NameForms, b: NameForms): NameLikeness {
  if (a.text === b.text) return 'same'
  if (a.text.length < 2 || b.text.length < 2) return 'different'
  if (a.sound === b.sound) return 'sound'
  if (a.shape === b.shape) return 'shape'
  if (a.nearSound === b.nearSound) return 'nearSound'
  return oneEditApart([...a.shape], [...b.shape]) ? 'edge' : 'different'
}

/** One character more, one other, or two neighbours swapped; of two characters only the swap says anything. */
export function oneEditApart(a: readonly string[], b: readonly string[]): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1 || long.length < 2) return false
  const from = long.findIndex((one, i) => one !== short[i])
  if (from < 0) return false
  const rest = (list: readonly string[], at: number) => list.slice(at).join('')
  if (long.length > short.length) return long.length > 2 && rest(long, from + 1) === rest(short, from)
  const swapped = long[from] === short[from + 1] && long[from + 1] === short[from]
  if (swapped && rest(long, from + 2) === rest(short, from + 2)) return true
  return long.length > 2 && rest(long, from + 1) === rest(short, from + 1)
}
