/** The notice itself: how long, what for, find your name, how it was decided, whom to speak to. */
import type { Day } from '#kernel'
import { daysBetween, fen, formatYuan } from '#kernel'
import type { NoticeRow } from '../notice-store.ts'
import type { Look } from './frame.ts'
import { frame, keptFields, link, speaker } from './frame.ts'
import type { Html } from './html.ts'
import { html } from './html.ts'
import type { PublicNotice, PublicRow } from './public-store.ts'
import { phrases, resultText, words } from './words.ts'

/** As many rows as one page carries within 100 KB. */
export const ROWS_A_PAGE = 200
/** A list this short is shown at once. */
export const SHORT_LIST = 30

export type Shown = { rows: readonly PublicRow[]; asked: string; all: boolean; page: number }

export function noticePage(found: PublicNotice, look: Look, today: Day, shown: Shown): string {
  const { notice, county } = found
  const body = html`${heading(notice)}${strip(notice, look, today)}<p>${notice.purpose}</p>${people(notice, look, shown)}${categories(notice, look)}${contact(notice, look, meant(shown))}${foot(notice, look)}`
  return frame({ look, county, title: `${notice.title} ${notice.number}`, body })
}

/** After the last day, or when it was taken back: no name is left. */
export function endedPage(found: PublicNotice, look: Look): string {
  const { notice, county } = found
  const say = speaker(look)
  const gone = notice.withdrawnOn
  const text = gone
    ? say(phrases.withdrawnOn(gone))
    : `${say(phrases.endedOn(notice.until))}${say(resultText(notice.rowCount, notice.result))}`
  const body = html`${heading(notice)}<p>${text}</p><a class="button plain" href="tel:${notice.telephone}">${say(words.call)}　${notice.telephone}</a><p class="note" style="margin-top:14px">${notice.hours}</p>${foot(notice, look)}`
  return frame({ look, county, title: `${notice.title} ${notice.number}`, body })
}

export function heading(notice: NoticeRow): Html {
  return html`<h1>${notice.title}</h1><p class="number"><span>${notice.number}</span><span>${notice.place}</span></p><hr class="zhu">`
}

/** Day 0 is the day of posting; one bar a day through the last (AMB-38). */
function strip(notice: NoticeRow, look: Look, today: Day): Html {
  const say = speaker(look)
  const at = daysBetween(notice.postedOn, today)
  const left = daysBetween(today, notice.until)
  const bars = Array.from(
    { length: notice.days + 1 },
    (_, i) => html`<i class="${i === at ? 'now' : i > at ? 'then' : ''}"></i>`,
  )
  const lead = left === 0 ? say(words.lastDay) : say(phrases.daysLeft(left))
  return html`<div class="strip"><span class="bars" aria-hidden="true">${bars}</span><span><b>${lead}</b><small>${say(phrases.until(notice.until))}</small></span></div>`
}

function people(notice: NoticeRow, look: Look, shown: Shown): Html {
  const say = speaker(look)
  const form = html`<h2 id="find">${say(words.find)}</h2><form class="find" method="get" action="${look.path}#find">${keptFields(look)}<input name="q" value="${shown.asked}" aria-label="${say(words.nameField)}" autocomplete="off" maxlength="40"><button>${say(words.search)}</button></form>`
  return html`${form}${results(notice, look, shown)}`
}

function results(notice: NoticeRow, look: Look, shown: Shown): Html {
  const say = speaker(look)
  if (shown.asked && shown.rows.length === 0)
    return html`<p>${say(phrases.none(shown.asked))}</p>${allLink(notice, look)}`
  if (shown.asked)
    return html`<p class="note">${say(phrases.hits(shown.rows.length))}</p>${rowTable(look, shown.rows, true)}${allLink(notice, look)}`
  if (!shown.all) return allLink(notice, look)
  return html`${rowTable(look, shown.rows, false)}${pager(notice, look, shown)}`
}

function rowTable(look: Look, rows: readonly PublicRow[], hit: boolean): Html {
  const say = speaker(look)
  const head = [words.row, words.name, words.group, words.category, words.amount].map(
    (one) => html`<th scope="col">${say(one)}</th>`,
  )
  const lines = rows.map(
    (row) =>
      html`<tr${hit ? html` class="hit"` : ''}><td>${row.rowNo}</td><td>${row.name}${row.suffix ? html`<small>（${row.suffix}）</small>` : ''}</td><td>${row.groupName}</td><td>${row.category}</td><td>${row.amount === null ? '—' : formatYuan(fen(row.amount))}</td></tr>`,
  )
  return html`<table><thead><tr>${head}</tr></thead><tbody>${lines}</tbody></table>`
}

function allLink(notice: NoticeRow, look: Look): Html {
  return html`<a class="more" style="border-top:1px solid var(--line)" href="${link(look, {}, { all: 1 })}#find">${speaker(look)(phrases.all(notice.rowCount))}</a>`
}

function pager(notice: NoticeRow, look: Look, { page }: Shown): Html {
  const pages = Math.ceil(notice.rowCount / ROWS_A_PAGE)
  if (pages <= 1) return html``
  const next = page < pages ? page + 1 : 1
  return html`<a class="more" href="${link(look, {}, { all: 1, page: next })}#find">${speaker(look)(phrases.page(next, pages))}</a>`
}

function categories(notice: NoticeRow, look: Look): Html {
  const say = speaker(look)
  const lines = notice.categories.map(
    (one) => html`<p><b>${one.name}</b>${one.rule}${say(phrases.people(one.count))}</p>`,
  )
  return html`<h2>${say(words.categories)}</h2><div class="rule"><p>${notice.clause}</p>${lines}</div>`
}

/** Who was looked up stands in the form already: the one that was found, or the name that is missing. */
function meant({ asked, rows }: Shown): string {
  return asked && rows.length <= 1 ? (rows[0]?.name ?? asked) : ''
}

function contact(notice: NoticeRow, look: Look, whom: string): Html {
  const say = speaker(look)
  const how = say(phrases.how(notice.answerDays, notice.answerCount === 'working'))
  const form = link(look, { path: `${look.path}/objection` }, whom ? { whom } : {})
  const space = look.locale === 'zh' ? '' : ' '
  return html`<h2>${say(words.disagree)}</h2><p>${how}${space}${say(words.holdsOne)}</p><a class="button" href="${form}">${say(words.object)}</a><a class="button plain" href="tel:${notice.telephone}">${say(words.call)}　${notice.telephone}</a><p class="note" style="margin-top:14px">${notice.hours}</p>`
}

function foot(notice: NoticeRow, look: Look): Html {
  const say = speaker(look)
  return html`<p class="seal">${notice.seal}<br>${say(phrases.date(notice.postedOn))}</p><p class="note foot">${say(words.privacy)}<br><a href="${link(look, { path: '/wo' })}">${say(words.asking)}</a></p>`
}
