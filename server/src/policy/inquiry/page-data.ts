/** What the public page carries: the open rules, their questions and the county's values of their parameters; nothing of any other rule. */
import type { DatedBook, Question } from '#expression'
import type { Tx } from '#platform'
import { sortedJson } from '../hash.ts'
import { bookOf } from '../lookup.ts'
import { countyValues } from '../store.ts'
import type { InquiryData, PublicInquiry } from './define.ts'
import { inquiryData } from './define.ts'
import { inquiryProblems } from './problems.ts'

export type InquiryPage = { readonly inquiries: readonly (InquiryData & { readonly book: DatedBook })[] }

/** Reads the parameters known at a moment; JSON throughout. */
export async function readInquiryPage(
  tx: Tx,
  all: readonly PublicInquiry[],
  known: string,
): Promise<InquiryPage> {
  const inquiries: (InquiryData & { book: DatedBook })[] = []
  for (const one of all) {
    const { defaults, values } = bookOf(one.policy, await countyValues(tx, one.policy.id, known))
    inquiries.push({ ...inquiryData(one), book: { defaults, values } })
  }
  return { inquiries }
}

/** Throws where a policy is opened twice, rests on one that is not open, or one question has two wordings. */
export function checkInquiries(all: readonly PublicInquiry[]): readonly PublicInquiry[] {
  const open = new Set(all.map(({ policy }) => policy.id))
  if (open.size < all.length) throw inquiryProblems.twice({ policy: doubled(all) })
  const questions = new Map<string, Question>()
  for (const { policy, supplies, questions: own } of all) {
    for (const supply of Object.values(supplies))
      if (supply.from === 'result' && !open.has(supply.inquiry))
        throw inquiryProblems.closed({ policy: policy.id, source: supply.inquiry })
    for (const question of Object.values(own)) checkOne(questions, question, policy.id)
  }
  return all
}

function checkOne(known: Map<string, Question>, question: Question, policy: string): void {
  const other = known.get(question.id)
  if (other && sortedJson(other) !== sortedJson(question))
    throw inquiryProblems.question({ question: question.id, policy })
  known.set(question.id, question)
}

function doubled(all: readonly PublicInquiry[]): string {
  const ids = all.map(({ policy }) => policy.id)
  return ids.find((id, i) => ids.indexOf(id) < i) ?? ''
}
