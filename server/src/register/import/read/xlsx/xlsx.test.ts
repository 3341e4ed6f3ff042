import { describe, expect, it } from 'vitest'
import { allRows, allTexts } from '../all-rows.fixture.ts'
import { readWorkbook } from '../index.ts'
import { xlsxOf, zipOf } from '../zip.fixture.ts'
import { dateStyle } from './book.ts'
import { attribute, xmlReader } from './xml.ts'

const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>
  <numFmt numFmtId="165" formatCode="[&gt;=100]0.00"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="31"/></cellXfs></styleSheet>`

const open = (given: Parameters<typeof xlsxOf>[0]) => readWorkbook(xlsxOf(given), '表.xlsx')

describe('an .xlsx', () => {
  it('is read with prefixed elements, cells and rows without address, comments and CDATA', async () => {
    const book = await open({
      sheet: `<x:worksheet xmlns:x="m"><!-- a > b --><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲&amp;乙</x:t></x:is></x:c>
        <x:c><x:v>3</x:v></x:c></x:row><x:row r="7"><x:c r="C7" t="str"><x:v><![CDATA[a<b]]></x:v></x:c><x:c t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    })
    const rows = await allRows(book)
    expect(rows.map(({ number }) => number)).toEqual([1, 7])
    expect(await allTexts(book)).toEqual([
      ['甲&乙', '3'],
      ['', '', 'a<b', 'TRUE'],
    ])
  })

  it('joins rich text, leaves reading aids out, decodes escaped characters', async () => {
    const book = await open({
      shared: `<sst><si><r><rPr/><t>石桥</t></r><r><t xml:space="preserve">村 </t></r></si><si><t>乐</t><rPh sb="0" eb="1"><t>lè</t></rPh></si><si><t>a_x000A_b</t></si><si/></sst>`,
      sheet: `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row></sheetData></worksheet>`,
    })
    expect(await allTexts(book)).toEqual([['石桥村 ', '乐', 'a\nb']])
  })

  it('tells dates from numbers by the format of the cell, in both systems of days', async () => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>43831</v></c><c r="B1" s="2"><v>43831.5</v></c><c r="C1" s="3"><v>43831</v></c><c r="D1"><v>0.30000000000000004</v></c><c r="E1" s="4"><v>1</v></c></row></sheetData></worksheet>`
    expect(await allTexts(await open({ sheet, styles }))).toEqual([
      ['2020-01-01', '2020-01-01', '43831', '0.3', '1900-01-01'],
    ])
    const workbook = `<workbook xmlns:r="x"><workbookPr date1904="1"/><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>`
    const later = await allRows(await open({ sheet, styles, workbook }))
    expect(later[0]?.cells[0]).toEqual({ value: { serial: 43831 + 1462 }, text: '2024-01-02' })
  })

  it('takes the saved result of a formula, and the text of an error; a result that is not there is said', async () => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1"><f>SUM(B1:B2)</f><v>12</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1"><f>A1</f></c></row></sheetData></worksheet>`
    expect(await allTexts(await open({ sheet }))).toEqual([['12', 'a', '#DIV/0!', '']])
    expect((await allRows(await open({ sheet })))[0]?.cells[3]).toMatchObject({ uncomputed: true })
  })

  it('says what is struck through: by the style of the cell, by the runs of its text', async () => {
    const struck = `<styleSheet><fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>`
    const book = await open({
      styles: struck,
      shared: `<sst><si><r><rPr><strike/></rPr><t>甲</t></r></si><si><r><rPr><strike val="0"/></rPr><t>乙</t></r><r><rPr><strike/></rPr><t>丙</t></r></si></sst>`,
      sheet: `<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="0"><v>2</v></c><c r="C1" t="s"><v>0</v></c><c r="D1" t="s"><v>1</v></c><c r="E1" t="inlineStr"><is><r><rPr><strike/></rPr><t>丁</t></r></is></c><c r="F1" t="inlineStr"><is><t>戊</t></is></c></row></sheetData></worksheet>`,
    })
    const [row] = await allRows(book)
    expect(row?.cells.map((cell) => cell?.struck)).toEqual([
      'all',
      undefined,
      'all',
      'part',
      'all',
      undefined,
    ])
  })

  it('shows percentages as the sheet does', async () => {
    const percent = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellXfs><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>`
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1" s="0"><v>0.3</v></c><c r="B1" s="1"><v>0.075</v></c></row></sheetData></worksheet>`
    expect(await allTexts(await open({ sheet, styles: percent }))).toEqual([['30%', '7.5%']])
  })

  it('repeats the value of a merged area in all of its cells', async () => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>标题</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>一组</t></is></c><c r="B2"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row><row r="4"><c r="B4"><v>3</v></c></row></sheetData><mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A2:A3"/></mergeCells></worksheet>`
    const rows = await allRows(await open({ sheet }))
    expect(await allTexts(await open({ sheet }))).toEqual([
      ['标题', '标题'],
      ['一组', '1'],
      ['一组', '2'],
      ['', '3'],
    ])
    expect([rows[1]?.cells[0]?.merged, rows[2]?.cells[0]?.merged]).toEqual(['first', 'rest'])
  })

  it('says which sheets, rows and columns are hidden', async () => {
    const book = await open({
      workbook: `<workbook xmlns:r="x"><sheets><sheet name="a" state="veryHidden" r:id="rId1"/></sheets></workbook>`,
      sheet: `<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>1</v></c></row></sheetData></worksheet>`,
    })
    const rows = await allRows(book)
    expect(book.sheets[0]?.hidden).toBe(true)
    expect([rows[0]?.cells[0]?.hidden, rows[0]?.cells[1]?.hidden, rows[0]?.hidden, rows[1]?.hidden]).toEqual([
      undefined,
      true,
      undefined,
      true,
    ])
  })

  it('may begin at any sheet again, and hands out many rows in batches', async () => {
    const many = Array.from(
      { length: 1700 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`,
    ).join('')
    const book = await open({ sheet: `<worksheet><sheetData>${many}</sheetData></worksheet>` })
    expect(await allRows(book)).toHaveLength(1700)
    expect((await allTexts(book)).at(-1)).toEqual(['1699'])
  })
})

describe('a file that cannot be read', () => {
  const refuse = (bytes: Buffer, name: string) =>
    readWorkbook(bytes, name)
      .then(allRows)
      .then(
        () => 'read',
        (p) => p.code,
      )

  it('is told by its reason', async () => {
    const encrypted = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(64),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    const whole = xlsxOf({
      sheet: '<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>',
    })
    expect(await refuse(Buffer.alloc(0), 'a.xlsx')).toBe('import.empty')
    expect(await refuse(encrypted, 'a.xlsx')).toBe('import.locked')
    expect(await refuse(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.et')).toBe('import.wpsOwn')
    expect(await refuse(Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'a.xls')).toBe('import.broken')
    expect(await refuse(whole.subarray(0, whole.length - 30), 'a.xlsx')).toBe('import.broken')
    expect(await refuse(Buffer.from('%PDF-1.7'), 'a.pdf')).toBe('import.unknownKind')
    expect(await refuse(zipOf([{ name: 'word.txt', text: 'x' }]), 'a.xlsx')).toBe('import.unknownKind')
    expect(await refuse(zipOf([{ name: 'xl/a', text: 'x', flags: 1 }]), 'a.xlsx')).toBe('import.locked')
    expect(await refuse(xlsxOf({ sheet: '<worksheet><sheetData><row><c><v>1' }), 'a.xlsx')).toBe(
      'import.broken',
    )
  })

  it('is refused before it is unpacked when it would swell', async () => {
    const bomb = zipOf([{ name: 'xl/workbook.xml', text: ' '.repeat(80 * 1024 ** 2) }])
    expect(await refuse(bomb, 'a.xlsx')).toBe('import.swollen')
  })
})

describe('the XML reader', () => {
  it('reads the same whatever the pieces are', () => {
    const xml = `<?xml version="1.0"?><a x="1>2" y='&lt;'>t&#x4e00;<b/><![CDATA[<&>]]><!-- - -->&amp;</a>`
    const read = (size: number) => {
      const said: string[] = []
      let text = ''
      const flush = () => {
        if (text) said.push(text)
        text = ''
      }
      const reader = xmlReader({
        open: (name, a) => {
          flush()
          said.push(`<${name}${attribute(a, 'x') ?? ''}${attribute(a, 'y') ?? ''}`)
        },
        close: (name) => {
          flush()
          said.push(`/${name}`)
        },
        text: (piece) => {
          text += piece
        },
      })
      for (let at = 0; at < xml.length; at += size) reader.write(xml.slice(at, at + size))
      reader.end()
      return said
    }
    const whole = ['<a1>2<', 't一', '<b', '/b', '<&>&', '/a']
    for (let size = 1; size <= xml.length; size++) expect(read(size)).toEqual(whole)
  })

  it('knows formats of dates', () => {
    expect(['yyyy-mm-dd', 'yyyy"年"m"月"', 'm/d/yy', '[$-804]yyyy年m月d日', 'e年m月'].map(dateStyle)).toEqual(
      Array(5).fill('date'),
    )
    expect(['h:mm', '[h]:mm:ss', 'mm:ss'].map(dateStyle)).toEqual(['time', 'time', 'time'])
    expect(
      ['General', '0.00', '#,##0', '0.00E+00', '@', '"元"0.00', '[Red]0', '0\\d'].map(dateStyle),
    ).toEqual(Array(8).fill('none'))
  })
})
