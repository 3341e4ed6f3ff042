/** HTML as text that cannot be broken by what people write: every value is escaped unless it is HTML already. */

export type Html = { readonly markup: string }

type Part = string | number | Html | readonly Html[] | false | null | undefined

/** `html\`<b>${name}</b>\``: values are escaped, nested HTML and lists of it are not; false, null, undefined leave nothing. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const markup = texts.map((text, i) => text + (i < parts.length ? markupOf(parts[i]) : '')).join('')
  return { markup }
}

function markupOf(part: Part): string {
  if (part === false || part === null || part === undefined) return ''
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number') return String(part)
  return 'markup' in part ? part.markup : part.map((one) => one.markup).join('')
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
