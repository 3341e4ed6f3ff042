/** Reasons in words, without those that would tell of a field that the actor does not see. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Actor } from '#platform'
import { isMasked } from '../mask.ts'
import type { Compared } from './pass-store.ts'
import { reasonWords } from './reasons.data.ts'
import type { Reason } from './score.ts'

/** What speaks for, then what speaks against, the weightiest first. */
export function reasonTexts(
  actor: Pick<Actor, 'sees'>,
  register: Compared,
  reasons: readonly Reason[],
): { text: Text; points: number }[] {
  return [...reasons]
    .filter((one) => mayKnow(actor, register, one))
    .sort((a, b) => b.points - a.points)
    .map((one) => ({ text: textOf(register, one), points: one.points }))
}

function mayKnow(actor: Pick<Actor, 'sees'>, register: Compared, { code, field }: Reason): boolean {
  const name = code.startsWith('number') ? register.duplicates.number : field
  const declared = name === undefined ? undefined : register.fields[name]
  return declared === undefined || !isMasked(actor, declared)
}

function textOf(register: Compared, { code, field }: Reason): Text {
  const words = reasonWords[code]
  const label = field === undefined ? undefined : register.fields[field]?.label
  return label ? t(`${label.zh}${words.zh}`, `${words.en} ${label.en.toLowerCase()}`) : words
}

/** What agrees with somebody outside the area. */
export function beyondText(found: { sameName: boolean; sameNumber: boolean; sameBirth: boolean }): Text {
  if (found.sameNumber) return t('号码相同', 'same number')
  return t('姓名和出生日期相同', 'same name and date of birth')
}
