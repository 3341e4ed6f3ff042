/** How an inquiry stands: yes, no or open, and what is still missing for it. */
import { typeOf } from '../evaluate.ts'
import type { Finding, Reading } from '../types.ts'
import { toRatio } from '../values/table.ts'
import { groundOf, readResult, readSettled } from './ground.ts'
import type { Asking, Inquiry } from './inquiry.ts'

export type Answer = 'yes' | 'no' | 'unknown'

/** What one result still needs: questions, facts that only the office has (by name), parameters that the county has not set. */
export type Lack = {
  readonly questions: readonly string[]
  readonly office: readonly string[]
  readonly parameters: readonly string[]
}

export type Standing = {
  readonly answer: Answer
  readonly lack: Lack
  /** Why there is no value, such as a day on which the rule was not in force. */
  readonly findings: readonly Finding[]
}

/** The answer as it stands with what has been said. */
export function standingOf(inquiry: Inquiry, asking: Asking): Standing {
  const { on, ...ground } = groundOf(inquiry, asking)
  const { result } = inquiry.decides
  const node = inquiry.tree.results[result]?.node
  const reading = node && readSettled(inquiry, node, ground)
  const lack = lackOf(inquiry, result, asking)
  if (!reading) return { answer: 'unknown', lack, findings: [] }
  const findings = [...notInForce(inquiry, on), ...(reading.state === 'problem' ? reading.findings : [])]
  return { answer: findings.length > 0 ? 'unknown' : answerOf(inquiry, reading), lack, findings }
}

/** A result that does not apply is a no. */
export function answerOf({ decides, tree }: Pick<Inquiry, 'decides' | 'tree'>, reading: Reading): Answer {
  if (reading.state === 'na') return 'no'
  if (reading.state !== 'known') return 'unknown'
  const { value } = reading
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (decides.yes) return decides.yes.includes(String(value)) ? 'yes' : 'no'
  const node = tree.results[decides.result]?.node
  return node && toRatio(value, typeOf(node)).num > 0 ? 'yes' : 'no'
}

const nothing: Lack = { questions: [], office: [], parameters: [] }

/** What a result misses; a fact that another inquiry gives is what that one misses. */
export function lackOf(inquiry: Inquiry, result: string, asking: Asking): Lack {
  const reading = readResult(inquiry, result, asking)
  if (reading.state !== 'unknown') return nothing
  const parts = [...new Set(reading.missing.map(nameOf))].map((name) => lackOfFact(inquiry, name, asking))
  return {
    questions: union(parts.map((part) => part.questions)),
    office: union(parts.map((part) => part.office)),
    parameters: union([reading.missingParameters, ...parts.map((part) => part.parameters)]),
  }
}

function lackOfFact(inquiry: Inquiry, name: string, asking: Asking): Lack {
  const supply = inquiry.supplies[name]
  if (supply?.from === 'question') return { ...nothing, questions: [supply.question] }
  if (supply?.from === 'office') return { ...nothing, office: [name] }
  const source = supply?.from === 'result' ? asking.inquiries.get(supply.inquiry) : undefined
  return source && supply?.from === 'result' ? lackOf(source, supply.result, asking) : nothing
}

/** `jobs[0].until` is missing in the fact `jobs`. */
function nameOf(path: string): string {
  return path.replace(/[[.].*$/, '')
}

function union(lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())]
}

function notInForce(
  { effective: { from, until }, title }: Inquiry,
  on: string | undefined,
): readonly Finding[] {
  if (on === undefined || (from <= on && (until === undefined || on < until))) return []
  const zh = `“${title.zh}”的规定从 ${from} 起施行${until ? `，到 ${until} 前为止` : ''}，${on} 不在其内。`
  const en = `The rule of "${title.en}" holds from ${from}${until ? ` until before ${until}` : ''}, not on ${on}.`
  return [{ code: 'inquiry.notInForce', text: { zh, en }, details: { on, from, until } }]
}
