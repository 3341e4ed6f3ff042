/** GB18030 for bank files. Node decodes it but does not encode: the table is what the decoder itself says, turned round. */

/** One and two bytes: all of GBK. */
let twoBytes: Map<string, Buffer> | undefined

function table(): Map<string, Buffer> {
  if (twoBytes) return twoBytes
  twoBytes = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const bytes = Buffer.from([lead, trail])
      const text = trail === 0x7f ? '' : decoder.decode(bytes)
      if ([...text].length === 1 && text !== '\ufffd' && !twoBytes.has(text)) twoBytes.set(text, bytes)
    }
  return twoBytes
}

/** The place of U+10000, 0x90308130, in the count of four-byte codes. */
const PLANE_1 = 189_000

/** Four bytes: rare characters of the basic plane by search over the decoder, the other planes by their formula. */
let fourBytes: Map<string, Buffer> | undefined

function rare(char: string, code: number): Buffer {
  if (code >= 0x10000) return linear(PLANE_1 + code - 0x10000)
  fourBytes ??= basicPlane()
  const bytes = fourBytes.get(char)
  if (!bytes) throw new RangeError(`no GB18030 code for ${char}`)
  return bytes
}

function basicPlane(): Map<string, Buffer> {
  const decoder = new TextDecoder('gb18030')
  const made = new Map<string, Buffer>()
  for (let index = 0; index < 39_420; index++) {
    const bytes = linear(index)
    made.set(decoder.decode(bytes), bytes)
  }
  return made
}

function linear(index: number): Buffer {
  const [d, c] = [index % 10, Math.floor(index / 10) % 126]
  const [b, a] = [Math.floor(index / 1260) % 10, Math.floor(index / 12_600)]
  return Buffer.from([0x81 + a, 0x30 + b, 0x81 + c, 0x30 + d])
}

/** Text as GB18030 bytes. */
export function encodeGb18030(text: string): Buffer {
  const parts: Buffer[] = []
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    parts.push(code < 0x80 ? Buffer.from([code]) : (table().get(char) ?? rare(char, code)))
  }
  return Buffer.concat(parts)
}
