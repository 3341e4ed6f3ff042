/** A document that stops in the middle: the last sentence without an end, or a heading with nothing below. */
import { t } from '#kernel'
import type { Seen } from './finding.ts'
import { seen } from './finding.ts'
import { headingOf } from './numbering.ts'
import type { Paragraph, Part } from './parts.ts'

const pageTail = /相关文章|相关推荐|推荐阅读|下载|点击|^第?\s*\d+\s*页/u

/** The line of the office that printed it and when. */
const imprint = /(?:印发|印制|抄送.*)$|^\d{4}年\d{1,2}月\d{1,2}日/u

export function cutOff({ paragraphs }: Part): Seen[] {
  const tail = paragraphs.findIndex(({ text }, i) => i > 0 && pageTail.test(text))
  const body = tail < 0 ? paragraphs : paragraphs.slice(0, tail)
  const last = body.findLast(({ text }) => !imprint.test(text))
  if (!last || body.length < 2) return []
  const bare = isBare(body, last)
  const open = last.text.length > 20 && !/[。！？!?：:；;…”"》）)\]]$/u.test(last.text)
  if (!bare && !open) return []
  const at = Math.max(last.at, last.at + last.text.length - 12)
  return [
    seen('VR-17', 'incomplete', {
      spots: [{ at, length: last.at + last.text.length - at }],
      stated: last.text.slice(-24),
      computed: bare
        ? t('标题下没有正文', 'nothing stands below the heading')
        : t('末句没有写完', 'the last sentence is not complete'),
    }),
  ]
}

/** A short heading at the end is bare where one of its kind before it has text, in its own line or below. */
function isBare(body: readonly Paragraph[], last: Paragraph): boolean {
  const style = headingOf(last)?.style
  if (style === undefined || last.text.length > 16) return false
  return body.some((one, i) => {
    if (one === last || headingOf(one)?.style !== style) return false
    const next = body[i + 1]
    return one.text.length > 16 || (next !== undefined && headingOf(next) === null)
  })
}
