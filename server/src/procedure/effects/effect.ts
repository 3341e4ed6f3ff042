/** Effects: what an act does besides moving the case, as declared values. Their runners stand in `run-effects.ts`. */
/** The policy decides each taken item; who is not entitled, or not yet decidable, stays behind with the reason. */
export type AssessItems = {
  readonly kind: 'assess'
  readonly policy: string
  /** The results whose sum is the amount of an item; kept as `amount` where all of them apply. */
  readonly amount: readonly string[]
}

export type NoticeCategory = { readonly code: string; readonly name: string; readonly rule: string }

/** A public notice of the taken items, masked (OF-13). */
export type OpenNotice = {
  readonly kind: 'openNotice'
  readonly title: string
  /** What the notice says first, in one sentence. */
  readonly purpose: (given: { subject: string; count: number }) => string
  readonly days: number
  /** How a category is reached, for the reader. */
  readonly categories: readonly NoticeCategory[]
  /** The clause that the categories rest on. */
  readonly clause: string
  readonly seal: string
  readonly telephone: string
  readonly hours: string
}

/** The case's running notices are taken down. */
export type CloseNotice = { readonly kind: 'closeNotice' }

/** Says to the fund what the items that stand in these states have to bring, part by part (LS-07 to LS-09). */
export type FundingDue = {
  readonly kind: 'fundingDue'
  readonly fund: string
  readonly states: readonly string[]
  /** Part of the fund -> name of the amount in the item's decision. */
  readonly parts: Readonly<Record<string, string>>
}

/** All parts must have arrived in full (LS-09), unless the county decided otherwise (OF-03). */
export type FundsArrived = { readonly kind: 'fundsArrived'; readonly fund: string }

/** An account for each taken item, credited with what the decision says (LS-10). */
export type OpenAccounts = { readonly kind: 'openAccounts'; readonly fund: string }

/** Items with an open finding stay behind. */
export type FindingsClear = { readonly kind: 'findingsClear' }

export type Effect =
  | AssessItems
  | OpenNotice
  | CloseNotice
  | FundingDue
  | FundsArrived
  | OpenAccounts
  | FindingsClear

export function assessItems(policy: string, amount: readonly string[]): AssessItems {
  return { kind: 'assess', policy, amount }
}

export function openNotice(given: Omit<OpenNotice, 'kind'>): OpenNotice {
  return { kind: 'openNotice', ...given }
}

export function closeNotice(): CloseNotice {
  return { kind: 'closeNotice' }
}

export function fundingDue(given: Omit<FundingDue, 'kind'>): FundingDue {
  return { kind: 'fundingDue', ...given }
}

export function fundsArrived(fund: string): FundsArrived {
  return { kind: 'fundsArrived', fund }
}

export function openAccounts(fund: string): OpenAccounts {
  return { kind: 'openAccounts', fund }
}

export function findingsClear(): FindingsClear {
  return { kind: 'findingsClear' }
}
