/** A small reader of the XML that spreadsheets write: tags and texts in order, prefixes taken off, nothing kept. */

export type XmlHandler = {
  /** `attributes` is the raw text between name and bracket; ask it with `attribute`. An empty element also closes. */
  open(name: string, attributes: string): void
  close(name: string): void
  /** Character data, entities decoded. One text may come in several pieces. */
  text(text: string): void
}

export type XmlReader = { write(chunk: string): void; end(): void }

/** Feeds a handler from chunks that may end anywhere, also inside a tag or an entity. */
export function xmlReader(handler: XmlHandler): XmlReader {
  let rest = ''
  let depth = 0
  const counting: XmlHandler = {
    open: (name, attributes) => {
      depth++
      handler.open(name, attributes)
    },
    close: (name) => {
      depth--
      handler.close(name)
    },
    text: handler.text,
  }
  return {
    write: (chunk) => {
      rest = readAll(rest + chunk, counting)
    },
    end: () => {
      if (depth !== 0 || rest.trim() !== '') throw new SyntaxError('the XML ends inside an element')
    },
  }
}

/** Hands over everything that is complete; returns what is not. */
function readAll(xml: string, handler: XmlHandler): string {
  let at = 0
  for (;;) {
    const tag = xml.indexOf('<', at)
    if (tag < 0) return emitText(xml, at, handler)
    if (tag > at) handler.text(decode(xml.slice(at, tag)))
    const next = xml.charCodeAt(tag + 1)
    if (Number.isNaN(next)) return xml.slice(tag)
    const end = next === 33 || next === 63 ? special(xml, tag, handler) : element(xml, tag, handler)
    if (end < 0) return xml.slice(tag)
    at = end
  }
}

/** Text at the end of a chunk; an entity cut in two waits for its rest. */
function emitText(xml: string, at: number, handler: XmlHandler): string {
  const amp = xml.lastIndexOf('&')
  const cut = amp >= at && xml.indexOf(';', amp) < 0 ? amp : xml.length
  if (cut > at) handler.text(decode(xml.slice(at, cut)))
  return xml.slice(cut)
}

/** Comments, declarations, CDATA. Returns the place behind it, or -1 if it is not complete. */
function special(xml: string, at: number, handler: XmlHandler): number {
  if (xml.startsWith('<![CDATA[', at)) {
    const end = xml.indexOf(']]>', at)
    if (end < 0) return -1
    handler.text(xml.slice(at + 9, end))
    return end + 3
  }
  if (xml.length - at < 9 && xml.indexOf('>', at) < 0) return -1
  const close = xml.startsWith('<!--', at) ? '-->' : '>'
  const end = xml.indexOf(close, at)
  return end < 0 ? -1 : end + close.length
}

function element(xml: string, at: number, handler: XmlHandler): number {
  const end = tagEnd(xml, at)
  if (end < 0) return -1
  if (xml.charCodeAt(at + 1) === 47) {
    handler.close(localName(xml.slice(at + 2, end).trim()))
    return end + 1
  }
  const empty = xml.charCodeAt(end - 1) === 47
  const inner = xml.slice(at + 1, empty ? end - 1 : end)
  const space = firstSpace(inner)
  const name = localName(inner.slice(0, space))
  handler.open(name, inner.slice(space))
  if (empty) handler.close(name)
  return end + 1
}

/** The closing bracket of a tag; a bracket inside quotes is none. */
function tagEnd(xml: string, at: number): number {
  let end = xml.indexOf('>', at)
  while (end >= 0 && insideQuotes(xml, at, end)) end = xml.indexOf('>', end + 1)
  return end
}

function insideQuotes(xml: string, from: number, to: number): boolean {
  let quote = 0
  for (let i = from; i < to; i++) {
    const c = xml.charCodeAt(i)
    if (c !== 34 && c !== 39) continue
    if (quote === 0) quote = c
    else if (quote === c) quote = 0
  }
  return quote !== 0
}

function firstSpace(text: string): number {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) <= 32) return i
  return text.length
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** The value of an attribute, entities decoded; a prefix counts only if it is asked for (`r:id` also answers to `id`). */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1)
    if (before > 32 && before !== 58) continue
    const equals = skipSpace(attributes, at + name.length)
    if (attributes.charCodeAt(equals) !== 61) continue
    const open = skipSpace(attributes, equals + 1)
    const close = attributes.indexOf(attributes[open] ?? '"', open + 1)
    if (close >= 0) return decode(attributes.slice(open + 1, close))
  }
  return undefined
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) <= 32) at++
  return at
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name[0] !== '#') return named[name] ?? whole
    const code =
      name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
