import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allRows, allTexts } from './all-rows.fixture.ts'
import { csvSplitter, encodingOf, separatorOf } from './csv.ts'
import { readWorkbook } from './index.ts'

const text = '姓名,住址\r\n王伟,"石桥村, ""三组"""\r\n'
/** 姓名,石桥村 in two-byte characters, 𠮷 in the four-byte part of GB 18030; encoded by Python. */
const gb = Buffer.from('d0d5c3fb2ccaafc7c5b4e50a9534b235', 'hex')

function utf16(of: string, bigEndian = false): Buffer {
  const bytes = Buffer.from(of, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

describe('a text file', () => {
  it('is decoded by its mark or by its bytes', async () => {
    const forms: [Buffer, string][] = [
      [Buffer.from(text), 'utf-8'],
      [Buffer.from(`\ufeff${text}`), 'utf-8'],
      [utf16(`\ufeff${text}`), 'utf-16le'],
      [utf16(`\ufeff${text}`, true), 'utf-16be'],
      [utf16(text), 'utf-16le'],
    ]
    for (const [bytes, encoding] of forms) {
      const book = await readWorkbook(bytes, 'a.csv')
      expect(book.encoding).toBe(encoding)
      expect(await allTexts(book)).toEqual([
        ['姓名', '住址'],
        ['王伟', '石桥村, "三组"'],
      ])
    }
  })

  it('in the national standard is read with its four-byte characters', async () => {
    expect(encodingOf(gb)).toBe('gb18030')
    expect(await allTexts(await readWorkbook(gb, '石桥村.csv'))).toEqual([['姓名', '石桥村'], ['𠮷']])
  })

  it('is named by its file and numbered as a sheet would be', async () => {
    const book = await readWorkbook(Buffer.from('a;b\n\n"x\ny";2\n'), 'C:\\表\\石桥村.csv')
    expect(book.sheets[0]?.name).toBe('石桥村')
    expect((await allRows(book)).map(({ number }) => number)).toEqual([1, 3])
  })

  it('without text, or no text at all, is refused', async () => {
    await expect(readWorkbook(Buffer.from(' \n'), 'a.csv')).rejects.toMatchObject({ code: 'import.empty' })
    await expect(readWorkbook(Buffer.from('a\u0001\u0002b'), 'a.csv')).rejects.toMatchObject({
      code: 'import.unknownKind',
    })
  })

  it('tells its separator', () => {
    expect([
      separatorOf('a,b\n'),
      separatorOf('a\tb\n'),
      separatorOf('a;b\n"x,y,z";c'),
      separatorOf('姓名，性别'),
    ]).toEqual([',', '\t', ';', '，'])
  })

  it('splits as csv-parse does, wherever the pieces end', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '甲', '"', ',', '\n', ' '), maxLength: 6 })
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('\n', '\r\n'),
        (rows, size, end) => {
          const written = rows
            .map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(','))
            .join(end)
          const splitter = csvSplitter(',')
          for (let at = 0; at < written.length; at += size) splitter.write(written.slice(at, at + size))
          splitter.end()
          const ours = splitter.take().map(({ cells }) => Array.from(cells, (c) => c?.text ?? ''))
          const theirs = (parse(written, { relax_column_count: true }) as string[][]).filter((row) =>
            row.some((c) => c !== ''),
          )
          expect(ours).toEqual(theirs)
        },
      ),
    )
  })
})
