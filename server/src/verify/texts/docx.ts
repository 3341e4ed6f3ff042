/** The words of a Word file: a line a paragraph, cells of tables parted by tabs; how many tables there are. */
import type { Entry, ZipFile } from 'yauzl'
import yauzl from 'yauzl'
import { verifyProblems } from '../problems.ts'

/** Main text of a large report is below 10 MB; more is no paper that a person wrote. */
const MOST = 50 * 1024 ** 2

export type Words = { text: string; tables: number }

/** Anything that is no Word file, is locked, or unpacks to more than 50 MB is the Problem `verify.noWords`. */
export async function readDocx(bytes: Buffer, file: string): Promise<Words> {
  const xml = await mainPart(bytes).catch(() => null)
  if (xml === null) throw verifyProblems.noWords({ file })
  return { text: wordsOf(xml), tables: [...xml.matchAll(/<w:tbl>|<w:tbl\s/g)].length }
}

async function mainPart(bytes: Buffer): Promise<string | null> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true })
  for await (const entry of zip.eachEntry())
    if (entry.fileName === 'word/document.xml')
      return entry.uncompressedSize > MOST || entry.generalPurposeBitFlag & 1 ? null : read(zip, entry)
  return null
}

/** The zip reader refuses a part that unpacks to more than its entry says. */
async function read(zip: ZipFile, entry: Entry): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}

function wordsOf(xml: string): string {
  return xml
    .replace(/<w:del[ >][\s\S]*?<\/w:del>/g, '')
    .replace(/<w:tab\/>/g, '\t')
    .replace(/<w:br[^>]*\/>/g, '\n')
    .replace(/<\/w:p>\s*(?=<\/w:tc>)/g, '')
    .replace(/<\/w:tc>/g, '\t')
    .replace(/<\/w:(?:p|tr)>/g, '\n')
    .replace(/<w:instrText[\s\S]*?<\/w:instrText>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
