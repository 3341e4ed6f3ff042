/** All funds of a county's systems, by id. Made where the house is composed. */
import type { Fund, FundingPart } from './fund.ts'
import { ledgerProblems } from './problems.ts'

export type Funds = { readonly all: readonly Fund[]; get(id: string): Fund }

/** `get` throws ledger.unknownFund. */
export function fundsOf(all: readonly Fund[]): Funds {
  const byId = new Map(all.map((fund) => [fund.id, fund]))
  const get = (id: string): Fund => {
    const fund = byId.get(id)
    if (!fund) throw ledgerProblems.unknownFund({ fund: id })
    return fund
  }
  return { all, get }
}

/** The declaration of a part that a project brings; an unknown one is a Problem. */
export function partOf(fund: Fund, part: string): FundingPart {
  const declared = fund.parts[part]
  if (!declared) throw ledgerProblems.notFound({ what: 'part', id: part })
  return declared
}
