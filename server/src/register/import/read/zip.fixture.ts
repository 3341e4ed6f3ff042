/** A zip of stored or deflated parts, for tests that need files which no writer makes. */
import { crc32, deflateRawSync } from 'node:zlib'

export type ZipPart = { name: string; text: string; deflate?: boolean; flags?: number }

export function zipOf(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const { local, central } = entryOf(part, offset)
    locals.push(local)
    directory.push(central)
    offset += local.length
  }
  const end = Buffer.alloc(22)
  const size = directory.reduce((sum, b) => sum + b.length, 0)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...directory, end])
}

function entryOf({ name, text, deflate = true, flags = 0 }: ZipPart, offset: number) {
  const raw = Buffer.from(text, 'utf8')
  const data = deflate ? deflateRawSync(raw) : raw
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(flags | 0x800, 2)
  common.writeUInt16LE(deflate ? 8 : 0, 4)
  common.writeUInt32LE(crc32(raw), 10)
  common.writeUInt32LE(data.length, 14)
  common.writeUInt32LE(raw.length, 18)
  common.writeUInt16LE(Buffer.byteLength(name), 22)
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, Buffer.from(name), data])
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(offset, 10)
  const central = Buffer.concat([Buffer.from('504b01021400', 'hex'), common, tail, Buffer.from(name)])
  return { local, central }
}

/** The smallest .xlsx around the XML of one sheet; `prefix` writes every element as `x:row`. */
export function xlsxOf(given: {
  sheet: string
  shared?: string
  styles?: string
  workbook?: string
}): Buffer {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const rel = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/>`
  const rels = (inner: string) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
  return zipOf([
    { name: '_rels/.rels', text: rels(rel('r1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: rels(
        rel('rId1', 'worksheet', 'worksheets/sheet1.xml') +
          rel('rId2', 'sharedStrings', '/xl/sharedStrings.xml') +
          rel('rId3', 'styles', 'styles.xml'),
      ),
    },
    {
      name: 'xl/workbook.xml',
      text:
        given.workbook ??
        `<workbook xmlns:r="x"><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    { name: 'xl/sharedStrings.xml', text: given.shared ?? '<sst/>' },
    { name: 'xl/styles.xml', text: given.styles ?? '<styleSheet/>' },
    { name: 'xl/worksheets/sheet1.xml', text: given.sheet },
  ])
}
