/** Texts by number in one block of memory: millions of strings would cost three times as much, and a pause at every collection. */

/** What was read last of texts that repeat is kept as strings; a power of two. */
const KEPT = 4096
/** Bytes that one character of a string may need. */
const MOST_BYTES = 3

export type Texts = {
  add(text: string): void
  size(): number
  /** Undefined for a number that no text has. */
  at(number: number): string | undefined
}

export function packedTexts(): Texts {
  let block = Buffer.allocUnsafe(1 << 12)
  let ends = new Uint32Array(1 << 8) // where the text ends; it begins where the one before ends
  let plain = new Uint8Array(1 << 8) // whether its bytes are its characters
  let count = 0
  const kept: (string | undefined)[] = new Array(KEPT)
  const keptNumber = new Int32Array(KEPT).fill(-1)
  const grow = (bytes: number) => {
    if (block.length < bytes) block = Buffer.concat([block], Math.ceil(bytes * 1.5))
    if (count < ends.length) return
    ends = enlarged(ends, new Uint32Array(ends.length * 2))
    plain = enlarged(plain, new Uint8Array(plain.length * 2))
  }
  const read = (number: number) => {
    const [from, to] = [number === 0 ? 0 : (ends[number - 1] ?? 0), ends[number] ?? 0]
    return block.toString(plain[number] ? 'latin1' : 'utf8', from, to)
  }
  return {
    add: (text) => {
      const from = count === 0 ? 0 : (ends[count - 1] ?? 0)
      grow(from + text.length * MOST_BYTES)
      const bytes = block.write(text, from, 'utf8')
      plain[count] = bytes === text.length ? 1 : 0
      ends[count++] = from + bytes
    },
    size: () => count,
    at: (number) => {
      if (!(number >= 0 && number < count)) return undefined
      const place = number & (KEPT - 1)
      if (keptNumber[place] !== number) {
        kept[place] = read(number)
        keptNumber[place] = number
      }
      return kept[place]
    },
  }
}

function enlarged<A extends Uint32Array | Uint8Array>(from: A, into: A): A {
  into.set(from)
  return into
}
