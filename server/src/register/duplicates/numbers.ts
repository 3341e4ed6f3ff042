/** Numbers of persons and bodies as they are compared: 15 and 18 digits of one, hidden digits, one slip of the hand. */
import { checkCreditCode, checkResidentId, foldWidth } from '#kernel'
import type { NameKind } from './names.ts'
import { oneEditApart } from './names.ts'

/** A number as it was written, and the whole form where it checks. */
export type NumberForms = { text: string; whole: string | null }

/**
 * `same`; `oldForm`: 15 and 18 digits of one number; `hidden`: what is not hidden agrees; `slip`: one character or two
 * neighbours differ and one of the two does not check; `other`: two numbers that both check; `unclear`: nothing follows.
 */
export type NumberLikeness = 'same' | 'oldForm' | 'hidden' | 'slip' | 'other' | 'unclear' | 'unknown'

export function numberForms(given: string | null | undefined, kind: NameKind): NumberForms | null {
  if (!given) return null
  const text = foldWidth(given).replace(/[\s-]/g, '').toUpperCase()
  const checked = kind === 'person' ? checkResidentId(text) : checkCreditCode(text)
  return { text, whole: checked.ok ? checked.value : null }
}

export function compareNumbers(a: NumberForms | null, b: NumberForms | null): NumberLikeness {
  if (!a || !b) return 'unknown'
  if (/[*＊]/.test(a.text + b.text)) return hiddenAgrees(a.text, b.text)
  if (a.text === b.text) return 'same'
  if (a.whole && b.whole) return a.whole === b.whole ? 'oldForm' : 'other'
  return oneEditApart([...(a.whole ?? a.text)], [...(b.whole ?? b.text)]) ? 'slip' : 'unclear'
}

/** Both of one length, at least 8 characters of which are to be seen on both and agree. */
function hiddenAgrees(a: string, b: string): NumberLikeness {
  if (a.length !== b.length) return 'unclear'
  const seen = [...a].map((one, i) => [one, b[i] ?? '']).filter((pair) => !pair.some((c) => /[*＊]/.test(c)))
  if (seen.some(([one, other]) => one !== other)) return 'other'
  return seen.length >= 8 ? 'hidden' : 'unclear'
}
