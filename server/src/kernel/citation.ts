/** Where a rule, a number or a wording comes from. */
import { type Text, t } from './label.ts'

/** A document that is cited more than once: its short name for machines, its title for readers. */
export type Source = { readonly id: string; readonly title: Text }

export type Citation = {
  /** The document: `S000`, `《中华人民共和国土地管理法》`. With `clause` it is what makes two citations the same. */
  source: string
  /** The place in it: `第三条`, `篇一 三·第一`. */
  clause: string
  /** Document and place as they are called in both languages; words, no part of a rule's identity. */
  called?: Text
  /** What it says, in our own words. A bare text was stored before both languages were asked for: it is Chinese. */
  quote?: Text | string
}

/**
 * A citation as declarations write it: `cite(essays, t('篇一 三·第一', 'part 1, III.1'), t('…', '…'))`.
 * With plain texts, `cite('青政发〔2024〕5 号', '第三条')`, it is what an office has typed in: the document's own name in both languages.
 */
export function cite(source: Source | string, clause: Text | string, quote?: Text): Citation {
  const called = nameIn(source, clause)
  return {
    source: typeof source === 'string' ? source : source.id,
    clause: typeof clause === 'string' ? clause : clause.zh,
    ...(called ? { called } : {}),
    ...(quote ? { quote } : {}),
  }
}

function nameIn(source: Source | string, clause: Text | string): Text | undefined {
  if (typeof source === 'string' && typeof clause === 'string') return undefined
  const title = typeof source === 'string' ? t(source, source) : source.title
  const place = typeof clause === 'string' ? t(clause, clause) : clause
  const gap = title.zh.endsWith('》') ? '' : ' '
  return t(`${title.zh}${gap}${place.zh}`, `${title.en}, ${place.en}`)
}

/** `《…法》第十二条`, `Farmers' Specialised Cooperatives Law, art. 12`; a stored number in a list of sources is 来文. */
export function citationName({ source, clause, called }: Citation): Text {
  if (called) return called
  return /^S\d+$/.test(source)
    ? t(`来文 ${clause}`, `Source ${clause}`)
    : t(`${source} ${clause}`.trim(), `${source} ${clause}`.trim())
}

/** What the clause says, for a reader of either language; a Chinese note of old is marked as such in English. */
export function citationQuote({ quote }: Citation): Text | undefined {
  return typeof quote === 'string' ? t(quote, `(zh) ${quote}`) : quote
}
