// Cells that were copied out of a spreadsheet.

/** Pure. Lines of cells; a cell with a line break in it stands in quotes. One line without tabs may part its cells by 、 or commas. */
export function linesOf(pasted: string): string[][] {
  const text = pasted.replaceAll('\r\n', '\n')
  if (!text.includes('\t') && !text.trim().includes('\n')) return typed(text)
  return cellsOf(text).filter((cells) => cells.some((cell) => cell !== ''))
}

function typed(text: string): string[][] {
  const cells = text.split(/[、，,；;]/).map((cell) => cell.trim())
  return cells.some((cell) => cell !== '') ? [cells] : []
}

const CELL = /("(?:[^"]|"")*"|[^\t\n]*)(\t|\n|$)/gy

function cellsOf(text: string): string[][] {
  const lines: string[][] = [[]]
  for (const [, cell = '', end] of text.matchAll(CELL)) {
    lines.at(-1)?.push(plain(cell))
    if (end === '\n') lines.push([])
    if (end === '') break
  }
  return lines
}

function plain(cell: string): string {
  const quoted = cell.length > 1 && cell.startsWith('"') && cell.endsWith('"')
  return (quoted ? cell.slice(1, -1).replaceAll('""', '"') : cell).replaceAll('\n', '').trim()
}
