/** A workbook written row by row in bounded work: headings, text that stays text, numbers with their format. */
import { zipWriter } from './zip.ts'

export type BookColumn = { heading: string; width: number; format: string; number: boolean }
export type BookCell = string | number | null
/** `take`: the bytes that are ready since the last call; who does not ask holds them. `finish`: the rest. */
export type BookWriter = {
  row(cells: readonly BookCell[]): void
  take(): Promise<Buffer>
  finish(): Promise<Buffer>
}

/** Excel holds 1,048,576 rows a sheet; what is more goes on the next sheet. */
const rowsPerSheet = 1_000_000
/** A zip archive counts the bytes of a part in 32 bits. */
const bytesPerSheet = 3_500_000_000

/** `notes`: lines of a last sheet that says who took out what. */
export function bookWriter({
  name,
  columns,
  notes,
}: {
  name: string
  columns: readonly BookColumn[]
  notes: readonly string[]
}): BookWriter {
  const zip = zipWriter()
  const formats = [...new Set(columns.filter((c) => c.number).map((c) => c.format))]
  const styles = columns.map((c) => (c.number ? 2 + formats.indexOf(c.format) : 1))
  const letters = columns.map((_, i) => columnLetters(i))
  const sheets: string[] = []
  let rows = 0
  const begin = () => {
    sheets.push(sheets.length === 0 ? name : `${name}${sheets.length + 1}`)
    zip.part(`xl/worksheets/sheet${sheets.length}.xml`)
    zip.write(sheetHead(columns))
    zip.write(
      rowText(
        1,
        columns.map((c) => c.heading),
        { letters, styles: columns.map(() => HEAD) },
      ),
    )
    rows = 1
  }
  begin()
  return {
    row: (cells) => {
      if (rows > rowsPerSheet || zip.plain() > bytesPerSheet) {
        zip.write(sheetFoot(columns.length, rows))
        begin()
      }
      rows += 1
      zip.write(rowText(rows, cells, { letters, styles }))
    },
    take: zip.take,
    finish: () => {
      zip.write(sheetFoot(columns.length, rows))
      sheets.push('说明')
      zip.part(`xl/worksheets/sheet${sheets.length}.xml`)
      zip.write(
        `${xml}<worksheet xmlns="${main}"><cols><col min="1" max="1" width="90" customWidth="1"/></cols><sheetData>`,
      )
      for (const [i, line] of notes.entries())
        zip.write(rowText(i + 1, [line], { letters: ['A'], styles: [1] }))
      zip.write('</sheetData></worksheet>')
      for (const [part, text] of frame(sheets, formats)) {
        zip.part(part)
        zip.write(text)
      }
      return zip.finish()
    },
  }
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEAD = 0

function sheetHead(columns: readonly BookColumn[]): string {
  const widths = columns
    .map((c, i) => `<col min="${i + 1}" max="${i + 1}" width="${c.width}" customWidth="1"/>`)
    .join('')
  return `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>`
}

function sheetFoot(count: number, rows: number): string {
  return `</sheetData><autoFilter ref="A1:${columnLetters(count - 1)}${rows}"/></worksheet>`
}

function rowText(
  number: number,
  cells: readonly BookCell[],
  { letters, styles }: { letters: readonly string[]; styles: readonly number[] },
): string {
  let text = `<row r="${number}">`
  for (const [i, cell] of cells.entries()) {
    if (cell === null || cell === '') continue
    const place = `r="${letters[i]}${number}"`
    if (typeof cell === 'number') text += `<c ${place} s="${styles[i]}"><v>${cell}</v></c>`
    else
      text += `<c ${place} s="${styles[i] === HEAD ? HEAD : 1}" t="inlineStr"><is><t${edged.test(cell) ? keep : ''}>${xmlText(cell)}</t></is></c>`
  }
  return `${text}</row>`
}

/** Blanks at the ends, and breaks, stay only where the cell says so. */
const edged = /^\s|\s$|[\n\r\t]| {2}/
const keep = ' xml:space="preserve"'

/** What XML cannot carry is left out: control characters and halves of characters. */
const unfit = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu

/** Nearly every cell holds nothing that has to be written otherwise. */
const asItStands = /^[\u3400-\u9fff\w .,:*()（）·、，。-]*$/

function xmlText(text: string): string {
  if (asItStands.test(text)) return text
  return text.replace(unfit, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** 0 -> A, 26 -> AA. */
export function columnLetters(at: number): string {
  const rest = at % 26
  const above = Math.floor(at / 26)
  return (above > 0 ? columnLetters(above - 1) : '') + String.fromCharCode(65 + rest)
}

/** The parts around the sheets. */
function frame(sheets: readonly string[], formats: readonly string[]): [string, string][] {
  const numbers = sheets.map((_, i) => i + 1)
  const types = numbers
    .map(
      (n) =>
        `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
    )
    .join('')
  const relations = numbers
    .map((n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`)
    .join('')
  const names = sheets
    .map((sheet, i) => `<sheet name="${xmlText(sheet)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('')
  const package1 = 'http://schemas.openxmlformats.org/package/2006'
  return [
    [
      '[Content_Types].xml',
      `${xml}<Types xmlns="${package1}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${types}</Types>`,
    ],
    [
      '_rels/.rels',
      `${xml}<Relationships xmlns="${package1}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${xml}<Relationships xmlns="${package1}/relationships">${relations}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', stylesPart(formats)],
  ]
}

/** Style 0 the heading, 1 text, from 2 on the number formats. */
function stylesPart(formats: readonly string[]): string {
  const own = formats.map((f, i) => `<numFmt numFmtId="${164 + i}" formatCode="${xmlText(f)}"/>`).join('')
  const cells = formats
    .map(
      (_, i) =>
        `<xf numFmtId="${164 + i}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
    )
    .join('')
  return `${xml}<styleSheet xmlns="${main}">${formats.length > 0 ? `<numFmts count="${formats.length}">${own}</numFmts>` : ''}<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDF1F1"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${2 + formats.length}"><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>${cells}</cellXfs></styleSheet>`
}
