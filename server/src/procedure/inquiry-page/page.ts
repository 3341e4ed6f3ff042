/** `/wo`: the page that asks. The rules, their parameters and their questions come with it; after that it needs nobody. */
import type { Text } from '#kernel'
import type { InquiryPage, PublicInquiry } from '#policy'
import type { Look } from '../public-page/frame.ts'
import { frame, speaker } from '../public-page/frame.ts'
import type { Html } from '../public-page/html.ts'
import { html } from '../public-page/html.ts'
import { style } from './style.ts'
import { words } from './words.ts'

/** Inquiries of one system. */
export type InquiryGroup = {
  readonly id: string
  readonly label: Text
  readonly inquiries: readonly PublicInquiry[]
}

export type Carried = InquiryPage & {
  readonly today: string
  readonly groups: readonly {
    readonly id: string
    readonly label: Text
    readonly inquiries: readonly string[]
  }[]
}

/** Nothing may be fetched or sent by this page, whatever its script does; the header's policy holds besides. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

export function inquiryPage(given: {
  look: Look
  county: string
  groups: readonly InquiryGroup[]
  carried: Carried
  /** Of the script, so that an old one is not taken from a cache. */
  version: string
}): string {
  const { look, county, groups, carried, version } = given
  const say = speaker(look)
  const head = html`<meta http-equiv="content-security-policy" content="${POLICY}"><link rel="icon" href="data:,"><style>${{ markup: style }}</style>`
  const body = html`<h1 id="top">${say(words.title)}</h1><hr class="zhu"><div id="wo"><p>${say(words.lead)}</p><noscript><p class="wrong">${say(words.noScript)}</p></noscript>${groups.map((group) => listOf(group, look))}</div><script type="application/json" id="wo-data">${{ markup: inScript(carried) }}</script><script type="module" src="/wo/wo.js?v=${version}"></script>`
  return frame({ look, county, title: say(words.title), head, body })
}

/** Shown until the script runs, and where it does not. */
function listOf({ label, inquiries }: InquiryGroup, look: Look): Html {
  const say = speaker(look)
  const lines = inquiries.map(
    (one) =>
      html`<li><b>${say(one.title)}</b><br>${say(one.intro)}<br><span class="note">${say(words.office)}${look.locale === 'zh' ? '：' : ': '}${say(one.office)}<br>${say(words.papers)}${look.locale === 'zh' ? '：' : ': '}${one.papers.map(say).join(look.locale === 'zh' ? '；' : '; ')}</span></li>`,
  )
  return html`<h2>${say(label)}</h2><ul class="plain-list">${lines}</ul>`
}

/** JSON that cannot end its script element. */
function inScript(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028|\u2029/g, ' ')
}

export function tooOftenPage(look: Look, county: string): string {
  const say = speaker(look)
  const title = say(words.title)
  const body = html`<h1>${title}</h1><hr class="zhu"><p>${say(words.tooOften)}</p>`
  return frame({ look, county, title, body })
}
