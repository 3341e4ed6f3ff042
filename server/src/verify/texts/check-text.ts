/** Looks at one text by all rules: VR-12 to VR-15, VR-17, GEN-11. Finds, never mends. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import { countFaults } from './count-words.ts'
import { cutOff } from './cut-off.ts'
import type { Seen, TextFinding } from './finding.ts'
import { garbledText } from './garbled.ts'
import { inlineFaults } from './inline-numbering.ts'
import { maskedValues } from './masked.ts'
import { numberingFaults } from './numbering.ts'
import type { Part } from './parts.ts'
import { isFront, paragraphsOf, partsOf } from './parts.ts'
import { danglingReferences } from './references.ts'
import { splicedText, titleYear } from './spliced.ts'

/** In the order of the text. `tables`: tables that the file carried beside the text. */
export function checkText(text: string, { tables = 0 }: { tables?: number } = {}): TextFinding[] {
  const parts = partsOf(paragraphsOf(text))
  const seen = [
    ...titleYear(parts),
    ...garbledText(text),
    ...parts.flatMap((part) => [
      ...splicedText(part),
      ...maskedValues(part),
      ...countFaults(part),
      ...numberingFaults(part),
      ...inlineFaults(part),
      ...danglingReferences(part, tables),
      ...(isFront(part) ? [] : cutOff(part)),
    ]),
  ]
  const place = placesOf(text, parts)
  return seen
    .map((one) => ({ ...one, place: place(one) }))
    .sort((a, b) => (a.spots[0]?.at ?? 0) - (b.spots[0]?.at ?? 0))
}

/** `篇二 第 12 行`. */
function placesOf(text: string, parts: readonly Part[]): (seen: Seen) => Text {
  const named = parts.filter((part) => part.name !== '' && !isFront(part))
  return ({ spots }) => {
    const at = spots[0]?.at ?? 0
    const line = text.slice(0, at).split('\n').length
    const part = named.findLast(({ paragraphs }) => (paragraphs[0]?.at ?? Number.POSITIVE_INFINITY) <= at)
    const name = part ? `${part.name} ` : ''
    return t(`${name}第 ${line} 行`, `${name}line ${line}`)
  }
}
