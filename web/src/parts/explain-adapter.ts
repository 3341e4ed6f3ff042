// From the server's reasoning (`explain` of the expression language) to the lines of the explanation tree.
import type { Explanation } from 'xiangce/expression'
import { citationName, citationQuote } from 'xiangce/kernel'
import { type Text, t } from '../app/text.tsx'
import { dayWords } from './day-words.ts'
import type { ExplainClause, ExplainKind, ExplainNode } from './explain-node.ts'
import type { Mark } from './state-mark.tsx'

type Citation = NonNullable<Explanation['citation']>

export type Remedies = {
  /** A fact is missing: where it can be filled in. */
  fill?: (fact: string, line: Explanation) => ExplainNode['remedy']
  /** Two clauses clash, or none fits: who decides. */
  refer?: (line: Explanation) => ExplainNode['remedy']
  /** Where the source of a citation can be opened. */
  open?: (citation: Citation) => ExplainClause['open']
}

/** `<ExplainTree roots={explainNodes(data.lines)} … />` */
export function explainNodes(lines: readonly Explanation[], remedies: Remedies = {}): ExplainNode[] {
  return lines.map((line, index) => nodeOf(line, `${index}.${line.id}`, remedies))
}

function nodeOf(line: Explanation, id: string, remedies: Remedies): ExplainNode {
  // The clause of the way that was taken says more than that of the step.
  const citation = line.branch?.citation ?? line.citation ?? line.parameter?.citation
  return {
    id,
    kind: kinds[line.kind],
    label: line.label,
    formula: line.repeated ? t('上面已算过', 'computed above') : (line.formula ?? line.check?.message),
    clause: citation && clauseOf(citation, remedies),
    source: sourceOf(line),
    result: { text: resultText(line), mark: markOf(line) },
    decides: line.branch !== undefined,
    remedy: remedyOf(line, remedies),
    children: [
      ...line.children.map((child, index) => nodeOf(child, `${id}/${index}.${child.id}`, remedies)),
      ...foldedOf(line, id, remedies),
    ],
  }
}

const kinds: Record<Explanation['kind'], ExplainKind> = {
  result: 'sum',
  step: 'condition',
  check: 'check',
  fact: 'fact',
  parameter: 'parameter',
  pass: 'lookup',
}

/** Branches not taken stay folded, with the reason why. */
function foldedOf(line: Explanation, id: string, remedies: Remedies): ExplainNode[] {
  return (line.notTaken ?? []).map((branch, index) => ({
    id: `${id}/not-${index}`,
    kind: 'condition',
    label: branch.label,
    formula: branch.reason,
    clause: branch.citation && clauseOf(branch.citation, remedies),
    result: { text: '' },
    notTaken: true,
  }))
}

function clauseOf(citation: Citation, remedies: Remedies): ExplainClause {
  return {
    name: citationName(citation),
    quote: citationQuote(citation),
    open: remedies.open?.(citation),
  }
}

function sourceOf(line: Explanation): Text | undefined {
  const source = line.fact?.source
  if (source)
    return source.asOf
      ? t(`${source.label.zh}・${source.asOf}`, `${source.label.en}, ${source.asOf}`)
      : source.label
  if (!line.parameter) return undefined
  const from = dayWords(line.parameter.from, true)
  return t(`${from.zh}起`, `from ${from.en}`)
}

/** A condition that holds reads 成立; a clash says so; an unknown names what is missing. */
function resultText(line: Explanation): Text {
  if (line.state === 'problem') return line.findings?.[0]?.text ?? line.text
  if (line.type === 'boolean' && line.state === 'known')
    return line.value === true ? t('成立', 'holds') : t('不成立', 'does not hold')
  return line.text
}

function markOf(line: Explanation): Mark | undefined {
  if (line.state === 'problem') return 'refused'
  if (line.state === 'unknown') return 'unknown'
  if (line.state !== 'known') return 'same'
  if (line.type !== 'boolean') return undefined
  return line.value === true ? 'done' : line.kind === 'check' ? 'refused' : 'same'
}

function remedyOf(line: Explanation, remedies: Remedies): ExplainNode['remedy'] {
  if (line.state === 'problem') return remedies.refer?.(line)
  if (line.state === 'unknown' && line.kind === 'fact' && line.fact)
    return remedies.fill?.(line.fact.name, line)
  return undefined
}
