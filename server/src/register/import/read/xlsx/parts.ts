/** The parts of an .xlsx (a zip of XML files), each read as a stream, with a limit on what it may unpack to. */
import { StringDecoder } from 'node:string_decoder'
import type { Entry, ZipFile } from 'yauzl'
import yauzl from 'yauzl'
import { readProblems } from '../problems.ts'
import type { XmlHandler } from './xml.ts'
import { xmlReader } from './xml.ts'

/** A million rows of twenty columns unpack to about 1 GB, at most some twentyfold. */
const LARGEST_PART = 3 * 1024 ** 3
const LARGEST_RATIO = 400
const SMALL = 64 * 1024 ** 2
const MOST_PARTS = 5000

export type Parts = {
  has(name: string): boolean
  names(): string[]
  /** Reads a part through the handler, piece by piece; `stop` is asked after each piece. */
  read(name: string, handler: XmlHandler, stop?: () => boolean): Promise<void>
  /** The same as pieces of text, for a reader that hands out rows in between. */
  pieces(name: string): AsyncIterable<string>
}

/** Opens the zip. A part that is encrypted or swollen is a Problem when the file is opened, not when it is read. */
export async function openParts(bytes: Buffer, file: string): Promise<Parts> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true })
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    if (entries.size >= MOST_PARTS) throw readProblems.swollen({ file, part: `${MOST_PARTS}+` })
    guard(entry, file)
    entries.set(entry.fileName.replace(/^\//, ''), entry)
  }
  const pieces = (name: string) => textOf(zip, entries.get(name))
  return {
    has: (name) => entries.has(name),
    names: () => [...entries.keys()],
    pieces,
    read: (name, handler, stop) => readThrough(pieces(name), handler, stop),
  }
}

function guard(entry: Entry, file: string): void {
  if (entry.generalPurposeBitFlag & 1) throw readProblems.locked({ file })
  const { compressedSize, uncompressedSize, fileName } = entry
  const swollen = uncompressedSize > SMALL && uncompressedSize > compressedSize * LARGEST_RATIO
  if (swollen || uncompressedSize > LARGEST_PART) throw readProblems.swollen({ file, part: fileName })
}

/** The zip reader itself refuses a part that unpacks to more than its entry says. */
async function* textOf(zip: ZipFile, entry: Entry | undefined): AsyncIterable<string> {
  if (!entry) return
  const stream = await zip.openReadStreamPromise(entry)
  let decoder: StringDecoder | undefined
  for await (const chunk of stream) {
    decoder ??= decoderOf(chunk as Buffer)
    yield decoder.write(chunk as Buffer)
  }
  if (decoder) yield decoder.end()
}

/** XML may also come in UTF-16, as some old writers do. */
function decoderOf(first: Buffer): StringDecoder {
  return new StringDecoder(first[0] === 0xff && first[1] === 0xfe ? 'utf16le' : 'utf8')
}

async function readThrough(
  pieces: AsyncIterable<string>,
  handler: XmlHandler,
  stop: () => boolean = () => false,
): Promise<void> {
  const reader = xmlReader(handler)
  for await (const piece of pieces) {
    reader.write(piece)
    if (stop()) return
  }
  reader.end()
}
