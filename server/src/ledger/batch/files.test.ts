/** Bank files: bytes that a bank's system reads, in every format, both ways. */
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen } from '#kernel'
import { bankFile } from './bank-file.ts'
import { encodeGb18030 } from './gb18030.ts'
import { failureCode } from './reasons.ts'
import { readReturn } from './return-file.ts'

const lines = [
  {
    line: 1,
    name: '周桂枝',
    cardName: '周桂枝',
    card: '6217000012345678901',
    bank: '青禾农商行',
    amount: fen(240_00),
  },
  {
    line: 2,
    name: '昔勐颍',
    cardName: '䶮㙍𠮷',
    card: '0217000012345678902',
    bank: '=SUM(A1)',
    amount: fen(5),
  },
]
const list = { number: '2025-10-001', item: '养老金', lines }

describe('GB18030', () => {
  it('any text comes back from the decoder as it was', () => {
    const decoder = new TextDecoder('gb18030', { fatal: true })
    // A private-use character may share its bytes with a later standard one; no name has it.
    const chars = fc.string({ unit: 'grapheme' }).filter((text) => !/[\ue000-\uf8ff]/.test(text))
    fc.assert(
      fc.property(chars, (text) => decoder.decode(encodeGb18030(text)) === text.replace(/^\ufeff/, '')),
      { numRuns: 2000 },
    )
    for (const text of ['昔勐颍䶮㙍𠮷', '〔2025〕—“”…', '€ÄÖ', '龦龧'])
      expect(decoder.decode(encodeGb18030(text))).toBe(text)
  })
  it('the bytes of known characters (GB 18030-2005)', () => {
    expect(encodeGb18030('中A〇').toString('hex')).toBe('d6d041a996')
    expect(encodeGb18030('㐀').toString('hex')).toBe('8139ee39')
    expect(encodeGb18030('𠀀').toString('hex')).toBe('95328236')
  })
})

describe('the list', () => {
  it.each(['csv-gb18030', 'csv-utf8'] as const)(
    '%s holds control totals and every row; card numbers whole, formulas disarmed',
    async (format) => {
      const { bytes } = await bankFile(list, format)
      const text = new TextDecoder(format === 'csv-utf8' ? 'utf-8' : 'gb18030', { fatal: true }).decode(bytes)
      const rows = parse(text, { relaxColumnCount: true, bom: true }) as string[][]
      expect(rows[0]).toEqual(['批次号', '2025-10-001', '总笔数', '2', '总金额', '240.05'])
      expect(rows[3]).toEqual(['2', '䶮㙍𠮷', '0217000012345678902', `'=SUM(A1)`, '0.05', '养老金'])
    },
  )
  it('Excel keeps card numbers as text', async () => {
    const book = new ExcelJS.Workbook()
    const { bytes } = await bankFile(list, 'xlsx')
    await book.xlsx.load(bytes as unknown as ArrayBuffer)
    expect(book.worksheets[0]?.getCell('C4').value).toBe('0217000012345678902')
  })
})

describe('the reply', () => {
  const reply =
    '批次号,2025-10-001,总笔数,2,总金额,240.05\r\n序号,户名,账号,金额,结果,原因\r\n1,周桂枝,6217,240,成功,\r\n2,䶮,0217,0.05,失败,账户已销户\r\n'
  it.each([
    ['utf-8', Buffer.from(reply)],
    ['utf-8 with BOM', Buffer.from(`\ufeff${reply}`)],
    ['gb18030', encodeGb18030(reply)],
  ])('is read in %s', async (_, bytes) => {
    const read = await readReturn(bytes)
    expect(read).toMatchObject({ number: '2025-10-001', count: 2, total: 240_05 })
    expect(read.lines).toMatchObject([
      { line: 1, amount: 240_00, paid: true },
      { line: 2, amount: 5, paid: false, words: '账户已销户' },
    ])
  })
  it('is read from Excel', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('x')
    for (const row of parse(reply, { relaxColumnCount: true }) as string[][]) sheet.addRow(row)
    const read = await readReturn(Buffer.from(await book.xlsx.writeBuffer()))
    expect(read.lines).toHaveLength(2)
  })
  it('maps the bank’s words to reason codes (OF-08)', () => {
    const codes = [
      '户名不符',
      '账号不存在',
      '账户已销户',
      '账户止付',
      '长期不动户',
      '二类户超限额',
      '证件过期',
      '系统忙',
    ].map(failureCode)
    expect(codes).toEqual([
      'nameMismatch',
      'noAccount',
      'closed',
      'frozen',
      'dormant',
      'limit',
      'expired',
      'other',
    ])
  })
})
