/** VR-12: xx, 20xx, XX, __ where a figure, a year, a place or a word should stand. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Seen, Spot } from './finding.ts'
import { inPlaces, seen } from './finding.ts'
import type { Part } from './parts.ts'

const mask = /(?<![A-Za-z\d.])\d{0,3}[xX×＿_]+(?:[-—~至]\d{0,3}[xX×＿_]+)*(?![A-Za-z\d])|\^[a-z]\^/gu

/** Words by which a masked thing is a quantity and not a year: 耕地面积20xx亩. */
const units = /^[余多来]?(?:亩|户|个|人|名|万|亿|元|家|件|公里|米|吨|斤|头|只|%|％|平方)/
const years = /^(?:年|[〕\]）)]|[一-龥]{2,12}方案)/

type Kind = 'quantity' | 'year' | 'date' | 'place' | 'word'

const kindWords: Record<Kind, Text> = {
  quantity: t('数被遮住', 'a figure is covered'),
  year: t('年份被遮住', 'a year is covered'),
  date: t('月日被遮住', 'a date is covered'),
  place: t('地名被遮住', 'the name of a place is covered'),
  word: t('字被遮住', 'a word is covered'),
}

/** Each masked quantity by itself; masked years and the like of one document together. */
export function maskedValues({ paragraphs }: Part): Seen[] {
  const found = paragraphs.flatMap(({ at, text }) =>
    [...text.matchAll(mask)].filter(isMask(text)).map((match) => {
      const after = text.slice(match.index + match[0].length)
      const kind = kindOf(match[0], after)
      const from = Math.max(0, match.index - 8)
      return {
        kind,
        spot: { at: at + match.index, length: match[0].length },
        stated: text.slice(from, match.index + match[0].length + 4),
        shown: `${match[0]}${/^[年月日]/.exec(after)?.[0] ?? ''}`,
      }
    }),
  )
  const quantities = found.filter(({ kind }) => kind === 'quantity')
  const kinds = (['year', 'date', 'place', 'word'] as const).flatMap((kind) => {
    const own = found.filter((one) => one.kind === kind)
    const shown = [...new Set(own.map((one) => one.shown))].slice(0, 5).join('、')
    return own.length === 0
      ? []
      : [
          said(
            kind,
            own.map(({ spot }) => spot),
            shown,
          ),
        ]
  })
  return [...quantities.map(({ spot, stated }) => said('quantity', [spot], stated)), ...kinds]
}

function said(kind: Kind, spots: readonly Spot[], stated: string): Seen {
  const computed = spots.length > 1 ? inPlaces(kindWords[kind], spots.length) : kindWords[kind]
  return seen('VR-12', 'masked-value', { spots, stated, computed })
}

/** A single x only where a number must stand: x月, 201x年; `1000x3.5` is a product. */
function isMask(text: string) {
  return ({ 0: run, index = 0 }: RegExpMatchArray): boolean => {
    if (run.startsWith('^')) return true
    const after = text.slice(index + run.length)
    if (/[xX×＿_]{2}/.test(run)) return true
    return /^\d+[xX×_]$/.test(run)
      ? /^[年月日亩户个人]/.test(after)
      : /^[年月日号市县区镇乡村]/.test(after) || run === '_'
  }
}

function kindOf(run: string, after: string): Kind {
  if (units.test(after)) return 'quantity'
  if (/^[月日号]/.test(after)) return 'date'
  if (/^(?:19|20|18)?\d?[xX×＿_]/.test(run) && years.test(after)) return 'year'
  if (/[-—~至]/.test(run) || /^20/.test(run)) return 'year'
  return /^[市县区镇乡村省]/.test(after) ? 'place' : 'word'
}
