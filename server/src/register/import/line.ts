/** The texts of a row in one: by column, parted by U+001F, so that a row costs one text to keep and to read. */
import type { SheetRow } from './read/index.ts'
import { columnName } from './read/index.ts'

const PART = '\u001f'
const ESCAPE = '\u001e'
// biome-ignore lint/suspicious/noControlCharactersInRegex: the signs that part texts
const signs = /[\u001e\u001f]/g

// biome-ignore lint/suspicious/noControlCharactersInRegex: the sign that escapes
const escapes = /\u001e([ef])/g

/** Blank cells are empty places. */
export function lineOf({ cells }: Pick<SheetRow, 'cells'>): string {
  const texts = new Array<string>(cells.length)
  for (let at = 0; at < cells.length; at++) {
    const text = cells[at]?.text ?? ''
    const plain = !text.includes(PART) && !text.includes(ESCAPE)
    texts[at] = text.trim() === '' ? '' : plain ? text : escaped(text)
  }
  return texts.join(PART)
}

function escaped(text: string): string {
  return text.replace(signs, (sign) => `${ESCAPE}${sign === PART ? 'f' : 'e'}`)
}

const letters: string[] = []

/** Column letters -> text, as `lineOf` was given them. */
export function cellsOfLine(line: string): Record<string, string> {
  const cells: Record<string, string> = {}
  for (const [at, text] of line.split(PART).entries()) {
    if (text === '') continue
    const name = letters[at] ?? columnName(at)
    letters[at] = name
    cells[name] = text.includes(ESCAPE) ? text.replace(escapes, unescaped) : text
  }
  return cells
}

function unescaped(_: string, sign: string): string {
  return sign === 'f' ? PART : ESCAPE
}
