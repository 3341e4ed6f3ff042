/** VR-13 inside paragraphs: 一是 … 二是 … 三是. */
import type { Text } from '#kernel'
import { t } from '#kernel'
import type { Seen } from './finding.ts'
import { seen } from './finding.ts'
import { headingOf } from './numbering.ts'
import type { Part } from './parts.ts'
import { cjkNumber } from './parts.ts'

const item = /(?:^|[。；：，、;:,.\s])([一二三四五六七八九十]{1,2})是(?![一二三四五六七八九十])/gu

/** Runs of a document: 一是 begins one, a heading ends it. A run that begins later lost its beginning. */
export function inlineFaults({ paragraphs }: Part): Seen[] {
  const found: Seen[] = []
  let last = 0
  for (const paragraph of paragraphs) {
    if (headingOf(paragraph)) last = 0
    for (const match of paragraph.text.matchAll(item)) {
      const number = cjkNumber(match[1] ?? '')
      const at = paragraph.at + match.index + match[0].length - (match[1]?.length ?? 0) - 1
      if (number !== 1 && number !== last + 1)
        found.push(
          seen('VR-13', 'numbering-gap', {
            spots: [{ at, length: (match[1]?.length ?? 0) + 1 }],
            stated: paragraph.text.slice(match.index, match.index + 20),
            computed: computedOf(number, last),
          }),
        )
      last = number
    }
  }
  return found
}

function computedOf(number: number, last: number): Text {
  if (number <= last) return t(`第 ${number} 点重了`, `point ${number} comes again`)
  const missing = Array.from({ length: number - last - 1 }, (_, i) => last + 1 + i)
  return t(`缺第 ${missing.join('、')} 点`, `points missing: ${missing.join(', ')}`)
}
