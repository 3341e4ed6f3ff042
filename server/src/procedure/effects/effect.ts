/** Effects: what an act does besides moving the case, as declared values. The runners stand beside them. */
import type { Text } from '#kernel'

/** The policy decides each taken item; who is not entitled, or not yet decidable, stays behind with the reason. */
export type AssessItems = { readonly kind: 'assess'; readonly policy: string }

/** A public notice of the taken items, masked (OF-13). */
export type OpenNotice = {
  readonly kind: 'openNotice'
  readonly title: Text
  /** Series of the notice's own number: `公示〔2025〕18号`. */
  readonly series: string
  readonly days: number
  readonly purpose: (given: { subject: string; count: number }) => string
  /** How a category is reached, as lines `甲类  男满 60…` for the reader. */
  readonly categories: readonly { readonly code: string; readonly name: string; readonly rule: string }[]
  readonly clause: string
  /** Shown under the notice and to whom to speak. */
  readonly seal: string
  readonly telephone: string
  readonly hours: string
}

/** The case's running notices are taken down. */
export type CloseNotice = { readonly kind: 'closeNotice' }

/** The amounts of the form must equal what the taken items need, part by part (LS-09); then they are booked. */
export type ReceiveFunds = {
  readonly kind: 'receiveFunds'
  readonly fund: string
  /** Form field -> amount of the item's decision, with its words. */
  readonly parts: readonly { readonly field: string; readonly amount: string; readonly label: Text }[]
}

/** An account for each taken item, credited with what the decision says (LS-10). */
export type OpenAccounts = { readonly kind: 'openAccounts'; readonly fund: string }

/** Items with an open finding stay behind. */
export type FindingsClear = { readonly kind: 'findingsClear' }

export type Effect = AssessItems | OpenNotice | CloseNotice | ReceiveFunds | OpenAccounts | FindingsClear

export function assessItems(policy: string): AssessItems {
  return { kind: 'assess', policy }
}

export function openNotice(given: Omit<OpenNotice, 'kind'>): OpenNotice {
  return { kind: 'openNotice', ...given }
}

export function closeNotice(): CloseNotice {
  return { kind: 'closeNotice' }
}

export function receiveFunds(given: Omit<ReceiveFunds, 'kind'>): ReceiveFunds {
  return { kind: 'receiveFunds', ...given }
}

export function openAccounts(fund: string): OpenAccounts {
  return { kind: 'openAccounts', fund }
}

export function findingsClear(): FindingsClear {
  return { kind: 'findingsClear' }
}
