/** Arrays of PostgreSQL in its binary form: tens of thousands of rows go into one statement without a sign to escape. */

const INT4 = 23
const INT8 = 20
const TEXT = 25
const JSONB = 3802

/** `int4[]`; null stays null. */
export function intArray(values: readonly (number | null)[]): Buffer {
  return fixed(values, { oid: INT4, bytes: 4, put: (out, at, value) => out.writeInt32BE(value, at) })
}

/** `int8[]`. */
export function bigintArray(values: readonly (number | null)[]): Buffer {
  return fixed(values, {
    oid: INT8,
    bytes: 8,
    put: (out, at, value) => {
      const high = Math.floor(value / 0x1_0000_0000)
      out.writeInt32BE(high, at)
      out.writeUInt32BE(value - high * 0x1_0000_0000, at + 4)
    },
  })
}

/** `text[]`. */
export function textArray(values: readonly (string | null)[]): Buffer {
  return texts(values, TEXT, 0)
}

/** `jsonb[]` of JSON texts. */
export function jsonbArray(values: readonly (string | null)[]): Buffer {
  return texts(values, JSONB, 1)
}

const HEAD = 20

function head(out: Buffer, oid: number, count: number): void {
  out.writeInt32BE(1, 0) // dimensions
  out.writeInt32BE(1, 4) // may hold nulls
  out.writeInt32BE(oid, 8)
  out.writeInt32BE(count, 12)
  out.writeInt32BE(1, 16) // first index
}

type Fixed = { oid: number; bytes: number; put: (out: Buffer, at: number, value: number) => void }

function fixed(values: readonly (number | null)[], { oid, bytes, put }: Fixed): Buffer {
  const out = Buffer.allocUnsafe(HEAD + values.length * (4 + bytes))
  head(out, oid, values.length)
  let at = HEAD
  for (const value of values) {
    out.writeInt32BE(value === null ? -1 : bytes, at)
    at += 4
    if (value === null) continue
    put(out, at, value)
    at += bytes
  }
  return out.subarray(0, at)
}

/** Where texts are laid out before their size is known; used again and again, so that memory does not fill with leavings. */
let scratch = Buffer.allocUnsafe(1 << 16)

function roomFor(bytes: number): void {
  if (scratch.length < bytes) scratch = Buffer.allocUnsafe(Math.ceil(bytes * 1.25))
}

/** `version`: bytes before each text (jsonb has a version number there). */
function texts(values: readonly (string | null)[], oid: number, version: 0 | 1): Buffer {
  let most = HEAD
  for (const value of values) most += 5 + (value === null ? 0 : value.length * 3)
  roomFor(most)
  const out = scratch
  head(out, oid, values.length)
  let at = HEAD
  for (const value of values) {
    if (value === null) {
      out.writeInt32BE(-1, at)
      at += 4
      continue
    }
    if (version) out[at + 4] = version
    const size = out.write(value, at + 4 + version, 'utf8')
    out.writeInt32BE(size + version, at)
    at += 4 + version + size
  }
  return Buffer.from(out.subarray(0, at))
}
