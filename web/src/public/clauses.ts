// The clause on which a question rests: the nearest step of the rule that uses its fact.
import type { Node } from 'xiangce/expression'
import { nodesOf } from 'xiangce/expression'
import type { Citation, Text } from 'xiangce/kernel'
import { citationName, citationQuote, t } from 'xiangce/kernel'
import type { PageData, PublicInquiry } from './page-data.ts'

/** Undefined where the rule cites nothing for it. */
export function clauseOf(
  data: PageData,
  about: readonly PublicInquiry[],
  question: string,
): Citation | undefined {
  for (const inquiry of about) {
    const found = clauseIn(data, inquiry, question)
    if (found) return found
  }
  return undefined
}

function clauseIn(data: PageData, inquiry: PublicInquiry, question: string): Citation | undefined {
  for (const [name, supply] of Object.entries(inquiry.supplies)) {
    if (supply.from === 'question' && supply.question === question)
      return nearest(inquiry, name) ?? inquiry.source
    const source = supply.from === 'result' ? data.inquiries.get(supply.inquiry) : undefined
    const found = source && clauseIn(data, source, question)
    if (found) return found
  }
  return undefined
}

/** Operands come before what uses them, so the first step that holds the fact is the nearest. */
function nearest({ tree }: PublicInquiry, fact: string): Citation | undefined {
  for (const node of nodesOf(tree)) {
    if (node.kind === 'step' && node.cite && holds(node, fact)) return node.cite
  }
  return undefined
}

function holds(part: unknown, fact: string): boolean {
  if (Array.isArray(part)) return part.some((one) => holds(one, fact))
  if (typeof part !== 'object' || part === null) return false
  const node = part as Node // `as`: only its kind is looked at, which other objects lack
  if (node.kind === 'fact') return node.name === fact
  return Object.values(part).some((one) => holds(one, fact))
}

/** In our own words first, then where it stands. */
export function clauseText(citation: Citation): Text {
  const [place, says] = [citationName(citation), citationQuote(citation)]
  return says ? t(`${says.zh}（${place.zh}）`, `${says.en} (${place.en})`) : place
}
