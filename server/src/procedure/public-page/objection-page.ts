/** The form for an objection and what its sender is told. No log-in, no name needed. */
import type { Day, Text } from '#kernel'
import { addDays } from '#kernel'
import type { NoticeRow } from '../notice-store.ts'
import type { Look } from './frame.ts'
import { frame, link, speaker } from './frame.ts'
import { html } from './html.ts'
import { heading } from './notice-page.ts'
import type { PublicNotice } from './public-store.ts'
import { phrases, words } from './words.ts'

export type Filled = { whom: string; text: string; name: string; phone: string }
export const LONGEST_OBJECTION = 1000

export function objectionPage(found: PublicNotice, look: Look, filled: Filled, wrong?: Text): string {
  const { notice, county } = found
  const say = speaker(look)
  const fields = html`<label>${say(words.whom)} <small>${say(words.optional)}</small><input name="whom" value="${filled.whom}" maxlength="40" autocomplete="off"></label>
<label>${say(words.what)}<textarea name="text" required maxlength="${LONGEST_OBJECTION}">${filled.text}</textarea></label>
<label>${say(words.yourName)} <small>${say(words.anonymous)}</small><input name="name" value="${filled.name}" maxlength="40" autocomplete="name"></label>
<label>${say(words.yourPhone)} <small>${say(words.phoneWhy)}</small><input name="phone" value="${filled.phone}" type="tel" inputmode="tel" maxlength="30" autocomplete="tel"></label>`
  const body = html`${heading(notice)}<h2>${say(words.object)}</h2>${wrong ? html`<p class="wrong" role="alert">${say(wrong)}</p>` : ''}<form method="post" action="${link(look)}">${fields}<button>${say(words.send)}</button></form><p class="note" style="margin-top:14px">${say(words.holdsOne)}</p><a class="more" style="border-top:1px solid var(--line);margin-bottom:32px" href="${noticeLink(look)}">${say(words.back)}</a>`
  return frame({ look, county, title: `${say(words.object)} ${notice.number}`, body })
}

/** `收到了，编号 Y-0218。9 月 14 日前答复。` */
export function receivedPage(found: PublicNotice, look: Look, sent: { serial: number; on: Day }): string {
  const { notice, county } = found
  const say = speaker(look)
  const body = html`${heading(notice)}<div class="said" role="status"><b>${say(words.received)}${look.locale === 'zh' ? '，' : ', '}${say(phrases.number(sent.serial))}${look.locale === 'zh' ? '。' : '. '}</b>${say(answerText(notice, sent.on))}</div><p>${say(words.holdsOne)}</p><a class="button plain" href="${noticeLink(look)}">${say(words.back)}</a>`
  return frame({ look, county, title: say(words.received), body })
}

function answerText(notice: NoticeRow, on: Day): Text {
  if (notice.answerCount === 'working') return phrases.answerWithin(notice.answerDays)
  return phrases.answerBy(addDays(on, notice.answerDays))
}

function noticeLink(look: Look): string {
  return link(look, { path: look.path.replace(/\/(objection|received)$/, '') })
}
