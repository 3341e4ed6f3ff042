/** The frame of every public page: head, county, size and language, never indexed. */
import type { Locale, Text } from '#kernel'
import type { Html } from './html.ts'
import { html } from './html.ts'
import { style } from './style.ts'
import { words } from './words.ts'

/** How a page is asked for: language, size; both travel in the links. */
export type Look = { locale: Locale; big: boolean; path: string }

export type Framed = { look: Look; county: string; title: string; head?: Html; body: Html }

export function frame({ look, county, title, head, body }: Framed): string {
  const say = speaker(look)
  const page = html`<!doctype html>
<html lang="${look.locale === 'zh' ? 'zh-CN' : 'en'}"${look.big ? html` class="big"` : ''}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow,noarchive"><meta name="format-detection" content="telephone=no"><title>${title}</title><style>${{ markup: style }}</style>${head}</head>
<body><header><div><b>${county}${say(words.open)}</b><nav><a href="${link(look, { big: !look.big })}">${say(look.big ? words.usual : words.big)}</a><a href="${link(look, { locale: look.locale === 'zh' ? 'en' : 'zh' })}" lang="${look.locale === 'zh' ? 'en' : 'zh-CN'}">${say(words.other)}</a></nav></div></header>
<main>${body}</main></body></html>`
  return page.markup
}

export function speaker(look: Look): (text: Text) => string {
  return (text) => text[look.locale]
}

/** An address of the same notice that keeps language and size. */
export function link(
  look: Look,
  change: Partial<Look> = {},
  query: Record<string, string | number> = {},
): string {
  const { locale, big, path } = { ...look, ...change }
  const all = { ...(locale === 'en' ? { lang: 'en' } : {}), ...(big ? { size: 'big' } : {}), ...query }
  const text = Object.entries(all)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
  return text ? `${path}?${text}` : path
}

/** Language and size as hidden fields of a form that is sent by GET. */
export function keptFields(look: Look): Html {
  return html`${look.locale === 'en' ? html`<input type="hidden" name="lang" value="en">` : ''}${look.big ? html`<input type="hidden" name="size" value="big">` : ''}`
}
