/** What stands around the sheets of an .xlsx: their names, order and files, the shared texts, the formats of dates. */
import { readProblems } from '../problems.ts'
import type { Parts } from './parts.ts'
import type { Texts } from './texts.ts'
import { packedTexts } from './texts.ts'
import { attribute } from './xml.ts'

export type BookSheet = { name: string; hidden: boolean; path: string }

export type Book = {
  sheets: BookSheet[]
  date1904: boolean
  /** Texts that cells name by number. */
  shared: Pick<Texts, 'at'>
  /** Which of the shared texts are struck through, wholly or in part. */
  struck: ReadonlyMap<number, 'all' | 'part'>
  /** By style number. */
  styles: readonly CellStyle[]
}

export type DateStyle = 'none' | 'date' | 'time'

/** `shows`: what a number in such a cell is. */
export type CellStyle = { shows: DateStyle | 'percent'; struck: boolean }

/** Texts of a county fit; what is larger is no roster. */
const MOST_SHARED = 400 * 1024 ** 2

export async function readBook(parts: Parts, file: string): Promise<Book> {
  const path = await mainPart(parts)
  const links = await relations(parts, path)
  const { sheets, date1904 } = await readSheets(parts, path, links)
  const find = (kind: string) => [...links.values()].find((link) => link.type.endsWith(`/${kind}`))?.target
  return {
    sheets,
    date1904,
    ...(await readShared(parts, find('sharedStrings') ?? '', file)),
    styles: await readStyles(parts, find('styles') ?? ''),
  }
}

type Link = { type: string; target: string }

async function mainPart(parts: Parts): Promise<string> {
  const links = await relations(parts, '')
  return (
    [...links.values()].find((link) => link.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  )
}

/** The links of a part, by their id; targets as full names in the zip. */
async function relations(parts: Parts, of: string): Promise<Map<string, Link>> {
  const folder = of.slice(0, of.lastIndexOf('/') + 1)
  const links = new Map<string, Link>()
  await parts.read(`${folder}_rels/${of.slice(folder.length)}.rels`, {
    open: (name, a) => {
      if (name !== 'Relationship') return
      const target = attribute(a, 'Target') ?? ''
      links.set(attribute(a, 'Id') ?? '', {
        type: attribute(a, 'Type') ?? '',
        target: resolve(folder, target),
      })
    },
    close: () => {},
    text: () => {},
  })
  return links
}

function resolve(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

async function readSheets(parts: Parts, path: string, links: Map<string, Link>) {
  const sheets: BookSheet[] = []
  let date1904 = false
  await parts.read(path, {
    open: (name, a) => {
      if (name === 'workbookPr') date1904 = isTrue(attribute(a, 'date1904'))
      if (name !== 'sheet') return
      const link = links.get(attribute(a, 'r:id') ?? attribute(a, 'id') ?? '')
      if (!link || !parts.has(link.target) || !link.type.endsWith('/worksheet')) return // charts are no tables
      const state = attribute(a, 'state')
      sheets.push({
        name: attribute(a, 'name') ?? '',
        hidden: state !== undefined && state !== 'visible',
        path: link.target,
      })
    },
    close: () => {},
    text: () => {},
  })
  return { sheets, date1904 }
}

export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true'
}

/** Rich text is joined; the reading aid above Japanese text (rPh) is no text of the cell. */
async function readShared(
  parts: Parts,
  path: string,
  file: string,
): Promise<Pick<Book, 'shared' | 'struck'>> {
  const shared = packedTexts()
  const struck = new Map<number, 'all' | 'part'>()
  const text = richText()
  let size = 0
  await parts.read(path, {
    open: (name, a) => {
      if (name === 'si') text.begin()
      else text.open(name, a)
    },
    close: (name) => {
      text.close(name)
      if (name !== 'si') return
      size += text.said().length
      if (size > MOST_SHARED) throw readProblems.swollen({ file, part: path })
      const strike = text.struck()
      if (strike) struck.set(shared.size(), strike)
      shared.add(unescapeXml(text.said()))
    },
    text: text.add,
  })
  return { shared, struck }
}

/** Collects the runs of one text and which of them are struck through. */
export function richText() {
  let [said, struckSaid, aid, inText, strike] = ['', 0, 0, false, false]
  return {
    begin: () => {
      ;[said, struckSaid, aid, inText, strike] = ['', 0, 0, false, false]
    },
    open: (name: string, a: string) => {
      if (name === 'rPh') aid++
      else if (name === 't') inText = true
      else if (name === 'r') strike = false
      else if (name === 'strike') strike = attribute(a, 'val') !== '0' && attribute(a, 'val') !== 'false'
    },
    close: (name: string) => {
      if (name === 't') inText = false
      else if (name === 'rPh') aid--
    },
    add: (text: string) => {
      if (!inText || aid > 0) return
      said += text
      if (strike) struckSaid += text.length
    },
    said: () => said,
    struck: (): 'all' | 'part' | undefined => {
      if (struckSaid === 0) return undefined
      return struckSaid === said.length ? 'all' : 'part'
    },
  }
}

/** Characters that XML cannot hold are written `_x000D_`. */
export function unescapeXml(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

async function readStyles(parts: Parts, path: string): Promise<CellStyle[]> {
  const formats = new Map<number, CellStyle['shows']>()
  const fonts: boolean[] = []
  const styles: CellStyle[] = []
  let list = ''
  await parts.read(path, {
    open: (name, a) => {
      if (name === 'fonts' || name === 'cellXfs' || name === 'dxfs') list = name
      else if (name === 'numFmt')
        formats.set(Number(attribute(a, 'numFmtId')), shownBy(attribute(a, 'formatCode') ?? ''))
      else if (name === 'font' && list === 'fonts') fonts.push(false)
      else if (name === 'strike' && list === 'fonts')
        fonts[fonts.length - 1] = attribute(a, 'val') !== '0' && attribute(a, 'val') !== 'false'
      else if (name === 'xf' && list === 'cellXfs') {
        const id = Number(attribute(a, 'numFmtId') ?? 0)
        const struck = fonts[Number(attribute(a, 'fontId') ?? 0)] === true
        styles.push({ shows: formats.get(id) ?? builtIn(id), struck })
      }
    },
    close: (name) => {
      if (name === list) list = ''
    },
    text: () => {},
  })
  return styles
}

/** What a number format makes of a number. */
export function shownBy(format: string): CellStyle['shows'] {
  const bare = (format.split(';')[0] ?? '').replace(/"[^"]*"|\\./g, '')
  return bare.includes('%') ? 'percent' : dateStyle(format)
}

/** Formats that files name by number only; 27 to 58 are dates in Chinese Excel. */
function builtIn(id: number): CellStyle['shows'] {
  if (id === 9 || id === 10) return 'percent'
  if ((id >= 18 && id <= 22) || (id >= 45 && id <= 47) || (id >= 32 && id <= 35) || id === 55 || id === 56) {
    return id === 22 ? 'date' : 'time'
  }
  return (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)
    ? 'date'
    : 'none'
}

/** Whether a format shows a date: a letter of date or time outside quotes, brackets and escapes. */
export function dateStyle(format: string): DateStyle {
  const bare = (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*./g, '')
  const elapsed = /\[(h+|m+|s+)\]/i.test(bare)
  const letters = bare.replace(/\[[^\]]*\]|general|am\/pm/gi, '')
  const clock = elapsed || /[hs]/i.test(letters)
  if (/[yd]|e+(?=[年/\-.])/i.test(letters) || (/m/i.test(letters) && !clock)) return 'date'
  return clock ? 'time' : 'none'
}
