/** What a look at a text finds: the rule, where it stands, what is written and what is amiss. */

import type { Text } from '#kernel'
import { t } from '#kernel'
import type { RuleId } from '../figures/rules.ts'
import type { Verdict } from '../verdict.ts'
import { same } from '../words.ts'

export type Spot = { at: number; length: number }

export type TextFinding = {
  rule: RuleId
  verdict: Verdict
  /** Where it stands; several where the same fault comes again. */
  spots: readonly Spot[]
  /** `篇二 第 12 行`. */
  place: Text
  stated: Text
  computed: Text
  difference: string | null
  /** A slip of form, no fault of substance. */
  slight?: true
}

/** Without the place, which is added from the spots. */
export type Seen = Omit<TextFinding, 'place'>

/** `stated` is quoted from the text as it stands. */
export function seen(
  rule: RuleId,
  verdict: Verdict,
  { stated, ...more }: Pick<Seen, 'spots' | 'computed'> & { stated: string },
): Seen {
  return { rule, verdict, difference: null, stated: same(stated), ...more }
}

/** How often the same fault comes. */
export function inPlaces({ zh, en }: Text, count: number): Text {
  return t(`${zh}，共 ${count} 处`, `${en}, ${count} ${count === 1 ? 'place' : 'places'}`)
}
