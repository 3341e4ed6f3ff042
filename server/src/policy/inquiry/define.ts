/** `defineInquiry`: a policy that the public may ask itself about. What is not declared here never leaves the office. */
import type { Question, StoredTree, Supply, Wire, Wording } from '#expression'
import { store } from '#expression'
import type { Citation, Text } from '#kernel'
import type { Policy, Summary } from '../define.ts'
import { inquiryProblems } from './problems.ts'

/** A question as declared; its kind is that of the fact that it gives. */
export type Asked = Wording & Pick<Question, 'id' | 'unsure' | 'list'>

/** Where a fact comes from when a person asks. */
export type Source = Supply | { readonly from: 'asked'; readonly question: Asked } | Passed
type Passed = { readonly from: 'passed'; readonly inquiry: PublicInquiry; readonly result: string }

/** The public face of one policy. JSON but for the rule's own tree, which `inquiryData` stores. */
export type PublicInquiry = {
  readonly policy: Policy
  readonly title: Text
  readonly intro: Text
  readonly supplies: Readonly<Record<string, Supply>>
  readonly questions: Readonly<Record<string, Question>>
  readonly decides: { readonly result: string; readonly yes?: readonly string[] }
  /** What is said for a value of the deciding choice. */
  readonly tells: Readonly<Record<string, Text>>
  readonly shows: readonly string[]
  /** What has to happen after a yes. */
  readonly still?: Text
  readonly office: Text
  readonly papers: readonly Text[]
}

export type InquiryDeclaration<Fact extends string> = {
  readonly policy: Policy<Fact>
  /** As people call it. */
  readonly title: Text
  readonly intro?: Text
  readonly facts: { readonly [K in Fact]: Source }
  readonly decides: PublicInquiry['decides']
  readonly tells?: PublicInquiry['tells']
  readonly shows?: readonly string[]
  readonly still?: Text
  readonly office: Text
  readonly papers: readonly Text[]
}

/** Opens a policy to the public. Throws `inquiry.result` where it names a result that the rule does not have. */
export function defineInquiry<Fact extends string>(given: InquiryDeclaration<Fact>): PublicInquiry {
  const { policy, facts, decides, shows = [], title, intro, tells = {}, still, office, papers } = given
  const sources = Object.entries<Source>(facts)
  for (const result of [decides.result, ...shows]) checkResult(policy, result)
  for (const [, source] of sources)
    if (source.from === 'passed') checkResult(source.inquiry.policy, source.result)
  return {
    policy,
    title,
    intro: intro ?? whoOf(policy.summary, title),
    supplies: Object.fromEntries(sources.map(([name, source]) => [name, supplyOf(source)])),
    questions: Object.fromEntries(sources.flatMap(([name, source]) => questionOf(policy, name, source))),
    decides,
    tells,
    shows,
    ...(still ? { still } : {}),
    office,
    papers,
  }
}

function whoOf(summary: Summary | undefined, title: Text): Text {
  return summary?.who ?? title
}

function checkResult(policy: Policy, result: string): void {
  if (!policy.tree.results[result]) throw inquiryProblems.result({ policy: policy.id, result })
}

function supplyOf(source: Source): Supply {
  if (source.from === 'asked') return { from: 'question', question: source.question.id }
  if (source.from === 'passed')
    return { from: 'result', inquiry: source.inquiry.policy.id, result: source.result }
  return source
}

function questionOf(policy: Policy, name: string, source: Source): [string, Question][] {
  const type = policy.tree.facts[name]?.type
  return source.from === 'asked' && type ? [[source.question.id, { ...source.question, type }]] : []
}

/** The fact is asked for. */
export const asked = (question: Asked): Source => ({ from: 'asked', question })
/** The fact is the day of asking, the first of its month, or the end of its year. */
export const asToday = (edge: 'day' | 'month' | 'yearEnd' = 'day'): Source => ({ from: 'today', edge })
/** The fact is taken for granted. */
export const granted = (value: Wire): Source => ({ from: 'value', value })
/** The fact is worked out by another inquiry's rule, from what that one asks. */
export const through = (inquiry: PublicInquiry, result: string): Source => ({
  from: 'passed',
  inquiry,
  result,
})
/** Only the office knows it. */
export const atOffice = (told: Text): Source => ({ from: 'office', told })

/** What the page gets of one inquiry, beside the values of its parameters. */
export type InquiryData = Omit<PublicInquiry, 'policy'> & {
  readonly id: string
  readonly tree: StoredTree
  readonly effective: Policy['effective']
  readonly source: Citation
  readonly summary?: Summary
}

export function inquiryData({ policy, ...rest }: PublicInquiry): InquiryData {
  const { id, effective, source, summary, tree } = policy
  return { id, ...rest, tree: store(tree), effective, source, ...(summary ? { summary } : {}) }
}
