/** An explanation as lines of text: value, formula, clause, fact and its source, indented as the reasoning goes. */
import type { Citation, Locale } from '#kernel'
import { citationName, citationQuote } from '#kernel'
import type { Explanation } from '#policy'

/** `- 当年利息　523.19 元　＝ 积数 × …　〔来文 篇一…〕`, one line each; children two spaces further in. */
export function explanationLines(trace: readonly Explanation[], locale: Locale, depth = 0): string[] {
  return trace.flatMap((line) => [
    `${'  '.repeat(depth)}- ${lineWords(line, locale)}`,
    ...quoteLines(line, locale, depth),
    ...explanationLines(line.children, locale, depth + 1),
    ...(line.notTaken ?? []).map(
      (one) =>
        `${'  '.repeat(depth + 1)}× ${one.label[locale]}　${one.reason[locale]}${clauseWords(one.citation, locale)}`,
    ),
  ])
}

function lineWords(line: Explanation, locale: Locale): string {
  const { label, text, formula, because, branch } = line
  const gap = locale === 'zh' ? '　' : '  '
  return [
    label[locale],
    text[locale],
    line.repeated ? ({ zh: '（上面已算过）', en: '(computed above)' } as const)[locale] : '',
    formula && formula[locale] !== label[locale] ? `= ${formula[locale]}` : '',
    because ? `(${because[locale]})` : '',
    branch ? branch.reason[locale] : '',
    sourceWords(line, locale),
  ]
    .filter((part) => part !== '')
    .join(gap)
    .concat(clauseWords(citationOf(line), locale))
}

function citationOf(line: Explanation): Citation | undefined {
  return line.citation ?? line.branch?.citation ?? line.parameter?.citation
}

function clauseWords(citation: Citation | undefined, locale: Locale): string {
  return citation ? `${locale === 'zh' ? '　' : '  '}[${citationName(citation)[locale]}]` : ''
}

/** What the clause says, in our own words. */
function quoteLines(line: Explanation, locale: Locale, depth: number): string[] {
  const citation = citationOf(line)
  const says = citation && citationQuote(citation)
  return says && !line.repeated ? [`${'  '.repeat(depth)}  > ${says[locale]}`] : []
}

function sourceWords({ fact, parameter }: Explanation, locale: Locale): string {
  const source = fact?.source
  if (source) return `<${source.label[locale]}${source.asOf ? ` ${source.asOf}` : ''}>`
  if (!parameter) return ''
  return locale === 'zh' ? `<${parameter.from} 起>` : `<from ${parameter.from}>`
}
