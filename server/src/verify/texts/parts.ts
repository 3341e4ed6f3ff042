/** A text in its paragraphs, and the documents that one file may hold. Positions are UTF-16 units of the whole text. */

export type Paragraph = { at: number; text: string; number: number }

/** One document of the file with its name (`篇二`, `方案5`), or '' where there is only one. */
export type Part = { name: string; paragraphs: readonly Paragraph[] }

/** Lines that hold anything, trimmed at the front of blanks and heading marks. */
export function paragraphsOf(text: string): Paragraph[] {
  let at = 0
  return text.split('\n').flatMap((line, i) => {
    const start = at
    at += line.length + 1
    const lead = /^[\s\u3000#]*/.exec(line)?.[0].length ?? 0
    const body = line.slice(lead).trimEnd()
    return body === '' ? [] : [{ at: start + lead, text: body, number: i + 1 }]
  })
}

const titled = /^(.{2,24}?)(篇[一二三四五六七八九十]{1,3}|\d{1,2})$/

/** Splits where headings of one stem with other numbers follow one another: 方案1, 方案2 …; the lines before the first belong to none. */
export function partsOf(paragraphs: readonly Paragraph[]): Part[] {
  const heads = paragraphs.flatMap((one, i) => {
    const match = titled.exec(one.text)
    return match ? [{ i, stem: match[1] ?? '', name: one.text }] : []
  })
  const own = heads.filter(({ stem }) => heads.filter((other) => other.stem === stem).length > 1)
  if (own.length < 2) return [{ name: '', paragraphs }]
  const parts = own.map(({ i, name }, k) => ({ name, paragraphs: paragraphs.slice(i + 1, own[k + 1]?.i) }))
  return [{ name: 'front', paragraphs: paragraphs.slice(0, own[0]?.i) }, ...parts]
}

/** The lines before the first document are the collection's, not a document's. */
export const isFront = ({ name }: Part): boolean => name === 'front'

const cjk = '一二三四五六七八九十'

/** 一 to 九十九, as headings count. */
export function cjkNumber(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text]
  const value = (digit: string | undefined, none: number) => (digit ? cjk.indexOf(digit) + 1 : none)
  return (text.includes('十') ? value(tens, 1) * 10 : 0) + value(ones, 0)
}
