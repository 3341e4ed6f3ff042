/** VR-13: headings that should run on, in whatever style: 一、 （一） 1. (1) 1) 第一，. */
import { t } from '#kernel'
import { same } from '../words.ts'
import type { Seen } from './finding.ts'
import { inPlaces, seen } from './finding.ts'
import type { Paragraph, Part } from './parts.ts'
import { cjkNumber } from './parts.ts'

type Style = 'cjk' | 'number' | 'cjkBrackets' | 'brackets' | 'half' | 'ordinal'

export type Heading = { style: Style; sign: string; number: number; spot: { at: number; length: number } }

const forms: readonly (readonly [Style, RegExp])[] = [
  ['cjk', /^([一二三四五六七八九十]{1,3})([、.．])/],
  ['cjkBrackets', /^[（(]([一二三四五六七八九十]{1,3})([）)])/],
  ['ordinal', /^第([一二三四五六七八九十]{1,3})([，、,])/],
  ['number', /^(\d{1,2})([、.．])(?!\d)/],
  ['brackets', /^[（(](\d{1,2})([）)])/],
  ['half', /^(\d{1,2})\s*([)）])/],
]

/** Styles that stand for each other when somebody mixes them: 1、 for 一、, （2） for （二）. */
const family: Record<Style, 'plain' | 'bracket' | 'ordinal'> = {
  cjk: 'plain',
  number: 'plain',
  cjkBrackets: 'bracket',
  brackets: 'bracket',
  half: 'bracket',
  ordinal: 'ordinal',
}

export function headingOf({ at, text }: Paragraph): Heading | null {
  for (const [style, form] of forms) {
    const match = form.exec(text)
    if (!match) continue
    const digits = match[1] ?? ''
    const number = /\d/.test(digits) ? Number(digits) : cjkNumber(digits)
    return { style, sign: match[2] ?? '', number, spot: { at, length: match[0].length } }
  }
  return null
}

type Level = { style: Style; sign: string; last: number; seen: Set<number> }

type Walk = { open: Level[]; closed: Map<Style, number>; found: Seen[] }

/** Gaps, repeats and mixed styles among the headings of one document. */
export function numberingFaults({ paragraphs }: Part): Seen[] {
  const walk: Walk = { open: [], closed: new Map(), found: [] }
  for (const paragraph of paragraphs) {
    const heading = headingOf(paragraph)
    if (heading) step(walk, heading, paragraph.text)
  }
  return [...walk.found.filter(({ slight }) => !slight), ...mixedTogether(walk.found)]
}

/** Mixed styles of one document are one slip, not a fault each. */
function mixedTogether(found: readonly Seen[]): Seen[] {
  const mixed = found.filter(({ slight }) => slight)
  const [first] = mixed
  if (!first) return []
  const computed = mixed.length > 1 ? inPlaces(first.computed, mixed.length) : first.computed
  return [{ ...first, spots: mixed.flatMap(({ spots }) => spots), computed }]
}

function step(walk: Walk, heading: Heading, text: string): void {
  const same = walk.open.findLastIndex(({ style }) => style === heading.style)
  if (same >= 0) {
    goOn(walk, { at: same, heading, text })
    return
  }
  const mixed = walk.open.findLastIndex(
    ({ style, last }) =>
      family[style] === family[heading.style] && heading.number === last + 1 && heading.number > 1,
  )
  if (mixed >= 0) {
    walk.found.push(mixedStyle(heading, text))
    goOn(walk, { at: mixed, heading, text })
    return
  }
  const before = heading.number === 1 ? 0 : (walk.closed.get(heading.style) ?? 0)
  if (heading.number > before + 1) walk.found.push(gap({ heading, text, after: before }))
  walk.open.push(levelOf(heading))
}

/** The next of a level that is open; deeper levels end. 1 begins a new list. */
function goOn(walk: Walk, { at, heading, text }: { at: number; heading: Heading; text: string }): void {
  for (const { style, last } of walk.open.splice(at + 1)) walk.closed.set(style, last)
  const level = walk.open[at] as Level
  const { number } = heading
  if (number === 1) walk.open[at] = levelOf(heading)
  else {
    if (number > level.last + 1) walk.found.push(gap({ heading, text, after: level.last }))
    else if (number <= level.last) walk.found.push(repeated(heading, text))
    else if (level.style === heading.style && level.sign !== heading.sign && heading.style === 'number')
      walk.found.push(mixedStyle(heading, text))
    walk.open[at] = { ...levelOf(heading), seen: level.seen.add(number), last: Math.max(number, level.last) }
  }
}

function levelOf({ style, sign, number }: Heading): Level {
  return { style, sign, last: number, seen: new Set([number]) }
}

function gap({ heading, text, after }: { heading: Heading; text: string; after: number }): Seen {
  const missing = Array.from({ length: heading.number - after - 1 }, (_, i) => after + 1 + i)
  return {
    ...fault(heading, text),
    computed: t(`缺 ${missing.join('、')}`, `missing: ${missing.join(', ')}`),
    difference: missing.join('、'),
  }
}

function repeated(heading: Heading, text: string): Seen {
  return { ...fault(heading, text), computed: t(`${heading.number} 重了`, `${heading.number} comes again`) }
}

function mixedStyle(heading: Heading, text: string): Seen {
  const computed = t('编号式样前后不同', 'the style of the numbers changes')
  return { ...fault(heading, text), computed, slight: true }
}

function fault({ spot }: Heading, text: string): Seen {
  return seen('VR-13', 'numbering-gap', { spots: [spot], stated: text.slice(0, 24), computed: same('') })
}
