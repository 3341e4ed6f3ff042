/** An explanation as lines of text: value, formula, clause, fact and its source, indented as the reasoning goes. */
import type { Citation, Locale, Text } from '#kernel'
import { citationName, citationQuote, t } from '#kernel'
import type { Explanation } from '#policy'

/** `- 当年利息　523.19 元　= 积数 × …　[来文 篇一…]`, one line each; children two spaces further in. */
export function explanationLines(trace: readonly Explanation[], locale: Locale): string[] {
  return linesOf(trace, { locale, told: new Set() }, '')
}

/** What a clause says is told where it comes up first. */
type Page = { readonly locale: Locale; readonly told: Set<string> }

function linesOf(trace: readonly Explanation[], page: Page, indent: string): string[] {
  return trace.flatMap((line) => [
    `${indent}- ${lineWords(line, page.locale)}`,
    ...quoteLines(line, page, indent),
    ...linesOf(line.children, page, `${indent}  `),
    ...(line.notTaken ?? []).map((one) => `${indent}  × ${notTakenWords(one, page.locale)}`),
  ])
}

function lineWords(line: Explanation, locale: Locale): string {
  const { label, text, branch } = line
  const parts = [
    label[locale],
    // Where two clauses clash, or none fits, the line says which.
    (line.findings?.[0]?.text ?? text)[locale],
    line.repeated ? t('（上面已算过）', '(computed above)')[locale] : '',
    reckoning(line)[locale],
    branch && !reckoning(line)[locale].includes(branch.reason[locale]) ? branch.reason[locale] : '',
    sourceWords(line)[locale],
  ]
  const gap = gaps[locale]
  return parts
    .filter((part) => part !== '')
    .join(gap)
    .concat(clauseWords(citationsOf(line), locale))
}

const gaps: Record<Locale, string> = { zh: '　', en: '  ' }
const nothing = t('', '')

/** How it was computed; of a condition that does not hold, what holds instead. */
function reckoning({ label, formula, because }: Explanation): Text {
  if (because) return t(`（${because.zh}）`, `(${because.en})`)
  return formula && formula.zh !== label.zh ? t(`= ${formula.zh}`, `= ${formula.en}`) : nothing
}

type NotTaken = NonNullable<Explanation['notTaken']>[number]

function notTakenWords({ label, reason, citation }: NotTaken, locale: Locale): string {
  const words = t(`没走“${label.zh}”：${reason.zh}`, `not taken: ${label.en}, as ${reason.en}`)
  return `${words[locale]}${clauseWords(citation ? [citation] : [], locale)}`
}

/** The clause of the way that was taken first, then that of the step as a whole. */
function citationsOf({ citation, branch, parameter }: Explanation): readonly Citation[] {
  const all = [branch?.citation, citation, parameter?.citation].filter((one) => one !== undefined)
  return all.filter((one, i) => all.findIndex((other) => sameWords(one, other)) === i)
}

function sameWords(one: Citation, other: Citation): boolean {
  return (
    citationName(one).zh === citationName(other).zh && citationQuote(one)?.zh === citationQuote(other)?.zh
  )
}

function clauseWords(citations: readonly Citation[], locale: Locale): string {
  const names = [...new Set(citations.map((one) => citationName(one)[locale]))]
  return names.length > 0 ? `${gaps[locale]}[${names.join(t('；', '; ')[locale])}]` : ''
}

/** What the clause says, in our own words. */
function quoteLines(line: Explanation, { locale, told }: Page, indent: string): string[] {
  return citationsOf(line).flatMap((citation) => {
    const says = citationQuote(citation)
    if (!says || told.has(says.zh)) return []
    told.add(says.zh)
    return [`${indent}  > ${says[locale]}`]
  })
}

function sourceWords({ fact, parameter }: Explanation): Text {
  const source = fact?.source
  if (source) {
    const { label, asOf } = source
    return asOf ? t(`<${label.zh} ${asOf}>`, `<${label.en} ${asOf}>`) : t(`<${label.zh}>`, `<${label.en}>`)
  }
  return parameter ? t(`<${parameter.from} 起>`, `<from ${parameter.from}>`) : nothing
}
