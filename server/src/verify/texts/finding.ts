/** What a look at a text finds: the rule, where it stands, what is written and what is amiss. */

import type { RuleId } from '../figures/rules.ts'
import type { Verdict } from '../verdict.ts'

export type Spot = { at: number; length: number }

export type TextFinding = {
  rule: RuleId
  verdict: Verdict
  /** Where it stands; several where the same fault comes again. */
  spots: readonly Spot[]
  /** `篇二 第 12 行`. */
  place: string
  stated: string
  computed: string
  difference: string | null
  /** A slip of form, no fault of substance. */
  slight?: true
}

/** Without the place, which is added from the spots. */
export type Seen = Omit<TextFinding, 'place'>

export function seen(
  rule: RuleId,
  verdict: Verdict,
  more: Pick<Seen, 'spots' | 'stated' | 'computed'>,
): Seen {
  return { rule, verdict, difference: null, ...more }
}
