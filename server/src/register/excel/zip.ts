/** A zip archive written part by part; each part may come in pieces, is compressed as it comes and can be sent on at once. */
import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'

const PIECE = 1 << 20
const packed = promisify<Uint8Array, object, Buffer>(deflateRaw)

type Entry = { name: Buffer; crc: number; packed: number; plain: number; at: number }
/** What is still to be sent, in order: the head of a part, a piece of it, what stands behind it. */
type Waiting = { entry: Entry; what: 'head' | 'foot' | Promise<Buffer> }

export type ZipWriter = {
  /** Begins a part; the one before is closed. */
  part(name: string): void
  write(text: string): void
  /** Bytes of the open part before compression: the format has 32 bits for them. */
  plain(): number
  /** What is ready since the last call. */
  take(): Promise<Buffer>
  /** Closes the archive; the rest of it. */
  finish(): Promise<Buffer>
}

/**
 * All parts are dated 1980-01-01, so that the same content gives the same bytes. Pieces are compressed beside the work of
 * the caller; who does not `take` holds them.
 */
export function zipWriter(): ZipWriter {
  const entries: Entry[] = []
  let waiting: Waiting[] = []
  let size = 0
  let open: Entry | undefined
  let text = ''
  const pack = (last: boolean) => {
    if (!open) return
    const bytes = Buffer.from(text, 'utf8')
    text = ''
    open.crc = crc32(bytes, open.crc)
    open.plain += bytes.length
    const how = { level: 3, finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH }
    waiting.push({ entry: open, what: packed(bytes, how) })
  }
  const close = () => {
    pack(true)
    if (open) waiting.push({ entry: open, what: 'foot' })
    open = undefined
  }
  const take = async () => {
    const due = waiting
    waiting = []
    const bytes = await sent(due, size)
    size += bytes.length
    return bytes
  }
  return {
    part: (name) => {
      close()
      open = { name: Buffer.from(name), crc: 0, packed: 0, plain: 0, at: 0 }
      entries.push(open)
      waiting.push({ entry: open, what: 'head' })
    },
    write: (more) => {
      text += more
      if (text.length >= PIECE) pack(false)
    },
    plain: () => open?.plain ?? 0,
    take,
    finish: async () => {
      close()
      const rest = await take()
      const directory = Buffer.concat(entries.map((entry) => header(entry, true)))
      return Buffer.concat([rest, directory, ending(entries.length, { at: size, length: directory.length })])
    },
  }
}

async function sent(due: readonly Waiting[], from: number): Promise<Buffer> {
  let at = from
  const out: Buffer[] = []
  for (const { entry, what } of due) {
    const bytes = await bytesOf(entry, what, at)
    at += bytes.length
    out.push(bytes)
  }
  return Buffer.concat(out)
}

async function bytesOf(entry: Entry, what: Waiting['what'], at: number): Promise<Buffer> {
  if (what === 'head') {
    entry.at = at
    return header(entry, false)
  }
  if (what === 'foot') return footer(entry)
  const bytes = await what
  entry.packed += bytes.length
  return bytes
}

/** Bit 3: the sizes stand behind the bytes, since they are not known before. Bit 11: names in UTF-8. */
const FLAGS = 0x0808

/** The head of a part, before its bytes or in the directory at the end. */
function header({ name, crc, packed: packedSize, plain, at }: Entry, directory: boolean): Buffer {
  const head = Buffer.alloc(directory ? 46 : 30)
  let to = head.writeUInt32LE(directory ? 0x02014b50 : 0x04034b50, 0)
  if (directory) to = head.writeUInt16LE(20, to)
  for (const field of [20, FLAGS, 8, 0, 0x21]) to = head.writeUInt16LE(field, to)
  for (const field of directory ? [crc, packedSize, plain] : [0, 0, 0]) to = head.writeUInt32LE(field, to)
  to = head.writeUInt16LE(name.length, to)
  if (directory) head.writeUInt32LE(at, 42)
  return Buffer.concat([head, name])
}

function footer({ crc, packed: packedSize, plain }: Entry): Buffer {
  const foot = Buffer.alloc(16)
  let to = 0
  for (const field of [0x08074b50, crc, packedSize, plain]) to = foot.writeUInt32LE(field, to)
  return foot
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
