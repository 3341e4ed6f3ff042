/** A zip archive written part by part; each part may come in pieces and is compressed as it comes. */
import { constants, crc32, deflateRawSync } from 'node:zlib'

const PIECE = 1 << 20
type Entry = { name: Buffer; crc: number; packed: number; plain: number; at: number }

export type ZipWriter = {
  /** Begins a part; the one before is closed. */
  part(name: string): void
  write(text: string): void
  finish(): Buffer
}

/** All parts are dated 1980-01-01, so that the same content gives the same bytes. */
export function zipWriter(): ZipWriter {
  const out: Buffer[] = []
  const entries: Entry[] = []
  let size = 0
  let open: { name: string; crc: number; plain: number; pieces: Buffer[] } | undefined
  let waiting = ''
  const push = (bytes: Buffer) => {
    out.push(bytes)
    size += bytes.length
  }
  const pack = (last: boolean) => {
    if (!open) return
    const bytes = Buffer.from(waiting, 'utf8')
    waiting = ''
    open.crc = crc32(bytes, open.crc)
    open.plain += bytes.length
    open.pieces.push(
      deflateRawSync(bytes, { level: 4, finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH }),
    )
  }
  const close = () => {
    if (!open) return
    pack(true)
    const { name, crc, plain, pieces } = open
    const packed = pieces.reduce((sum, piece) => sum + piece.length, 0)
    const entry = { name: Buffer.from(name), crc, packed, plain, at: size }
    entries.push(entry)
    push(header(entry, false))
    for (const piece of pieces) push(piece)
    open = undefined
  }
  return {
    part: (name) => {
      close()
      open = { name, crc: 0, plain: 0, pieces: [] }
    },
    write: (text) => {
      waiting += text
      if (waiting.length >= PIECE) pack(false)
    },
    finish: () => {
      close()
      const at = size
      for (const entry of entries) push(header(entry, true))
      push(ending(entries.length, { at, length: size - at }))
      return Buffer.concat(out)
    },
  }
}

/** The head of a part, before its bytes or in the directory at the end. */
function header({ name, crc, packed, plain, at }: Entry, directory: boolean): Buffer {
  const head = Buffer.alloc(directory ? 46 : 30)
  let to = head.writeUInt32LE(directory ? 0x02014b50 : 0x04034b50, 0)
  if (directory) to = head.writeUInt16LE(20, to)
  for (const field of [20, 0x0800, 8, 0, 0x21]) to = head.writeUInt16LE(field, to)
  for (const field of [crc, packed, plain]) to = head.writeUInt32LE(field, to)
  to = head.writeUInt16LE(name.length, to)
  if (directory) head.writeUInt32LE(at, 42)
  return Buffer.concat([head, name])
}

function ending(count: number, { at, length }: { at: number; length: number }): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(at, 16)
  return end
}
