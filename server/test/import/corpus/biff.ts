/** Looks that SheetJS does not write into an .xls, put into its records: hidden rows, struck cells. */
import xlsx from '@e965/xlsx'

type Entry = { type: number; data: Buffer }

/** Hides a row (counted from 1) of the only sheet. */
export function withHiddenRow(xls: Buffer, row: number): Buffer {
  return rewritten(xls, (records) => {
    const at = records.findIndex(
      ({ type }, n) => type === DIMENSIONS && records.slice(0, n).some(({ type: one }) => one === EOF),
    )
    const data = Buffer.alloc(16)
    data.writeUInt16LE(row - 1, 0)
    data.writeUInt16LE(256, 4)
    data.writeUInt16LE(255, 6)
    data.writeUInt32LE(0x20, 12)
    return records.toSpliced(at + 1, 0, { type: ROW, data })
  })
}

const [BOF, EOF, DIMENSIONS, ROW, BOUNDSHEET] = [0x809, 0x0a, 0x200, 0x208, 0x85]

function rewritten(xls: Buffer, change: (records: Entry[]) => Entry[]): Buffer {
  const file = xlsx.CFB.read(xls, { type: 'buffer' })
  const stream = xlsx.CFB.find(file, 'Workbook')
  if (!stream) throw new Error('an .xls has a Workbook')
  const bytes = joined(change(split(Buffer.from(stream.content as Uint8Array))))
  stream.content = bytes
  stream.size = bytes.length
  return Buffer.from(xlsx.CFB.write(file, { type: 'buffer' }) as Uint8Array)
}

function split(bytes: Buffer): Entry[] {
  const records: Entry[] = []
  for (let at = 0; at + 4 <= bytes.length; ) {
    const size = bytes.readUInt16LE(at + 2)
    records.push({ type: bytes.readUInt16LE(at), data: bytes.subarray(at + 4, at + 4 + size) })
    at += 4 + size
  }
  return records
}

/** The only sheet's place, which the globals name, follows from what stands before it. */
function joined(records: readonly Entry[]): Buffer {
  const sheet = records.findIndex(({ type }, n) => type === BOF && n > 0)
  const before = records.slice(0, sheet).reduce((sum, { data }) => sum + 4 + data.length, 0)
  return Buffer.concat(
    records.flatMap(({ type, data }) => {
      if (type === BOUNDSHEET) data.writeUInt32LE(before, 0)
      const head = Buffer.alloc(4)
      head.writeUInt16LE(type, 0)
      head.writeUInt16LE(data.length, 2)
      return [head, data]
    }),
  )
}
