/** A Word file in the manner of office papers (GB/T 9704 habits): faces named, page set, tables ruled. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

/** Text blocks of a paper, in order. */
export type Block =
  | { readonly kind: 'title' | 'head' | 'text' | 'note'; readonly text: string }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly TableLine[]
      readonly last?: 'sum'
    }
type TableLine = readonly (string | Figure)[]
/** Stands at the right. */
export type Figure = { readonly figure: string }

const faces = {
  title: { eastAsia: '方正小标宋简体', ascii: 'Times New Roman', hAnsi: 'Times New Roman' },
  head: { eastAsia: '黑体', ascii: 'Times New Roman', hAnsi: 'Times New Roman' },
  text: { eastAsia: '仿宋_GB2312', ascii: 'Times New Roman', hAnsi: 'Times New Roman' },
} as const
/** Half points: 2 号, 3 号, 小 4 号. */
const sizes = { title: 44, text: 32, small: 24 } as const
/** Twentieths of a point: 29 pt between lines. */
const LINE = 580
const mm = (length: number) => Math.round((length * 1440) / 25.4)

/** The bytes of the .docx. */
export async function wordFile(given: {
  title: string
  author: string
  blocks: readonly Block[]
}): Promise<Buffer> {
  const page = {
    margin: { top: mm(37), left: mm(28), bottom: mm(35), right: mm(26) },
    size: { width: mm(210), height: mm(297) },
  }
  const children = given.blocks.map((block) => (block.kind === 'table' ? tableOf(block) : paragraphOf(block)))
  const file = new Document({
    title: given.title,
    creator: given.author,
    styles: { default: { document: { run: { font: faces.text, size: sizes.text } } } },
    sections: [{ properties: { page }, footers: { default: pageNumber() }, children }],
  })
  return Packer.toBuffer(file)
}

function paragraphOf({ kind, text }: { kind: 'title' | 'head' | 'text' | 'note'; text: string }): Paragraph {
  if (kind === 'title')
    return new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 400, line: LINE },
      children: [new TextRun({ text, font: faces.title, size: sizes.title })],
    })
  const isNote = kind === 'note'
  return new Paragraph({
    indent: isNote ? {} : { firstLine: 640 },
    spacing: isNote ? { before: 120 } : { line: LINE },
    keepNext: kind === 'head',
    children: [
      new TextRun({
        text,
        font: kind === 'head' ? faces.head : faces.text,
        size: isNote ? sizes.small : sizes.text,
      }),
    ],
  })
}

function tableOf({ head, rows, last }: Block & { kind: 'table' }): Table {
  const lines = rows.map((row, at) => lineOf(row, last === 'sum' && at === rows.length - 1))
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: bordersOf(),
    rows: [new TableRow({ tableHeader: true, children: head.map((text) => cellOf(text, true)) }), ...lines],
  })
}

function lineOf(cells: TableLine, bold: boolean): TableRow {
  return new TableRow({ cantSplit: true, children: cells.map((cell) => cellOf(cell, bold)) })
}

function cellOf(cell: string | Figure, bold: boolean): TableCell {
  const isFigure = typeof cell !== 'string'
  const text = isFigure ? cell.figure : cell
  return new TableCell({
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [
      new Paragraph({
        alignment: isFigure ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [new TextRun({ text, bold, size: sizes.small, font: faces.text })],
      }),
    ],
  })
}

function bordersOf() {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  return { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line }
}

/** — 1 — */
function pageNumber(): Footer {
  const children = [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28 })]
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children })] })
}
