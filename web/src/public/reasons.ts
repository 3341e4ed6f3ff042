// Why: the same explanation as the office has, as a list that opens.
import type { Explanation } from 'xiangce/expression'
import { explain, groundOf, settler } from 'xiangce/expression'
import type { Text } from 'xiangce/kernel'
import { clauseText } from './clauses.ts'
import { h } from './dom.ts'
import type { PageData, PublicInquiry } from './page-data.ts'
import type { State } from './state.ts'
import { askingOf } from './state.ts'
import type { Say } from './words.ts'
import { words } from './words.ts'

/** The reasoning of the deciding result; what another rule gave is told in its place. */
export function reasonsOf(data: PageData, state: State, inquiry: PublicInquiry, say: Say): HTMLElement {
  const lines = linesOf(data, state, inquiry, inquiry.decides.result)
  return h('details', {}, h('summary', {}, say(words.reasons)), list({ data, state, inquiry, say }, lines))
}

/** Why in one line; of a no, the condition that failed, as deep as it has a name. */
export function whyOf(data: PageData, state: State, inquiry: PublicInquiry): Text | undefined {
  const [line] = linesOf(data, state, inquiry, inquiry.decides.result)
  return line && deepest(line)
}

function deepest(line: Explanation): Text | undefined {
  const how = line.because ?? line.branch?.reason ?? line.formula
  const failed = line.children.find(
    ({ type, value, label }) => type === 'boolean' && value === false && how?.zh.includes(label.zh),
  )
  return (failed && deepest(failed)) ?? how
}

type From = { data: PageData; state: State; inquiry: PublicInquiry; say: Say }

function linesOf(
  data: PageData,
  state: State,
  inquiry: PublicInquiry,
  result: string,
): readonly Explanation[] {
  const { results } = inquiry.tree
  const only = Object.fromEntries(Object.entries(results).filter(([name]) => name === result))
  const ground = groundOf(inquiry, askingOf(data, state))
  return explain({ ...inquiry.tree, results: only }, ground, {}, settler(inquiry.tree, ground))
}

function list(from: From, lines: readonly Explanation[]): HTMLElement {
  return h('ul', { class: 'reasons' }, ...lines.map((line) => item(from, line)))
}

function item(from: From, line: Explanation): HTMLElement {
  const { say } = from
  const how = line.because ?? line.branch?.reason ?? line.formula
  const clause = line.citation ?? line.branch?.citation
  const below = [...line.children.filter(({ repeated }) => !repeated)]
  return h(
    'li',
    {},
    `${say(line.label)}${say(words.colon)}`,
    h('b', {}, say(line.text)),
    how && line.children.length > 0 ? h('small', {}, say(how)) : null,
    clause && line.kind !== 'parameter'
      ? h('small', {}, `${say(words.basis)}${say(words.colon)}${say(clauseText(clause))}`)
      : null,
    below.length > 0 ? list(from, below) : null,
    passed(from, line),
  )
}

/** A fact that another rule gave is explained by that rule. */
function passed(from: From, line: Explanation): HTMLElement | null {
  const supply = line.fact ? from.inquiry.supplies[line.fact.name] : undefined
  const source = supply?.from === 'result' ? from.data.inquiries.get(supply.inquiry) : undefined
  if (supply?.from !== 'result' || !source) return null
  const [line0] = linesOf(from.data, from.state, source, supply.result)
  return line0 ? list({ ...from, inquiry: source }, line0.children) : null
}
