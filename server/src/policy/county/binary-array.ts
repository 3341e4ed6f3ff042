/** Arrays of whole numbers as PostgreSQL receives them in binary: no text to write here and to parse there. */
import { Buffer } from 'node:buffer'

const HEADER = 20
const OID = { int4: 23, int8: 20 } as const

/** One dimension, no nulls: dimensions, null flag, element type, length, lower bound; then size and value of each. */
function framed(count: number, type: keyof typeof OID): Buffer {
  const size = type === 'int8' ? 12 : 8
  const bytes = Buffer.alloc(HEADER + count * size)
  for (const [at, word] of [1, 0, OID[type], count, 1].entries()) bytes.writeInt32BE(word, at * 4)
  return bytes
}

/** For `$1::bigint[]`; whole numbers from 0 that JavaScript holds exactly. */
export function bigintArray(values: readonly number[]): Buffer {
  const bytes = framed(values.length, 'int8')
  let at = HEADER
  for (const value of values) {
    bytes.writeInt32BE(8, at)
    bytes.writeInt32BE(Math.floor(value / 2 ** 32), at + 4)
    bytes.writeUInt32BE(value % 2 ** 32, at + 8)
    at += 12
  }
  return bytes
}

/** For `$1::int[]`. */
export function intArray(values: ArrayLike<number>): Buffer {
  const bytes = framed(values.length, 'int4')
  for (let i = 0, at = HEADER; i < values.length; i++, at += 8) {
    bytes.writeInt32BE(4, at)
    bytes.writeInt32BE(values[i] as number, at + 4)
  }
  return bytes
}
